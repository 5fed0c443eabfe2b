#include <algorithm>

#include "werk/attentie_store.h"
#include "werk/toegang_service.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

// As it was before the act. What was promised and escalated meanwhile stays: that is no part of the act.
Werk restored(Werk werk, const Ongedaan& was) {
    werk.team = was.team;
    werk.domein = was.domein;
    werk.product = was.product;
    werk.onderwerp = was.onderwerp;
    werk.afhandelniveau = was.afhandelniveau;
    werk.eigenaar = was.eigenaar;
    werk.toegewezen_aan = was.toegewezen_aan;
    werk.aanvaard_op = was.aanvaard_op;
    werk.wacht = was.wacht;
    werk.herinnering_op = was.herinnering_op;
    werk.laatste_stap = was.laatste_stap;
    werk.laatste_op = was.laatste_op;
    werk.laatste_door = was.laatste_door;
    werk.gesloten_op.reset();
    werk.uitkomst.reset();
    return werk;
}

Result<Werk> as_the_act_left_it(store::Tx& tx, const access::Caller& caller, const Ongedaan& was, Instant now) {
    const auto werk = find_werk(tx, was.werk);
    CHECK_THAT(werk.has_value());
    TRY_DONE(may_know(caller, werk->gemeente));
    if (was.door != caller.medewerker) return forbidden("another employee did this");
    if (now > was.verloopt_op) return conflict("more than a minute ago", "werk.fout.ongedaan_te_laat");
    if (werk->versie != was.versie_na) return conflict("someone acted since", "werk.fout.ongedaan_ander");
    return *werk;
}

// A promise that was kept or missed by the closing runs on; that its date has passed stays.
void run_on(store::Tx& tx, Id<dichtbij::Werk> werk) {
    auto last = last_toezegging(tx, werk);
    if (!last || last->stand == Stand::lopend) return;
    last->stand = Stand::lopend;
    last->beeindigd_op.reset();
    save_stand(tx, *last);
}

}  // namespace

Result<WerkService::Teruggenomen> WerkService::undo(const access::Caller& caller, const Uuid& handeling) {
    return store_.write([&](store::Tx& tx) { return undo(tx, caller, handeling); });
}

Result<WerkService::Teruggenomen> WerkService::undo(store::Tx& tx, const access::Caller& caller, const Uuid& handeling) {
    const auto rows = ongedaan_of(tx, handeling);
    if (rows.empty()) return conflict("nothing to take back", "werk.fout.ongedaan_te_laat");
    const Instant now = clock_.now();
    Teruggenomen terug;
    for (const Ongedaan& was : rows) {
        TRY(const Werk current, as_the_act_left_it(tx, caller, was, now));
        terug.soort = was.soort;
        terug.werk.push_back(restored(current, was));
    }
    for (Werk& werk : terug.werk) {
        TRY(const Kalender kalender, normbron_.kalender(tx, werk.gemeente));
        TRY_DONE(Klokken(tx, ids_, *kalender).take_back(werk.id, handeling));
        if (terug.soort == Handeling::afronden) run_on(tx, werk.id);
        delete_attenties_of_act(tx, werk.id, handeling);
        ++werk.versie;
        werk.aandacht_op = attention_of(tx, werk, *kalender);
        save_werk(tx, werk);
        journal::Entry entry = werk_entry(caller, now, "werk.ongedaan", werk);
        entry.kenmerken = {{"handeling", code_of(terug.soort)}, {"eigenaar", werk.eigenaar.text()}};
        journal::append(tx, entry);
    }
    delete_ongedaan(tx, handeling);
    for (const OpOngedaan& hook : op_ongedaan_) hook(tx, handeling);
    return terug;
}

}  // namespace dichtbij::werk
