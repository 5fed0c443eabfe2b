#include <algorithm>

#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;
using GemeenteId = Id<dichtbij::Gemeente>;

bool contains(const std::vector<GemeenteId>& list, GemeenteId id) { return std::find(list.begin(), list.end(), id) != list.end(); }

// A department is kept by a gemeente and seen by all that a team of it serves.
bool sees(store::Tx& tx, const Caller& caller, const Afdeling& afdeling) {
    const OrganisatieStore rows(tx);
    const auto keeper = rows.keeper_of(afdeling.id);
    if (keeper && access::is_active_in(caller, *keeper)) return true;
    for (const GemeenteId& gemeente : gemeenten_of(tx, caller))
        for (const Team& team : rows.teams_of_gemeente(gemeente))
            if (team.afdeling == afdeling.id) return true;
    return false;
}

void check_texts(Toetsing& toetsing, Team& team) {
    toetsing.regel("naam", team.naam, naam_limit);
    toetsing.eis(is_domein(team.domein), "domein", "organisatie.fout.keuze");
}

// What the team points at must exist for the caller; a lead must be in service.
Result<Done> check_links(store::Tx& tx, const Caller& caller, const Team& team, const std::vector<GemeenteId>& gemeenten, Day today) {
    const OrganisatieStore rows(tx);
    Toetsing toetsing;
    const auto afdeling = rows.afdeling(team.afdeling);
    toetsing.eis(afdeling && sees(tx, caller, *afdeling), "afdeling", "organisatie.fout.keuze");
    toetsing.eis(is_in_service(tx, team.leider, today) && toegang_tot(tx, caller, team.leider).has_value(), "leider",
                 "organisatie.fout.leider");
    toetsing.eis(!gemeenten.empty(), "gemeenten", "organisatie.fout.kies_gemeente");
    return toetsing.uitkomst();
}

}  // namespace

std::vector<Afdeling> OrganisatieService::afdelingen(const Caller& caller) const {
    return store_.read([&](store::Tx& tx) {
        auto list = OrganisatieStore(tx).afdelingen();
        std::erase_if(list, [&](const Afdeling& afdeling) { return !sees(tx, caller, afdeling); });
        return list;
    });
}

Result<Id<dichtbij::Afdeling>> OrganisatieService::add_afdeling(const Caller& caller, GemeenteId gemeente, std::string naam) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    Toetsing toetsing;
    toetsing.regel("naam", naam, naam_limit);
    TRY_DONE(toetsing.uitkomst());
    const Afdeling afdeling{ids_.make<dichtbij::Afdeling>(), naam, 0};
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::Afdeling>> {
        organisatie::add(tx, afdeling, gemeente);
        note(tx, caller, now(), {"afdeling.gemaakt", gemeente, journal::Object::afdeling, afdeling.id.bytes});
        return afdeling.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Afdeling wanted) const {
    Toetsing toetsing;
    toetsing.regel("naam", wanted.naam, naam_limit);
    TRY_DONE(toetsing.uitkomst());
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        const auto before = rows.afdeling(wanted.id);
        if (!before || !sees(tx, caller, *before)) return not_found("afdeling " + wanted.id.text());
        const GemeenteId keeper = *rows.keeper_of(wanted.id);
        if (!access::has_role(caller, keeper, {Rol::beheerder})) return forbidden("another gemeente keeps this department");
        if (!rows.update(wanted)) return changed_meanwhile(wanted.id.bytes);
        note(tx, caller, now(), {"afdeling.gewijzigd", keeper, journal::Object::afdeling, wanted.id.bytes},
             wijziging_tussen(*before, wanted));
        return Done{};
    });
}

Result<Id<dichtbij::Team>> OrganisatieService::add_team(const Caller& caller, Team team, std::vector<GemeenteId> gemeenten) const {
    for (const GemeenteId& gemeente : gemeenten) TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    Toetsing toetsing;
    check_texts(toetsing, team);
    TRY_DONE(toetsing.uitkomst());
    team.id = ids_.make<dichtbij::Team>();
    team.actief = true;
    team.versie = 0;
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::Team>> {
        TRY_DONE(check_links(tx, caller, team, gemeenten, today()));
        organisatie::add(tx, team, gemeenten);
        note(tx, caller, now(), {"team.gemaakt", gemeenten.front(), journal::Object::team, team.id.bytes},
             {{"leider", team.leider.text()}});
        return team.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Team wanted, std::vector<GemeenteId> gemeenten) const {
    Toetsing toetsing;
    check_texts(toetsing, wanted);
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        TRY(const Team before, organisatie::team(tx, wanted.id));
        TRY(const Toegang toegang, toegang_tot(tx, caller, before));
        TRY_DONE(require(toegang, Mag::beheren));
        TRY_DONE(toetsing.uitkomst());
        TRY_DONE(check_links(tx, caller, wanted, gemeenten, today()));
        wanted.actief = before.actief;
        if (!rows.update(wanted)) return changed_meanwhile(wanted.id.bytes);
        const auto served = rows.gemeenten_of_team(wanted.id);
        for (const GemeenteId& gemeente : gemeenten) {
            if (contains(served, gemeente)) continue;
            TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
            rows.add_team_gemeente(wanted.id, gemeente);
        }
        for (const GemeenteId& gemeente : served) {
            if (contains(gemeenten, gemeente) || !access::is_active_in(caller, gemeente)) continue;
            TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
            rows.remove_team_gemeente(wanted.id, gemeente);
        }
        for (const Medewerker& lid : rows.members(wanted.id)) organisatie::add_member(tx, wanted.id, lid.id);
        organisatie::add_member(tx, wanted.id, wanted.leider);
        note(tx, caller, now(), {"team.gewijzigd", toegang.gemeente, journal::Object::team, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        if (before.leider != wanted.leider) {
            note(tx, caller, now(), {"team.leider_gewijzigd", toegang.gemeente, journal::Object::team, wanted.id.bytes},
                 {{"van", before.leider.text()}, {"naar", wanted.leider.text()}});
            for (const auto& hook : hooks_.on_lead_changed) hook(tx, wanted.id);
        }
        for (const GemeenteId& gemeente : RouteringStore(tx).gemeenten_pointing_at(wanted.id))
            note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

Result<Done> OrganisatieService::lift_team(const Caller& caller, Id<dichtbij::Team> id, std::int64_t versie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        TRY(Team team, organisatie::team(tx, id));
        TRY(const Toegang toegang, toegang_tot(tx, caller, team));
        TRY_DONE(require(toegang, Mag::beheren));
        if (rows.count_active_at(id) > 0) return conflict("subjects or products name team " + id.text(), "organisatie.fout.team_in_gebruik");
        for (const auto& may_lift : hooks_.may_lift) TRY_DONE(may_lift(tx, id));
        team.actief = false;
        team.versie = versie;
        if (!rows.update(team)) return changed_meanwhile(id.bytes);
        note(tx, caller, now(), {"team.opgeheven", toegang.gemeente, journal::Object::team, id.bytes});
        for (const GemeenteId& gemeente : RouteringStore(tx).gemeenten_pointing_at(id))
            note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

Result<Done> OrganisatieService::add_member(const Caller& caller, Id<dichtbij::Team> id, Id<dichtbij::Medewerker> medewerker) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Team team, organisatie::team(tx, id));
        TRY(const Toegang toegang, toegang_tot(tx, caller, team));
        TRY_DONE(require(toegang, Mag::beheren));
        if (!is_in_service(tx, medewerker, today()) || !toegang_tot(tx, caller, medewerker))
            return invalid("medewerker", "organisatie.fout.kies_medewerker");
        organisatie::add_member(tx, id, medewerker);
        note(tx, caller, now(), {"team.lid_erbij", toegang.gemeente, journal::Object::team, id.bytes},
             {{"medewerker", medewerker.text()}});
        return Done{};
    });
}

Result<Done> OrganisatieService::remove_member(const Caller& caller, Id<dichtbij::Team> id, Id<dichtbij::Medewerker> medewerker) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Team team, organisatie::team(tx, id));
        TRY(const Toegang toegang, toegang_tot(tx, caller, team));
        TRY_DONE(require(toegang, Mag::beheren));
        if (team.leider == medewerker) return conflict("the lead stays a member", "organisatie.fout.leidt_team");
        OrganisatieStore(tx).remove_member(id, medewerker);
        note(tx, caller, now(), {"team.lid_eraf", toegang.gemeente, journal::Object::team, id.bytes},
             {{"medewerker", medewerker.text()}});
        for (const auto& gemeente : RouteringStore(tx).gemeenten_pointing_at(medewerker))
            note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

}  // namespace dichtbij::organisatie
