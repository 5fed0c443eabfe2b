// Writing contacts and betrokkenen.
#include "api/klantinteracties/contact_schrijven.h"

#include <algorithm>
#include <array>

#include "api/klantinteracties/taak_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using klantcontact::Inhoud;

// What services say, and how the standard says it.
struct Woord {
    std::string_view key;
    const char* code;
    const char* said;
    const char* name = nullptr;  // none: that of the field
};
constexpr std::array woorden_van_standaard{
    Woord{"klantcontact.fout.nummer_bestaat", "unique", "klantinteracties.fout.klantcontact_nummer"},
    Woord{"klantcontact.fout.referentienummer_bestaat", "unique", "klantinteracties.fout.klantcontact_referentienummer"},
    Woord{"klantcontact.fout.geen_actie_na_gelukt_contact", "no-further-action-when-contact-succesful", "klantinteracties.fout.geen_verdere_actie", json::non_field},
    Woord{"taak.fout.nummer_bestaat", "unique", "klantinteracties.fout.internetaak_nummer"},
    Woord{"taak.fout.referentienummer_bestaat", "unique", "klantinteracties.fout.internetaak_referentienummer"},
    Woord{"taak.fout.niet_verwerkt", "invalid", "klantinteracties.fout.niet_verwerkt"},
};

const api::Names names_of_standard{{"standaardnummer", "nummer"}, {"actoren", "toegewezenAanActoren"}, {"voorletters", "contactnaam.voorletters"},
                                   {"voornaam", "contactnaam.voornaam"}, {"voorvoegsel_achternaam", "contactnaam.voorvoegselAchternaam"}, {"achternaam", "contactnaam.achternaam"}};

std::string text_or(const std::optional<std::string>& text, const std::string& otherwise) { return text && !text->empty() ? *text : otherwise; }

Inhoud content_of(const Klantcontact& one, Inhoud inhoud) {
    inhoud.kanaal = one.kanaal;
    inhoud.onderwerp = one.onderwerp;
    inhoud.inhoud = one.inhoud;
    inhoud.reactie = one.reactie;
    inhoud.indicatie_contact_gelukt = one.indicatie_contact_gelukt;
    inhoud.hoofd_onderwerp_type = one.hoofd_onderwerp_type;
    inhoud.verdere_actie_ondernomen = one.verdere_actie_ondernomen;
    inhoud.taal = one.taal;
    inhoud.vertrouwelijk = one.vertrouwelijk;
    inhoud.plaatsgevonden_op = one.plaatsgevonden_op;
    return inhoud;
}

std::optional<partij::Adres> address_from(const std::optional<Adres>& given) {
    if (!given) return std::nullopt;
    return partij::Adres{given->nummeraanduiding_id, given->straatnaam, given->huisnummer, given->huisnummertoevoeging, given->postcode,
                         given->stad, given->adresregel1, given->adresregel2, given->adresregel3, given->land};
}

api::Found<Uuid> create_contact(const Schrijving& s, Klantcontact one, const json::Given& given) {
    TRY(const auto made, as_contacts_say(s.diensten.aangeleverd.add(s.tx(), s.caller(), new_contact(s, one, given))));
    return made.klantcontact.id.bytes;
}

api::Found<Done> change_contact(const Schrijving& s, const Klantcontact& before, const Klantcontact& after, const json::Given& given) {
    const Id<dichtbij::Klantcontact> id{before.id};
    const auto stored = s.diensten.contacten.stored(s.tx(), id);
    if (!stored) return api::not_found();
    klantcontact::Contactwijziging wijziging{id, content_of(after, stored->inhoud), after.metadata, text_or(after.nummer, stored->standaardnummer), stored->referentienummer, reden_van_wijziging(s)};
    if (given.has("referentienummer")) wijziging.referentienummer = after.referentienummer.value_or("");
    TRY_DONE(as_contacts_say(s.diensten.aangeleverd.change(s.tx(), s.caller(), wijziging)));
    return Done{};
}

api::Found<Done> check_betrokkene(const Schrijving& s, const Betrokkene& one) {
    TRY_DONE(klantcontact_exists(s, "hadKlantcontact", one.klantcontact));
    return if_given(s, partij_exists, "wasPartij", one.partij);
}

api::Found<Uuid> create_betrokkene(const Schrijving& s, const Betrokkene& one, const json::Given&) {
    TRY_DONE(check_betrokkene(s, one));
    return as_contacts_say(s.diensten.aangeleverd.add_betrokkene(s.tx(), s.caller(), {one.klantcontact}, betrokkene_from(one)));
}

api::Found<Done> change_betrokkene(const Schrijving& s, const Betrokkene&, const Betrokkene& after, const json::Given&) {
    TRY_DONE(check_betrokkene(s, after));
    return as_contacts_say(s.diensten.aangeleverd.change_betrokkene(s.tx(), s.caller(), {after.klantcontact}, betrokkene_from(after)));
}

}  // namespace

api::Problem in_words_of_contacts(const Failure& failure, const std::string& within) {
    api::Problem problem = api::with_names(api::Problem(failure), names_of_standard);
    for (json::Invalid& one : problem.invalids) {
        const auto word = std::find_if(woorden_van_standaard.begin(), woorden_van_standaard.end(), [&](const Woord& known) { return known.key == one.key; });
        if (word != woorden_van_standaard.end()) {
            one.code = word->code;
            one.key = word->said;
            if (word->name) one.name = word->name;
        }
        if (!within.empty()) one.name = within + "." + one.name;
    }
    return problem;
}

std::string reden_van_wijziging(const Schrijving& s) { return s.call.t.fill("klantinteracties.reden.gewijzigd", {s.call.applicatie.naam}); }
std::string reden_van_verwijdering(const Schrijving& s) { return s.call.t.fill("klantinteracties.reden.verwijderd", {s.call.applicatie.naam}); }

klantcontact::NieuwKlantcontact new_contact(const Schrijving& s, const Klantcontact& one, const json::Given& given) {
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = s.gemeente();
    nieuw.inhoud = content_of(one, {});
    if (!given.has("plaatsgevondenOp")) nieuw.inhoud.plaatsgevonden_op = s.call.now;
    nieuw.metadata = one.metadata;
    nieuw.standaardnummer = one.nummer.value_or("");
    nieuw.referentienummer = one.referentienummer.value_or("");
    return nieuw;
}

klantcontact::Betrokkene betrokkene_from(const Betrokkene& one) {
    klantcontact::Betrokkene found;
    found.id = one.id;
    if (one.partij) found.partij = Id<dichtbij::Partij>{*one.partij};
    found.rol = one.rol;
    found.initiator = one.initiator;
    if (one.contactnaam) found.naam = {one.contactnaam->voorletters, one.contactnaam->voornaam, one.contactnaam->voorvoegsel_achternaam, one.contactnaam->achternaam};
    found.organisatienaam = one.organisatienaam;
    found.bezoekadres = address_from(one.bezoekadres);
    found.correspondentieadres = address_from(one.correspondentieadres);
    return found;
}

Result<Klantcontact> find_contact(const Lezer& lezer, const Uuid& id) {
    TRY(auto found, lezer.bronnen().contacten.klantcontact(lezer.tx(), lezer.reading(), {id}));
    return only(lezer.klantcontacten({std::move(found)}, {}));
}

Result<Betrokkene> find_betrokkene(const Lezer& lezer, const Uuid& id) {
    TRY(auto found, lezer.bronnen().contacten.betrokkene(lezer.tx(), lezer.reading(), id));
    return to_standard(std::move(found));
}

api::Found<Done> remove_contact(const Schrijving& s, Id<dichtbij::Klantcontact> id) {
    const std::string reden = reden_van_verwijdering(s);
    TRY_DONE(s.diensten.taken.withdraw_of(s.tx(), s.caller(), id, reden));
    TRY_DONE(s.diensten.contacten.hide(s.tx(), s.caller(), id, reden));
    return Done{};
}

void add_klantcontacten_schrijven(Omgeving& with) {
    add_writing<Klantcontact>(with, {klantcontacten_path, "klantcontacten", access::Groep::klantcontacten}, klantcontact_json,
                              {find_contact, create_contact, change_contact, [](const Schrijving& s, const Klantcontact& stored) { return remove_contact(s, {stored.id}); }});
}

void add_betrokkenen_schrijven(Omgeving& with) {
    add_writing<Betrokkene>(with, {betrokkenen_path, "betrokkenen", access::Groep::klantcontacten}, betrokkene_json,
                            {find_betrokkene, create_betrokkene, change_betrokkene, [](const Schrijving& s, const Betrokkene& stored) -> api::Found<Done> {
                                 TRY_DONE(s.diensten.aangeleverd.remove_betrokkene(s.tx(), s.caller(), stored.id));
                                 return Done{};
                             }});
}

void add_schrijven_van_contacten(Omgeving& with) {
    add_klantcontacten_schrijven(with);
    add_betrokkenen_schrijven(with);
    add_objecten_schrijven(with);
    add_maak_klantcontact(with);
    add_interne_taken_schrijven(with);
    add_actoren_schrijven(with);
    add_maak_contactverzoek(with);
}

}  // namespace dichtbij::klantinteracties
