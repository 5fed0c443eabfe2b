#pragma once
// What lists of Klantinteracties are asked by, and their lines, for klantcontacten and what hangs on them. An empty
// filter is not asked; all that are asked hold together, each by itself: of a contact with two betrokkenen one may
// answer one filter and the other the next.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

#include "klantcontact/actor.h"
#include "klantcontact/klantcontact.h"
#include "partij/lijst.h"

namespace dichtbij::klantcontact {

using KlantcontactId = Id<dichtbij::Klantcontact>;
using partij::Verwijzing;

enum class Volgorde { nieuwste_eerst, oudste_eerst };

enum class Objectsoort { onderwerpobject, bijlage };
BOOST_DESCRIBE_ENUM(Objectsoort, onderwerpobject, bijlage)

struct Objectidentificatie {
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
};
// Calls act(column, value) for each part that is asked.
template <class F>
void each_part(const Objectidentificatie& vraag, F&& act) {
    if (!vraag.object_id.empty()) act("object_id", vraag.object_id);
    if (!vraag.code_objecttype.empty()) act("code_objecttype", vraag.code_objecttype);
    if (!vraag.code_register.empty()) act("code_register", vraag.code_register);
    if (!vraag.code_soort_object_id.empty()) act("code_soort_object_id", vraag.code_soort_object_id);
}

struct Klantcontactvraag {
    std::string nummer;                      // of the standard
    std::string referentienummer;
    std::string kanaal;
    std::string onderwerp;                   // contains, as inhoud and reactie
    std::string inhoud;
    std::string reactie;
    std::optional<bool> indicatie_contact_gelukt;
    std::optional<bool> vertrouwelijk;
    std::optional<Instant> plaatsgevonden_op;
    std::optional<Instant> van;              // [van, tot)
    std::optional<Instant> tot;
    std::optional<bool> leidde_tot_taken;
    std::optional<Uuid> betrokkene;
    std::optional<Id<Partij>> partij;
    std::optional<bool> betrokkene_is_partij;  // some betrokkene is; or: some is not, or there is none
    partij::Identificatorvraag identificator;  // of the partij of a betrokkene
    std::string adres_bevat;                 // part of a digital address of a betrokkene
    std::optional<Uuid> onderwerpobject;
    Objectidentificatie over;                // of an onderwerpobject
    std::optional<Uuid> was_onderwerpobject;
    Objectidentificatie was;                 // of the onderwerpobject that this contact was itself
    std::vector<std::string> woorden;        // each stands in onderwerp, inhoud or reactie
    Volgorde volgorde = Volgorde::nieuwste_eerst;
};

struct Betrokkenevraag {
    partij::Contactnaam naam;                // exactly
    std::string organisatienaam;
    std::optional<KlantcontactId> klantcontact;
    std::string klantcontact_nummer;         // of the standard
    std::string klantcontact_referentienummer;
    std::optional<Uuid> digitaal_adres;
    std::string adres;                       // exactly
    std::optional<Id<Partij>> partij;
    std::string partij_nummer;
    partij::Identificatorvraag identificator;
};
struct Betrokkeneregel {
    KlantcontactId klantcontact;
    Betrokkene betrokkene;
};

struct Objectvraag {
    std::optional<KlantcontactId> klantcontact;
    std::optional<KlantcontactId> was_klantcontact;
    Objectidentificatie identificatie;       // all parts of one object
};
struct Objectregel {
    Uuid id{};
    std::optional<KlantcontactId> klantcontact;
    Objectsoort soort = Objectsoort::onderwerpobject;
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::optional<KlantcontactId> was_klantcontact;
    bool operator==(const Objectregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Objectregel, (), (id, klantcontact, soort, object_id, code_objecttype, code_register, code_soort_object_id, was_klantcontact))

struct ActorKlantcontactvraag {
    std::optional<Uuid> actor;
    std::optional<KlantcontactId> klantcontact;
};

struct DigitaalAdresvraag {
    std::string adres;                       // exactly
    std::string adres_bevat;
    std::string omschrijving;                // contains
    std::string referentie;
    std::optional<partij::SoortDigitaalAdres> soort;
    std::optional<bool> is_standaard;
    std::optional<bool> is_geverifieerd;
    std::optional<Day> verificatie_datum;
    std::optional<Day> geverifieerd_na;
    std::optional<Day> geverifieerd_vanaf;
    std::optional<Day> geverifieerd_voor;
    std::optional<Day> geverifieerd_tot_en_met;
    std::optional<Uuid> betrokkene;
    std::optional<Rol> rol;                  // of the betrokkene
    std::optional<Id<Partij>> partij;
    std::optional<partij::SoortPartij> soort_partij;
    partij::Identificatorvraag identificator;
};

// The metadata of one contact among several.
struct Metadataregel {
    KlantcontactId klantcontact;
    std::string sleutel;
    std::string waarde;
};
BOOST_DESCRIBE_STRUCT(Metadataregel, (), (klantcontact, sleutel, waarde))

// Which contacts a reader sees: of one gemeente, not hidden, of these domains, confidential ones or not.
enum class Vertrouwelijk { verzwegen, getoond };
// Digital addresses belong to partijen and to betrokkenen: of which of them a reader sees any.
enum class Adressen { van_partijen, van_betrokkenen, alle };
struct Zicht {
    Id<Gemeente> gemeente;
    std::vector<std::string> domeinen{""};   // "" is none; an empty list: every domain
    Vertrouwelijk vertrouwelijk = Vertrouwelijk::verzwegen;
    Adressen adressen = Adressen::alle;
};

}  // namespace dichtbij::klantcontact
