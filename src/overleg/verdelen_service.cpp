#include "overleg/verdelen_service.h"

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "overleg/verdelen_store.h"
#include "werk/toegang_service.h"

namespace dichtbij::overleg {

using access::Rol;

namespace {

constexpr std::size_t zoek_bewaard = 200;  // characters of a question that the access log keeps

Bezetting bezetting_of(store::Tx& tx, Id<Medewerker> medewerker, const std::map<Id<Medewerker>, int>& load, const std::map<Id<Medewerker>, int>& limits, Day today) {
    Bezetting one;
    one.medewerker = medewerker;
    if (const auto found = load.find(medewerker); found != load.end()) one.zaken = found->second;
    if (const auto found = limits.find(medewerker); found != limits.end()) one.capaciteit = found->second;
    one.aanwezig = organisatie::is_in_service(tx, medewerker, today) && organisatie::acting_for(tx, medewerker, today) == medewerker;
    return one;
}

bool leads(const access::Caller& caller, Id<Gemeente> gemeente, Id<Team> team) {
    return access::has_role(caller, gemeente, {Rol::manager}) || access::has_role_in_team(caller, gemeente, team, {Rol::teamleider});
}

bool is_member(store::Tx& tx, const access::Caller& caller, Id<Team> team) {
    const auto teams = organisatie::teams_of_medewerker(tx, caller.medewerker);
    return std::any_of(teams.begin(), teams.end(), [&](const auto& one) { return one.id == team; });
}

}  // namespace

int Uitslag::gelukt() const {
    return static_cast<int>(std::count_if(regels.begin(), regels.end(), [](const Verdeelregel& regel) { return !regel.fout; }));
}

Result<Done> VerdeelService::may_divide(store::Tx& tx, const access::Caller& caller, Id<Team> team) const {
    const auto served = organisatie::gemeenten_of_team(tx, team);
    if (std::none_of(served.begin(), served.end(), [&](const auto& gemeente) { return access::is_active_in(caller, gemeente); })) return not_found("team " + team.text());
    if (std::none_of(served.begin(), served.end(), [&](const auto& gemeente) { return leads(caller, gemeente, team); })) return forbidden("does not lead team " + team.text());
    return Done{};
}

Result<Teambezetting> VerdeelService::bezetting(const access::Caller& caller, Id<Team> team) {
    return store_.read([&](store::Tx& tx) { return bezetting(tx, caller, team); });
}

Result<Teambezetting> VerdeelService::bezetting(store::Tx& tx, const access::Caller& caller, Id<Team> team) {
    TRY_DONE(may_divide(tx, caller, team));
    const Day today = day_of(clock_.now());
    const auto load = belasting(tx, team);
    const auto limits = capaciteiten(tx, team);
    Teambezetting found{team, {}};
    for (const auto& lid : organisatie::members(tx, team, today)) found.personen.push_back(bezetting_of(tx, lid.id, load, limits, today));
    return found;
}

std::vector<Id<Team>> VerdeelService::teams(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente) {
    std::vector<Id<Team>> found;
    for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente))
        if (leads(caller, gemeente, team.id)) found.push_back(team.id);
    return found;
}

Result<Done> VerdeelService::check(const Verdeling& verdeling) const {
    if (verdeling.keuzes.empty()) return invalid("keuze", "werk.fout.niets_gekozen");
    if (verdeling.keuzes.size() > werk::keuze_limit) return invalid("keuze", "werk.fout.te_veel_gekozen", {std::to_string(werk::keuze_limit)});
    if (auto error = werk::check_required("reden", verdeling.reden, werk::reden_limit)) return invalid({*error});
    if (const auto* several = std::get_if<OverMeer>(&verdeling.hoe); several && several->medewerkers.empty()) return invalid("medewerkers", "verdelen.fout.niemand_gekozen");
    return Done{};
}

Result<Uitslag> VerdeelService::verdeel(const access::Caller& caller, const Verdeling& verdeling) {
    TRY_DONE(store_.read([&](store::Tx& tx) { return may_divide(tx, caller, verdeling.team); }));
    TRY_DONE(check(verdeling));
    Uitslag uitslag;
    for (const werk::Keuze& keuze : verdeling.keuzes) {
        Verdeelregel regel{keuze.werk, {}, {}, {}};
        const auto given = store_.write([&](store::Tx& tx) -> Result<std::optional<Id<Medewerker>>> {
            const auto seen = werk_.get_masked(tx, caller, keuze.werk);
            regel.nummer = seen ? seen->nummer : std::string();
            return give_one(tx, caller, verdeling, keuze);
        });
        if (given) regel.naar = *given;
        else regel.fout = given.error();
        uitslag.regels.push_back(std::move(regel));
    }
    return uitslag;
}

// Whom it went to; nobody when it went back to the team.
Result<std::optional<Id<Medewerker>>> VerdeelService::give_one(store::Tx& tx, const access::Caller& caller, const Verdeling& verdeling, const werk::Keuze& keuze) {
    TRY_DONE(may_divide(tx, caller, verdeling.team));
    TRY(const werk::Werk werk, werk_.get(tx, caller, keuze.werk));
    const auto zaak = zaken_.of_werk(tx, keuze.werk);
    if (!zaak) return not_found("no case: werk " + keuze.werk.text());
    if (werk.team != verdeling.team) return conflict("of another team: werk " + keuze.werk.text(), "verdelen.fout.ander_team");
    const bool back = std::holds_alternative<Vrijgeven>(verdeling.hoe);
    std::optional<Id<Medewerker>> to;
    if (back) {
        if (!leads(caller, werk.gemeente, verdeling.team)) return forbidden("does not lead the team in gemeente " + werk.gemeente.text());
        TRY_DONE(werk_.hand_on(tx, caller, keuze, {werk::NaarTeam{verdeling.team}, verdeling.reden}));
    } else {
        if (werk.versie != keuze.versie) return conflict("werk " + keuze.werk.text() + " has changed", "fout.gewijzigd");
        TRY(to, receiver(tx, verdeling));
        TRY_DONE(werk_.assign(tx, caller, keuze, *to));
    }
    journal::Entry entry = journal::entry(caller, clock_.now(), back ? "zaak.teruggegeven" : "zaak.verdeeld", werk.gemeente, journal::Object::zaak, zaak->id.bytes);
    entry.werk = werk.id;
    if (to) {
        entry.kenmerken.emplace_back("naar", to->text());
        entry.toelichting = cleaned(verdeling.reden);  // of a hand-on it stands there already
    }
    journal::append(tx, entry);
    return to;
}

Result<Id<Medewerker>> VerdeelService::receiver(store::Tx& tx, const Verdeling& verdeling) {
    const Day today = day_of(clock_.now());
    const auto load = belasting(tx, verdeling.team);
    const auto limits = capaciteiten(tx, verdeling.team);
    if (const auto* one = std::get_if<AanEen>(&verdeling.hoe)) {
        if (verdeling.vol == Vol::weigeren && bezetting_of(tx, one->medewerker, load, limits, today).is_vol()) return conflict("full", "verdelen.fout.vol");
        return one->medewerker;
    }
    std::vector<Bezetting> people;
    for (const auto& medewerker : std::get<OverMeer>(verdeling.hoe).medewerkers) people.push_back(bezetting_of(tx, medewerker, load, limits, today));
    if (std::none_of(people.begin(), people.end(), [](const Bezetting& one) { return one.aanwezig; })) return conflict("nobody there", "verdelen.fout.niemand_aanwezig");
    const auto free = vrijste(people, verdeling.vol);
    if (!free) return conflict("all full", "verdelen.fout.allen_vol");
    return people[*free].medewerker;
}

Result<Done> VerdeelService::set_capaciteiten(const access::Caller& caller, Id<Team> team, const std::map<Id<Medewerker>, std::optional<int>>& nieuwe) {
    return store_.write([&](store::Tx& tx) { return set_capaciteiten(tx, caller, team, nieuwe); });
}

Result<Done> VerdeelService::set_capaciteiten(store::Tx& tx, const access::Caller& caller, Id<Team> team, const std::map<Id<Medewerker>, std::optional<int>>& nieuwe) {
    TRY_DONE(may_divide(tx, caller, team));
    const auto members = organisatie::members(tx, team);
    const auto before = capaciteiten(tx, team);
    for (const auto& [medewerker, zaken] : nieuwe) {
        const std::string field = "capaciteit." + medewerker.text();
        if (std::none_of(members.begin(), members.end(), [&](const auto& lid) { return lid.id == medewerker; })) return invalid(field, "werk.fout.medewerker_niet_in_team");
        if (zaken && (*zaken < 0 || *zaken > capaciteit_hoogste)) return invalid(field, "verdelen.fout.capaciteit", {std::to_string(capaciteit_hoogste)});
        const auto was = before.find(medewerker);
        if (zaken == (was == before.end() ? std::optional<int>() : std::optional(was->second))) continue;
        save_capaciteit(tx, team, medewerker, zaken);
        journal::Entry entry = journal::entry(caller, clock_.now(), "verdelen.capaciteit", organisatie::gemeenten_of_team(tx, team).front(), journal::Object::team, team.bytes);
        entry.kenmerken = {{"medewerker", medewerker.text()}, {"zaken", zaken ? std::to_string(*zaken) : "geen"}};
        journal::append(tx, entry);
    }
    return Done{};
}

std::vector<Lijstkeuze> VerdeelService::keuzes(store::Tx& tx, const access::Caller& caller, Lijstplek plek) {
    std::vector<Lijstkeuze> found = keuzes_of(tx, caller.medewerker, plek);
    for (const auto& team : organisatie::teams_of_medewerker(tx, caller.medewerker))
        for (Lijstkeuze& shared : keuzes_shared_with(tx, team.id, plek))
            if (shared.medewerker != caller.medewerker) found.push_back(std::move(shared));
    return found;
}

Result<Lijstkeuze> VerdeelService::bewaar_keuze(const access::Caller& caller, const NieuweKeuze& nieuw) {
    return store_.write([&](store::Tx& tx) { return bewaar_keuze(tx, caller, nieuw); });
}

Result<Lijstkeuze> VerdeelService::bewaar_keuze(store::Tx& tx, const access::Caller& caller, const NieuweKeuze& nieuw) {
    if (!caller.is_employee() || caller.grants.empty()) return forbidden("keeps no lists");
    if (nieuw.team && !is_member(tx, caller, *nieuw.team)) return forbidden("shares only with a team of his own");
    if (auto error = werk::check_required("naam", nieuw.naam, keuzenaam_limit)) return invalid({*error});
    if (auto error = werk::check_text("vraag", nieuw.vraag, keuzevraag_limit)) return invalid({*error});
    Lijstkeuze keuze{ids_.make<dichtbij::Lijstkeuze>(), caller.medewerker, nieuw.plek, cleaned(nieuw.naam), std::string(trimmed(nieuw.vraag)), nieuw.team};
    const auto own = keuzes_of(tx, caller.medewerker, nieuw.plek);
    const auto same = std::find_if(own.begin(), own.end(), [&](const Lijstkeuze& one) { return one.naam == keuze.naam; });
    if (same != own.end()) {
        keuze.id = same->id;
        save_keuze(tx, keuze);
        return keuze;
    }
    if (own.size() >= keuzes_limit) return conflict("too many lists", "werk.fout.te_veel_weergaven");
    insert_keuze(tx, keuze);
    return keuze;
}

Result<Done> VerdeelService::verwijder_keuze(const access::Caller& caller, Id<dichtbij::Lijstkeuze> id) {
    return store_.write([&](store::Tx& tx) { return verwijder_keuze(tx, caller, id); });
}

Result<Done> VerdeelService::verwijder_keuze(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Lijstkeuze> id) {
    const auto keuze = find_keuze(tx, id);
    const bool is_own = keuze && keuze->medewerker == caller.medewerker;
    if (!is_own && (!keuze || !keuze->team || !is_member(tx, caller, *keuze->team))) return not_found("list " + id.text());
    if (!is_own && organisatie::lead_of(tx, *keuze->team, day_of(clock_.now())) != caller.medewerker) return forbidden("the list of a colleague");
    delete_keuze(tx, id);
    return Done{};
}

std::string VerdeelService::vorm(store::Tx& tx, const access::Caller& caller, Lijstplek plek) { return vorm_of(tx, caller.medewerker, plek); }

Result<Done> VerdeelService::onthoud_vorm(const access::Caller& caller, Lijstplek plek, std::string_view vorm) {
    // Each look at a list comes by: a write only for what is new.
    if (store_.read([&](store::Tx& tx) { return vorm_of(tx, caller.medewerker, plek) == vorm; })) return Done{};
    return store_.write([&](store::Tx& tx) { return onthoud_vorm(tx, caller, plek, vorm); });
}

Result<Done> VerdeelService::onthoud_vorm(store::Tx& tx, const access::Caller& caller, Lijstplek plek, std::string_view vorm) {
    if (!caller.is_employee() || caller.grants.empty()) return forbidden("keeps no lists");
    if (auto error = werk::check_text("vorm", vorm, lijstvorm_limit)) return invalid({*error});
    save_vorm(tx, caller.medewerker, plek, vorm);
    return Done{};
}

void VerdeelService::record_export(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view vraag) {
    access::Inzage inzage;
    inzage.soort = access::Inzagesoort::zoekopdracht;
    inzage.gemeente = gemeente;
    inzage.zoek = "export " + shortened(vraag, zoek_bewaard - 10);
    inzage.object_soort = "zaken";
    log_.record(caller, inzage);
}

}  // namespace dichtbij::overleg
