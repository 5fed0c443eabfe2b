#pragma once
// How an employee makes sure who is on the line: control questions that the gemeente chose, or a stronger
// means. Once per gesprek; what was answered is never kept, only which question and whether it was right.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partij/partij.h"

namespace dichtbij::partij {

enum class Methode { controlevragen, legitimatiebewijs, digid, eherkenning };
BOOST_DESCRIBE_ENUM(Methode, controlevragen, legitimatiebewijs, digid, eherkenning)

enum class Oordeel { goed, fout, overgeslagen };
BOOST_DESCRIBE_ENUM(Oordeel, goed, fout, overgeslagen)

// `code` is one the program can compare (below) or one of the gemeente's own. Questions without `tekst`
// have theirs in the catalogue: "controlevraag.<code>".
struct Controlevraag {
    std::string code;
    int volgorde = 0;
    std::string tekst;
    bool operator==(const Controlevraag&) const = default;
};
BOOST_DESCRIBE_STRUCT(Controlevraag, (), (code, volgorde, tekst))

struct Controlevragen {
    std::vector<Controlevraag> vragen;
    int aantal_goed = 2;      // this many right, and none wrong
    std::int64_t versie = 0;  // 0: the shipped choice
    bool operator==(const Controlevragen&) const = default;
};

// Date of birth, postcode with house number, telephone, e-mail, end of the BSN, subject of the last
// contact; two right.
Controlevragen shipped_controlevragen();
std::vector<FieldError> problems(const Controlevragen&);

// What someone answered: `gegeven` for questions the program compares, `oordeel` of the employee for
// others ("what was your last question about?").
struct Antwoord {
    std::string vraag;
    std::string gegeven;
    Oordeel oordeel = Oordeel::overgeslagen;
};

bool is_vergelijkbaar(std::string_view code);
// The employee's judgement counts only where the program cannot compare; where nothing is stored to
// compare with, nobody can know and the question does not count.
Oordeel beoordeel(const Gegevens&, const Antwoord&, Day today);

inline constexpr int identificatie_max_pogingen = 3;  // failed ones, per gesprek and partij

struct Identificatie {
    Uuid id{};
    GemeenteId gemeente;
    Id<Gesprek> gesprek;
    PartijId partij;
    std::optional<MedewerkerId> medewerker;
    Methode methode = Methode::controlevragen;
    bool geslaagd = false;
    Instant op;
    bool operator==(const Identificatie&) const = default;
};
BOOST_DESCRIBE_STRUCT(Identificatie, (), (id, gemeente, gesprek, partij, medewerker, methode, geslaagd, op))

struct BeoordeeldAntwoord {
    std::string vraag;
    Oordeel oordeel = Oordeel::overgeslagen;
    bool operator==(const BeoordeeldAntwoord&) const = default;
};
BOOST_DESCRIBE_STRUCT(BeoordeeldAntwoord, (), (vraag, oordeel))

bool is_geslaagd(const std::vector<BeoordeeldAntwoord>&, int aantal_goed);

// A warned partij that an employee opened, with the reason.
struct Opening {
    Uuid id{};
    GemeenteId gemeente;
    PartijId partij;
    MedewerkerId medewerker;
    std::string reden;
    Instant op;
    bool operator==(const Opening&) const = default;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (id, gemeente, partij, medewerker, reden, op))

inline constexpr std::size_t reden_max_characters = 500;

}  // namespace dichtbij::partij
