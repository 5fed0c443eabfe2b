#pragma once
// The resources of Klantinteracties 0.9.0 as they stand in JSON. Names and order of the fields are those of the
// standard; what the capabilities keep is turned into these, and back, by functions in *_vertaling.cpp.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "json/value.h"
#include "klantcontact/actor.h"
#include "klantcontact/klantcontact.h"
#include "partij/partij.h"
#include "taak/taak.h"

namespace dichtbij::klantinteracties {

// Four free fields that name a thing in a register of somebody else.
struct Identificator {
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    bool operator==(const Identificator&) const = default;
};

struct Adres {
    std::string nummeraanduiding_id;
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;
    std::string postcode;  // "3999 AB"
    std::string stad;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;
    bool operator==(const Adres&) const = default;
};

struct Contactnaam {
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    bool operator==(const Contactnaam&) const = default;
};

// actorIdentificatie: which of the fields there are depends on the kind of actor.
struct Actoridentificatie {
    std::string functie;
    std::string omschrijving;
    std::string emailadres;
    std::string faxnummer;
    std::string telefoonnummer;
    bool operator==(const Actoridentificatie&) const = default;
};

struct Actor {
    Uuid id{};
    std::string naam;
    klantcontact::SoortActor soort = klantcontact::SoortActor::medewerker;
    bool indicatie_actief = true;
    std::optional<Identificator> actoridentificator;
    std::optional<Actoridentificatie> actor_identificatie;
    std::optional<json::Value> given_identificatie;  // as it came in, before the kind is known
};

struct ActorKlantcontact {
    Uuid id{};
    Uuid actor{};
    Uuid klantcontact{};
};

struct Onderwerpobject {
    Uuid id{};
    std::optional<Uuid> klantcontact;
    std::optional<Uuid> was_klantcontact;
    std::optional<Identificator> identificator;
};

struct Bijlage {
    Uuid id{};
    std::optional<Uuid> klantcontact;
    std::optional<Identificator> identificator;
};

struct InterneTaak {
    Uuid id{};
    std::optional<std::string> nummer;
    std::optional<std::string> referentienummer;
    std::string gevraagde_handeling;
    Uuid klantcontact{};
    std::vector<Uuid> actoren;
    std::string toelichting;
    taak::Taakstatus status = taak::Taakstatus::te_verwerken;
    Instant toegewezen_op;
    std::optional<Instant> afgehandeld_op;
    std::optional<json::Value> given_actor;          // toegewezenAanActor as it came in
};

// What `expand` asked of a resource stands in members called expand_*: none when it was not asked.
struct Klantcontact;
struct Partij;

struct DigitaalAdres;
struct Betrokkene {
    Uuid id{};
    std::optional<Uuid> partij;
    Uuid klantcontact{};
    std::vector<Uuid> digitale_adressen;
    std::optional<Adres> bezoekadres;
    std::optional<Adres> correspondentieadres;
    std::optional<Contactnaam> contactnaam;
    std::string volledige_naam;
    klantcontact::Rol rol = klantcontact::Rol::klant;
    std::string organisatienaam;
    bool initiator = true;
    std::optional<std::vector<DigitaalAdres>> expand_digitale_adressen;
    std::optional<std::shared_ptr<const Partij>> expand_partij;
    std::optional<std::shared_ptr<const Klantcontact>> expand_klantcontact;
};

struct DigitaalAdres {
    Uuid id{};
    std::optional<Uuid> betrokkene;
    std::optional<Uuid> partij;
    std::string adres;
    partij::SoortDigitaalAdres soort = partij::SoortDigitaalAdres::overig;
    bool is_standaard = false;
    std::string omschrijving;
    std::string referentie;
    std::optional<Day> verificatie_datum;
    std::optional<std::shared_ptr<const Betrokkene>> expand_betrokkene;
};

struct Klantcontact {
    Uuid id{};
    std::vector<Uuid> onderwerpobjecten;
    std::vector<Actor> actoren;
    std::vector<Uuid> bijlagen;
    std::vector<Uuid> betrokkenen;
    std::vector<Uuid> interne_taken;
    std::optional<std::string> nummer;
    std::optional<std::string> referentienummer;
    std::string kanaal;
    std::string onderwerp;
    std::string inhoud;
    std::string reactie;
    std::optional<bool> indicatie_contact_gelukt;
    std::string hoofd_onderwerp_type;
    bool verdere_actie_ondernomen = false;
    std::string taal;
    bool vertrouwelijk = false;
    Instant plaatsgevonden_op;
    std::map<std::string, std::string> metadata;
    std::optional<std::vector<Onderwerpobject>> expand_onderwerpobjecten;
    std::optional<std::vector<Betrokkene>> expand_betrokkenen;
    std::optional<std::vector<InterneTaak>> expand_interne_taken;
    std::optional<std::vector<Bijlage>> expand_bijlagen;
};

struct Categorie {
    Uuid id{};
    std::string naam;
};

// As it stands in a CategorieRelatie: only the uuid is read.
struct CategorieVerwijzing {
    Uuid id{};
    std::string naam;
};

struct CategorieRelatie {
    Uuid id{};
    std::optional<Uuid> partij;
    std::optional<CategorieVerwijzing> categorie;
    std::optional<Day> begin_datum;
    std::optional<Day> eind_datum;
};

// As it stands in a partij.
struct CategorieRelatieVerwijzing {
    Uuid id{};
    std::string categorie_naam;
    std::optional<Day> begin_datum;
    std::optional<Day> eind_datum;
};

struct Rekeningnummer {
    Uuid id{};
    std::optional<Uuid> partij;
    std::string iban;
    std::string bic;
};

struct Vertegenwoordiging {
    Uuid id{};
    Uuid vertegenwoordigende_partij{};
    Uuid vertegenwoordigde_partij{};
};

struct PartijIdentificator {
    Uuid id{};
    std::optional<Uuid> partij;
    std::string andere_partij_identificator;
    Identificator identificator;
    std::optional<Uuid> sub_identificator_van;
};

// partijIdentificatie: which of the fields there are depends on the kind of partij.
struct Partijidentificatie {
    Uuid id{};
    std::optional<Uuid> werkte_voor_partij;
    std::optional<Contactnaam> contactnaam;
    std::string volledige_naam;
    std::string naam;
};

struct Partij {
    Uuid id{};
    std::optional<std::string> nummer;
    std::string interne_notitie;
    std::vector<Uuid> betrokkenen;
    std::vector<CategorieRelatieVerwijzing> categorie_relaties;
    std::vector<Uuid> digitale_adressen;
    std::optional<Uuid> voorkeurs_digitaal_adres;
    std::vector<Uuid> vertegenwoordigden;
    std::vector<Uuid> rekeningnummers;
    std::optional<Uuid> voorkeurs_rekeningnummer;
    std::vector<PartijIdentificator> identificatoren;
    partij::SoortPartij soort = partij::SoortPartij::persoon;
    std::optional<bool> indicatie_geheimhouding;
    std::string voorkeurstaal;
    bool indicatie_actief = true;
    std::optional<Adres> bezoekadres;
    std::optional<Adres> correspondentieadres;
    Partijidentificatie identificatie;
    std::optional<json::Value> given_identificatie;  // as it came in, before the kind is known
    std::optional<std::vector<DigitaalAdres>> expand_digitale_adressen;
    std::optional<std::vector<Betrokkene>> expand_betrokkenen;
    std::optional<std::vector<CategorieRelatie>> expand_categorie_relaties;
};

}  // namespace dichtbij::klantinteracties
