#include "overleg/overleg_service.h"

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "overleg/overleg_store.h"
#include "werk/toegang_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::overleg {

using access::Rol;

namespace {

// The caller with only what makes him one of the team.
access::Caller as_team(const access::Caller& caller) {
    access::Caller only = caller;
    std::erase_if(only.grants, [](const access::Grant& one) { return one.rol != Rol::teamleider && one.rol != Rol::manager; });
    return only;
}

// What the team decides holds for every case on its list, also of a team that nobody at the table leads.
access::Caller with_mandate(const access::Caller& caller, Id<Gemeente> gemeente) {
    access::Caller acting = caller;
    acting.grants.push_back({Rol::manager, gemeente, {}});
    return acting;
}

Result<werk::Bestemming> destination(store::Tx& tx, Id<Gemeente> gemeente, Id<Medewerker> wie) {
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    for (const auto& team : organisatie::teams_of_medewerker(tx, wie))
        if (std::any_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; })) return werk::Bestemming(werk::NaarMedewerker{wie, team.id});
    return invalid("wie", "werk.fout.medewerker_niet_in_team");
}

// Why the case left the list, and what its owner does now.
werk::Attentiesoort notice_of(Afloop afloop) {
    switch (afloop) {
        case Afloop::stap_afgesproken: return werk::Attentiesoort::overleg_stap_afgesproken;
        case Afloop::andere_eigenaar: return werk::Attentiesoort::overleg_andere_eigenaar;
        case Afloop::loopt_weer: return werk::Attentiesoort::overleg_loopt_weer;
        case Afloop::niet_nodig: return werk::Attentiesoort::overleg_niet_nodig;
        case Afloop::gesloten: break;
    }
    fail_check("a case that ended is told of by its end", __FILE__, __LINE__);
}

}  // namespace

// One act of the team on one case of its list.
struct OverlegService::Act {
    store::Tx& tx;
    access::Caller caller;  // with the mandate
    Instant now;
    Vastloper vastloper;
    zaak::Zaak zaak;
    werk::Werk werk;
};

Result<OverlegService::Act> OverlegService::begin_act(store::Tx& tx, const access::Caller& caller, const Bij& bij) {
    auto one = find_vastloper(tx, bij.id);
    if (!one) return not_found("vastloper " + bij.id.text());
    TRY_DONE(access::require_role(caller, one->gemeente, {Rol::teamleider, Rol::manager}));
    const auto zaak = zaken_.stored(tx, one->zaak);
    const auto werk = werk_.stored(tx, one->werk);
    if (!zaak || !werk) return not_found("zaak " + one->zaak.text());
    TRY_DONE(werk::may_read(caller, *werk));
    if (!one->is_op_de_lijst()) return conflict("treated already", "vastgelopen.fout.behandeld");
    if (one->versie != bij.versie || werk->versie != bij.werk_versie) return conflict("vastloper " + bij.id.text() + " has changed", "fout.gewijzigd");
    return Act{tx, with_mandate(caller, one->gemeente), clock_.now(), *one, *zaak, *werk};
}

std::int64_t OverlegService::finish(Act& act, std::string gebeurtenis, werk::Kenmerken kenmerken, std::string_view words) {
    ++act.vastloper.versie;
    journal::Entry entry = journal::entry(act.caller, act.now, std::move(gebeurtenis), act.vastloper.gemeente, journal::Object::zaak, act.vastloper.zaak.bytes);
    entry.werk = act.vastloper.werk;
    entry.kenmerken = std::move(kenmerken);
    if (std::string cleaned_words = cleaned(words); !cleaned_words.empty()) entry.toelichting = std::move(cleaned_words);
    const std::int64_t nummer = journal::append(act.tx, entry);
    save_vastloper(act.tx, act.vastloper);
    return nummer;
}

Result<Id<dichtbij::Vastloper>> OverlegService::ask(const access::Caller& caller, Id<dichtbij::Zaak> id, std::string_view reden) {
    return store_.write([&](store::Tx& tx) { return ask(tx, caller, id, reden); });
}

Result<Id<dichtbij::Vastloper>> OverlegService::ask(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id, std::string_view reden) {
    const auto zaak = zaken_.stored(tx, id);
    if (!zaak) return not_found("zaak " + id.text());
    TRY(const werk::Werk werk, werk_.get(tx, caller, zaak->werk));
    if (!caller.is_employee()) return forbidden("only an employee asks something of the team");
    if (!zaak->is_open()) return conflict("closed: zaak " + id.text(), "werk.fout.gesloten");
    if (auto error = werk::check_required("reden", reden, reden_limit)) return invalid({*error});
    const Instant now = clock_.now();
    auto listed = open_vastloper(tx, id);
    if (listed) {
        const auto known = aanleidingen(tx, {listed->id});
        if (const auto causes = known.find(listed->id);
            causes != known.end() && std::any_of(causes->second.begin(), causes->second.end(), [](const Aanleiding& one) { return one.oorzaak == Oorzaak::gevraagd; }))
            return conflict("asked for already", "vastgelopen.fout.al_gevraagd");
    } else {
        listed = Vastloper{ids_.make<dichtbij::Vastloper>(), id, werk.id, werk.gemeente, now, {}, {}, {}, {}, 1};
        insert_vastloper(tx, *listed);
    }
    journal::Entry entry = journal::entry(caller, now, "zaak.overleg_gevraagd", werk.gemeente, journal::Object::zaak, id.bytes);
    entry.werk = werk.id;
    entry.toelichting = cleaned(reden);
    const std::int64_t nummer = journal::append(tx, entry);
    insert_aanleiding(tx, {listed->id, Oorzaak::gevraagd, 0, now, caller.medewerker, nummer});
    return listed->id;
}

Result<Lijstblad> OverlegService::list(const access::Caller& caller, const Lijstvraag& vraag) {
    return store_.read([&](store::Tx& tx) { return list(tx, caller, vraag); });
}

Result<Lijstblad> OverlegService::list(store::Tx& tx, const access::Caller& caller, const Lijstvraag& vraag) {
    const access::Caller reader = as_team(caller);
    if (!caller.is_system() && reader.grants.empty()) return forbidden("not of the team");
    const bool treated = vraag.lijst == Lijst::behandeld;
    const int limit = std::clamp(vraag.limit, 1, lijst_limit);
    const auto rows = blad(tx, reader, {treated, vraag.oorzaak, vraag.team, vraag.zaaktype, vraag.na, limit});
    Lijstblad found;
    if (static_cast<int>(rows.size()) == limit) found.volgende = {treated ? *rows.back().behandeld_op : rows.back().sinds_op, rows.back().id.bytes};
    std::vector<Id<dichtbij::Vastloper>> ids;
    Werkids werk;
    for (const Vastloper& one : rows) {
        ids.push_back(one.id);
        werk.push_back(one.werk);
    }
    auto causes = aanleidingen(tx, ids);
    const auto promises = treated ? beloftestanden(tx, werk) : std::map<Id<Werk>, std::vector<Beloftestand>>();
    const auto again = treated ? weer_vastgelopen(tx, ids) : std::vector<Id<dichtbij::Vastloper>>();
    for (const Vastloper& one : rows) {
        auto zaak = zaken_.get_masked(tx, caller, one.zaak);
        if (!zaak) continue;
        Lijstregel regel{one, std::move(*zaak), std::move(causes[one.id]), {}};
        const auto of_werk = promises.find(one.werk);
        static const std::vector<Beloftestand> none;
        if (std::find(again.begin(), again.end(), one.id) != again.end()) regel.gevolg = Gevolg::weer_vastgelopen;
        else if (treated) regel.gevolg = gevolg(*one.behandeld_op, of_werk == promises.end() ? none : of_werk->second, regel.zaak.zaak.is_open() ? Zaakstand::open : Zaakstand::gesloten);
        found.regels.push_back(std::move(regel));
    }
    return found;
}

Result<Vastloperblad> OverlegService::get(const access::Caller& caller, Id<dichtbij::Vastloper> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<Lijstregel> OverlegService::line(store::Tx& tx, const access::Caller& caller, const Vastloper& one) {
    TRY(zaak::Zaakregel zaak, zaken_.get_masked(tx, caller, one.zaak));
    Lijstregel regel{one, std::move(zaak), {}, {}};
    auto causes = aanleidingen(tx, {one.id});
    regel.aanleidingen = std::move(causes[one.id]);
    if (!one.behandeld_op) return regel;
    auto promises = beloftestanden(tx, {one.werk});
    regel.gevolg = weer_vastgelopen(tx, {one.id}).empty() ? gevolg(*one.behandeld_op, promises[one.werk], regel.zaak.zaak.is_open() ? Zaakstand::open : Zaakstand::gesloten) : Gevolg::weer_vastgelopen;
    return regel;
}

Result<Vastloperblad> OverlegService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Vastloper> id) {
    const auto one = find_vastloper(tx, id);
    if (!one) return not_found("vastloper " + id.text());
    TRY_DONE(access::require_role(caller, one->gemeente, {Rol::teamleider, Rol::manager}));
    constexpr int verloop_kort = 20;
    Vastloperblad found;
    TRY(zaak::ZaakBeeld beeld, zaken_.get(tx, caller, one->zaak));  // the reading stands in the access log
    found.zaaktype = std::move(beeld.zaaktype);
    TRY(found.regel, line(tx, caller, *one));
    for (const Aanleiding& cause : found.regel.aanleidingen) found.redenen.push_back(cause.journaal ? woorden(tx, *cause.journaal) : std::string());
    if (one->journaal) found.besluit = woorden(tx, *one->journaal);
    TRY(found.verloop, zaken_.timeline(tx, caller, one->zaak, {}, verloop_kort));
    return found;
}

std::string OverlegService::besluit(store::Tx& tx, const Lijstregel& regel) {
    return regel.vastloper.journaal && !regel.zaak.afgeschermd ? woorden(tx, *regel.vastloper.journaal) : std::string();
}

Result<werk::Werk> OverlegService::reassign(const access::Caller& caller, const Bij& bij, const werk::Doorgave& doorgave) {
    return store_.write([&](store::Tx& tx) { return reassign(tx, caller, bij, doorgave); });
}

Result<werk::Werk> OverlegService::reassign(store::Tx& tx, const access::Caller& caller, const Bij& bij, const werk::Doorgave& doorgave) {
    TRY(Act act, begin_act(tx, caller, bij));
    TRY(const werk::Gedaan given, werk_.hand_on(tx, act.caller, {act.werk.id, act.werk.versie}, doorgave));
    finish(act, "zaak.overleg_toegewezen", {{"naar", given.werk.eigenaar.text()}}, {});
    return given.werk;
}

Result<Done> OverlegService::fix_step(const access::Caller& caller, const Bij& bij, const Stap& stap) {
    return store_.write([&](store::Tx& tx) { return fix_step(tx, caller, bij, stap); });
}

Result<Done> OverlegService::fix_step(store::Tx& tx, const access::Caller& caller, const Bij& bij, const Stap& stap) {
    TRY(Act act, begin_act(tx, caller, bij));
    Id<Medewerker> who = act.werk.eigenaar;
    if (const auto* task = std::get_if<Taakstap>(&stap)) {
        if (auto error = werk::check_required("wat", task->wat, zaak::taaknaam_limit)) return invalid({*error});
        if (!task->uiterlijk_datum) return invalid("uiterlijk_datum", "fout.veld.verplicht");
        zaak::NieuweZaaktaak nieuw;
        nieuw.bij = {act.zaak.id, act.zaak.versie};
        nieuw.naam = task->wat;
        nieuw.soort = task->soort;
        nieuw.uiterlijk_datum = task->uiterlijk_datum;
        if (task->wie) {
            TRY(nieuw.naar, destination(tx, act.vastloper.gemeente, *task->wie));
            who = *task->wie;
        }
        TRY_DONE(zaken_.add_taak(tx, act.caller, nieuw));
    } else {
        const auto& note = std::get<Notitiestap>(stap);
        if (auto error = werk::check_required("wat", note.tekst, werk::notitie_limit)) return invalid({*error});
        if (note.wie) who = *note.wie;
        TRY_DONE(zaken_.note(tx, act.caller, act.zaak.id, {note.tekst, {who}}));
    }
    finish(act, "zaak.overleg_stap", {{"naar", who.text()}}, {});
    return Done{};
}

Result<Done> OverlegService::settle(const access::Caller& caller, const Bij& bij, const Behandeling& behandeling) {
    return store_.write([&](store::Tx& tx) { return settle(tx, caller, bij, behandeling); });
}

Result<Done> OverlegService::settle(store::Tx& tx, const access::Caller& caller, const Bij& bij, const Behandeling& behandeling) {
    TRY(Act act, begin_act(tx, caller, bij));
    if (behandeling.afloop == Afloop::gesloten) return invalid("afloop", "zaakveld.fout.kies");  // comes by itself
    if (auto error = werk::check_required("besluit", behandeling.besluit, reden_limit)) return invalid({*error});
    act.vastloper.behandeld_op = act.now;
    act.vastloper.behandeld_door = caller.employee();
    act.vastloper.afloop = behandeling.afloop;
    act.vastloper.journaal = finish(act, "zaak.overleg_behandeld", {{"afloop", boost::describe::enum_to_string(behandeling.afloop, "")}}, behandeling.besluit);
    save_vastloper(tx, act.vastloper);
    werk_.notify(tx, act.werk, act.werk.eigenaar, notice_of(behandeling.afloop), act.caller);
    return Done{};
}

std::int64_t OverlegService::count_open(store::Tx& tx, const access::Caller& caller) {
    const access::Caller reader = as_team(caller);
    return reader.grants.empty() ? 0 : aantal(tx, reader);
}

std::optional<Vastloper> OverlegService::of_zaak(store::Tx& tx, Id<dichtbij::Zaak> id) { return open_vastloper(tx, id); }

Result<Grenzen> OverlegService::grenzen(const access::Caller& caller, Id<Gemeente> gemeente) {
    return store_.read([&](store::Tx& tx) { return grenzen(tx, caller, gemeente); });
}

Result<Grenzen> OverlegService::grenzen(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::teamleider, Rol::manager, Rol::beheerder}));
    return find_grenzen(tx, gemeente);
}

Result<Done> OverlegService::set_grenzen(const access::Caller& caller, Id<Gemeente> gemeente, const Grenzen& nieuwe) {
    return store_.write([&](store::Tx& tx) { return set_grenzen(tx, caller, gemeente, nieuwe); });
}

Result<Done> OverlegService::set_grenzen(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const Grenzen& nieuwe) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::manager, Rol::beheerder}));
    const auto fits = [](int werkdagen) { return werkdagen >= 1 && werkdagen <= stilstand_hoogste; };
    if (!fits(nieuwe.standaard)) return invalid("standaard", "vastgelopen.fout.werkdagen", {std::to_string(stilstand_hoogste)});
    const auto known = zaaktype::te_beginnen(tx, gemeente, day_of(clock_.now()));
    const Grenzen before = find_grenzen(tx, gemeente);
    for (const auto& [type, werkdagen] : nieuwe.van_type) {
        if (!fits(werkdagen)) return invalid("type." + type.text(), "vastgelopen.fout.werkdagen", {std::to_string(stilstand_hoogste)});
        const bool is_known = before.van_type.contains(type) || std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.id == type; });
        if (!is_known) return not_found("zaaktype " + type.text());
    }
    if (nieuwe == before) return Done{};
    replace_grenzen(tx, gemeente, nieuwe);
    journal::Entry entry = journal::entry(caller, clock_.now(), "vastgelopen.grenzen", gemeente, journal::Object::gemeente, gemeente.bytes);
    entry.kenmerken = {{"standaard", std::to_string(nieuwe.standaard)}, {"zaaktypen", std::to_string(nieuwe.van_type.size())}};
    journal::append(tx, entry);
    return Done{};
}

}  // namespace dichtbij::overleg
