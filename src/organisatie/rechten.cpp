#include "organisatie/rechten.h"

#include <algorithm>

#include "journal/kenmerk.h"
#include "organisatie/organisatie_store.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;
using GemeenteId = Id<dichtbij::Gemeente>;

bool leads_or_teamleider(const Caller& caller, const Team& team, const std::vector<GemeenteId>& served) {
    if (team.leider == caller.medewerker) return true;
    return std::any_of(served.begin(), served.end(),
                       [&](GemeenteId g) { return access::has_role_in_team(caller, g, team.id, {Rol::teamleider}); });
}

}  // namespace

Result<GemeenteId> require_in_one(const Caller& caller, const std::vector<GemeenteId>& gemeenten, std::initializer_list<Rol> roles) {
    bool is_active = false;
    for (const GemeenteId& gemeente : gemeenten) {
        if (access::has_role(caller, gemeente, roles)) return gemeente;
        is_active = is_active || access::is_active_in(caller, gemeente);
    }
    if (!is_active) return not_found("no role in any gemeente of it");
    return forbidden("role not enough in any gemeente of it");
}

std::vector<GemeenteId> gemeenten_of(store::Tx& tx, const Caller& caller) {
    std::vector<GemeenteId> list;
    for (const Gemeente& gemeente : OrganisatieStore(tx).gemeenten())
        if (access::is_active_in(caller, gemeente.id)) list.push_back(gemeente.id);
    return list;
}

Result<Toegang> toegang_tot(store::Tx& tx, const Caller& caller, const Team& team) {
    const auto served = OrganisatieStore(tx).gemeenten_of_team(team.id);
    TRY(Toegang toegang, [&]() -> Result<Toegang> {
        for (const GemeenteId& gemeente : served)
            if (access::has_role(caller, gemeente, {Rol::beheerder})) return Toegang{gemeente, Mag::beheren};
        for (const GemeenteId& gemeente : served)
            if (access::is_active_in(caller, gemeente)) return Toegang{gemeente, Mag::kijken};
        return not_found("team " + team.id.text() + " serves no gemeente of the caller");
    }());
    if (toegang.mag == Mag::kijken && leads_or_teamleider(caller, team, served)) toegang.mag = Mag::plannen;
    return toegang;
}

Result<Toegang> toegang_tot(store::Tx& tx, const Caller& caller, Id<dichtbij::Medewerker> medewerker) {
    const OrganisatieStore rows(tx);
    const auto known_in = rows.gemeenten_of_medewerker(medewerker);
    Toegang toegang;
    for (const GemeenteId& gemeente : known_in) {
        if (!access::is_active_in(caller, gemeente)) continue;
        if (access::has_role(caller, gemeente, {Rol::beheerder})) return Toegang{gemeente, Mag::beheren};
        if (toegang.gemeente.is_nil()) toegang.gemeente = gemeente;
    }
    if (toegang.gemeente.is_nil()) return not_found("employee " + medewerker.text() + " is in no gemeente of the caller");
    bool may_plan = medewerker == caller.medewerker;
    for (const Team& team : rows.teams_of_medewerker(medewerker))
        may_plan = may_plan || leads_or_teamleider(caller, team, rows.gemeenten_of_team(team.id));
    if (may_plan) toegang.mag = Mag::plannen;
    return toegang;
}

Result<Done> require(const Toegang& toegang, Mag asked) {
    if (toegang.mag < asked) return forbidden("role not enough here");
    return Done{};
}

void note(store::Tx& tx, const Caller& caller, Instant now, const Daad& daad, std::vector<std::pair<std::string, std::string>> kenmerken) {
    auto entry = journal::entry(caller, now, daad.gebeurtenis, daad.gemeente, daad.soort, daad.object);
    entry.kenmerken = std::move(kenmerken);
    journal::append(tx, entry);
}

void note(store::Tx& tx, const Caller& caller, Instant now, const Daad& daad, const Wijziging& wijziging) {
    if (wijziging.empty()) return;
    auto entry = journal::entry(caller, now, daad.gebeurtenis, daad.gemeente, daad.soort, daad.object);
    entry.kenmerken = {{"velden", journal::names_that_fit(wijziging.velden)}};
    if (!wijziging.oude_tekst.empty()) entry.toelichting = wijziging.oude_tekst;
    journal::append(tx, entry);
}

Fail changed_meanwhile(const Uuid& object) { return conflict(to_string(object) + " was changed meanwhile", "fout.gewijzigd"); }

}  // namespace dichtbij::organisatie
