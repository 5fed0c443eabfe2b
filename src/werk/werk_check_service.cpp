#include <algorithm>

#include "werk/klok_store.h"
#include "werk/toezegging_store.h"
#include "werk/werk_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

constexpr int batch = 1000;

using Faults = std::vector<std::string>;

void check_owner(store::Tx& tx, const Werk& werk, Instant now, Faults& faults) {
    if (!organisatie::is_in_service(tx, werk.eigenaar, day_of(now)))
        faults.push_back("open werk " + werk.id.text() + " is owned by " + werk.eigenaar.text() + ", who is not in service");
}

void check_pauses(const Werkklok& klok, const std::string& name, Faults& faults) {
    Instant last = klok.klok.gestart_op;
    for (const norm::Pauze& pauze : klok.klok.pauzes) {
        if (pauze.van_op < last) faults.push_back(name + " has a pause that begins before the one before it");
        if (pauze.tot_op && *pauze.tot_op < pauze.van_op) faults.push_back(name + " has a pause that ends before it begins");
        if (!pauze.tot_op && klok.klok.afloop) faults.push_back(name + " has stopped in a pause that has not ended");
        last = pauze.van_op;
    }
}

void check_klok(const Werk& werk, const Werkklok& klok, Faults& faults) {
    const std::string name = "klok " + to_string(klok.id) + " of werk " + werk.id.text();
    const auto& afloop = klok.klok.afloop;
    if (!afloop && !werk.is_open()) faults.push_back(name + " runs while the werk is closed");
    if (klok.klok.uiterlijk_op < klok.klok.gestart_op) faults.push_back(name + " is due before it started");
    if (afloop && afloop->op < klok.klok.gestart_op) faults.push_back(name + " stopped before it started");
    const bool in_time = afloop && afloop->op <= klok.klok.uiterlijk_op;
    if (afloop && afloop->uitkomst != norm::Uitkomst::vervallen && in_time != (afloop->uitkomst == norm::Uitkomst::gehaald))
        faults.push_back(name + " says something else than its dates");
    check_pauses(klok, name, faults);
}

void check_promises(store::Tx& tx, const Werk& werk, Faults& faults) {
    const std::string name = "toezegging of werk " + werk.id.text();
    const auto all = toezeggingen_of(tx, werk.id);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Toezegging& one = all[i];
        const bool runs = one.stand == Stand::lopend;
        if (one.volgnummer != static_cast<int>(i) + 1) faults.push_back(name + ": number " + std::to_string(i + 1) + " is missing");
        if (runs && (i + 1 < all.size() || !werk.is_open())) faults.push_back(name + ": one that has ended still runs");
        if (runs == one.beeindigd_op.has_value()) faults.push_back(name + ": it runs and has ended");
        if (one.stand == Stand::gemist && !one.gemist_op) faults.push_back(name + ": missed without a moment");
        if (i > 0 && !one.hoe_verteld && all[i - 1].stand == Stand::verzet) faults.push_back(name + ": moved without telling how the resident knows");
    }
    if (!werk.is_open()) return;
    if (!werk.is_intern() && (all.empty() || all.back().stand != Stand::lopend)) faults.push_back(name + ": nothing is promised to the resident");
    if (!all.empty() && werk.beloofd_op != all.back().beloofd_op) faults.push_back(name + ": the werk carries another date");
}

void check_one(store::Tx& tx, const Werk& werk, Instant now, Faults& faults) {
    if (werk.is_open()) check_owner(tx, werk, now, faults);
    for (const Werkklok& klok : klokken_of(tx, werk.id)) check_klok(werk, klok, faults);
    check_promises(tx, werk, faults);
    if (!werk.is_open() && werk.aandacht_op) faults.push_back("closed werk " + werk.id.text() + " still asks for attention");
}

}  // namespace

std::vector<std::string> werk_check(store::Tx& tx, Instant now) {
    Faults faults;
    Id<dichtbij::Werk> after;
    for (auto rows = werk_after(tx, after, batch); !rows.empty(); rows = werk_after(tx, after, batch)) {
        for (const Werk& werk : rows) check_one(tx, werk, now, faults);
        after = rows.back().id;
    }
    return faults;
}

}  // namespace dichtbij::werk
