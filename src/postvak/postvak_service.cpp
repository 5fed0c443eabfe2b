#include "postvak/postvak_service.h"

#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "postvak/postvak_store.h"

namespace dichtbij::postvak {
namespace {

Result<Done> may_manage(const access::Caller& caller, Id<Gemeente> gemeente) { return access::require_role(caller, gemeente, {access::Rol::beheerder}); }

}  // namespace

Result<std::vector<Postvak>> PostvakService::list(const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(may_manage(caller, gemeente));
    return store_.read([&](store::Tx& tx) { return postvakken_of(tx, gemeente); });
}

Result<Postvak> PostvakService::get(const access::Caller& caller, Id<dichtbij::Postvak> id) {
    return store_.read([&](store::Tx& tx) -> Result<Postvak> {
        auto found = find_postvak(tx, id);
        if (!found) return not_found("postvak " + id.text());
        TRY_DONE(may_manage(caller, found->gemeente));
        return std::move(*found);
    });
}

Result<Done> PostvakService::check(store::Tx& tx, const Postvak& one) const {
    auto errors = problems(one);
    for (const std::string& adres : one.adressen)
        if (const auto taken = postvak_met_adres(tx, adres); taken && *taken != one.id) {
            errors.push_back({"adressen", "postvak.fout.adres_bezet", {adres}});
            break;
        }
    if (one.onderwerp) {
        const auto onderwerp = organisatie::onderwerp(tx, *one.onderwerp);
        if (!onderwerp || onderwerp->gemeente != one.gemeente) errors.push_back({"onderwerp", "postvak.fout.onderwerp", {}});
    }
    if (one.team) {
        bool serves = false;
        for (const auto& team : organisatie::teams_of_gemeente(tx, one.gemeente)) serves = serves || team.id == *one.team;
        if (!serves) errors.push_back({"team", "postvak.fout.team", {}});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

Result<Postvak> PostvakService::add(const access::Caller& caller, Id<Gemeente> gemeente, Postvak given) {
    return store_.write([&](store::Tx& tx) -> Result<Postvak> {
        TRY_DONE(may_manage(caller, gemeente));
        Postvak one = normalised(given);
        one.id = ids_.make<dichtbij::Postvak>();
        one.gemeente = gemeente;
        one.versie = 1;
        TRY_DONE(check(tx, one));
        if (postvakken_of(tx, gemeente).size() >= postvakken_limit) return conflict("too many mailboxes", "postvak.fout.te_veel");
        const Instant now = clock_.now();
        insert_postvak(tx, one, now);
        journal::append(tx, journal::entry(caller, now, "postvak.gemaakt", gemeente, journal::Object::systeem, one.id.bytes));
        return one;
    });
}

Result<Postvak> PostvakService::change(const access::Caller& caller, Id<dichtbij::Postvak> id, std::int64_t versie, Postvak given) {
    return store_.write([&](store::Tx& tx) -> Result<Postvak> {
        const auto stored = find_postvak(tx, id);
        if (!stored) return not_found("postvak " + id.text());
        TRY_DONE(may_manage(caller, stored->gemeente));
        if (stored->versie != versie) return conflict("postvak " + id.text() + " has changed", "fout.gewijzigd");
        Postvak one = normalised(given);
        one.id = stored->id;
        one.gemeente = stored->gemeente;
        one.versie = stored->versie + 1;
        TRY_DONE(check(tx, one));
        save_postvak(tx, one);
        journal::append(tx, journal::entry(caller, clock_.now(), one.actief ? "postvak.gewijzigd" : "postvak.uitgezet", one.gemeente, journal::Object::systeem, one.id.bytes));
        return one;
    });
}

}  // namespace dichtbij::postvak
