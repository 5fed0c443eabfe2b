// Reading and finding.
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "base/text.h"
#include "partij/identificatie_store.h"
#include "partij/partij_service.h"
#include "partij/partij_store.h"
#include "partij/telefoon.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> volledige_lezers{Rol::behandelaar, Rol::teamleider, Rol::beheerder};
constexpr int gevonden_max = 500;  // rows read for one key before the words narrow them

Gemeenten gemeenten_of(const Caller& caller) {
    if (caller.is_system()) return std::nullopt;
    return access::scope_of(caller).gemeenten;
}

// Every word that was typed begins a word of the name.
bool fits(const std::string& naam, const std::vector<std::string>& typed) {
    const auto words = words_of(folded(naam));
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& one) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(one); });
    });
}

bool fits(const Partij& partij, const Zoekvraag& vraag) {
    return vraag.woorden.empty() || fits(volledige_naam(partij.gegevens), vraag.woorden) ||
           (contactnaam(partij.gegevens) && fits(contactnaam(partij.gegevens)->voorletters + " " + volledige_naam(partij.gegevens), vraag.woorden));
}

std::vector<Partij> by_key(const PartijStore& store, const Gemeenten& gemeenten, const Sleutel& sleutel) {
    switch (sleutel.soort) {
        case SoortSleutel::bsn: return store.by_identificator(gemeenten, soort_bsn, sleutel.waarde, gevonden_max);
        case SoortSleutel::rsin: return store.by_identificator(gemeenten, soort_rsin, sleutel.waarde, gevonden_max);
        case SoortSleutel::kvk_nummer: return store.by_identificator(gemeenten, soort_kvk_nummer, sleutel.waarde, gevonden_max);
        case SoortSleutel::vestigingsnummer: return store.by_identificator(gemeenten, soort_vestigingsnummer, sleutel.waarde, gevonden_max);
        case SoortSleutel::telefoonnummer:
            return store.by_digitaal_adres(gemeenten, SoortDigitaalAdres::telefoonnummer, sleutel.waarde, gevonden_max);
        case SoortSleutel::email: return store.by_digitaal_adres(gemeenten, SoortDigitaalAdres::email, sleutel.waarde, gevonden_max);
        case SoortSleutel::referentie: break;
    }
    return {};
}

void append(std::vector<Partij>& list, std::vector<Partij> more) {
    for (Partij& one : more)
        if (std::none_of(list.begin(), list.end(), [&](const Partij& had) { return had.id == one.id; })) list.push_back(std::move(one));
}

bool can_be(const std::optional<Geboortedatum>& stored, const Geboortedatum& asked) {
    if (!stored || stored->jaar != asked.jaar) return false;
    if (stored->maand == 0 || asked.maand == 0) return true;
    if (stored->maand != asked.maand) return false;
    return stored->dag == 0 || asked.dag == 0 || stored->dag == asked.dag;
}

bool is_born(const Partij& partij, const Geboortedatum& asked) {
    const auto* persoon = std::get_if<Persoon>(&partij.gegevens.wie);
    return persoon && can_be(persoon->geboortedatum, asked);
}

// An address narrows by date of birth and the other way round; keys stand beside them.
std::vector<Partij> look_up(const PartijStore& store, const Gemeenten& gemeenten, const Zoekvraag& vraag) {
    std::vector<Partij> found;
    for (const Sleutel& sleutel : vraag.sleutels) append(found, by_key(store, gemeenten, sleutel));
    if (!vraag.sleutels.empty() && !vraag.geboortedatum_is_gok) return found;
    const auto& born = vraag.geboortedatum;
    if (vraag.postcode) {
        auto there = store.by_postcode(gemeenten, *vraag.postcode, vraag.huisnummer, gevonden_max);
        if (born) std::erase_if(there, [&](const Partij& one) { return !is_born(one, *born); });
        append(found, std::move(there));
    } else if (born && born->is_whole()) {
        append(found, store.by_geboortedatum(gemeenten, *born, gevonden_max));
    }
    return found;
}

}  // namespace

Result<Inzage> PartijService::read(const Caller& caller, PartijId id, std::optional<Id<Gesprek>> gesprek) {
    return store_.read([&](store::Tx& tx) { return read(tx, caller, id, gesprek); });
}

Result<Inzage> PartijService::read(store::Tx& tx, const Caller& caller, PartijId id, std::optional<Id<Gesprek>> gesprek) {
    TRY(Partij partij, visible(tx, caller, id));
    if (!is_open_to(tx, caller, partij)) {
        record(tx, caller, {.soort = access::Inzagesoort::zoekopdracht, .gemeente = partij.gemeente, .object_soort = "partij", .object = partij.id.bytes});
        return Inzage(Afgeschermd{partij.id, partij.gemeente, volledige_naam(partij.gegevens), waarschuwingen(partij.gegevens.indicaties)});
    }
    record(tx, caller, {.gemeente = partij.gemeente, .partijen = {partij.id}});
    return Inzage(beeld(tx, caller, std::move(partij), gesprek));
}

Result<PartijBeeld> PartijService::open(const Caller& caller, PartijId id, std::string reden, std::optional<Id<Gesprek>> gesprek) {
    reden = cleaned(reden);
    if (reden.empty()) return invalid("reden", "fout.veld.verplicht");
    if (length_in_characters(reden) > reden_max_characters) return invalid("reden", "fout.veld.te_lang", {std::to_string(reden_max_characters)});
    return store_.write([&](store::Tx& tx) -> Result<PartijBeeld> {
        TRY(Partij partij, visible(tx, caller, id));
        if (caller.applicatie) return forbidden("an application gives no reason to look");
        if (!caller.is_system() && !is_open_to(tx, caller, partij)) {
            const Opening opening{ids_.next(), partij.gemeente, partij.id, caller.medewerker, reden, clock_.now()};
            IdentificatieStore(tx).insert(opening);
            auto line = entry(caller, "partij.geopend", partij.gemeente, partij.id);
            for (const Waarschuwing one : waarschuwingen(partij.gegevens.indicaties))
                line.kenmerken.emplace_back(boost::describe::enum_to_string(one, ""), "ja");
            line.toelichting = reden;
            journal::append(tx, line);
            for (const auto& act : on_opening_) act(tx, caller, opening);
        }
        record(tx, caller, {.gemeente = partij.gemeente, .partijen = {partij.id}});
        return beeld(tx, caller, std::move(partij), gesprek);
    });
}

bool PartijService::is_open_to(store::Tx& tx, const Caller& caller, const Partij& partij) const {
    if (caller.is_system() || waarschuwingen(partij.gegevens.indicaties).empty()) return true;
    return IdentificatieStore(tx).is_opened(partij.id, caller.medewerker, start_of(day_of(clock_.now())));
}

// In a conversation everyone asks who is there first, whatever their role.
Zicht PartijService::zicht(store::Tx& tx, const Caller& caller, const Partij& partij, std::optional<Id<Gesprek>> gesprek) const {
    if (caller.is_system()) return Zicht::volledig;
    if (gesprek) return is_geidentificeerd(tx, *gesprek, partij.id) ? Zicht::volledig : Zicht::beperkt;
    return access::has_role(caller, partij.gemeente, volledige_lezers) ? Zicht::volledig : Zicht::beperkt;
}

PartijBeeld PartijService::beeld(store::Tx& tx, const Caller& caller, Partij partij, std::optional<Id<Gesprek>> gesprek) const {
    PartijBeeld beeld;
    beeld.zicht = zicht(tx, caller, partij, gesprek);
    beeld.is_geidentificeerd = gesprek && is_geidentificeerd(tx, *gesprek, partij.id);
    beeld.waarschuwingen = waarschuwingen(partij.gegevens.indicaties);
    beeld.dubbelen = familie(tx, partij.id);
    beeld.dubbelen.erase(beeld.dubbelen.begin());
    beeld.partij = beeld.zicht == Zicht::volledig ? std::move(partij) : beperkt(std::move(partij));
    return beeld;
}

Result<std::vector<Treffer>> PartijService::find(const Caller& caller, const Zoekvraag& vraag) {
    return store_.read([&](store::Tx& tx) { return find(tx, caller, vraag); });
}

Result<std::vector<Treffer>> PartijService::find(store::Tx& tx, const Caller& caller, const Zoekvraag& vraag) {
    auto found = look_up(PartijStore(tx), gemeenten_of(caller), vraag);
    std::erase_if(found, [&](const Partij& one) { return !fits(one, vraag); });
    record(tx, caller, {.soort = access::Inzagesoort::zoekopdracht, .gemeente = {}, .zoek = beschrijving(vraag)});
    return as_treffers(tx, found);
}

std::vector<Treffer> PartijService::treffers(store::Tx& tx, const Caller& caller, const std::vector<PartijId>& ids) {
    return as_treffers(tx, PartijStore(tx).by_id(gemeenten_of(caller), ids));
}

Result<std::vector<Treffer>> PartijService::find_caller(const Caller& caller, std::string_view telefoonnummer) {
    const auto number = e164(telefoonnummer);
    if (!number) return std::vector<Treffer>{};
    Zoekvraag vraag;
    vraag.sleutels.push_back({SoortSleutel::telefoonnummer, *number});
    return find(caller, vraag);
}

std::vector<Treffer> PartijService::as_treffers(store::Tx& tx, const std::vector<Partij>& found) const {
    std::vector<Treffer> list;
    for (const Partij& one : found) {
        if (list.size() >= treffers_max) break;
        const PartijId id = survivor(tx, one.id);
        if (std::any_of(list.begin(), list.end(), [&](const Treffer& had) { return had.id == id; })) continue;
        if (id == one.id) list.push_back(treffer_of(one));
        else for (const Partij& surviving : PartijStore(tx).by_id(std::nullopt, {id})) list.push_back(treffer_of(surviving));
    }
    return list;
}

// After the unit of work: it may run more than once.
void PartijService::record(store::Tx& tx, const Caller& caller, access::Inzage inzage) const {
    tx.after_commit([&log = log_, caller, inzage = std::move(inzage)] { log.record(caller, inzage); });
}

}  // namespace dichtbij::partij
