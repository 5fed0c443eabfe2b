#include <algorithm>

#include "base/text.h"
#include "document/document_render.h"
#include "formulier/invul_service.h"
#include "html/dates.h"
#include "journal/journal.h"
#include "portaal/bedrijfsrecht_service.h"
#include "werk/toegang_service.h"

namespace dichtbij::formulier {
namespace {

std::string joined_by(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& one : parts)
        if (!one.empty()) text.append(text.empty() ? "" : between).append(one);
    return text;
}

std::string address_line(const std::vector<std::string>& parts) {
    if (parts.size() != 5) return joined_by(parts, ", ");
    return joined_by({joined_by({parts[3], parts[1] + parts[2]}, " "), joined_by({parts[0], parts[4]}, " ")}, ", ");
}

std::string value_of(const Regel& regel, const html::Texts& t, const std::vector<document::Documentregel>& files) {
    switch (regel.soort) {
        case Vraagsoort::adres: return address_line(regel.waarden);
        case Vraagsoort::plek: return regel.waarden.front();
        case Vraagsoort::ja_nee: return t(regel.waarden.front() == "ja" ? "formulier.ja" : "formulier.nee");
        case Vraagsoort::akkoord: return t("formulier.ja");
        case Vraagsoort::bestand: {
            std::vector<std::string> names;
            for (const std::string& id : regel.waarden)
                for (const auto& file : files)
                    if (file.document.id.text() == id) names.push_back(file.versie.bestandsnaam);
            return joined_by(names, "\n");
        }
        default: return joined_by(regel.waarden, "\n");
    }
}

std::string iso_language(std::string_view taal) { return taal == "en" ? "eng" : "nld"; }

// "van der Berg" goes in two.
void put_surname(partij::Contactnaam& naam, const std::string& whole) {
    std::size_t at = 0;
    while (at < whole.size() && whole[at] >= 'a' && whole[at] <= 'z') {
        const auto space = whole.find(' ', at);
        if (space == std::string::npos) break;
        at = space + 1;
    }
    const std::string prefix(trimmed(std::string_view(whole).substr(0, at)));
    const bool fits = length_in_characters(prefix) <= klantcontact::voorvoegsel_limit;
    naam.voorvoegsel_achternaam = fits ? prefix : "";
    naam.achternaam = shortened(fits ? whole.substr(at) : whole, klantcontact::naam_limit);
}

partij::Contactnaam name_of(const Concept& one) {
    partij::Contactnaam naam;
    naam.voornaam = met_betekenis(*one.definitie, one.zichtbaar, Betekenis::voornaam);
    std::string surname = met_betekenis(*one.definitie, one.zichtbaar, Betekenis::achternaam);
    const std::string whole = met_betekenis(*one.definitie, one.zichtbaar, Betekenis::naam);
    if (surname.empty() && !whole.empty()) {
        const auto space = whole.find(' ');
        if (space != std::string::npos) naam.voornaam = whole.substr(0, space);
        surname = space == std::string::npos ? whole : whole.substr(space + 1);
    }
    put_surname(naam, surname);
    return naam;
}

std::vector<partij::DigitaalAdres> ways_to_reach(const Concept& one) {
    std::vector<partij::DigitaalAdres> all;
    const auto add = [&](partij::SoortDigitaalAdres soort, std::string value) {
        if (value.empty()) return;
        partij::DigitaalAdres adres;
        adres.soort = soort;
        adres.adres = std::move(value);
        all.push_back(std::move(adres));
    };
    add(partij::SoortDigitaalAdres::email, met_betekenis(*one.definitie, one.zichtbaar, Betekenis::email));
    add(partij::SoortDigitaalAdres::telefoonnummer, met_betekenis(*one.definitie, one.zichtbaar, Betekenis::telefoon));
    return all;
}

std::vector<zaak::Eigenschapswaarde> properties(const Concept& one) {
    std::vector<zaak::Eigenschapswaarde> all;
    for (const Regel& regel : regels(*one.definitie, one.zichtbaar, "nl")) {
        const Vraag* vraag = one.definitie->vraag(regel.sleutel);
        if (vraag == nullptr || vraag->eigenschap.empty()) continue;
        std::string value = regel.soort == Vraagsoort::adres ? address_line(regel.waarden) : regel.soort == Vraagsoort::plek ? regel.waarden.front() : joined_by(regel.waarden, ", ");
        if (regel.soort == Vraagsoort::akkoord) value = "ja";
        all.push_back({vraag->eigenschap, std::move(value)});
    }
    return all;
}

std::string as_note(const std::vector<Antwoordregel>& answers, std::size_t limit) {
    std::string text;
    for (const Antwoordregel& one : answers) text.append(text.empty() ? "" : "\n").append(one.vraag).append("\n").append(one.waarde).append("\n");
    return shortened(text, limit);
}

}  // namespace

std::vector<Antwoordregel> InvulService::answers_of(const Concept& one) const {
    const html::Texts& t = in_.texts.of(html::taal_of(one.rij.taal));
    std::vector<Antwoordregel> all;
    for (const Regel& regel : regels(*one.definitie, one.zichtbaar, one.rij.taal))
        all.push_back({regel.kop, regel.vraag, boost::describe::enum_to_string(regel.soort, ""), value_of(regel, t, one.bestanden)});
    return all;
}

// Whose it is: who signed in, or for whom he acts; else who is known under the address that he confirmed; else somebody
// new, when he gave a name and a way to reach him. An address that nobody confirmed never leads to what we know.
std::optional<Id<Partij>> InvulService::asker(store::Tx& tx, const Toegang& toegang, const Concept& one) {
    if (toegang.ingelogd && toegang.inwoner.voor()) return toegang.inwoner.voor();
    partij::Gegevens given;
    partij::Persoon person;
    person.naam = name_of(one);
    given.digitale_adressen = ways_to_reach(one);
    if (person.naam.achternaam.empty() || given.digitale_adressen.empty()) return std::nullopt;
    given.wie = person;
    given.voorkeuren.taal = iso_language(one.rij.taal);
    const bool has_mail = given.digitale_adressen.front().soort == partij::SoortDigitaalAdres::email;
    if (has_mail) given.voorkeuren.kanaal = "email";
    const access::Caller system = access::system_caller("formulier");
    if (has_mail && lower_ascii(given.digitale_adressen.front().adres) == one.rij.bevestigd) {
        partij::Gegevens by_mail = given;
        by_mail.digitale_adressen.resize(1);
        if (const auto known = in_.partijen.recognise(tx, system, one.rij.gemeente, by_mail); known && *known) return (*known)->id;
    }
    const auto made = in_.partijen.create(tx, system, one.rij.gemeente, std::move(given));
    return made ? std::optional(*made) : std::nullopt;
}

Result<Ingezonden> InvulService::make(store::Tx& tx, const Toegang& toegang, Concept& one, const Aanbod& offer) {
    const Definitie& definitie = *one.definitie;
    const Instant now = in_.clock.now();
    const auto answers = answers_of(one);
    const auto partij = asker(tx, toegang, one);

    klantcontact::NieuwKlantcontact contact;
    contact.gemeente = one.rij.gemeente;
    contact.inhoud.kanaal = "formulier";
    contact.inhoud.onderwerp = definitie.titel.nl;
    if (const std::string typed = met_betekenis(definitie, one.zichtbaar, Betekenis::onderwerp); !typed.empty())
        contact.inhoud.onderwerp = shortened(definitie.titel.nl + ": " + typed, klantcontact::onderwerp_limit);
    contact.inhoud.inhoud = as_note(answers, klantcontact::inhoud_limit - 10);
    contact.inhoud.taal = iso_language(one.rij.taal);
    contact.inhoud.plaatsgevonden_op = now;
    contact.inhoud.onderwerp_id = offer.doel.onderwerp;
    contact.inhoud.product = offer.doel.product;
    contact.afloop = klantcontact::Afloop::doorgezet;
    if (definitie.bestemming.terugbellen) contact.aanleiding = norm::Aanleiding::terugbelverzoek;
    klantcontact::Betrokkene asker_;
    asker_.partij = partij;
    asker_.naam = name_of(one);
    asker_.digitale_adressen = ways_to_reach(one);
    if (partij || !asker_.naam.achternaam.empty() || !asker_.digitale_adressen.empty()) contact.betrokkenen = {asker_};
    TRY(const auto registered, in_.contacten.register_klantcontact(tx, toegang.caller, contact));
    if (toegang.ingelogd) portaal::note_eigen(tx, toegang.inwoner, "klantcontact", registered.klantcontact.id.bytes);

    Ingezonden sent;
    Inzending& row = sent.inzending;
    row.id = in_.ids.make<dichtbij::Inzending>();
    row.gemeente = one.rij.gemeente;
    row.versie = one.rij.versie;
    row.code = definitie.code;
    row.titel_nl = definitie.titel.nl;
    row.titel_en = definitie.titel.en;
    row.klantcontact = registered.klantcontact.id;
    row.partij = partij;
    row.taal = one.rij.taal;
    row.ontvangen_op = now;
    werk::Werk work;
    if (offer.doel.zaaktype) {
        zaak::NieuweZaak nieuw;
        nieuw.gemeente = row.gemeente;
        nieuw.zaaktype = *offer.doel.zaaktype;
        nieuw.klantcontact = row.klantcontact;
        nieuw.eigenschappen = properties(one);
        if (const std::string day = met_betekenis(definitie, one.zichtbaar, Betekenis::bestreden_besluit); !day.empty()) nieuw.bestreden_besluit = parse_day(day);
        TRY(auto made, in_.zaken.create(tx, toegang.caller, nieuw));
        row.zaak = made.zaak.id;
        work = std::move(made.werk);
    } else {
        taak::NieuweTaak nieuw;
        nieuw.klantcontact = row.klantcontact;
        nieuw.gevraagde_handeling = definitie.bestemming.handeling.nl;
        nieuw.toelichting = as_note(answers, taak::toelichting_limit - 10);
        nieuw.telefoonnummer = shortened(met_betekenis(definitie, one.zichtbaar, Betekenis::telefoon), taak::telefoonnummer_limit);
        nieuw.voorkeursmoment = shortened(met_betekenis(definitie, one.zichtbaar, Betekenis::voorkeursmoment), taak::voorkeursmoment_limit);
        TRY(auto made, in_.taken.create(tx, toegang.caller, nieuw));
        work = std::move(made.werk);
    }
    row.werk = work.id;
    row.nummer = work.nummer;
    if (const auto promised = in_.werk.toezeggingen(tx, work.id); !promised.empty()) row.beloofd_op = promised.back().beloofd_op;
    in_.documenten.move(tx, toegang.caller, documentobject(one.rij.id), row.zaak ? zaak::documentobject(*row.zaak) : documentobject(row.id), work.id);
    sent.antwoorden = answers;
    insert_inzending(tx, row, answers);
    return sent;
}

// Reference, time, next step, date and help: nothing of what was answered.
void InvulService::write_receipt(store::Tx& tx, const Toegang& toegang, const Inzending& sent, const Definitie& definitie) {
    if (!sent.partij) return;
    const html::Texts& t = in_.texts.of(html::taal_of(sent.taal));
    const auto gemeente = organisatie::gemeente(tx, sent.gemeente);
    const Day today = day_of(sent.ontvangen_op);
    bericht::NieuwBericht letter;
    letter.gemeente = sent.gemeente;
    letter.partij = *sent.partij;
    letter.werk = sent.werk;
    letter.taal = iso_language(sent.taal);
    letter.onderwerp = t("formulier.bericht.onderwerp", sent.nummer);
    letter.tekst = t("formulier.bericht.tekst", sent.titel(sent.taal), html::moment(t, sent.ontvangen_op, sent.ontvangen_op), sent.nummer) + "\n\n" + definitie.vervolg.in(sent.taal);
    if (sent.beloofd_op) letter.tekst += "\n\n" + t("formulier.bericht.belofte", html::long_day(t, day_of(*sent.beloofd_op), today));
    const bool has_phone = gemeente && !gemeente->telefoon.empty();
    letter.tekst += "\n\n" + (has_phone ? t("formulier.bericht.hulp_telefoon", gemeente->telefoon) : t("formulier.bericht.hulp"));
    // Who may not be written to (he died, he was erased) sent it all the same.
    static_cast<void>(in_.berichten.write(tx, toegang.caller, letter));
}

Result<Ingezonden> InvulService::indienen(const Toegang& toegang, Id<FormulierConcept> id, bool akkoord) {
    const Instant now = in_.clock.now();
    if (auto before = ontvangst(toegang, id)) return before;
    if (const auto turn = verstuurd_.peek(toegang.adres, now); !turn.allowed) {
        const auto wait = std::max<std::int64_t>(1, (turn.retry_after.count() + 59) / 60);
        return tl::make_unexpected(Failure{Reason::conflict, "too often from one address", "formulier.fout.te_vaak", {{"", "formulier.fout.te_vaak", {std::to_string(wait)}}}});
    }
    auto sent = in_.store.write([&](store::Tx& tx) -> Result<Ingezonden> {
        const auto row = find_concept(tx, id);
        if (row && row->inzending && is_van(toegang, *row))
            if (auto found = find_inzending(tx, *row->inzending)) return std::move(*found);
        TRY(Concept one, own(tx, toegang, id));
        const Definitie& definitie = *one.definitie;
        if (now - one.rij.begonnen_op < kortste_tijd) return conflict("faster than a person", "formulier.fout.te_snel");
        std::vector<FieldError> errors;
        for (const Pagina* pagina : paginas_voor(definitie, one.zichtbaar)) {
            if (stop_op(*pagina, one.zichtbaar) != nullptr) return conflict("a stop is shown", "formulier.fout.gestopt");
            for (FieldError& error : problems(*pagina, one.zichtbaar, day_of(now))) errors.push_back(std::move(error));
        }
        if (!definitie.akkoord.empty() && !akkoord) errors.push_back({"akkoord", "formulier.fout.akkoord", {}});
        if (!errors.empty()) return invalid(std::move(errors));
        if (te_bevestigen(one)) return conflict("an address is not confirmed", "formulier.fout.bevestig_eerst");
        const auto offer = in_.formulieren.find(tx, one.rij.gemeente, one.rij.code);
        if (!offer || !offer->is_aangeboden()) return conflict("not offered any more", "formulier.fout.niet_meer");
        TRY(Ingezonden made, make(tx, toegang, one, *offer));
        write_receipt(tx, toegang, made.inzending, definitie);
        journal::Entry entry = journal::entry(toegang.caller, now, "formulier.ingezonden", made.inzending.gemeente, journal::Object::klantcontact, made.inzending.klantcontact.bytes);
        entry.werk = made.inzending.werk;
        entry.kenmerken = {{"formulier", made.inzending.code}, {"versie", made.inzending.versie.text()}, {"inzending", made.inzending.id.text()}};
        journal::append(tx, entry);
        tel(tx, one.rij.gemeente, one.rij.code, "ingezonden", "", std::chrono::duration_cast<seconds>(now - one.rij.begonnen_op).count());
        one.antwoorden.clear();
        one.rij.inzending = made.inzending.id;
        one.rij.sleutel_hash.reset();
        one.rij.code_hash.reset();
        save(tx, one);
        one.rij.verloopt_op = now + ontvangst_zichtbaar;
        save_concept(tx, one.rij);
        return made;
    });
    if (sent) static_cast<void>(verstuurd_.take(toegang.adres, now));
    return sent;
}

Result<Ingezonden> InvulService::ontvangst(const Toegang& toegang, Id<FormulierConcept> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<Ingezonden> {
        const auto row = find_concept(tx, id);
        if (!row || row->gemeente != toegang.inwoner.gemeente || !row->inzending || row->verloopt_op <= in_.clock.now() || !is_van(toegang, *row)) return not_found("receipt " + id.text());
        auto found = find_inzending(tx, *row->inzending);
        if (!found) return not_found("receipt " + id.text());
        return std::move(*found);
    });
}

Result<Ingezonden> InvulService::van_inwoner(store::Tx& tx, const portaal::Inwoner& inwoner, Id<dichtbij::Inzending> id) {
    auto found = find_inzending(tx, id);
    const bool is_his = found && inwoner.is_ingelogd() && found->inzending.gemeente == inwoner.gemeente && found->inzending.partij &&
                        std::find(inwoner.van.begin(), inwoner.van.end(), *found->inzending.partij) != inwoner.van.end();
    if (!is_his) return not_found("inzending " + id.text());
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    if (!recht.ziet_alles() && !recht.is_eigen(tx, "klantcontact", found->inzending.klantcontact.bytes)) return not_found("not for this employee of the company");
    const auto work = in_.werk.stored(tx, found->inzending.werk);
    if (work && !work->domein.empty() && inwoner.niveau < portaal::Betrouwbaarheidsniveau::substantieel) return forbidden("signed in too low");
    return std::move(*found);
}

Result<std::vector<Ingezonden>> InvulService::of_werk(const access::Caller& caller, Id<Werk> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<std::vector<Ingezonden>> {
        const auto work = in_.werk.stored(tx, id);
        if (!work) return not_found("werk " + id.text());
        TRY_DONE(werk::may_read(caller, *work));
        std::vector<Ingezonden> all;
        for (const Inzending& one : inzendingen_van_werk(tx, id))
            if (auto found = find_inzending(tx, one.id)) all.push_back(std::move(*found));
        return all;
    });
}

std::optional<Id<Werk>> InvulService::werk_of(store::Tx& tx, Id<Zaak> id) {
    const auto zaak = in_.zaken.stored(tx, id);
    return zaak ? std::optional(zaak->werk) : std::nullopt;
}

std::vector<document::Documentregel> InvulService::bestanden_of(store::Tx& tx, const Inzending& sent) {
    document::Documentvraag asked;
    asked.bij = documentobject(sent.id);
    return in_.documenten.of_object(tx, asked);
}

Result<document::DocumentService::Gekozen> InvulService::open_bestand(const access::Caller& caller, Id<DocumentVersie> id) {
    access::Inzage read;
    read.soort = access::Inzagesoort::detail;
    auto opened = in_.store.read([&](store::Tx& tx) -> Result<document::DocumentService::Gekozen> {
        TRY(auto chosen, in_.documenten.version(tx, caller, id));
        if (chosen.document.bij.soort != "inzending") return not_found("no file of a form");
        const auto sent = find_inzending(tx, Id<dichtbij::Inzending>{chosen.document.bij.id});
        const auto work = sent ? in_.werk.stored(tx, sent->inzending.werk) : std::nullopt;
        if (!work) return not_found("no file of a form");
        TRY_DONE(werk::may_read(caller, *work));
        read.partijen.clear();
        if (sent->inzending.partij) read.partijen.push_back(*sent->inzending.partij);
        return chosen;
    });
    if (!opened) return opened;
    read.gemeente = opened->document.gemeente;
    read.object_soort = "document";
    read.object = opened->document.id.bytes;
    in_.log.record(caller, read);
    return opened;
}

}  // namespace dichtbij::formulier
