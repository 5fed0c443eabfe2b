#pragma once
// One question in a conversation: one subject, one outcome. Three questions in a call are three
// klantcontacten with one gesprek. Fields as in Klantinteracties 0.9.0; what that does not carry is "own".

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "norm/servicenorm.h"
#include "partij/adres.h"
#include "partij/partij.h"
#include "werk/opdracht.h"

namespace dichtbij::klantcontact {

// In characters, for forms and validation alike.
inline constexpr std::size_t kanaal_limit = 50;
inline constexpr std::size_t onderwerp_limit = 200;
inline constexpr std::size_t inhoud_limit = 4000;
inline constexpr std::size_t reactie_limit = 4000;
inline constexpr std::size_t verwezen_naar_limit = 200;
inline constexpr std::size_t hoofd_onderwerp_type_limit = 200;
inline constexpr std::size_t referentienummer_limit = 10;  // digits; standaardnummer too
inline constexpr std::size_t extern_id_limit = 100;
inline constexpr std::size_t metadata_sleutel_limit = 100;
inline constexpr std::size_t metadata_waarde_limit = 255;
inline constexpr std::size_t naam_limit = 200;
inline constexpr std::size_t voorletters_limit = 10;
inline constexpr std::size_t voorvoegsel_limit = 10;
inline constexpr std::size_t organisatienaam_limit = 200;
inline constexpr std::size_t adres_limit = 80;           // a digital one
inline constexpr std::size_t objectcode_limit = 200;
inline constexpr std::size_t reden_limit = werk::reden_limit;
// Numbers of things.
inline constexpr std::size_t metadata_limit = 50;
inline constexpr std::size_t betrokkenen_limit = 20;
inline constexpr std::size_t adressen_limit = 10;        // digital ones of a betrokkene
inline constexpr std::size_t objecten_limit = 50;        // onderwerpobjecten, and bijlagen
inline constexpr int vragen_limit = 20;                  // in one gesprek
inline constexpr minutes klok_afwijking{5};              // how far ahead another system's clock may be

// The channels a desk offers, in the order of its form. Others come in over the standards.
inline constexpr std::string_view kanalen[] = {"telefoon", "balie", "email", "formulier", "brief", "chat", "social_media", "whatsapp", "video", "huisbezoek"};

struct Gesprek {
    Id<dichtbij::Gesprek> id;
    Id<Gemeente> gemeente;
    std::string kanaal;
    Instant begonnen_op;
    bool operator==(const Gesprek&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gesprek, (), (id, gemeente, kanaal, begonnen_op))

// Own: how the question ended for the employee who took it.
enum class Afloop { beantwoord, doorgezet, doorverwezen, beeindigd };
BOOST_DESCRIBE_ENUM(Afloop, beantwoord, doorgezet, doorverwezen, beeindigd)

// What may be corrected afterwards.
struct Inhoud {
    std::string kanaal;
    std::string onderwerp;
    std::string inhoud;                             // the question
    std::string reactie;                            // what was answered
    std::optional<bool> indicatie_contact_gelukt;
    std::string hoofd_onderwerp_type;               // URI
    bool verdere_actie_ondernomen = false;
    std::string taal = "nld";
    bool vertrouwelijk = false;
    Instant plaatsgevonden_op;
    std::optional<Id<Onderwerp>> onderwerp_id;      // own
    std::optional<Id<Product>> product;             // own
    std::string verwezen_naar;                      // own
    bool operator==(const Inhoud&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inhoud, (),
                      (kanaal, onderwerp, inhoud, reactie, indicatie_contact_gelukt, hoofd_onderwerp_type, verdere_actie_ondernomen,
                       taal, vertrouwelijk, plaatsgevonden_op, onderwerp_id, product, verwezen_naar))

struct Klantcontact {
    Id<dichtbij::Klantcontact> id;
    Id<dichtbij::Gesprek> gesprek;
    Id<Gemeente> gemeente;
    std::string nummer;                             // own, for people: "K-2026-048291"
    std::string standaardnummer;                    // `nummer` of the standard: at most ten digits, never empty
    std::string referentienummer;                   // of the standard: at most ten digits; mostly empty
    Inhoud inhoud;
    Afloop afloop = Afloop::beantwoord;
    std::string domein;                             // confidential domain, or ""
    Id<Werk> werk;
    std::optional<Id<Medewerker>> door;
    Instant geregistreerd_op;
    std::string extern_id;                          // of the system it was imported from
    std::optional<Instant> verborgen_op;
    std::int64_t versie = 1;
    bool operator==(const Klantcontact&) const = default;
};

enum class Rol { vertegenwoordiger, klant };
BOOST_DESCRIBE_ENUM(Rol, vertegenwoordiger, klant)

struct Betrokkene {
    Uuid id{};                                      // nil: not stored yet
    std::optional<Id<Partij>> partij;               // wasPartij
    Rol rol = Rol::klant;
    bool initiator = true;
    partij::Contactnaam naam;
    std::string organisatienaam;
    std::optional<partij::Adres> bezoekadres;
    std::optional<partij::Adres> correspondentieadres;
    std::vector<partij::DigitaalAdres> digitale_adressen;
    bool operator==(const Betrokkene&) const = default;
};

// What a question was about, or what came with it, in a register of its own.
struct Objectverwijzing {
    Uuid id{};
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::optional<Id<dichtbij::Klantcontact>> was_klantcontact;  // onderwerpobject that is a klantcontact itself
    bool operator==(const Objectverwijzing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Objectverwijzing, (), (id, object_id, code_objecttype, code_register, code_soort_object_id, was_klantcontact))

using Metadata = std::map<std::string, std::string>;

// Of a system that was used before.
struct Import {
    std::string extern_id;
    std::optional<Instant> afgehandeld_op;          // none with a closed row: it counts in no norm
    std::optional<Id<Medewerker>> medewerker;       // who handled it, when known here
};

struct NieuwKlantcontact {
    Id<Gemeente> gemeente;
    std::optional<Id<dichtbij::Gesprek>> gesprek;   // none: its own
    Inhoud inhoud;                                  // an empty onderwerp becomes the name of the subject
    Afloop afloop = Afloop::beantwoord;
    std::vector<Betrokkene> betrokkenen;            // the first initiator with a partij is whose matter it is
    std::vector<Objectverwijzing> onderwerpobjecten;
    std::vector<Objectverwijzing> bijlagen;
    Metadata metadata;
    std::string standaardnummer;                    // empty: made here
    std::string referentienummer;
    // Of a question that is handed on.
    norm::Aanleiding aanleiding = norm::Aanleiding::vraag;  // terugbelverzoek: the resident was promised a call
    std::optional<werk::Bestemming> naar;           // none: routing by subject, product, channel
    std::optional<werk::Belofte> belofte;           // none: what the norm says
    std::optional<Import> import;
};

// What is wrong, field by field, in the paths of the form ("onderwerp", "betrokkenen.0.achternaam").
std::vector<FieldError> problems(const NieuwKlantcontact&, Instant now);
std::vector<FieldError> problems(const Inhoud&, Instant now);
std::vector<FieldError> problems(const Betrokkene&, const std::string& prefix);
std::vector<FieldError> problems(const Objectverwijzing&, const std::string& prefix);

// Texts cleaned, channel and language in lower case.
Inhoud normalised(Inhoud);

// Names of the fields that differ, for the journal.
std::vector<std::string> changed_fields(const Inhoud& before, const Inhoud& after);

std::optional<Id<Partij>> partij_of(const std::vector<Betrokkene>&);

// Of a confidential contact: that there was one, when and over which channel.
Klantcontact masked(const Klantcontact&);

}  // namespace dichtbij::klantcontact
