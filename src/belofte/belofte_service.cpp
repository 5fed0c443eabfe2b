#include "belofte/belofte_service.h"

#include <algorithm>
#include <limits>

#include "access/bewaring.h"
#include "belofte/belofte_store.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::belofte {

using access::Rol;

// One turn in one gemeente. What a transaction counts is added when it is kept.
struct BelofteService::Ronde {
    Id<Gemeente> gemeente;
    Instant now;
    Day today{};
    int left = 0;
    werk::Kalender kalender;
    std::optional<std::map<std::pair<Id<dichtbij::Zaaktype>, std::string>, Doorlooptijd>> lengten;  // read with the first page
    std::map<Id<dichtbij::ZaaktypeVersie>, std::vector<std::string>> statussen;
    Nagegaan som;
    Nagegaan nu;           // of the transaction in hand
    bool is_time = false;  // of a working day
    bool is_done = false;  // nothing is left of this kind
};

struct Bekend {  // of a page of cases
    Stilstanden stil;
    std::map<Id<dichtbij::Zaak>, Verwachting> oude;
};

namespace {

void add(Nagegaan& sum, const Nagegaan& more) {
    sum.geteld += more.geteld;
    sum.zaken += more.zaken;
    sum.in_gevaar += more.in_gevaar;
    sum.gevraagd += more.gevraagd;
    sum.teamleiders += more.teamleiders;
}

Stand first_stand(Id<Gemeente> gemeente, Instant now) { return {gemeente, Instant{}, {}, day_of(now) - days(1), std::nullopt, {}, Id<dichtbij::Zaak>{access::eerste_id_van(now)}}; }

std::vector<std::string> statussen_of(store::Tx& tx, Id<dichtbij::ZaaktypeVersie> id) {
    std::vector<std::string> codes;
    if (const auto versie = zaaktype::versie(tx, id))
        for (const auto& one : versie->inhoud.statussen) codes.push_back(one.code);
    return codes;
}

// The caller with only what one of these roles gives him.
access::Caller as(const access::Caller& caller, Rol rol) {
    access::Caller only = caller;
    std::erase_if(only.grants, [&](const access::Grant& one) { return one.rol != rol; });
    return only;
}

std::vector<Id<Team>> teams_led(store::Tx& tx, const access::Caller& leader) {
    std::vector<Id<Team>> teams;
    for (const auto& grant : leader.grants) {
        if (grant.team) teams.push_back(*grant.team);
        else
            for (const auto& team : organisatie::teams_of_gemeente(tx, grant.gemeente)) teams.push_back(team.id);
    }
    return teams;
}

}  // namespace

Nagegaan BelofteService::check_promises(Instant now, int limit) {
    Nagegaan sum;
    const auto gemeenten = store_.read([](store::Tx& tx) { return organisatie::gemeenten(tx); });
    for (const auto& gemeente : gemeenten) {
        Ronde ronde{.gemeente = gemeente.id, .now = now, .today = day_of(now), .left = limit - sum.geteld - sum.zaken, .kalender = {}, .lengten = {}, .statussen = {}, .som = {}, .nu = {}};
        if (ronde.left <= 0) {
            sum.meer = true;
            break;
        }
        check_gemeente(ronde);
        add(sum, ronde.som);
        sum.meer = sum.meer || ronde.som.meer;
    }
    return sum;
}

void BelofteService::check_gemeente(Ronde& ronde) {
    const auto in_turn = [&](auto act) {
        for (ronde.is_done = false; !ronde.is_done;) {
            if (ronde.left <= 0) {
                ronde.som.meer = true;
                return false;
            }
            const int take = std::min(ronde.left, batch);
            const auto done = store_.write([&](store::Tx& tx) {
                ronde.nu = {};
                return (this->*act)(tx, ronde, take);
            });
            if (!done) return false;  // no calendar for this gemeente, or not for this year
            add(ronde.som, ronde.nu);
            ronde.left -= ronde.nu.geteld + ronde.nu.zaken;
        }
        return true;
    };
    if (!in_turn(&BelofteService::count_closed) || !ronde.is_time) return;
    in_turn(&BelofteService::look_at_some);
}

// Begins the check of the day when it is time; first what ended since the last one is counted.
Result<Done> BelofteService::count_closed(store::Tx& tx, Ronde& ronde, int limit) {
    TRY(ronde.kalender, werk_.normbron().kalender(tx, ronde.gemeente));
    ronde.is_done = true;
    Stand stand = find_stand(tx, ronde.gemeente).value_or(first_stand(ronde.gemeente, ronde.now));
    TRY(const bool works, ronde.kalender->is_working_day(ronde.today));
    ronde.is_time = works && local_time(ronde.now) >= LocalTime(ronde.today) + begin;
    if (stand.dag >= ronde.today || !ronde.is_time) return Done{};
    const auto stappen = gesloten_stappen(tx, stand, start_of(ronde.today), limit);
    if (stappen.empty()) {
        delete_verlopen(tx, ronde.gemeente);
        stand.dag = ronde.today;
        stand.sleutel = std::numeric_limits<std::int64_t>::min();
        stand.plaats = {};
        stand.nieuw_vanaf = Id<dichtbij::Zaak>{access::eerste_id_van(ronde.now)};
        save_stand(tx, stand);
        return Done{};
    }
    std::vector<Id<dichtbij::Zaak>> zaken;
    for (const Vanstap& one : stappen)
        if (zaken.empty() || zaken.back() != one.zaak) zaken.push_back(one.zaak);
    const Stilstanden stil = stilstanden(tx, zaken);
    std::map<Lengte, std::map<int, std::int64_t>> lengten;
    const auto count = [&](const Vanstap& one, const std::string& status, Day vanaf) {
        const auto known = stil.find(one.zaak);
        const auto lasted = werkdagen(*ronde.kalender, vanaf, one.einddatum, known == stil.end() ? std::vector<Stilstand>() : known->second);
        if (!lasted || one.uitkomst == werk::Uitkomst::ingetrokken) return;  // before the calendar begins; or it says nothing of those that go on
        ++lengten[{one.zaaktype, status, static_cast<int>(ymd(one.einddatum).year())}][std::clamp(*lasted, 0, langste_werkdagen)];
    };
    Id<dichtbij::Zaak> last;
    for (const Vanstap& one : stappen) {
        if (one.zaak != last) count(one, "", one.startdatum);
        last = one.zaak;
        if (one.status_op && !one.status.empty()) count(one, one.status, day_of(*one.status_op));
    }
    tel_bij(tx, lengten);
    stand.geteld_op = stappen.back().gesloten_op;
    stand.geteld_zaak = last;
    save_stand(tx, stand);
    ronde.nu.geteld = static_cast<int>(zaken.size());
    ronde.is_done = false;
    return Done{};
}

// The next of today's open cases; after those, what came in since.
Result<Done> BelofteService::look_at_some(store::Tx& tx, Ronde& ronde, int limit) {
    ronde.is_done = true;
    auto stand = find_stand(tx, ronde.gemeente);
    if (!stand) return Done{};
    const bool is_morning = stand->sleutel.has_value();
    const auto page = is_morning ? open_zaken(tx, *stand, limit) : nieuwe_zaken(tx, *stand, limit);
    if (page.empty() && !is_morning) return Done{};
    std::vector<Id<dichtbij::Zaak>> zaken;
    for (const Openzaak& one : page) zaken.push_back(one.zaak);
    if (!page.empty() && !ronde.lengten) ronde.lengten = doorlooptijden(tx, ronde.gemeente, static_cast<int>(ymd(ronde.today).year()) - jaren + 1);
    const Bekend bekend{stilstanden(tx, zaken), verwachtingen(tx, zaken)};
    for (const Openzaak& one : page) TRY_DONE(look_at(tx, ronde, one, bekend));
    ronde.nu.zaken = static_cast<int>(page.size());
    ronde.is_done = !is_morning && static_cast<int>(page.size()) < limit;
    if (!is_morning) stand->nieuw_vanaf = page.back().zaak;
    else if (page.empty()) stand->sleutel.reset();
    else {
        stand->sleutel = page.back().sleutel;
        stand->plaats = page.back().werk.bytes;
    }
    save_stand(tx, *stand);
    return Done{};
}

Result<Done> BelofteService::look_at(store::Tx& tx, Ronde& ronde, const Openzaak& zaak, const Bekend& bekend) {
    const norm::ServiceCalendar& kalender = *ronde.kalender;
    const Day yesterday = ronde.today - days(1), promised = day_of(zaak.beloofd_op);
    if (promised == day_of(zaak.geopend_op)) return Done{};  // in hours: the timer of werk watches those
    if (!kalender.covers(zaak.startdatum) || !kalender.covers(promised)) return Done{};
    const auto known = bekend.stil.find(zaak.zaak);
    const std::vector<Stilstand> stil = known == bekend.stil.end() ? std::vector<Stilstand>() : known->second;
    auto& statussen = ronde.statussen[zaak.versie];
    if (statussen.empty()) statussen = statussen_of(tx, zaak.versie);
    Geval geval;
    TRY(geval.verstreken, werkdagen(kalender, zaak.startdatum, yesterday, stil));
    TRY(geval.verstreken_status, werkdagen(kalender, std::max(zaak.startdatum, day_of(zaak.status_op.value_or(zaak.geopend_op))), yesterday, stil));
    TRY(geval.termijn, kalender.working_days_between(zaak.startdatum, promised));
    geval.stappen = static_cast<int>(statussen.size());
    geval.gedaan = static_cast<int>(std::find(statussen.begin(), statussen.end(), zaak.status) - statussen.begin());
    static const Doorlooptijd unknown;
    const auto lengte = [&](const std::string& status) -> const Doorlooptijd& {
        const auto found = ronde.lengten->find({zaak.zaaktype, status});
        return found == ronde.lengten->end() ? unknown : found->second;
    };
    const Raming raming = raam(geval, lengte(zaak.status), lengte(""));
    const Day from = std::max(yesterday, stil_tot(stil).value_or(yesterday));
    TRY(const int over, kalender.working_days_between(from, promised));
    const auto old = bekend.oude.find(zaak.zaak);
    Verwachting nu{.zaak = zaak.zaak, .werk = zaak.werk, .gemeente = ronde.gemeente, .beloofd_op = zaak.beloofd_op, .kans = kans_van(raming, over), .verwacht_datum = {},
                   .nog_werkdagen = raming.meestal, .grond = raming.grond, .zaken = raming.zaken, .sinds_op = ronde.now, .eigenaar_op = {}, .teamleider_op = {}};
    if (nu.kans == Kans::haalbaar) {
        if (old != bekend.oude.end()) delete_verwachting(tx, zaak.zaak);
        return Done{};
    }
    TRY(nu.verwacht_datum, kalender.add_working_days(from, raming.meestal));
    if (old != bekend.oude.end() && old->second.beloofd_op == zaak.beloofd_op) {
        nu.sinds_op = old->second.sinds_op;
        nu.eigenaar_op = old->second.eigenaar_op;
        nu.teamleider_op = old->second.teamleider_op;
    }
    if (nu.kans == Kans::niet_haalbaar) ask(tx, ronde, nu, zaak);
    const Verwachting* before = old == bekend.oude.end() ? nullptr : &old->second;
    if (!before || *before != nu) save_verwachting(tx, nu, before);
    return Done{};
}

// The owner a working day before the warning moment, which may be the day it came in; the lead on the day itself.
void BelofteService::ask(store::Tx& tx, Ronde& ronde, Verwachting& nu, const Openzaak& zaak) {
    ++ronde.nu.in_gevaar;
    const Day warned = day_of(zaak.waarschuwing_op);
    const auto before = ronde.kalender->subtract_working_days(warned - days(1), 0);
    const bool ask_owner = !nu.eigenaar_op && (!before || *before <= ronde.today);
    const bool ask_lead = !nu.teamleider_op && warned <= ronde.today;
    if (!ask_owner && !ask_lead) return;
    const auto werk = werk_.stored(tx, zaak.werk);
    if (!werk) return;
    const access::Caller system = access::system_caller("beloften");
    const Id<Medewerker> owner = organisatie::acting_for(tx, werk->eigenaar, ronde.today);
    if (ask_owner) {
        werk_.notify(tx, *werk, owner, werk::Attentiesoort::waarschuwing, system);
        nu.eigenaar_op = ronde.now;
        ++ronde.nu.gevraagd;
        journal::Entry entry = journal::entry(system, ronde.now, "zaak.belofte_in_gevaar", ronde.gemeente, journal::Object::zaak, zaak.zaak.bytes);
        entry.werk = zaak.werk;
        entry.kenmerken = {{"beloofd_op", to_rfc3339(nu.beloofd_op)}, {"verwacht", to_iso(nu.verwacht_datum)}, {"zaken", std::to_string(nu.zaken)}};
        journal::append(tx, entry);
    }
    if (ask_lead) {
        const Id<Medewerker> lead = organisatie::lead_of(tx, werk->team, ronde.today);
        if (lead != owner) werk_.notify(tx, *werk, lead, werk::Attentiesoort::geescaleerd, system);
        nu.teamleider_op = ronde.now;
        ++ronde.nu.teamleiders;
    }
}

Result<Lijstblad> BelofteService::list(const access::Caller& caller, const Lijstvraag& vraag) {
    return store_.read([&](store::Tx& tx) { return list(tx, caller, vraag); });
}

Result<Lijstblad> BelofteService::list(store::Tx& tx, const access::Caller& caller, const Lijstvraag& vraag) {
    Bladvraag page;
    page.na = vraag.na;
    page.limit = vraag.limit;
    access::Caller reader = caller;
    if (vraag.wie == Wie::ik) page.eigenaar = caller.medewerker;
    if (vraag.wie == Wie::team) {
        reader = as(caller, Rol::teamleider);
        page.teams = teams_led(tx, reader);
        if (page.teams.empty()) return forbidden("leads no team");
    }
    if (vraag.wie == Wie::alles) {
        reader = as(caller, Rol::manager);
        if (reader.grants.empty()) return forbidden("no manager");
    }
    if (reader.grants.empty()) return forbidden("no role");
    Lijstblad found;
    const auto rows = blad(tx, reader, page);
    if (static_cast<int>(rows.size()) == vraag.limit) found.volgende = {rows.back().beloofd_op, rows.back().zaak.bytes};
    for (const Verwachting& one : rows) {
        auto zaak = zaken_.get_masked(tx, caller, one.zaak);
        if (!zaak) continue;
        TRY(Gevaar gevaar, today(tx, one, zaak->werk));
        found.regels.push_back({std::move(gevaar), std::move(*zaak)});
    }
    return found;
}

std::int64_t BelofteService::count_mine(store::Tx& tx, const access::Caller& caller) {
    if (caller.grants.empty()) return 0;
    Bladvraag mine;
    mine.eigenaar = caller.medewerker;
    return aantal(tx, caller, mine);
}

std::optional<Gevaar> BelofteService::of_zaak(store::Tx& tx, Id<dichtbij::Zaak> id) {
    const auto found = find_verwachting(tx, id);
    const auto werk = found ? werk_.stored(tx, found->werk) : std::nullopt;
    if (!werk || !werk->is_open() || werk->beloofd_op != found->beloofd_op) return std::nullopt;
    auto gevaar = today(tx, *found, *werk);
    return gevaar ? std::optional(std::move(*gevaar)) : std::nullopt;
}

Result<Gevaar> BelofteService::today(store::Tx& tx, const Verwachting& verwachting, const werk::Werk& werk) const {
    const Instant now = clock_.now();
    TRY(const werk::Kalender kalender, werk_.normbron().kalender(tx, verwachting.gemeente));
    const int over = kalender->working_days_between(day_of(now) - days(1), day_of(verwachting.beloofd_op)).value_or(0);
    return Gevaar{verwachting, over, werk.waarschuwing_op && *werk.waarschuwing_op <= now};
}

}  // namespace dichtbij::belofte
