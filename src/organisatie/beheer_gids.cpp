#include <algorithm>

#include "base/text.h"
#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using MedewerkerId = Id<dichtbij::Medewerker>;

constexpr std::size_t zoekwoorden_limit = 6;

Beschikbaarheid beschikbaarheid_of(store::Tx& tx, const Medewerker& medewerker, Instant now) {
    const Day today = day_of(now);
    Beschikbaarheid b;
    b.works_today = (medewerker.werkdagen >> (weekday_of(today).iso_encoding() - 1) & 1) != 0;
    if (const auto absence = OrganisatieStore(tx).absence_on(medewerker.id, today)) b.absent_until = absence->tot;
    else b.staat = staat_now(MedewerkerStore(tx).presence_of(medewerker.id), now);
    if (b.absent_until)
        if (const auto acting = acting_for(tx, medewerker.id, today); acting != medewerker.id)
            b.vervanger = Naam{acting, naam_of(tx, acting)};
    return b;
}

Collega collega_of(store::Tx& tx, Medewerker medewerker, Instant now) {
    Collega collega;
    collega.teams = teams_of_medewerker(tx, medewerker.id);
    collega.vaardigheden = MedewerkerStore(tx).skills_of(medewerker.id);
    collega.beschikbaarheid = beschikbaarheid_of(tx, medewerker, now);
    collega.medewerker = std::move(medewerker);
    return collega;
}

void add_once(std::vector<Naam>& list, store::Tx& tx, MedewerkerId id) {
    const bool there = std::any_of(list.begin(), list.end(), [&](const Naam& n) { return n.id == id; });
    if (!there) list.push_back({id, naam_of(tx, id)});
}

// Colleagues of his teams first; who may manage also chooses among all of the gemeente.
std::vector<Naam> possible_substitutes(store::Tx& tx, MedewerkerId id, const Toegang& toegang, Day today) {
    std::vector<Naam> list;
    for (const Team& team : teams_of_medewerker(tx, id))
        for (const Medewerker& lid : members(tx, team.id, today))
            if (lid.id != id) add_once(list, tx, lid.id);
    Gidszoek everyone;
    everyone.gemeenten = {toegang.gemeente};
    everyone.today = today;
    everyone.limit = collegas_limit;
    for (const Medewerker& collega : MedewerkerStore(tx).search(everyone))
        if (collega.id != id) add_once(list, tx, collega.id);
    return list;
}

}  // namespace

Result<Gids> OrganisatieService::gids(const Caller& caller, const Gidsvraag& vraag) const {
    return store_.read([&](store::Tx& tx) -> Result<Gids> {
        Gidszoek zoek;
        zoek.woorden = words_of(folded(shortened(vraag.zoek, naam_limit)));
        if (zoek.woorden.size() > zoekwoorden_limit) zoek.woorden.resize(zoekwoorden_limit);
        zoek.gemeenten = gemeenten_of(tx, caller);
        if (vraag.gemeente) {
            if (!access::is_active_in(caller, *vraag.gemeente)) return not_found("gemeente " + vraag.gemeente->text());
            zoek.gemeenten = {*vraag.gemeente};
        }
        if (zoek.gemeenten.empty()) return forbidden("no role in any gemeente");
        zoek.team = vraag.team;
        zoek.vaardigheid = skill_key(vraag.vaardigheid);
        zoek.today = today();
        zoek.after = vraag.after;
        zoek.limit = gids_limit + 1;
        auto found = MedewerkerStore(tx).search(zoek);
        Gids gids;
        gids.has_more = found.size() > gids_limit;
        if (gids.has_more) found.pop_back();
        for (Medewerker& medewerker : found) gids.collegas.push_back(collega_of(tx, std::move(medewerker), now()));
        return gids;
    });
}

std::vector<std::string> OrganisatieService::vaardigheden(const Caller& caller) const {
    return store_.read([&](store::Tx& tx) {
        std::vector<std::string> all;
        for (const auto& gemeente : gemeenten_of(tx, caller)) {
            const auto more = MedewerkerStore(tx).skills_in(gemeente);
            all.insert(all.end(), more.begin(), more.end());
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    });
}

std::vector<Naam> OrganisatieService::collegas(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    return store_.read([&](store::Tx& tx) {
        std::vector<Naam> list;
        if (!access::is_active_in(caller, gemeente)) return list;
        Gidszoek everyone;
        everyone.gemeenten = {gemeente};
        everyone.today = today();
        everyone.limit = collegas_limit;
        for (Medewerker& medewerker : MedewerkerStore(tx).search(everyone)) list.push_back({medewerker.id, std::move(medewerker.naam)});
        return list;
    });
}

Result<Persoon> OrganisatieService::persoon(const Caller& caller, MedewerkerId id) const {
    return store_.read([&](store::Tx& tx) -> Result<Persoon> {
        TRY(const Toegang toegang, toegang_tot(tx, caller, id));
        TRY(Medewerker medewerker, organisatie::medewerker(tx, id));
        Persoon persoon;
        persoon.mag = toegang.mag;
        persoon.collega = collega_of(tx, std::move(medewerker), now());
        persoon.gemeenten = OrganisatieStore(tx).gemeenten_of_medewerker(id);
        if (toegang.mag == Mag::kijken) return persoon;
        const MedewerkerStore people(tx);
        persoon.afwezigheid = people.absences_until(id, today());
        persoon.vervanging = people.substitutions_until(id, today());
        for (const Afwezigheid& absence : persoon.afwezigheid)
            if (absence.vervanger) add_once(persoon.namen, tx, *absence.vervanger);
        for (const Vervanging& vervanging : persoon.vervanging) add_once(persoon.namen, tx, vervanging.vervanger);
        persoon.mogelijke_vervangers = possible_substitutes(tx, id, toegang, today());
        return persoon;
    });
}

std::vector<Teamregel> OrganisatieService::teams(const Caller& caller) const {
    return store_.read([&](store::Tx& tx) {
        const OrganisatieStore rows(tx);
        std::vector<Teamregel> list;
        for (const auto& gemeente : gemeenten_of(tx, caller))
            for (Team& team : rows.teams_of_gemeente(gemeente)) {
                const bool there = std::any_of(list.begin(), list.end(), [&](const Teamregel& r) { return r.team.id == team.id; });
                if (there) continue;
                Teamregel regel;
                const auto afdeling = rows.afdeling(team.afdeling);
                regel.afdeling = afdeling ? afdeling->naam : std::string();
                regel.leider = naam_of(tx, team.leider);
                for (const auto& served : rows.gemeenten_of_team(team.id))
                    if (access::is_active_in(caller, served)) regel.gemeenten.push_back(rows.gemeente(served)->naam);
                regel.leden = static_cast<std::int64_t>(members(tx, team.id, today()).size());
                regel.team = std::move(team);
                list.push_back(std::move(regel));
            }
        std::stable_sort(list.begin(), list.end(), [](const Teamregel& a, const Teamregel& b) {
            return std::pair(sort_key(a.afdeling), sort_key(a.team.naam)) < std::pair(sort_key(b.afdeling), sort_key(b.team.naam));
        });
        return list;
    });
}

Result<Teamblad> OrganisatieService::team(const Caller& caller, Id<dichtbij::Team> id) const {
    return store_.read([&](store::Tx& tx) -> Result<Teamblad> {
        const OrganisatieStore rows(tx);
        TRY(const Team team, organisatie::team(tx, id));
        TRY(const Toegang toegang, toegang_tot(tx, caller, team));
        Teamblad blad;
        blad.team = team;
        blad.mag = toegang.mag;
        const auto afdeling = rows.afdeling(team.afdeling);
        blad.afdeling = afdeling ? afdeling->naam : std::string();
        blad.leider = {team.leider, naam_of(tx, team.leider)};
        for (const auto& served : rows.gemeenten_of_team(id))
            if (access::is_active_in(caller, served)) blad.gemeenten.push_back(*rows.gemeente(served));
        for (Medewerker& lid : members(tx, id, today())) blad.leden.push_back(collega_of(tx, std::move(lid), now()));
        return blad;
    });
}

}  // namespace dichtbij::organisatie
