#include "organisatie/routering_service.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

#include "base/text.h"
#include "journal/journal.h"
#include "norm/norm_service.h"
#include "organisatie/organisatie_store.h"

namespace dichtbij::organisatie {
namespace {

using MedewerkerId = Id<dichtbij::Medewerker>;
using GemeenteId = Id<dichtbij::Gemeente>;

std::string uitleg(std::initializer_list<std::string_view> parts) {
    std::string line;
    for (const auto part : parts) line.append(line.empty() ? "" : "\x1f").append(part);
    return line;
}

bool serves(const OrganisatieStore& rows, Id<dichtbij::Team> team, GemeenteId gemeente) {
    const auto served = rows.gemeenten_of_team(team);
    return std::find(served.begin(), served.end(), gemeente) != served.end();
}

// The first team of the employee that serves the gemeente.
std::optional<Team> team_of(const OrganisatieStore& rows, MedewerkerId medewerker, GemeenteId gemeente) {
    for (Team& team : rows.teams_of_medewerker(medewerker))
        if (serves(rows, team.id, gemeente)) return std::move(team);
    return std::nullopt;
}

// The teams that rows point at, each read once for all rows.
class Doelteams {
  public:
    Doelteams(const OrganisatieStore& rows, GemeenteId gemeente) : rows_(rows), gemeente_(gemeente) {}
    struct Doel {
        bool is_active = false;
        bool serves = false;
    };
    Doel operator()(Id<dichtbij::Team> id) {
        const auto [at, is_new] = seen_.try_emplace(id);
        if (is_new) {
            const auto team = rows_.team(id);
            at->second = {team && team->actief, organisatie::serves(rows_, id, gemeente_)};
        }
        return at->second;
    }

  private:
    const OrganisatieStore& rows_;
    GemeenteId gemeente_;
    std::map<Id<dichtbij::Team>, Doel> seen_;
};

Stand stand_of(store::Tx& tx, const OrganisatieStore& rows, const Routeringsregel& regel, Day day, Doelteams& teams) {
    Stand stand;
    if (regel.onderwerp) {
        const auto onderwerp = rows.onderwerp(*regel.onderwerp);
        stand.onderwerp_known = onderwerp && onderwerp->actief && onderwerp->gemeente == regel.gemeente;
    }
    if (regel.product) {
        const auto product = rows.product(*regel.product);
        stand.product_known = product && product->actief && product->gemeente == regel.gemeente;
    }
    if (regel.doel_team) {
        const Doelteams::Doel doel = teams(*regel.doel_team);
        stand.team_active = doel.is_active;
        stand.team_serves_gemeente = doel.serves;
        if (!regel.doel_vaardigheid.empty()) {
            const auto skilled = rows.members_with(*regel.doel_team, regel.doel_vaardigheid);
            stand.skill_in_team = std::any_of(skilled.begin(), skilled.end(),
                                              [&](const Medewerker& m) { return is_in_service(tx, m.id, day); });
        }
    }
    if (regel.doel_medewerker) {
        stand.medewerker_in_service = is_in_service(tx, *regel.doel_medewerker, day);
        stand.medewerker_in_team = team_of(rows, *regel.doel_medewerker, regel.gemeente).has_value();
    }
    return stand;
}

Moment moment_of(store::Tx& tx, const Vraag& vraag, const std::vector<Routeringsregel>& regels, const Omgeving& omgeving) {
    Moment moment;
    moment.weekdag = static_cast<int>(weekday_of(day_of(vraag.op)).iso_encoding()) - 1;
    const bool asked = std::any_of(regels.begin(), regels.end(),
                                   [](const Routeringsregel& r) { return r.openingstijd != Openingstijd::altijd; });
    if (asked && omgeving.is_open) moment.is_open = omgeving.is_open(tx, vraag.gemeente, vraag.op);
    return moment;
}

void give_to_lead(store::Tx& tx, Route& route, const Team& team, Day day) {
    route.team = team.id;
    route.eigenaar = acting_for(tx, team.leider, day);
    const std::string lead = naam_of(tx, team.leider);
    if (route.eigenaar == team.leider) route.uitleg.push_back(uitleg({"routering.uitleg.leider", lead, team.naam}));
    else route.uitleg.push_back(uitleg({"routering.uitleg.leider_vervanger", naam_of(tx, route.eigenaar), lead, team.naam}));
}

void give_to_person(store::Tx& tx, Route& route, Id<dichtbij::Team> team, MedewerkerId medewerker, Day day) {
    route.team = team;
    route.eigenaar = acting_for(tx, medewerker, day);
    route.is_persoon = true;
    const std::string naam = naam_of(tx, medewerker);
    if (route.eigenaar == medewerker) route.uitleg.push_back(uitleg({"routering.uitleg.persoon", naam}));
    else route.uitleg.push_back(uitleg({"routering.uitleg.persoon_vervanger", naam_of(tx, route.eigenaar), naam}));
}

// Of those with the skill who are there, who has the least open work; of equal ones the first by name.
std::optional<Medewerker> least_busy(store::Tx& tx, const OrganisatieStore& rows, const Routeringsregel& regel, Day day,
                                     const Omgeving& omgeving) {
    std::optional<Medewerker> best;
    int best_load = 0;
    for (const Medewerker& medewerker : rows.members_with(*regel.doel_team, regel.doel_vaardigheid)) {
        if (!is_available(tx, medewerker.id, day)) continue;
        const int load = omgeving.open_work ? omgeving.open_work(tx, medewerker.id) : 0;
        if (best && load >= best_load) continue;
        best = medewerker;
        best_load = load;
    }
    return best;
}

void follow_regel(store::Tx& tx, Route& route, const Routeringsregel& regel, Day day, const Omgeving& omgeving) {
    const OrganisatieStore rows(tx);
    route.regel = regel.naam;
    route.uitleg.push_back(uitleg({"routering.uitleg.regel", regel.naam}));
    if (regel.doel_medewerker) {
        const auto team = regel.doel_team ? rows.team(*regel.doel_team) : team_of(rows, *regel.doel_medewerker, regel.gemeente);
        return give_to_person(tx, route, team->id, *regel.doel_medewerker, day);
    }
    const Team team = *rows.team(*regel.doel_team);
    if (regel.doel_vaardigheid.empty()) return give_to_lead(tx, route, team, day);
    if (const auto chosen = least_busy(tx, rows, regel, day, omgeving)) {
        route.team = team.id;
        route.eigenaar = chosen->id;
        route.is_persoon = true;
        route.uitleg.push_back(uitleg({"routering.uitleg.vaardigheid", chosen->naam, regel.doel_vaardigheid}));
        return;
    }
    route.uitleg.push_back(uitleg({"routering.uitleg.niemand_beschikbaar", regel.doel_vaardigheid, team.naam}));
    give_to_lead(tx, route, team, day);
}

// Without a row: the subject's team, else the product's, else the KCC, else any team of the gemeente.
Result<Done> give_to_fallback(store::Tx& tx, Route& route, const Vraag& vraag) {
    const OrganisatieStore rows(tx);
    const Day day = day_of(vraag.op);
    const auto usable = [&](Id<dichtbij::Team> id) -> std::optional<Team> {
        auto team = rows.team(id);
        if (!team || !team->actief || !serves(rows, id, vraag.gemeente)) return std::nullopt;
        return team;
    };
    if (vraag.onderwerp) {
        const auto onderwerp = rows.onderwerp(*vraag.onderwerp);
        if (onderwerp && onderwerp->gemeente == vraag.gemeente)
            if (const auto team = usable(onderwerp->team)) {
                route.uitleg.push_back(uitleg({"routering.uitleg.onderwerp", onderwerp->naam, team->naam}));
                give_to_lead(tx, route, *team, day);
                return Done{};
            }
    }
    if (vraag.product) {
        const auto product = rows.product(*vraag.product);
        if (product && product->gemeente == vraag.gemeente)
            if (const auto team = usable(product->team)) {
                route.uitleg.push_back(uitleg({"routering.uitleg.product", product->naam, team->naam}));
                give_to_lead(tx, route, *team, day);
                return Done{};
            }
    }
    const auto kcc = rows.kcc_of(vraag.gemeente);
    if (!kcc) return not_found("no team serves gemeente " + vraag.gemeente.text());
    route.uitleg.push_back(uitleg({"routering.uitleg.kcc", kcc->naam}));
    give_to_lead(tx, route, *kcc, day);
    return Done{};
}

// A subject brings its product along.
Vraag completed(const OrganisatieStore& rows, Vraag vraag) {
    if (vraag.onderwerp && !vraag.product)
        if (const auto onderwerp = rows.onderwerp(*vraag.onderwerp)) vraag.product = onderwerp->product;
    return vraag;
}

journal::Entry storing_entry(const Storing& storing, std::string gebeurtenis, Instant now) {
    auto entry = journal::entry(access::system_caller("routering"), now, std::move(gebeurtenis), storing.gemeente,
                                journal::Object::routering, storing.regel.bytes);
    entry.kenmerken = {{"oorzaak", boost::describe::enum_to_string(storing.oorzaak, "")}};
    return entry;
}

}  // namespace

Result<Afweging> weigh(store::Tx& tx, const Vraag& asked, const Omgeving& omgeving, Blik blik) {
    const OrganisatieStore rows(tx);
    const Vraag vraag = completed(rows, asked);
    const Day day = day_of(vraag.op);
    Afweging afweging;
    afweging.asked_calendar = static_cast<bool>(omgeving.is_open);
    afweging.saw_all = blik == Blik::alle_regels;
    const RouteringStore table(tx);
    afweging.regels = afweging.saw_all ? table.regels(vraag.gemeente) : table.regels_for(vraag.gemeente, vraag.onderwerp);
    const Moment moment = moment_of(tx, vraag, afweging.regels, omgeving);
    Doelteams teams(rows, vraag.gemeente);
    for (const Routeringsregel& regel : afweging.regels) {
        if (Oordeel sound = judge(regel, vraag, moment, Stand{}); blik == Blik::wat_past && !sound.verschillen.empty()) {
            afweging.oordelen.push_back(std::move(sound));
            continue;
        }
        afweging.oordelen.push_back(judge(regel, vraag, moment, stand_of(tx, rows, regel, day, teams)));
        if (afweging.oordelen.back().could_match) afweging.route.uitleg.push_back(uitleg({"routering.uitleg.storing", regel.naam}));
    }
    afweging.winnaar = winner(afweging.regels, afweging.oordelen);
    if (afweging.winnaar) follow_regel(tx, afweging.route, afweging.regels[*afweging.winnaar], day, omgeving);
    else TRY_DONE(give_to_fallback(tx, afweging.route, vraag));
    return afweging;
}

std::vector<Oorzaak> oorzaken_now(store::Tx& tx, const Routeringsregel& regel, Instant now, const Omgeving& omgeving) {
    Vraag vraag;
    vraag.gemeente = regel.gemeente;
    vraag.op = now;
    const OrganisatieStore rows(tx);
    Doelteams teams(rows, regel.gemeente);
    return oorzaken_of(regel, stand_of(tx, rows, regel, day_of(now), teams), moment_of(tx, vraag, {regel}, omgeving));
}

void note_storingen(store::Tx& tx, GemeenteId gemeente, Instant now, const Afweging& afweging) {
    const RouteringStore store(tx);
    auto mended = store.storingen(gemeente);
    if (!afweging.saw_all && !mended.empty()) {
        std::set<Id<Routeringsregel>> seen;
        for (std::size_t i = 0; i < afweging.regels.size(); ++i)
            if (afweging.oordelen[i].verschillen.empty()) seen.insert(afweging.regels[i].id);
        std::erase_if(mended, [&](const Storing& s) { return !seen.contains(s.regel); });
    }
    for (std::size_t i = 0; i < afweging.regels.size(); ++i)
        for (const Oorzaak oorzaak : afweging.oordelen[i].oorzaken) {
            if (oorzaak == Oorzaak::kalender_ontbreekt && !afweging.asked_calendar) continue;
            const Storing storing{afweging.regels[i].id, oorzaak, gemeente, now};
            const auto known = std::erase_if(
                mended, [&](const Storing& s) { return s.regel == storing.regel && s.oorzaak == storing.oorzaak; });
            if (known == 0 && store.note(storing)) journal::append(tx, storing_entry(storing, "routering.storing", now));
        }
    for (const Storing& storing : mended) {
        if (storing.oorzaak == Oorzaak::kalender_ontbreekt && !afweging.asked_calendar) continue;
        store.forget(storing);
        journal::append(tx, storing_entry(storing, "routering.hersteld", now));
    }
}

void note_storingen(store::Tx& tx, GemeenteId gemeente, Instant now, const Omgeving& omgeving) {
    Vraag vraag;
    vraag.gemeente = gemeente;
    vraag.op = now;
    if (const auto afweging = weigh(tx, vraag, omgeving)) note_storingen(tx, gemeente, now, *afweging);
}

Omgeving with_calendars(norm::NormService& norms) {
    Omgeving omgeving;
    omgeving.is_open = [&norms](store::Tx& tx, GemeenteId gemeente, Instant at) -> std::optional<bool> {
        const auto kalender = norms.kalender(tx, gemeente);
        if (!kalender) return std::nullopt;
        const auto open = (*kalender)->is_open(at);
        return open ? std::optional(*open) : std::nullopt;
    };
    return omgeving;
}

Result<Route> route(store::Tx& tx, const Vraag& vraag, const Omgeving& omgeving) {
    TRY(const auto afweging, weigh(tx, vraag, omgeving, Blik::wat_past));
    note_storingen(tx, vraag.gemeente, vraag.op, afweging);
    return afweging.route;
}

Result<Route> preview_route(store::Tx& tx, const Vraag& vraag, const Omgeving& omgeving) {
    TRY(const auto afweging, weigh(tx, vraag, omgeving, Blik::wat_past));
    return afweging.route;
}

}  // namespace dichtbij::organisatie
