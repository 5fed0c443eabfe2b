#pragma once
// An interne taak: something an employee must do about a question, most often call someone back. Fields as
// in Klantinteracties 0.9.0; what that does not carry is "own". Owner, promise and clocks are those of its werk.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "werk/opdracht.h"

namespace dichtbij::taak {

// In characters, for forms and validation alike.
inline constexpr std::size_t gevraagde_handeling_limit = 200;
inline constexpr std::size_t toelichting_limit = 4000;
inline constexpr std::size_t telefoonnummer_limit = 30;
inline constexpr std::size_t voorkeursmoment_limit = 100;
inline constexpr std::size_t verslag_limit = 4000;
inline constexpr int belpogingen_minimum = 2;   // before a question may end as not reached
inline constexpr int belpogingen_limit = 50;
inline constexpr std::size_t actoren_limit = 20;
inline constexpr std::size_t referentienummer_limit = 10;  // digits; standaardnummer too
inline constexpr hours volgende_poging_na{2};   // of opening time, when the employee plans none

enum class Taakstatus { te_verwerken, verwerkt };
BOOST_DESCRIBE_ENUM(Taakstatus, te_verwerken, verwerkt)

struct Taak {
    Id<dichtbij::Taak> id;
    Id<Gemeente> gemeente;
    std::string nummer;                                 // own, for people: "T-2026-048291"
    std::string standaardnummer;                        // `nummer` of the standard: at most ten digits, never empty
    std::string referentienummer;                       // of the standard: at most ten digits; mostly empty
    std::optional<Id<Klantcontact>> klantcontact;       // aanleidinggevendKlantcontact; none: asked by a colleague
    std::string gevraagde_handeling;
    std::string toelichting;
    Taakstatus status = Taakstatus::te_verwerken;       // verwerkt: its werk is closed, or a zaak took it over
    Instant toegewezen_op;
    std::optional<Instant> afgehandeld_op;
    std::string telefoonnummer;                         // own: to call back on
    std::string voorkeursmoment;                        // own: when the resident likes to be called
    std::string antwoord;                               // own: what the resident was told
    std::optional<bool> inwoner_weet_het;               // own: asked at the end
    Id<Werk> werk;
    std::int64_t versie = 1;
    bool operator==(const Taak&) const = default;
};
BOOST_DESCRIBE_STRUCT(Taak, (),
                      (id, gemeente, nummer, standaardnummer, referentienummer, klantcontact, gevraagde_handeling, toelichting, status, toegewezen_op, afgehandeld_op,
                       telefoonnummer, voorkeursmoment, antwoord, inwoner_weet_het, werk, versie))

enum class Belresultaat { gesproken, geen_gehoor, voicemail };
BOOST_DESCRIBE_ENUM(Belresultaat, gesproken, geen_gehoor, voicemail)

struct Belpoging {
    Uuid id{};
    Id<dichtbij::Taak> taak;
    Instant op;
    Id<Medewerker> door;
    Belresultaat resultaat = Belresultaat::geen_gehoor;
    std::optional<Instant> volgende_op;                 // when to try again
    bool operator==(const Belpoging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Belpoging, (), (id, taak, op, door, resultaat, volgende_op))

// For a question that was handed on: the taak takes over the werk of its klantcontact, the clocks run on.
struct NieuweTaak {
    Id<Klantcontact> klantcontact;
    std::string gevraagde_handeling;
    std::string toelichting;
    std::string telefoonnummer;
    std::string voorkeursmoment;
    // Over the standard.
    std::string standaardnummer;            // empty: made here
    std::string referentienummer;
    std::vector<Uuid> actoren;              // toegewezenAanActoren, kept and given back in this order
    std::optional<werk::Bestemming> naar;   // to someone else than who owns the question now
};

// What may be corrected afterwards.
struct Wijziging {
    Id<dichtbij::Taak> taak;
    std::int64_t versie = 0;                // of the taak; another one is a conflict ("fout.gewijzigd")
    std::string gevraagde_handeling;
    std::string toelichting;
    std::string telefoonnummer;
    std::string voorkeursmoment;
};

// A question to a colleague about a taak: work with that of the taak as its parent.
struct Collegavraag {
    werk::Keuze bij;
    Id<Medewerker> aan;
    std::string vraag;   // required
};

struct NieuweBelpoging {
    werk::Keuze bij;
    Belresultaat resultaat = Belresultaat::geen_gehoor;
    std::optional<Instant> volgende_op;  // none, and not spoken: the next opening after two hours of opening time
};

struct Afronding {
    werk::Keuze bij;
    werk::Uitkomst uitkomst = werk::Uitkomst::beantwoord;
    std::string antwoord;                    // what was told; required with beantwoord
    std::optional<bool> inwoner_weet_het;    // required, but not of a question by a colleague
};

// What is wrong, field by field.
std::vector<FieldError> problems(const NieuweTaak&);
std::vector<FieldError> problems(const Wijziging&);
std::vector<FieldError> problems(const Collegavraag&);
enum class Doel { inwoner, collega };  // who asked
std::vector<FieldError> problems(const Afronding&, Doel);

}  // namespace dichtbij::taak
