#include <algorithm>

#include "base/text.h"
#include "werk/attentie_store.h"
#include "werk/toegang_service.h"
#include "werk/werk_act_service.h"
#include "werk/werk_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

Kenmerken moved(const Werk& before, const Werk& after) {
    Kenmerken kenmerken{{"van", before.eigenaar.text()}, {"naar", after.eigenaar.text()}};
    if (before.team != after.team) {
        kenmerken.emplace_back("van_team", before.team.text());
        kenmerken.emplace_back("naar_team", after.team.text());
    }
    return kenmerken;
}

bool is_member(store::Tx& tx, Id<Team> team, Id<Medewerker> medewerker) {
    const auto teams = organisatie::teams_of_medewerker(tx, medewerker);
    return std::any_of(teams.begin(), teams.end(), [&](const auto& one) { return one.id == team; });
}

Fail closed(const Werk& werk) { return conflict("closed: werk " + werk.id.text(), "werk.fout.gesloten"); }

}  // namespace

// Who names himself has accepted.
void WerkService::own(Act& act, std::optional<Id<Medewerker>> named) {
    Werk& werk = act.werk;
    werk.toegewezen_aan = named;
    const bool self = named && named == act.caller.employee();
    werk.eigenaar = self ? *named : owner_until_accepted(act.tx, werk.team, named, act.today);
    werk.aanvaard_op = self ? std::optional(act.now) : std::nullopt;
}

void WerkService::remember(const Act& act, Handeling soort) {
    if (!act.caller.is_employee()) return;
    const Werk& was = act.before;
    insert_ongedaan(act.tx, {act.handeling, was.id, soort, act.caller.medewerker, act.now + ongedaan_termijn, was.versie + 1,
                             was.team, was.domein, was.product, was.onderwerp, was.afhandelniveau, was.eigenaar,
                             was.toegewezen_aan, was.aanvaard_op, was.wacht, was.herinnering_op, was.laatste_stap,
                             was.laatste_op, was.laatste_door});
}

Result<Gedaan> WerkService::give(Act& act, std::optional<Id<Medewerker>> named, Handeling soort) {
    own(act, named);
    if (act.werk.aanvaard_op) {
        TRY_DONE(Klokken(act.tx, ids_, *act.kalender).meet(act.werk.id, norm::Meetmoment::acceptatie, act.now, act.handeling));
    } else {
        TRY_DONE(start_acceptance(act));
    }
    remember(act, soort);
    if (act.werk.eigenaar != act.before.eigenaar) tell_owner(act, Attentiesoort::nieuw_werk);
    return Gedaan{act.werk, act.handeling};
}

Result<Gedaan> WerkService::accept(const access::Caller& caller, Id<dichtbij::Werk> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) { return accept(tx, caller, id, versie); });
}

Result<Gedaan> WerkService::accept(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, std::int64_t versie) {
    if (!caller.is_employee()) return forbidden("only an employee accepts work");
    TRY(Act act, begin(tx, caller, {id, versie}));
    if (!act.werk.is_open()) return closed(act.werk);
    if (act.werk.aanvaard_op && act.werk.eigenaar == caller.medewerker) return conflict("accepted already", "werk.fout.al_van_u");
    if (act.werk.aanvaard_op && !may_give(tx, caller, act.werk, act.today))
        return conflict("accepted by a colleague", "werk.fout.al_aanvaard");
    TRY_DONE(give(act, caller.medewerker, Handeling::aanvaarden));
    TRY_DONE(finish(act, "werk.aanvaard", moved(act.before, act.werk)));
    return Gedaan{act.werk, act.handeling};
}

Result<Gedaan> WerkService::assign(const access::Caller& caller, Keuze keuze, Id<Medewerker> medewerker) {
    return store_.write([&](store::Tx& tx) { return assign(tx, caller, keuze, medewerker); });
}

Result<Gedaan> WerkService::assign(store::Tx& tx, const access::Caller& caller, Keuze keuze, Id<Medewerker> medewerker) {
    TRY(Act act, begin(tx, caller, keuze));
    return assign(act, medewerker);
}

Result<Gedaan> WerkService::assign(Act& act, Id<Medewerker> medewerker) {
    if (!act.werk.is_open()) return closed(act.werk);
    if (!may_give(act.tx, act.caller, act.werk, act.today)) return forbidden("may not give away werk " + act.werk.id.text());
    if (!organisatie::is_in_service(act.tx, medewerker, act.today)) return invalid("medewerker", "werk.fout.medewerker_uit_dienst");
    if (!is_member(act.tx, act.werk.team, medewerker)) return invalid("medewerker", "werk.fout.medewerker_niet_in_team");
    TRY_DONE(give(act, medewerker, Handeling::toewijzen));
    TRY_DONE(finish(act, "werk.toegewezen", moved(act.before, act.werk)));
    return Gedaan{act.werk, act.handeling};
}

Result<Gedaan> WerkService::hand_on(const access::Caller& caller, Keuze keuze, const Doorgave& doorgave) {
    return store_.write([&](store::Tx& tx) { return hand_on(tx, caller, keuze, doorgave); });
}

Result<Gedaan> WerkService::hand_on(store::Tx& tx, const access::Caller& caller, Keuze keuze, const Doorgave& doorgave) {
    TRY(Act act, begin(tx, caller, keuze));
    return hand_on(act, doorgave);
}

Result<Gedaan> WerkService::hand_on(Act& act, const Doorgave& doorgave) {
    if (!act.werk.is_open()) return closed(act.werk);
    if (auto error = check_required("reden", doorgave.reden, reden_limit)) return invalid({*error});
    std::optional<Id<Medewerker>> named;
    TRY_DONE(aim(act, doorgave.naar, named));
    TRY_DONE(give(act, named, Handeling::doorgeven));
    TRY_DONE(finish(act, "werk.doorgegeven", moved(act.before, act.werk), cleaned(doorgave.reden)));
    return Gedaan{act.werk, act.handeling};
}

// Sets the team, and what follows from a new subject or from a team in a confidential domain.
Result<Done> WerkService::aim(Act& act, const Bestemming& naar, std::optional<Id<Medewerker>>& named) {
    Werk& werk = act.werk;
    if (const auto* person = std::get_if<NaarMedewerker>(&naar)) {
        named = person->medewerker;
        werk.team = person->team;
    } else if (const auto* to_team = std::get_if<NaarTeam>(&naar)) {
        werk.team = to_team->team;
    } else {
        TRY(named, reroute(act, std::get<NaarRoutering>(naar)));
    }
    TRY_DONE(check_destination(act.tx, werk.gemeente, werk.team, named));
    TRY(const organisatie::Team team, organisatie::team(act.tx, werk.team));
    if (!team.domein.empty()) werk.domein = team.domein;
    return Done{};
}

// Who the routing names, if anyone. Without a new subject or product: those it has.
Result<std::optional<Id<Medewerker>>> WerkService::reroute(Act& act, const NaarRoutering& routing) {
    Werk& werk = act.werk;
    if (routing.onderwerp || routing.product) {
        werk.onderwerp = routing.onderwerp;
        werk.product = routing.product;
    }
    if (werk.onderwerp) {
        TRY(const organisatie::Onderwerp onderwerp, organisatie::onderwerp(act.tx, *werk.onderwerp));
        if (onderwerp.gemeente != werk.gemeente) return not_found("subject of another gemeente");
        werk.afhandelniveau = onderwerp.afhandelniveau;
        // What was written in confidence stays so, also when it goes elsewhere.
        if (!onderwerp.domein.empty()) werk.domein = onderwerp.domein;
        if (!werk.product) werk.product = onderwerp.product;
    }
    organisatie::Vraag vraag;
    vraag.gemeente = werk.gemeente;
    vraag.kanaal = werk.kanaal;
    vraag.taal = werk.taal;
    vraag.onderwerp = werk.onderwerp;
    vraag.product = werk.product;
    vraag.op = act.now;
    TRY(const organisatie::Route route, this->route(act.tx, vraag));
    werk.team = route.team;
    return route.is_persoon ? std::optional(route.eigenaar) : std::nullopt;
}

Result<Done> WerkService::check_destination(store::Tx& tx, Id<Gemeente> gemeente, Id<Team> team, std::optional<Id<Medewerker>> medewerker) const {
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    if (std::none_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team; })) return invalid("team", "werk.fout.team_onbekend");
    if (!medewerker) return Done{};
    if (!organisatie::is_in_service(tx, *medewerker, day_of(clock_.now()))) return invalid("medewerker", "werk.fout.medewerker_uit_dienst");
    if (!is_member(tx, team, *medewerker)) return invalid("medewerker", "werk.fout.medewerker_niet_in_team");
    return Done{};
}

organisatie::Omgeving WerkService::omgeving() const {
    return {[](store::Tx& tx, Id<Medewerker> medewerker) { return static_cast<int>(open_werk_of(tx, medewerker)); },
            [this](store::Tx& tx, Id<Gemeente> gemeente, Instant op) {
                const auto kalender = normbron_.kalender(tx, gemeente);
                if (!kalender) return false;
                const auto open_now = (*kalender)->is_open(op);
                return open_now && *open_now;
            }};
}

Result<organisatie::Route> WerkService::route(store::Tx& tx, const organisatie::Vraag& vraag) const {
    return organisatie::route(tx, vraag, omgeving());
}

Result<organisatie::Route> WerkService::preview_route(store::Tx& tx, const organisatie::Vraag& vraag) const {
    return organisatie::preview_route(tx, vraag, omgeving());
}

template <class F>
Result<Bulkuitslag> WerkService::all(const access::Caller& caller, std::span<const Keuze> keuzes, Omvang omvang, F one) {
    if (keuzes.empty()) return invalid("keuze", "werk.fout.niets_gekozen");
    if (keuzes.size() > keuze_limit) return invalid("keuze", "werk.fout.te_veel_gekozen", {std::to_string(keuze_limit)});
    return store_.write([&](store::Tx& tx) -> Result<Bulkuitslag> {
        const Uuid handeling = ids_.next();
        Bulkuitslag uitslag;
        for (const Keuze& keuze : keuzes) {
            auto act = begin(tx, caller, keuze);
            if (act) act->handeling = handeling;
            const auto done = act ? one(*act) : Result<Gedaan>(Fail(act.error()));
            if (!done && omvang == Omvang::alles_of_niets) return Fail(done.error());
            uitslag.regels.push_back({keuze.werk, done ? std::optional<Failure>() : done.error()});
        }
        if (uitslag.gelukt() > 0 && caller.is_employee()) uitslag.ongedaan = handeling;
        return uitslag;
    });
}

Result<Bulkuitslag> WerkService::assign_all(const access::Caller& caller, std::span<const Keuze> keuzes, Id<Medewerker> medewerker, Omvang omvang) {
    return all(caller, keuzes, omvang, [&](Act& act) { return assign(act, medewerker); });
}

Result<Bulkuitslag> WerkService::hand_on_all(const access::Caller& caller, std::span<const Keuze> keuzes, const Doorgave& doorgave, Omvang omvang) {
    return all(caller, keuzes, omvang, [&](Act& act) { return hand_on(act, doorgave); });
}

int Bulkuitslag::gelukt() const {
    return static_cast<int>(std::count_if(regels.begin(), regels.end(), [](const Bulkregel& regel) { return !regel.fout; }));
}

int WerkService::recompute_owners(store::Tx& tx, Instant now) {
    const access::Caller system = access::system_caller("eigenaren");
    int changed = 0;
    for (const Eigenaarsgroep& groep : unaccepted_groups(tx)) {
        const Id<Medewerker> owner = owner_until_accepted(tx, groep.team, groep.toegewezen_aan, day_of(now));
        if (owner == groep.eigenaar) continue;
        for (const Werk& werk : unaccepted_in(tx, groep)) {
            Werk after = werk;
            after.eigenaar = owner;
            save_eigenaar(tx, after);
            insert_attentie(tx, {ids_.next(), owner, werk.gemeente, werk.id, Attentiesoort::nieuw_werk, now, {}, {}, {}, {}});
            journal::Entry entry = werk_entry(system, now, "werk.eigenaar_herzien", after);
            entry.kenmerken = moved(werk, after);
            journal::append(tx, entry);
            ++changed;
        }
    }
    return changed;
}

}  // namespace dichtbij::werk
