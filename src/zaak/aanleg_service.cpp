#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "werk/toegang_service.h"
#include "zaak/aanleg_act_service.h"
#include "zaak/eigenschap.h"
#include "zaak/overgang.h"
#include "zaak/overname_store.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {

namespace {

Result<norm::LegalTerm> term_of(const zaaktype::Zaaktype& type) {
    const auto term = wettelijke_termijn({type.wettelijke_termijn, {}, {}, {}});
    if (!term) return conflict("the law sets no term", "zaak.fout.geen_termijn");
    return *term;
}

norm::Normkeuze service_norm(const zaaktype::Zaaktype& type) {
    return {"zaaktype." + type.code, norm::Meetmoment::volledig_antwoord, norm::WorkingDays{type.servicenorm.aantal}};
}

bool has_initiator(const std::vector<NieuweRol>& rollen) {
    return std::any_of(rollen.begin(), rollen.end(), [](const auto& one) { return one.soort == Rolsoort::initiator; });
}

}  // namespace

// What the case type promises by itself, and not later than the law says. What came in so long ago that it would be over
// already is promised from today: the clocks say that it is late.
Result<std::optional<werk::Belofte>> ZaakService::first_promise(const zaaktype::Zaaktype& type, Day van, Day termijn_vanaf,
                                                                const norm::ServiceCalendar& kalender) const {
    std::optional<werk::Belofte> belofte;
    if (type.servicenorm.aantal > 0) {
        const Instant now = clock_.now();
        const norm::WorkingDays term{type.servicenorm.aantal};
        TRY(Instant due, norm::due_op(term, moment_op(van, now), kalender));
        if (due <= now) {
            TRY(due, norm::due_op(term, now, kalender));
        }
        belofte = werk::Belofte{due, werk::Nauwkeurigheid::dag, werk::Herkomst::norm};
    }
    if (const auto term = term_of(type)) {
        TRY(const Day last, norm::last_day_only(*term, termijn_vanaf));
        const Instant due = kalender.end_of(last);
        if (!belofte || (due < belofte->beloofd_op && due > clock_.now())) belofte = werk::Belofte{due, werk::Nauwkeurigheid::dag, werk::Herkomst::norm};
    }
    return belofte;
}

Result<Gemaakt> ZaakService::create(const access::Caller& caller, const NieuweZaak& nieuw) {
    return store_.write([&](store::Tx& tx) { return create(tx, caller, nieuw); });
}

Result<Gemaakt> ZaakService::create(store::Tx& tx, const access::Caller& caller, const NieuweZaak& nieuw) {
    TRY(Aanleg aanleg, prepare(tx, caller, nieuw));
    Zaak& zaak = aanleg.zaak;
    const zaaktype::Zaaktype& type = aanleg.type.inhoud;
    TRY(const auto answers, met_antwoorden(type, {}, aanleg.nieuw.eigenschappen));
    zaak.nummer = new_nummer(tx, zaak.gemeente, 'Z', aanleg.now);
    const auto& elders = aanleg.nieuw.overgenomen;
    if (elders && elders->einddatum) return take_ended(tx, caller, aanleg);
    TRY(werk::Werk werk, aanleg.bron ? take_over(tx, caller, aanleg) : open_werk(tx, caller, aanleg));
    zaak.werk = werk.id;
    insert_zaak(tx, zaak);
    if (elders && elders->status != zaak.status && !elders->status.empty()) {
        if (!zaak.status.empty()) insert_status(tx, {ids_.next(), zaak.id, zaak.status, aanleg.op, {}, {}});
        zaak.status = elders->status;
    }
    if (!zaak.status.empty()) insert_status(tx, {ids_.next(), zaak.id, zaak.status, aanleg.now, caller.employee(), {}});
    replace_eigenschappen(tx, zaak.id, answers);
    for (std::size_t i = 0; i < aanleg.nieuw.rollen.size(); ++i) TRY_DONE(store_rol(tx, zaak, type, aanleg.nieuw.rollen[i], "rollen." + std::to_string(i) + "."));
    Act act{tx, caller, aanleg.now, day_of(aanleg.now), zaak, zaak, std::move(werk), type, aanleg.kalender};
    if (type.servicenorm.aantal > 0) TRY_DONE(act.klokken(ids_).take_norm(act.werk, service_norm(type), aanleg.op, aanleg.now));
    TRY_DONE(keep_term(act));
    if (elders) insert_overname(tx, zaak, cleaned(elders->extern_id));
    act.werk.afhandelniveau = type.afhandelniveau;
    TRY(Zaak made, finish(act, "zaak.geopend", begin_kenmerken(act.zaak, elders), zaak.toelichting));
    if (!elders) TRY_DONE(make_tasks_of_status(act));
    return Gemaakt{std::move(made), std::move(act.werk)};
}

werk::Kenmerken begin_kenmerken(const Zaak& zaak, const std::optional<Overgenomen>& elders) {
    werk::Kenmerken kenmerken{{"zaaktype", zaak.zaaktype.text()}, {"versie", zaak.zaaktype_versie.text()}, {"kanaal", zaak.kanaal},
                              {"startdatum", to_iso(zaak.startdatum)}, {"status", zaak.status}};
    if (zaak.laatste_datum) kenmerken.emplace_back("laatste_datum", to_iso(*zaak.laatste_datum));
    if (zaak.klantcontact) kenmerken.emplace_back("klantcontact", zaak.klantcontact->text());
    if (zaak.hoofdzaak) kenmerken.emplace_back("hoofdzaak", zaak.hoofdzaak->text());
    if (zaak.einddatum) kenmerken.emplace_back("einddatum", to_iso(*zaak.einddatum));
    if (elders) kenmerken.emplace_back("import", "1");
    return kenmerken;
}

// The question it begins with: its gemeente, and whether the caller may make a case of it.
Result<Done> ZaakService::find_source(store::Tx& tx, const access::Caller& caller, Aanleg& aanleg) const {
    std::optional<Id<Klantcontact>> contact = aanleg.nieuw.klantcontact;
    std::optional<Id<Werk>> werk;
    if (aanleg.nieuw.taak) {
        const auto found = taken_.stored(tx, *aanleg.nieuw.taak);
        if (!found) return not_found("taak " + aanleg.nieuw.taak->text());
        TRY_DONE(werk_.get(tx, caller, found->werk));
        contact = found->klantcontact;
        werk = found->werk;
    }
    if (contact) {
        const auto found = contacten_.stored(tx, *contact);
        if (found && !werk) {
            TRY_DONE(werk::may_know(caller, found->gemeente));
            // Who took a question hands it on, also into a domain that he may not read.
            if (!caller.is_system() && found->door != caller.medewerker) TRY_DONE(werk_.get(tx, caller, found->werk));
            werk = found->werk;
        }
        if (!found && !werk) return not_found("klantcontact " + contact->text());
        if (found) aanleg.zaak.klantcontact = found->id;
    }
    if (!werk) return Done{};
    aanleg.bron = werk_.stored(tx, *werk);
    CHECK_THAT(aanleg.bron.has_value());
    if (aanleg.bron->gemeente != aanleg.nieuw.gemeente) return not_found("a question of another gemeente");
    if (aanleg.bron->partij) aanleg.initiator = partijen_.survivor(tx, *aanleg.bron->partij);
    return Done{};
}

Result<Aanleg> ZaakService::prepare(store::Tx& tx, const access::Caller& caller, const NieuweZaak& nieuw) const {
    TRY_DONE(werk::may_know(caller, nieuw.gemeente));
    Aanleg aanleg;
    aanleg.nieuw = nieuw;
    aanleg.now = clock_.now();
    const Day today = day_of(aanleg.now);
    TRY_DONE(find_source(tx, caller, aanleg));
    if (auto errors = problems(nieuw, today); !errors.empty()) return invalid(std::move(errors));
    Zaak& zaak = aanleg.zaak;
    zaak.startdatum = nieuw.startdatum.value_or(aanleg.bron && aanleg.bron->is_open() ? day_of(aanleg.bron->geopend_op) : today);
    TRY(aanleg.inrichting, zaaktype::inrichting(tx, nieuw.zaaktype));
    // A version that came after receipt serves as well: the case begins today.
    auto blad = zaaktype::versie_op(tx, nieuw.zaaktype, zaak.startdatum);
    if (!blad && zaak.startdatum != today) blad = zaaktype::versie_op(tx, nieuw.zaaktype, today);
    TRY(aanleg.type, std::move(blad));
    if (aanleg.type.gemeente != nieuw.gemeente) return not_found("case type " + nieuw.zaaktype.text() + " of another gemeente");
    const zaaktype::Zaaktype& type = aanleg.type.inhoud;
    TRY(aanleg.kalender, werk_.normbron().kalender(tx, nieuw.gemeente));
    TRY_DONE(check_hoofdzaak(tx, caller, nieuw.gemeente, nieuw.hoofdzaak));
    zaak.id = ids_.make<dichtbij::Zaak>();
    zaak.gemeente = nieuw.gemeente;
    zaak.zaaktype = nieuw.zaaktype;
    zaak.zaaktype_versie = aanleg.type.versie.id;
    zaak.omschrijving = cleaned(nieuw.omschrijving);
    if (zaak.omschrijving.empty()) zaak.omschrijving = type.naam.nl;
    zaak.toelichting = cleaned(nieuw.toelichting);
    zaak.geregistreerd_op = aanleg.now;
    zaak.kanaal = lower_ascii(cleaned(nieuw.kanaal));
    if (zaak.kanaal.empty() && aanleg.bron) zaak.kanaal = aanleg.bron->kanaal;
    if (zaak.kanaal.empty()) return invalid("kanaal", "fout.veld.verplicht");
    zaak.status = eerste_status(type);
    zaak.vertrouwelijkheid = nieuw.vertrouwelijkheid.value_or(vertrouwelijkheid_van(type));
    zaak.hoofdzaak = nieuw.hoofdzaak;
    TRY(zaak.termijn_vanaf, termijn_vanaf(type, zaak.startdatum, nieuw.bestreden_besluit));
    const bool began_with_question = aanleg.bron && day_of(aanleg.bron->geopend_op) == zaak.startdatum;
    aanleg.op = began_with_question ? aanleg.bron->geopend_op : moment_op(zaak.startdatum, aanleg.now);
    const auto initiator = std::find_if(nieuw.rollen.begin(), nieuw.rollen.end(), [](const auto& one) { return one.soort == Rolsoort::initiator; });
    if (initiator != nieuw.rollen.end()) aanleg.initiator = initiator->partij;
    else if (aanleg.initiator) aanleg.nieuw.rollen.insert(aanleg.nieuw.rollen.begin(), NieuweRol{Rolsoort::initiator, aanleg.initiator, {}, {}, {}, {}, {}});
    CHECK_THAT(has_initiator(aanleg.nieuw.rollen) == aanleg.initiator.has_value());
    if (aanleg.bron && !aanleg.nieuw.onderwerp) aanleg.nieuw.onderwerp = aanleg.bron->onderwerp;
    if (aanleg.bron && !aanleg.nieuw.product) aanleg.nieuw.product = aanleg.bron->product;
    // What a case took over already is no question any more: a case with work of its own.
    if (aanleg.bron && (aanleg.bron->soort == werk::Soort::zaak || aanleg.bron->is_intern())) aanleg.bron.reset();
    if (nieuw.overgenomen) TRY_DONE(check_overname(tx, caller, aanleg));
    return aanleg;
}

// The team that the case type was given, and in it who the routing names.
Result<werk::Bestemming> ZaakService::destination(store::Tx& tx, const Aanleg& aanleg) const {
    if (aanleg.nieuw.naar) return *aanleg.nieuw.naar;
    organisatie::Vraag vraag;
    vraag.gemeente = aanleg.zaak.gemeente;
    vraag.kanaal = aanleg.zaak.kanaal;
    vraag.taal = aanleg.nieuw.taal.empty() ? "nld" : aanleg.nieuw.taal;
    vraag.onderwerp = aanleg.nieuw.onderwerp;
    vraag.product = aanleg.nieuw.product;
    vraag.op = aanleg.now;
    TRY(const organisatie::Route route, werk_.route(tx, vraag));
    const Id<Team> team = aanleg.inrichting.team.value_or(route.team);
    if (route.team == team && route.is_persoon) return werk::NaarMedewerker{route.eigenaar, team};
    return werk::NaarTeam{team};
}

Result<werk::Werk> ZaakService::open_werk(store::Tx& tx, const access::Caller& caller, const Aanleg& aanleg) {
    TRY(werk::Opening opening, opening_of(tx, aanleg));
    opening.belofte = aanleg.nieuw.belofte;
    if (!opening.belofte) {
        TRY(opening.belofte, first_promise(aanleg.type.inhoud, aanleg.zaak.startdatum, aanleg.zaak.termijn_vanaf, *aanleg.kalender));
    }
    if (aanleg.nieuw.overgenomen) {
        opening.herkomst = werk::Herkomst::overgenomen;
        if (opening.belofte) opening.belofte->herkomst = werk::Herkomst::overgenomen;
    }
    return werk_.open(tx, caller, opening);
}

Result<werk::Opening> ZaakService::opening_of(store::Tx& tx, const Aanleg& aanleg) const {
    const Zaak& zaak = aanleg.zaak;
    const zaaktype::Zaaktype& type = aanleg.type.inhoud;
    TRY(const werk::Bestemming naar, destination(tx, aanleg));
    werk::Opening opening;
    opening.soort = werk::Soort::zaak;
    opening.object = zaak.id.bytes;
    opening.nummer = zaak.nummer;
    opening.titel = zaak.omschrijving;
    opening.gemeente = zaak.gemeente;
    opening.partij = aanleg.initiator;
    opening.kanaal = zaak.kanaal;
    opening.product = aanleg.nieuw.product;
    if (!opening.product && !aanleg.inrichting.producten.empty()) opening.product = aanleg.inrichting.producten.front();
    opening.onderwerp = aanleg.nieuw.onderwerp;
    if (!aanleg.nieuw.taal.empty()) opening.taal = aanleg.nieuw.taal;
    opening.afhandelniveau = type.afhandelniveau;
    opening.domein = type.domein;
    opening.op = aanleg.op;
    if (const auto* person = std::get_if<werk::NaarMedewerker>(&naar)) {
        opening.team = person->team;
        opening.toegewezen_aan = person->medewerker;
    } else if (const auto* team = std::get_if<werk::NaarTeam>(&naar)) {
        opening.team = team->team;
    } else {
        organisatie::Vraag vraag{zaak.gemeente, zaak.kanaal, opening.taal, std::get<werk::NaarRoutering>(naar).onderwerp, std::get<werk::NaarRoutering>(naar).product, aanleg.now, {}};
        TRY(const organisatie::Route route, werk_.route(tx, vraag));
        opening.team = route.team;
        if (route.is_persoon) opening.toegewezen_aan = route.eigenaar;
    }
    TRY_DONE(werk_.check_destination(tx, opening.gemeente, opening.team, opening.toegewezen_aan));
    return opening;
}

// The question's own work, opened again when it had ended. Promise and clocks run on.
Result<werk::Werk> ZaakService::take_over(store::Tx& tx, const access::Caller& caller, const Aanleg& aanleg) {
    const Zaak& zaak = aanleg.zaak;
    werk::Werk werk = *aanleg.bron;
    if (!werk.is_open()) {
        TRY(const auto belofte, first_promise(aanleg.type.inhoud, day_of(aanleg.now), zaak.termijn_vanaf, *aanleg.kalender));
        TRY(werk, werk_.reopen(tx, caller, {werk.id, werk.versie}, {zaak.omschrijving, belofte}));
    }
    TRY(werk, werk_.take_over(tx, caller, werk.id, {werk::Soort::zaak, zaak.id.bytes, zaak.nummer, zaak.omschrijving}));
    return to_casemanager(tx, caller, aanleg, std::move(werk));
}

// Who has it in the team of the case type keeps it.
Result<werk::Werk> ZaakService::to_casemanager(store::Tx& tx, const access::Caller& caller, const Aanleg& aanleg, werk::Werk werk) {
    const access::Caller system = access::system_caller(caller.scherm);
    const std::string& domein = aanleg.type.inhoud.domein;
    if (werk.partij != aanleg.initiator || (!domein.empty() && werk.domein != domein)) {
        werk.partij = aanleg.initiator;
        if (!domein.empty()) werk.domein = domein;
        TRY(werk, werk_.correct(tx, system, werk));
    }
    TRY(const werk::Bestemming naar, destination(tx, aanleg));
    const auto* team = std::get_if<werk::NaarTeam>(&naar);
    if (team != nullptr && team->team == werk.team && !aanleg.nieuw.naar) return werk;
    const access::Caller& giver = werk_.may_act(tx, caller, werk) ? caller : system;
    TRY(werk::Gedaan given, werk_.hand_on(tx, giver, {werk.id, werk.versie}, {naar, aanleg.zaak.omschrijving}));
    return std::move(given.werk);
}

}  // namespace dichtbij::zaak
