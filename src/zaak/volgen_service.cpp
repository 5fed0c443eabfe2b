#include "zaak/volgen_eigen_service.h"

#include <algorithm>

#include "klantcontact/objecttype.h"
#include "organisatie/organisatie_service.h"
#include "portaal/bedrijfsrecht_service.h"
#include "werk/nummer.h"
#include "zaak/zaak_volgende_service.h"

namespace dichtbij::zaak {
namespace {

// Nobody reads along: the page writes the reading down, on the name of the resident.
access::Caller reader() { return access::system_caller("portaal"); }

const zaaktype::Resultaattype* resultaat_of(const zaaktype::Zaaktype& type, std::string_view code) {
    const auto found = std::find_if(type.resultaten.begin(), type.resultaten.end(), [&](const auto& one) { return one.code == code; });
    return found == type.resultaten.end() ? nullptr : &*found;
}

std::optional<Day> reached(const std::vector<Statusregel>& history, std::string_view status) {
    std::optional<Day> last;
    for (const Statusregel& line : history)
        if (line.status == status) last = day_of(line.op);
    return last;
}

// Of a closed case only what it went through: what was skipped never comes.
std::vector<Volgstap> stappen_of(const ZaakBeeld& beeld) {
    const auto& all = beeld.zaaktype.statussen;
    const auto current = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == beeld.zaak.status; });
    const bool is_open = beeld.zaak.is_open();
    std::vector<Volgstap> steps;
    for (auto at = all.begin(); at != all.end(); ++at) {
        Volgstap step{at->naam, at->wij_doen, at->u_doet, Stapstand::straks, {}};
        const auto op = reached(beeld.statussen, at->code);
        const bool before = current != all.end() && at < current;
        if (!is_open && !op) continue;
        if (!is_open || before) step.stand = Stapstand::klaar;
        else if (at == current) step.stand = Stapstand::nu;
        if (step.stand != Stapstand::straks) step.op = op;
        steps.push_back(std::move(step));
    }
    return steps;
}

Gehoord heard(const werk::Toezegging& one) {
    if (one.volgnummer == 1 || !one.hoe_verteld) return Gehoord::eerste;
    switch (*one.hoe_verteld) {
        case werk::Hoe_verteld::bericht: return Gehoord::bericht;
        case werk::Hoe_verteld::op_verzoek: return Gehoord::op_verzoek;
        case werk::Hoe_verteld::niet_te_bereiken: break;
    }
    return Gehoord::niet_bereikt;
}

void add_promise(Volgbeeld& seen, const ZaakBeeld& beeld, const Volgbijdrage& more) {
    if (!more.toezeggingen.empty() && beeld.zaak.is_open()) {
        seen.belofte = volgbelofte_van(more.toezeggingen.back());
        seen.belofte_gemist = more.toezeggingen.back().beloofd_op < more.now;
        seen.belofte_van_vraag = is_van_vraag(beeld.zaak, more.toezeggingen);
    }
    if (more.zicht != Volgzicht::volledig) {
        if (seen.belofte) seen.belofte->woorden.clear();
        return;
    }
    for (auto one = more.toezeggingen.rbegin(); one != more.toezeggingen.rend(); ++one) seen.beloften.push_back(volgbelofte_van(*one));
    if (!beeld.zaak.is_open()) return;
    seen.laatste_datum = beeld.zaak.laatste_datum;
    if (beeld.termijn && beeld.zaak.opgeschort)
        for (const Opschorting& one : beeld.termijn->opschortingen)
            if (one.loopt()) seen.stil = Volgopschorting{one.grond, one.van, one.tot_uiterlijk};
    if (seen.stil && beeld.termijn->verwacht) seen.laatste_datum = beeld.termijn->verwacht;
}

// What became of the legal term, also when it is over: it was said to him.
void add_term(Volgbeeld& seen, const ZaakBeeld& beeld) {
    if (beeld.termijn)
        for (const Verlenging& one : beeld.termijn->verlengingen) seen.verlengingen.push_back({one.grond, one.aantal, one.eenheid, one.medegedeeld_datum});
    if (const auto& notice = beeld.dwangsom)
        seen.ingebreke = Volgingebrekestelling{notice->ingebrekestelling.ontvangen_datum, notice->hoogstens.eerste_datum, notice->loopt, notice->tot_nu.bedrag_cent};
}

// What was asked of him; what an employee wrote about the case has no place here.
void add_application(Volgbeeld& seen, const ZaakBeeld& beeld, const Volgbijdrage& more) {
    seen.uitleg = beeld.zaaktype.uitleg;
    seen.leges = beeld.zaaktype.leges;
    seen.eigen_woorden = more.eigen_woorden;
    for (const auto& asked : beeld.zaaktype.eigenschappen) {
        const auto found = std::find_if(beeld.eigenschappen.begin(), beeld.eigenschappen.end(), [&](const auto& one) { return one.code == asked.code; });
        if (found != beeld.eigenschappen.end() && !found->waarde.empty()) seen.antwoorden.push_back({asked, found->waarde});
    }
}

void add_questions(Volgbeeld& seen, const ZaakBeeld& beeld) {
    for (const ZaaktaakBeeld& one : beeld.taken) {
        const Zaaktaak& taak = one.taak;
        if (taak.soort == Taaksoort::vraag_aan_aanvrager && taak.gesteld_op && taak.is_open())
            seen.vragen.push_back({taak.id, taak.toelichting, taak.uiterlijk_datum});
    }
    std::stable_sort(seen.vragen.begin(), seen.vragen.end(), [](const auto& a, const auto& b) { return a.voor < b.voor; });
}

void add_decisions(Volgbeeld& seen, const ZaakBeeld& beeld) {
    for (auto one = beeld.besluiten.rbegin(); one != beeld.besluiten.rend(); ++one) {
        const Besluit& besluit = one->besluit;
        if (!besluit.verzonden_datum) continue;
        seen.besluiten.push_back({besluit.omschrijving, besluit.toelichting, besluit.datum, *besluit.verzonden_datum, besluit.ingang_datum,
                                  besluit.verval_datum, besluit.rechtsmiddel, besluit.reactie_datum, besluit.ingetrokken_datum});
    }
}

// Of a document only what the list shows.
void add_documents(Volgbeeld& seen, const std::vector<document::Documentregel>& all) {
    for (const auto& one : all) {
        if (!document::mag_inwoner_zien(one.document)) continue;
        document::Documentregel shown;
        shown.document.id = one.document.id;
        shown.document.kenmerken.titel = one.document.kenmerken.titel;
        shown.document.kenmerken.inwoner_mag_zien = true;
        shown.versie.id = one.versie.id;
        shown.versie.soort = one.versie.soort;
        shown.versie.bytes = one.versie.bytes;
        shown.versie.op = one.versie.op;
        shown.versie.controle = one.versie.controle;
        shown.versie.door_partij = one.versie.door_partij;
        seen.documenten.push_back(std::move(shown));
    }
}

}  // namespace

Volgbelofte volgbelofte_van(const werk::Toezegging& one) {
    Volgbelofte belofte;
    belofte.datum = day_of(one.beloofd_op);
    if (one.nauwkeurigheid == werk::Nauwkeurigheid::tijdstip) belofte.voor_op = one.beloofd_op;
    belofte.gedaan = day_of(one.gedaan_op);
    belofte.gehoord = heard(one);
    const bool told_why = !one.reden.empty() && one.verteld_tekst.find(one.reden) != std::string::npos;
    if (belofte.gehoord == Gehoord::bericht) belofte.woorden = told_why ? one.reden : one.verteld_tekst;
    return belofte;
}

std::optional<Volgzicht> volgzicht_van(const std::vector<Rol>& rollen, const std::vector<Id<Partij>>& van, Day day) {
    std::optional<Volgzicht> zicht;
    for (const Rol& rol : rollen) {
        if (!rol.partij || !rol.geldt_op(day) || std::find(van.begin(), van.end(), *rol.partij) == van.end()) continue;
        switch (rol.soort) {
            case Rolsoort::initiator:
            case Rolsoort::mede_initiator:
            case Rolsoort::gemachtigde: return Volgzicht::volledig;
            case Rolsoort::belanghebbende: zicht = Volgzicht::beperkt; break;
            default: break;  // who works on it is no applicant
        }
    }
    return zicht;
}

Volgbeeld volgbeeld_van(const ZaakBeeld& beeld, const Volgbijdrage& more) {
    const Zaak& zaak = beeld.zaak;
    Volgbeeld seen;
    seen.id = zaak.id;
    seen.versie = zaak.versie;
    seen.nummer = zaak.nummer;
    seen.zicht = more.zicht;
    seen.soort = beeld.zaaktype.naam;
    seen.niveau = beeld.zaaktype.betrouwbaarheidsniveau;
    seen.aangevraagd = zaak.startdatum;
    seen.is_open = zaak.is_open();
    seen.klaar = zaak.einddatum;
    seen.met_besluit = vraagt_besluit(beeld.zaaktype) && !is_decided(beeld);
    seen.stappen = stappen_of(beeld);
    seen.behandelaar = more.behandelaar;
    if (more.zicht == Volgzicht::nummer) seen.behandelaar.team.clear();
    add_promise(seen, beeld, more);
    if (more.zicht == Volgzicht::nummer) return seen;
    seen.berichten = more.berichten;
    if (more.zicht != Volgzicht::volledig) return seen;
    if (zaak.omschrijving != beeld.zaaktype.naam.nl) seen.omschrijving = zaak.omschrijving;
    if (const auto* resultaat = resultaat_of(beeld.zaaktype, zaak.resultaat); resultaat && !zaak.is_open()) seen.resultaat = resultaat->naam;
    add_application(seen, beeld, more);
    add_term(seen, beeld);
    if (zaak.is_open()) add_questions(seen, beeld);
    add_decisions(seen, beeld);
    add_documents(seen, more.documenten);
    seen.zendingen = more.zendingen;
    seen.mag_intrekken = zaak.is_open() && !is_decided(beeld);
    return seen;
}

// A sub-case never shows itself; who follows one number has that case only.
Result<ZaakVolgService::Eigen> ZaakVolgService::own(store::Tx& tx, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id, Volgzicht at_least) {
    const auto zaak = in_.zaken.stored(tx, id);
    if (!zaak || zaak->gemeente != inwoner.gemeente || zaak->is_deelzaak()) return not_found("zaak " + id.text());
    if (!inwoner.mag_volgen("zaak", id.bytes)) return not_found("not followed: zaak " + id.text());
    Eigen eigen;
    if (inwoner.is_ingelogd()) {
        const auto zicht = volgzicht_van(in_.zaken.rollen(tx, id), inwoner.van, day_of(clock_.now()));
        if (!zicht) return not_found("no role of his: zaak " + id.text());
        if (!portaal::Bedrijfsrecht::of(tx, inwoner).mag_zaak(tx, zaak->zaaktype, zaak->klantcontact)) return not_found("not for this employee of the company: zaak " + id.text());
        eigen.zicht = *zicht;
    } else if (!zaak->domein.empty()) {
        return not_found("confidential: zaak " + id.text());
    }
    if (at_least == Volgzicht::volledig && eigen.zicht != Volgzicht::volledig) return not_found("no part of his: zaak " + id.text());
    TRY(eigen.beeld, in_.zaken.get(tx, reader(), id));
    if (at_least == Volgzicht::volledig && inwoner.niveau < eigen.beeld.zaaktype.betrouwbaarheidsniveau) return forbidden("signed in too low: zaak " + id.text());
    return eigen;
}

Volgpersoon ZaakVolgService::behandelaar(store::Tx& tx, const werk::Werk& werk, Volgzicht zicht) const {
    Volgpersoon person;
    person.naam = organisatie::naam_of(tx, werk.eigenaar);
    const auto acting = organisatie::acting_for(tx, werk.eigenaar, day_of(clock_.now()));
    if (acting != werk.eigenaar) person.vervanger = organisatie::naam_of(tx, acting);
    if (const auto helper = organisatie::medewerker(tx, acting)) person.telefoon = helper->telefoon;
    if (zicht == Volgzicht::nummer) return person;
    if (const auto team = organisatie::team(tx, werk.team)) person.team = team->naam;
    return person;
}

Result<Volgbeeld> ZaakVolgService::get(const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, inwoner, id); });
}

Result<Volgbeeld> ZaakVolgService::get(store::Tx& tx, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id) {
    TRY(const Eigen eigen, own(tx, inwoner, id, Volgzicht::nummer));
    Volgbijdrage more;
    more.zicht = eigen.zicht;
    more.now = clock_.now();
    more.toezeggingen = in_.werk.toezeggingen(tx, eigen.beeld.werk.id);
    more.behandelaar = behandelaar(tx, eigen.beeld.werk, eigen.zicht);
    if (eigen.zicht != Volgzicht::nummer) more.berichten = in_.berichten.of_werk(tx, inwoner.van, eigen.beeld.werk.id, {}, volgberichten_limit);
    if (eigen.zicht == Volgzicht::volledig) {
        const Day today = day_of(more.now);
        for (const auto& partij : inwoner.van) {
            more.documenten = in_.zaken.documenten_voor(tx, id, partij, today);
            if (!more.documenten.empty()) break;
        }
        more.zendingen = zendingen(tx, inwoner, id);
        more.eigen_woorden = eigen_woorden(tx, eigen.beeld.zaak);
    }
    return volgbeeld_van(eigen.beeld, more);
}

std::vector<Volgbeeld> ZaakVolgService::of(store::Tx& tx, const portaal::Inwoner& inwoner, int limit) {
    std::vector<Volgbeeld> list;
    if (!inwoner.is_ingelogd() || !inwoner.is_bekend()) return list;
    for (const Zaakregel& row : in_.zaken.of_partijen(tx, reader(), inwoner.van, limit)) {
        const auto eigen = own(tx, inwoner, row.zaak.id, Volgzicht::nummer);
        if (!eigen) continue;
        Volgbijdrage more;
        more.zicht = eigen->zicht;
        more.now = clock_.now();
        more.toezeggingen = in_.werk.toezeggingen(tx, row.werk.id);
        more.behandelaar = behandelaar(tx, row.werk, eigen->zicht);
        list.push_back(volgbeeld_van(eigen->beeld, more));
    }
    return list;
}

Result<document::Versie> ZaakVolgService::document(store::Tx& tx, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id, Id<dichtbij::DocumentVersie> versie) {
    TRY_DONE(own(tx, inwoner, id, Volgzicht::volledig));
    const Day today = day_of(clock_.now());
    for (const auto& partij : inwoner.van)
        for (auto& one : in_.zaken.documenten_voor(tx, id, partij, today))
            if (one.versie.id == versie && document::mag_inwoner_zien(one.document)) return std::move(one.versie);
    return not_found("no document of his: " + versie.text());
}

std::vector<Volgzending> ZaakVolgService::zendingen(store::Tx& tx, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id) {
    std::vector<Volgzending> found;
    const auto contacten = in_.contacten.of_partijen(tx, reader(), inwoner.van, {}, klantcontact::contacten_limit);
    for (const auto& regel : contacten.regels) {
        if (regel.klantcontact.inhoud.kanaal != bericht::mijn_dichtbij || static_cast<int>(found.size()) >= volgzendingen_limit) continue;
        const auto beeld = in_.contacten.get(tx, reader(), regel.klantcontact.id);
        if (!beeld) continue;
        const auto& about = beeld->onderwerpobjecten;
        if (std::none_of(about.begin(), about.end(), [&](const auto& one) { return klantcontact::is_zaak(one.code_objecttype) && one.object_id == id.text(); })) continue;
        const auto& one = beeld->klantcontact;
        // The number that he sees of it everywhere: of the task, which has the promise.
        const std::string& nummer = beeld->werk && beeld->werk->soort == werk::Soort::taak ? beeld->werk->nummer : one.nummer;
        Volgzending sent{one.inhoud.inhoud, one.inhoud.plaatsgevonden_op, nummer, {}, beeld->werk && !beeld->werk->is_open(), one.inhoud.taal};
        if (beeld->werk && beeld->werk->is_open() && beeld->werk->beloofd_op) sent.beloofd = day_of(*beeld->werk->beloofd_op);
        found.push_back(std::move(sent));
    }
    return found;
}

// What an employee took down of the question it began with is his note.
std::string ZaakVolgService::eigen_woorden(store::Tx& tx, const Zaak& zaak) const {
    if (!zaak.klantcontact) return {};
    const auto one = in_.contacten.stored(tx, *zaak.klantcontact);
    const bool is_his = one && !one->verborgen_op && !one->door && one->inhoud.kanaal == bericht::mijn_dichtbij;
    return is_his ? one->inhoud.inhoud : std::string();
}

std::optional<ZaakVolgService::Gevonden> ZaakVolgService::gevonden(store::Tx& tx, const std::optional<Zaak>& zaak) {
    if (!zaak || zaak->is_deelzaak()) return std::nullopt;
    const auto beeld = in_.zaken.get(tx, reader(), zaak->id);
    if (!beeld) return std::nullopt;
    Gevonden found;
    Volgbijdrage more;
    more.now = clock_.now();
    more.toezeggingen = in_.werk.toezeggingen(tx, beeld->werk.id);
    more.behandelaar = behandelaar(tx, beeld->werk, Volgzicht::nummer);
    found.beeld = volgbeeld_van(*beeld, more);
    found.domein = beeld->zaak.domein;
    found.met_postcode = beeld->zaaktype.zonder_inloggen;
    const Day today = day_of(more.now);
    for (const Rol& rol : beeld->rollen)
        if (rol.partij && volgzicht_van({rol}, {*rol.partij}, today) == Volgzicht::volledig) found.van.push_back(*rol.partij);
    return found;
}

std::optional<ZaakVolgService::Gevonden> ZaakVolgService::by_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    const std::string known = werk::nummer_from(nummer);
    return known.empty() ? std::nullopt : gevonden(tx, in_.zaken.by_nummer(tx, gemeente, known));
}

std::optional<ZaakVolgService::Gevonden> ZaakVolgService::by_id(store::Tx& tx, Id<Gemeente> gemeente, Id<dichtbij::Zaak> id) {
    const auto zaak = in_.zaken.stored(tx, id);
    return zaak && zaak->gemeente == gemeente ? gevonden(tx, zaak) : std::nullopt;
}

}  // namespace dichtbij::zaak
