#include "werk/attentie_service.h"

#include <algorithm>

#include "journal/journal.h"
#include "werk/attentie_store.h"
#include "werk/klokken_service.h"
#include "werk/toegang_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

using access::Rol;

Result<Done> check(const Ladder& ladder) {
    if (ladder.size() > static_cast<std::size_t>(ladder_steps_limit)) return invalid("stap", "werk.fout.te_veel_stappen", {std::to_string(ladder_steps_limit)});
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        const std::string field = "stap." + std::to_string(i + 1);
        if (ladder[i].stap != static_cast<int>(i) + 1) errors.push_back({field, "werk.fout.stap_volgorde", {}});
        if (ladder[i].werkdagen < 0 || ladder[i].werkdagen > ladder_working_days_limit)
            errors.push_back({field, "werk.fout.stap_werkdagen", {std::to_string(ladder_working_days_limit)}});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

}  // namespace

std::vector<Attentieregel> AttentieService::list(const access::Caller& caller, std::optional<Uuid> before, int limit) {
    return store_.read([&](store::Tx& tx) {
        std::vector<Attentieregel> found;
        for (const Attentie& attentie : attenties_of(tx, caller.medewerker, before, std::clamp(limit, 1, attenties_limit))) {
            if (!may_know(caller, attentie.gemeente)) continue;
            const auto werk = attentie.werk ? find_werk(tx, *attentie.werk) : std::nullopt;
            found.push_back({attentie, werk ? seen_by(caller, *werk) : Werk()});
        }
        return found;
    });
}

std::int64_t AttentieService::unread(const access::Caller& caller) {
    return store_.read([&](store::Tx& tx) { return unread(tx, caller); });
}

std::int64_t AttentieService::unread(store::Tx& tx, const access::Caller& caller) { return unread_attenties(tx, caller.medewerker); }

Result<Done> AttentieService::read(const access::Caller& caller, const Uuid& id) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto attentie = find_attentie(tx, id);
        if (!attentie || attentie->medewerker != caller.medewerker) return not_found("attentie " + to_string(id));
        mark_read(tx, id, clock_.now());
        return Done{};
    });
}

void AttentieService::read_all(const access::Caller& caller) {
    store_.write([&](store::Tx& tx) { read_all(tx, caller); });
}

void AttentieService::read_all(store::Tx& tx, const access::Caller& caller) { mark_all_read(tx, caller.medewerker, clock_.now()); }

void AttentieService::opened(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> werk) {
    mark_read_of_werk(tx, caller.medewerker, werk, clock_.now());
}

Result<Ladder> AttentieService::ladder(const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::teamleider, Rol::manager, Rol::beheerder}));
    return store_.read([&](store::Tx& tx) { return ladder_for(tx, gemeente); });
}

Result<Done> AttentieService::set_ladder(const access::Caller& caller, Id<Gemeente> gemeente, const Ladder& ladder) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::manager, Rol::beheerder}));
    TRY_DONE(check(ladder));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        replace_ladder(tx, gemeente, ladder);
        journal::Entry entry = journal::entry(caller, clock_.now(), "escalatie.gewijzigd", gemeente, journal::Object::gemeente, gemeente.bytes);
        entry.kenmerken = {{"stappen", std::to_string(ladder.size())}};
        journal::append(tx, entry);
        return Done{};
    });
}

}  // namespace dichtbij::werk
