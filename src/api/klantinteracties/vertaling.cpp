#include "api/klantinteracties/vertaling.h"

#include "partij/adres.h"

namespace dichtbij::klantinteracties {
namespace {

template <class T>
std::optional<Uuid> bytes_of(const std::optional<Id<T>>& id) {
    return id ? std::optional(id->bytes) : std::nullopt;
}

std::optional<std::string> unless_empty(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

std::optional<Adres> adres_of(const std::optional<partij::Adres>& given) {
    if (!given) return std::nullopt;
    return Adres{given->nummeraanduiding_id, given->straatnaam, given->huisnummer, given->huisnummertoevoeging, partij::postcode_leesbaar(given->postcode),
                 given->stad, given->adresregel1, given->adresregel2, given->adresregel3, given->land};
}

Contactnaam naam_of(const partij::Contactnaam& naam) { return {naam.voorletters, naam.voornaam, naam.voorvoegsel_achternaam, naam.achternaam}; }

Identificator identificator_of(const klantcontact::Objectregel& object) {
    return {object.object_id, object.code_objecttype, object.code_register, object.code_soort_object_id};
}

PartijIdentificator identificator_of(const partij::Identificator& one, const Uuid& partij) {
    return {one.id, partij, one.andere_partij_identificator, {one.object_id, one.code_objecttype, one.code_register, one.code_soort_object_id}, one.sub_identificator_van};
}

Partijidentificatie identificatie_of(const partij::Partij& partij) {
    Partijidentificatie found;
    found.id = partij.id.bytes;
    if (const auto* organisatie = std::get_if<partij::Organisatie>(&partij.gegevens.wie)) found.naam = organisatie->naam;
    if (const auto* contactpersoon = std::get_if<partij::Contactpersoon>(&partij.gegevens.wie)) found.werkte_voor_partij = bytes_of(contactpersoon->werkte_voor);
    if (const auto* naam = partij::contactnaam(partij.gegevens)) found.contactnaam = naam_of(*naam);
    found.volledige_naam = partij::volledige_naam(partij.gegevens);
    return found;
}

template <class T>
std::vector<Uuid> ids_of(const std::vector<T>& all) {
    std::vector<Uuid> ids;
    ids.reserve(all.size());
    for (const T& one : all) ids.push_back(one.id);
    return ids;
}

}  // namespace

Actor to_standard(const klantcontact::Actor& actor) {
    Actor one;
    one.id = actor.id;
    one.naam = actor.naam;
    one.soort = actor.soort_actor;
    one.indicatie_actief = actor.indicatie_actief;
    one.actoridentificator = Identificator{actor.object_id, actor.code_objecttype, actor.code_register, actor.code_soort_object_id};
    one.actor_identificatie = Actoridentificatie{actor.functie, actor.omschrijving, actor.emailadres, actor.faxnummer, actor.telefoonnummer};
    return one;
}

ActorKlantcontact to_standard(const klantcontact::ActorKlantcontact& link) { return {link.id, link.actor, link.klantcontact.bytes}; }

Onderwerpobject onderwerpobject_of(const klantcontact::Objectregel& object) {
    return {object.id, bytes_of(object.klantcontact), bytes_of(object.was_klantcontact), identificator_of(object)};
}

Bijlage bijlage_of(const klantcontact::Objectregel& object) { return {object.id, bytes_of(object.klantcontact), identificator_of(object)}; }

Betrokkene to_standard(klantcontact::Betrokkeneregel regel) {
    klantcontact::Betrokkene& from = regel.betrokkene;
    Betrokkene one;
    one.id = from.id;
    one.partij = bytes_of(from.partij);
    one.klantcontact = regel.klantcontact.bytes;
    one.digitale_adressen = ids_of(from.digitale_adressen);
    one.bezoekadres = adres_of(from.bezoekadres);
    one.correspondentieadres = adres_of(from.correspondentieadres);
    one.contactnaam = naam_of(from.naam);
    one.volledige_naam = partij::volledige_naam(from.naam);
    one.rol = from.rol;
    one.organisatienaam = std::move(from.organisatienaam);
    one.initiator = from.initiator;
    return one;
}

DigitaalAdres to_standard(partij::DigitaalAdresregel from) {
    DigitaalAdres one;
    one.id = from.id;
    one.betrokkene = from.betrokkene;
    one.partij = bytes_of(from.partij);
    one.adres = std::move(from.adres);
    one.soort = from.soort;
    one.is_standaard = from.is_standaard;
    one.omschrijving = std::move(from.omschrijving);
    one.referentie = std::move(from.referentie);
    one.verificatie_datum = from.verificatie_datum;
    return one;
}

InterneTaak to_standard(taak::Taakregel regel) {
    taak::Taak& from = regel.taak;
    InterneTaak one;
    one.id = from.id.bytes;
    one.nummer = std::move(from.standaardnummer);
    one.referentienummer = unless_empty(std::move(from.referentienummer));
    one.gevraagde_handeling = std::move(from.gevraagde_handeling);
    one.klantcontact = from.klantcontact.value_or(Id<dichtbij::Klantcontact>{}).bytes;
    one.actoren = std::move(regel.actoren);
    one.toelichting = std::move(from.toelichting);
    one.status = from.status;
    one.toegewezen_op = from.toegewezen_op;
    one.afgehandeld_op = from.afgehandeld_op;
    return one;
}

Klantcontact to_standard(klantcontact::Klantcontact from) {
    klantcontact::Inhoud& inhoud = from.inhoud;
    Klantcontact one;
    one.id = from.id.bytes;
    one.nummer = std::move(from.standaardnummer);
    one.referentienummer = unless_empty(std::move(from.referentienummer));
    one.kanaal = std::move(inhoud.kanaal);
    one.onderwerp = std::move(inhoud.onderwerp);
    one.inhoud = std::move(inhoud.inhoud);
    one.reactie = std::move(inhoud.reactie);
    one.indicatie_contact_gelukt = inhoud.indicatie_contact_gelukt;
    one.hoofd_onderwerp_type = std::move(inhoud.hoofd_onderwerp_type);
    one.verdere_actie_ondernomen = inhoud.verdere_actie_ondernomen;
    one.taal = std::move(inhoud.taal);
    one.vertrouwelijk = inhoud.vertrouwelijk;
    one.plaatsgevonden_op = inhoud.plaatsgevonden_op;
    return one;
}

Categorie to_standard(const partij::Categorie& categorie) { return {categorie.id, categorie.naam}; }

CategorieRelatie to_standard(const partij::CategorieRelatieregel& regel) {
    return {regel.id, bytes_of(regel.partij), CategorieVerwijzing{regel.categorie, regel.categorie_naam}, regel.begin_datum, regel.eind_datum};
}

Rekeningnummer to_standard(const partij::Rekeningnummerregel& regel) { return {regel.id, bytes_of(regel.partij), regel.iban, regel.bic}; }

Vertegenwoordiging to_standard(const partij::Vertegenwoordiging& one) {
    return {one.id, one.vertegenwoordigende_partij.bytes, one.vertegenwoordigde_partij.bytes};
}

PartijIdentificator to_standard(const partij::PartijIdentificatorregel& regel) {
    return {regel.id, bytes_of(regel.partij), regel.andere_partij_identificator,
            {regel.object_id, regel.code_objecttype, regel.code_register, regel.code_soort_object_id}, regel.sub_identificator_van};
}

Partij to_standard(const partij::Partijregel& regel) {
    const partij::Partij& from = regel.partij;
    const partij::Gegevens& gegevens = from.gegevens;
    Partij one;
    one.id = from.id.bytes;
    one.nummer = unless_empty(gegevens.nummer);
    one.interne_notitie = gegevens.interne_notitie;
    for (const auto& relatie : regel.categorie_relaties) one.categorie_relaties.push_back({relatie.id, relatie.categorie_naam, relatie.begin_datum, relatie.eind_datum});
    one.digitale_adressen = ids_of(gegevens.digitale_adressen);
    one.voorkeurs_digitaal_adres = gegevens.voorkeuren.digitaal_adres;
    for (const auto& vertegenwoordigde : regel.vertegenwoordigden) one.vertegenwoordigden.push_back(vertegenwoordigde.bytes);
    one.rekeningnummers = ids_of(gegevens.rekeningnummers);
    one.voorkeurs_rekeningnummer = gegevens.voorkeuren.rekeningnummer;
    for (const auto& identificator : gegevens.identificatoren) one.identificatoren.push_back(identificator_of(identificator, one.id));
    one.soort = partij::soort(gegevens);
    one.indicatie_geheimhouding = gegevens.indicaties.geheimhouding;
    one.voorkeurstaal = gegevens.voorkeuren.taal;
    one.indicatie_actief = gegevens.indicaties.actief;
    one.bezoekadres = adres_of(gegevens.bezoekadres);
    one.correspondentieadres = adres_of(gegevens.correspondentieadres);
    one.identificatie = identificatie_of(from);
    return one;
}

}  // namespace dichtbij::klantinteracties
