#include "werk/werklijst_service.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "werk/toegang_service.h"
#include "werk/werklijst_store.h"

namespace dichtbij::werk {
namespace {

using access::Rol;

constexpr int dringend_limit = 100;

Result<Done> check(const WerklijstVraag& vraag) {
    std::vector<FieldError> errors;
    if (auto error = check_text("tekst", vraag.tekst, zoek_limit)) errors.push_back(*error);
    if (auto error = check_text("kanaal", vraag.kanaal, kanaal_limit)) errors.push_back(*error);
    if (vraag.wie == Wie::team && !vraag.team) errors.push_back({"team", "fout.veld.verplicht", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

// The gemeenten where the caller works with residents; none: no worklist at all.
std::vector<Id<Gemeente>> gemeenten_of(const access::Caller& caller) {
    std::vector<Id<Gemeente>> known;
    for (const auto& gemeente : access::scope_of(caller).gemeenten)
        if (may_know(caller, gemeente)) known.push_back(gemeente);
    return known;
}

// The grants of those gemeenten only, so that what the stores ask of the caller is what he may know.
access::Caller narrowed(const access::Caller& caller) {
    access::Caller seen = caller;
    std::erase_if(seen.grants, [&](const access::Grant& grant) { return !may_know(caller, grant.gemeente); });
    return seen;
}

template <class T>
std::vector<Uuid> bytes_of(const std::vector<Id<T>>& ids) {
    std::vector<Uuid> bytes;
    for (const auto& id : ids) bytes.push_back(id.bytes);
    return bytes;
}

Ingang ingang_of(store::Tx& tx, const access::Caller& caller, const WerklijstVraag& vraag, Day today) {
    switch (vraag.wie) {
        case Wie::van_mij: return {Ingang::Kolom::eigenaar, {caller.medewerker.bytes}};
        case Wie::team: return {Ingang::Kolom::team, {vraag.team->bytes}};
        case Wie::vervanging:
            return {Ingang::Kolom::eigenaar, bytes_of(organisatie::substitutes_for(tx, caller.medewerker, today))};
        case Wie::alles: break;
    }
    if (!vraag.gemeente) return {Ingang::Kolom::gemeente, bytes_of(gemeenten_of(caller))};
    return {Ingang::Kolom::gemeente, may_know(caller, *vraag.gemeente) ? std::vector<Uuid>{vraag.gemeente->bytes} : std::vector<Uuid>{}};
}

Werkregel regel_of(const access::Caller& caller, const Werk& werk, const Bakgrenzen& grenzen) {
    return {seen_by(caller, werk), !access::may_read_domein(caller, werk.domein), bak_of(werk, grenzen)};
}

Bak bak_of(const Teamrij& row, const Bakgrenzen& grenzen) {
    Werk werk;
    werk.orde_op = row.orde_op;
    werk.wacht = row.wacht;
    return werk::bak_of(werk, grenzen);
}

bool is_shared_with(store::Tx& tx, const Weergave& weergave, const access::Caller& caller) {
    if (!weergave.team) return false;
    const auto teams = organisatie::teams_of_medewerker(tx, caller.medewerker);
    return std::any_of(teams.begin(), teams.end(), [&](const auto& team) { return team.id == *weergave.team; });
}

template <class Row>
void sort_by_late(std::vector<Row>& rows, auto late, auto total) {
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return std::pair(late(a), total(a)) > std::pair(late(b), total(b)); });
}

}  // namespace

Result<Werkpagina> WerklijstService::page(const access::Caller& caller, const WerklijstVraag& vraag) {
    return store_.read([&](store::Tx& tx) { return page(tx, caller, vraag); });
}

Result<Werkpagina> WerklijstService::page(store::Tx& tx, const access::Caller& everywhere, const WerklijstVraag& vraag) {
    TRY_DONE(check(vraag));
    const access::Caller caller = narrowed(everywhere);
    if (caller.grants.empty()) return forbidden("no role with worklists");
    const Instant now = clock_.now();
    const Bakgrenzen grenzen = bakgrenzen(now);
    WerklijstVraag asked = vraag;
    asked.limit = std::clamp(vraag.limit, 1, werklijst_limit);
    const auto rows = read_page(tx, caller, ingang_of(tx, caller, asked, day_of(now)), asked, grenzen);
    Werkpagina pagina;
    for (const Werk& werk : rows) pagina.regels.push_back(regel_of(caller, werk, grenzen));
    if (static_cast<int>(rows.size()) == asked.limit) pagina.volgende = Bladwijzer{rows.back().orde_op, rows.back().id};
    return pagina;
}

Result<Tellingen> WerklijstService::counts(const access::Caller& caller, const WerklijstVraag& vraag) {
    return store_.read([&](store::Tx& tx) { return counts(tx, caller, vraag); });
}

Result<Tellingen> WerklijstService::counts(store::Tx& tx, const access::Caller& everywhere, const WerklijstVraag& vraag) {
    TRY_DONE(check(vraag));
    const access::Caller caller = narrowed(everywhere);
    if (caller.grants.empty()) return forbidden("no role with worklists");
    const Instant now = clock_.now();
    return count_list(tx, caller, ingang_of(tx, caller, vraag, day_of(now)), vraag, bakgrenzen(now));
}

Result<Teamoverzicht> WerklijstService::team_overview(const access::Caller& caller, Id<Team> team) {
    return store_.read([&](store::Tx& tx) { return team_overview(tx, caller, team); });
}

Result<Teamoverzicht> WerklijstService::team_overview(store::Tx& tx, const access::Caller& everywhere, Id<Team> team) {
    const auto served = organisatie::gemeenten_of_team(tx, team);
    if (std::none_of(served.begin(), served.end(), [&](const auto& gemeente) { return access::is_active_in(everywhere, gemeente); }))
        return not_found("team " + team.text());
    const access::Caller caller = narrowed(everywhere);
    const bool leads = std::any_of(caller.grants.begin(), caller.grants.end(), [&](const access::Grant& grant) {
        if (std::find(served.begin(), served.end(), grant.gemeente) == served.end()) return false;
        return grant.rol == Rol::manager || (grant.rol == Rol::teamleider && (!grant.team || *grant.team == team));
    });
    if (!leads) return forbidden("does not lead team " + team.text());
    const Instant now = clock_.now();
    const Bakgrenzen grenzen = bakgrenzen(now);
    Teamoverzicht overzicht;
    std::map<Id<Medewerker>, Tellingen> personen;
    for (const auto& lid : organisatie::members(tx, team)) personen[lid.id];
    std::map<std::optional<Id<Onderwerp>>, Onderwerpregel> onderwerpen;
    each_of_team(tx, caller, team, [&](Teamrij&& row) {
        const Bak bak = bak_of(row, grenzen);
        const bool soon = bak != Bak::te_laat && row.waarschuwing_op && *row.waarschuwing_op <= now;
        count(overzicht.tellingen, bak);
        count(personen[row.eigenaar], bak);
        overzicht.binnenkort += soon;
        overzicht.niet_aanvaard += !row.aanvaard_op;
        if (!access::may_read_domein(caller, row.domein)) row.onderwerp.reset();
        Onderwerpregel& regel = onderwerpen[row.onderwerp];
        regel.onderwerp = row.onderwerp;
        ++regel.totaal;
        regel.te_laat += bak == Bak::te_laat;
        regel.binnenkort += soon;
    });
    for (const auto& [medewerker, tellingen] : personen) overzicht.personen.push_back({medewerker, tellingen});
    for (const auto& [onderwerp, regel] : onderwerpen) overzicht.onderwerpen.push_back(regel);
    sort_by_late(overzicht.personen, [](const auto& row) { return row.tellingen.te_laat; }, [](const auto& row) { return row.tellingen.totaal; });
    sort_by_late(overzicht.onderwerpen, [](const auto& row) { return row.te_laat + row.binnenkort; }, [](const auto& row) { return row.totaal; });
    for (const Werk& werk : urgent_of_team(tx, caller, team, now, dringend_limit)) overzicht.dringend.push_back(regel_of(caller, werk, grenzen));
    return overzicht;
}

std::vector<Weergave> WerklijstService::views(const access::Caller& caller) {
    return store_.read([&](store::Tx& tx) {
        std::vector<Weergave> found = weergaven_of(tx, caller.medewerker);
        for (const auto& team : organisatie::teams_of_medewerker(tx, caller.medewerker))
            for (Weergave& shared : weergaven_shared_with(tx, team.id))
                if (shared.medewerker != caller.medewerker) found.push_back(std::move(shared));
        return found;
    });
}

Result<Weergave> WerklijstService::save_view(const access::Caller& caller, std::string_view naam, const WerklijstVraag& vraag, std::optional<Id<Team>> shared_with) {
    TRY_DONE(check(vraag));
    if (auto error = check_required("naam", naam, weergavenaam_limit)) return invalid({*error});
    return store_.write([&](store::Tx& tx) -> Result<Weergave> {
        if (shared_with) {
            const auto teams = organisatie::teams_of_medewerker(tx, caller.medewerker);
            if (std::none_of(teams.begin(), teams.end(), [&](const auto& team) { return team.id == *shared_with; }))
                return forbidden("shares only with a team of his own");
        }
        const auto own = weergaven_of(tx, caller.medewerker);
        Weergave weergave{ids_.next(), caller.medewerker, shared_with, cleaned(naam), as_text(vraag), 1};
        const auto same = std::find_if(own.begin(), own.end(), [&](const Weergave& one) { return one.naam == weergave.naam; });
        if (same != own.end()) {
            weergave.id = same->id;
            weergave.versie = same->versie + 1;
            save_weergave(tx, weergave);
            return weergave;
        }
        if (own.size() >= static_cast<std::size_t>(weergaven_limit)) return conflict("too many views", "werk.fout.te_veel_weergaven");
        insert_weergave(tx, weergave);
        return weergave;
    });
}

Result<Done> WerklijstService::delete_view(const access::Caller& caller, const Uuid& id) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto weergave = find_weergave(tx, id);
        const bool own = weergave && weergave->medewerker == caller.medewerker;
        if (!own && (!weergave || !is_shared_with(tx, *weergave, caller))) return not_found("view " + to_string(id));
        if (!own && organisatie::lead_of(tx, *weergave->team, day_of(clock_.now())) != caller.medewerker)
            return forbidden("the view of a colleague");
        delete_weergave(tx, id);
        return Done{};
    });
}

}  // namespace dichtbij::werk
