#include "opzoek/opzoek_service.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <chrono>

#include "access/digest.h"
#include "base/text.h"
#include "journal/journal.h"
#include "opzoek/opzoek_store.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::opzoek {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> zoekers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider};
constexpr std::initializer_list<Rol> adreszoekers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::beheerder};
constexpr std::size_t personen_in_geheugen = 500;
constexpr std::size_t bedrijven_in_geheugen = 2'000;
constexpr std::size_t adressen_in_geheugen = 20'000;

std::int64_t since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
}

bool must_look_elsewhere(Uitkomst uitkomst) { return !is_antwoord(uitkomst); }

access::Inzage inzage_van(Id<Gemeente> gemeente, const std::string& soort, const std::vector<Id<Partij>>& partijen) {
    access::Inzage inzage;
    inzage.soort = partijen.empty() ? access::Inzagesoort::zoekopdracht : access::Inzagesoort::detail;
    inzage.gemeente = gemeente;
    inzage.partijen = partijen;
    inzage.zoek = "brp: " + soort;
    return inzage;
}

std::string herkomst_of(Herkomst herkomst) { return boost::describe::enum_to_string(herkomst, ""); }

}  // namespace

OpzoekService::OpzoekService(store::Store& store, const Clock& clock, IdSource& ids, access::AccessLog& log, Webs webs, Opties opties)
    : store_(store),
      clock_(clock),
      ids_(ids),
      log_(log),
      opties_(std::move(opties)),
      brp_(webs.brp, clock, opties_.instellingen.brp),
      kvk_(webs.kvk, clock, opties_.instellingen.kvk),
      adressen_(webs.adressen, clock, opties_.instellingen.adressen),
      personen_bekend_(opties_.instellingen.brp.bron.bewaar, personen_in_geheugen),
      bedrijven_bekend_(opties_.instellingen.kvk.bron.bewaar, bedrijven_in_geheugen),
      adressen_bekend_(opties_.instellingen.adressen.bron.bewaar, adressen_in_geheugen) {}

Result<std::vector<Doelbinding>> OpzoekService::doelen(const Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(access::require_role(caller, gemeente, zoekers));
    TRY(const auto found, store_.read([&](store::Tx& tx) { return organisatie::gemeente(tx, gemeente); }));
    auto doelen = opties_.instellingen.brp.doelen_in(found.code);
    std::erase_if(doelen, [&](const Doelbinding& one) { return !one.domein.empty() && !access::may_read_domein(caller, one.domein); });
    return doelen;
}

Result<Antwoord<BrpPersoon>> OpzoekService::personen(const Caller& caller, Id<Gemeente> gemeente, const Persoonsvraag& gevraagd, const std::string& doel) {
    TRY(const auto gekozen, doel_of(caller, gemeente, doel));
    const Persoonsvraag over = normalised(gevraagd);
    if (auto wrong = problems(over); !wrong.empty()) return invalid(std::move(wrong));
    const Vraag vraag{Bron::brp, soort_of(over), als_tekst(over), doel};
    Antwoord<BrpPersoon> antwoord;
    const auto begin = std::chrono::steady_clock::now();
    if (!is_uitgezet(gemeente, Bron::brp) && is_ingesteld(Bron::brp)) {
        const std::string key = caller.medewerker.text() + gemeente.text() + doel + zegel(vraag);
        antwoord = remembered(personen_bekend_, key, [&] { return brp_.zoek(over, {doel, caller.medewerker.text()}); });
    }
    const auto hier = bekend_hier(gemeente, antwoord);
    note(caller, gemeente, vraag, antwoord, since(begin));
    record(caller, gekozen, inzage_van(gemeente, vraag.soort, hier));
    return antwoord;
}

Result<Done> OpzoekService::note_taken(const Caller& caller, Id<Gemeente> gemeente, const std::string& doel, Id<Partij> partij) {
    TRY(const auto gekozen, doel_of(caller, gemeente, doel));
    record(caller, gekozen, inzage_van(gemeente, "bsn", {partij}));
    return Done{};
}

Result<Doelbinding> OpzoekService::doel_of(const Caller& caller, Id<Gemeente> gemeente, const std::string& code) {
    TRY(const auto mogelijk, doelen(caller, gemeente));
    const auto gekozen = std::find_if(mogelijk.begin(), mogelijk.end(), [&](const Doelbinding& one) { return one.code == code; });
    if (gekozen == mogelijk.end()) return invalid("doel", "opzoek.fout.doel");
    return *gekozen;
}

void OpzoekService::record(const Caller& caller, const Doelbinding& doel, const access::Inzage& inzage) {
    Caller met_doel = caller;
    met_doel.scherm = "brp";
    met_doel.doel = doel.naam;
    log_.record(met_doel, inzage);
}

Result<Antwoord<Bedrijf>> OpzoekService::bedrijven(const Caller& caller, Id<Gemeente> gemeente, const Bedrijfsvraag& gevraagd) {
    TRY_DONE(access::require_role(caller, gemeente, zoekers));
    const Bedrijfsvraag over = normalised(gevraagd);
    if (auto wrong = problems(over); !wrong.empty()) return invalid(std::move(wrong));
    const Vraag vraag{Bron::kvk, soort_of(over), als_tekst(over), {}};
    Antwoord<Bedrijf> antwoord;
    const auto begin = std::chrono::steady_clock::now();
    if (!is_uitgezet(gemeente, Bron::kvk)) antwoord = remembered(bedrijven_bekend_, vraag.tekst, [&] { return kvk_.zoek(over); });
    note(caller, gemeente, vraag, antwoord, since(begin));
    return antwoord;
}

Result<Antwoord<Bedrijf>> OpzoekService::bedrijf(const Caller& caller, Id<Gemeente> gemeente, const std::string& kvk_nummer, const std::string& vestigingsnummer) {
    TRY_DONE(access::require_role(caller, gemeente, zoekers));
    const Bedrijfsvraag over = normalised(Bedrijfsvraag{kvk_nummer, {}});
    if (over.kvk_nummer.empty()) return invalid("kvk_nummer", "opzoek.fout.kvk_nummer");
    if (auto wrong = problems(over); !wrong.empty()) return invalid(std::move(wrong));
    const Vraag vraag{Bron::kvk, "basisprofiel", "profiel|" + over.kvk_nummer, {}};
    Antwoord<Bedrijf> antwoord;
    const auto begin = std::chrono::steady_clock::now();
    if (!is_uitgezet(gemeente, Bron::kvk)) antwoord = remembered(bedrijven_bekend_, vraag.tekst, [&] { return kvk_.profiel(over.kvk_nummer); });
    note(caller, gemeente, vraag, antwoord, since(begin));
    if (antwoord.uitkomst != Uitkomst::gevonden || vestigingsnummer.empty() || vestigingsnummer == antwoord.vondsten.front().vestigingsnummer) return antwoord;
    // The profile tells of the main vestiging only; of others the list does.
    TRY(const auto lijst, bedrijven(caller, gemeente, over));
    const auto found = std::find_if(lijst.vondsten.begin(), lijst.vondsten.end(), [&](const Bedrijf& one) { return one.vestigingsnummer == vestigingsnummer; });
    if (found == lijst.vondsten.end()) return Antwoord<Bedrijf>{is_antwoord(lijst.uitkomst) ? Uitkomst::onbekend : lijst.uitkomst, {}, false, lijst.herkomst};
    Bedrijf& een = antwoord.vondsten.front();
    if (!found->naam.empty()) een.naam = found->naam;
    een.vestigingsnummer = vestigingsnummer;
    een.soort = found->soort;
    een.adres = found->adres;
    een.postadres = {};
    return antwoord;
}

Result<Antwoord<Vondstadres>> OpzoekService::adressen(const Caller& caller, Id<Gemeente> gemeente, const MetAdres& gevraagd) {
    TRY_DONE(access::require_role(caller, gemeente, adreszoekers));
    const MetAdres over = normalised(gevraagd);
    if (auto wrong = problems(over); !wrong.empty()) return invalid(std::move(wrong));
    const auto begin = std::chrono::steady_clock::now();
    auto antwoord = adressen_of(over, is_uitgezet(gemeente, Bron::adressen));
    beperk_tot(over, antwoord.vondsten);
    note(caller, gemeente, {Bron::adressen, "adres", als_tekst(over), {}}, antwoord, since(begin));
    return antwoord;
}

Antwoord<Vondstadres> OpzoekService::adressen_of(const MetAdres& over, bool is_uit) {
    Antwoord<Vondstadres> antwoord;
    // Of the number as a whole: who asks 18 and then 18 A is answered from memory.
    const MetAdres heel{over.postcode, over.huisnummer, {}, {}};
    if (!is_uit) antwoord = remembered(adressen_bekend_, als_tekst(heel), [&] { return adressen_.zoek(heel); });
    if (!must_look_elsewhere(antwoord.uitkomst)) return antwoord;
    return store_.read([&](store::Tx& tx) {
        auto eigen = lokale_adressen(tx, over.postcode, over.huisnummer);
        if (!eigen.empty()) return Antwoord<Vondstadres>{Uitkomst::gevonden, std::move(eigen), false, Herkomst::lokaal};
        // When our table is the only source it has answered; else the failure of the source is what matters.
        if (antwoord.uitkomst == Uitkomst::uit && aantal_lokale_adressen(tx, 1) > 0) return Antwoord<Vondstadres>{Uitkomst::onbekend, {}, false, Herkomst::lokaal};
        return antwoord;
    });
}

Result<bool> OpzoekService::is_aan(const Caller& caller, Id<Gemeente> gemeente, Bron bron) {
    TRY_DONE(access::require_role(caller, gemeente, adreszoekers));
    if (bron == Bron::adressen && store_.read([&](store::Tx& tx) { return aantal_lokale_adressen(tx, 1); }) > 0) return true;
    if (bron != Bron::adressen && !access::has_role(caller, gemeente, zoekers)) return false;
    return is_ingesteld(bron) && !is_uitgezet(gemeente, bron);
}

Result<Overzicht> OpzoekService::overzicht(const Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.read([&](store::Tx& tx) -> Result<Overzicht> {
        Overzicht overzicht;
        const auto aantallen = aantallen_sinds(tx, gemeente, start_of(day_of(clock_.now())));
        for (const Bron bron : alle_bronnen) {
            Bronoverzicht een{bron, is_ingesteld(bron), uit_sinds(tx, gemeente, bron), toestand(bron), 0, 0, {}, {}};
            for (const Bronaantal& row : aantallen) {
                if (row.bron != naam_of(bron)) continue;
                een.vandaag += row.aantal;
                if (row.mislukt) een.mislukt_vandaag += row.aantal;
            }
            if (const auto laatste = laatste_mislukte(tx, gemeente, bron)) {
                een.laatst_mislukt_op = laatste->op;
                een.laatst_mislukt = laatste->uitkomst;
            }
            overzicht.bronnen.push_back(std::move(een));
        }
        overzicht.lokale_adressen = aantal_lokale_adressen(tx, lokaal_geteld_tot);
        return overzicht;
    });
}

Result<Opzoekpagina> OpzoekService::regels(const Caller& caller, Id<Gemeente> gemeente, std::optional<Uuid> voor) {
    constexpr int per_pagina = 50;
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.read([&](store::Tx& tx) -> Result<Opzoekpagina> {
        Opzoekpagina pagina;
        for (const OpzoekingRij& row : opzoekingen(tx, gemeente, voor, per_pagina + 1)) {
            if (pagina.regels.size() == per_pagina) {
                pagina.voor = pagina.regels.back().id;
                break;
            }
            pagina.regels.push_back({row.id, row.op, row.bron, row.soort, row.doel, row.uitkomst, row.herkomst, row.aantal, row.duur_ms,
                                     row.door ? organisatie::naam_of(tx, *row.door) : std::string()});
        }
        return pagina;
    });
}

Result<Done> OpzoekService::schakel(const Caller& caller, Id<Gemeente> gemeente, Bron bron, Schakeling schakeling) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const bool is_uit = schakeling == Schakeling::uit;
        if (!(is_uit ? zet_uit(tx, gemeente, bron, clock_.now()) : zet_aan(tx, gemeente, bron))) return Done{};
        auto entry = journal::entry(caller, clock_.now(), is_uit ? "opzoekbron.uitgezet" : "opzoekbron.aangezet", gemeente, journal::Object::gemeente, gemeente.bytes);
        entry.kenmerken = {{"bron", naam_of(bron)}};
        journal::append(tx, entry);
        return Done{};
    });
}

void OpzoekService::forget_old() {
    const Instant now = clock_.now();
    personen_bekend_.forget_old(now);
    bedrijven_bekend_.forget_old(now);
    adressen_bekend_.forget_old(now);
}

template <class T, class F>
Antwoord<T> OpzoekService::remembered(Geheugen<Antwoord<T>>& geheugen, const std::string& key, F ask) {
    if (auto known = geheugen.get(key, clock_.now())) {
        known->herkomst = Herkomst::geheugen;
        return std::move(*known);
    }
    Antwoord<T> antwoord = ask();
    if (antwoord.uitkomst == Uitkomst::gevonden || antwoord.uitkomst == Uitkomst::onbekend) geheugen.put(key, antwoord, clock_.now());
    return antwoord;
}

template <class T>
void OpzoekService::note(const Caller& caller, Id<Gemeente> gemeente, const Vraag& vraag, const Antwoord<T>& antwoord, std::int64_t duur_ms) {
    OpzoekingRij row;
    row.id = ids_.next();
    row.gemeente = gemeente;
    row.bron = naam_of(vraag.bron);
    row.soort = vraag.soort;
    row.kenmerk = store::Blob{zegel(vraag)};
    row.doel = vraag.doel;
    row.uitkomst = naam_of(antwoord.uitkomst);
    row.mislukt = !is_antwoord(antwoord.uitkomst);
    row.aantal = static_cast<std::int64_t>(antwoord.vondsten.size());
    row.herkomst = herkomst_of(antwoord.herkomst);
    row.duur_ms = duur_ms;
    row.door = caller.employee();
    row.op = clock_.now();
    store_.write([&](store::Tx& tx) -> Result<Done> {
        insert_opzoeking(tx, row);
        return Done{};
    });
}

std::vector<Id<Partij>> OpzoekService::bekend_hier(Id<Gemeente> gemeente, const Antwoord<BrpPersoon>& antwoord) {
    if (!bekenden_ || antwoord.vondsten.empty()) return {};
    return store_.read([&](store::Tx& tx) {
        std::vector<Id<Partij>> shown;
        for (const BrpPersoon& one : antwoord.vondsten)
            for (const auto& partij : bekenden_(tx, gemeente, one.bsn))
                if (std::find(shown.begin(), shown.end(), partij) == shown.end()) shown.push_back(partij);
        return shown;
    });
}

bool OpzoekService::is_uitgezet(Id<Gemeente> gemeente, Bron bron) {
    return store_.read([&](store::Tx& tx) { return uit_sinds(tx, gemeente, bron).has_value(); });
}

bool OpzoekService::is_ingesteld(Bron bron) const {
    const auto& in = opties_.instellingen;
    if (bron == Bron::brp) return in.brp.bron.is_ingesteld() && !opties_.sleutel.empty();
    return (bron == Bron::kvk ? in.kvk.bron : in.adressen.bron).is_ingesteld();
}

std::string OpzoekService::zegel(const Vraag& vraag) const { return access::hmac_sha256(opties_.sleutel, naam_of(vraag.bron) + "|" + vraag.tekst); }

Brontoestand OpzoekService::toestand(Bron bron) const {
    if (bron == Bron::brp) return brp_.toestand();
    return bron == Bron::kvk ? kvk_.toestand() : adressen_.toestand();
}

}  // namespace dichtbij::opzoek
