#pragma once
// A form as data: pages with groups of questions, when they are shown, and what becomes of the answers. Written in
// JSON (formulier_json.h), by hand or by a builder; a published version never changes. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij::formulier {

inline constexpr std::size_t paginas_limit = 30;
inline constexpr std::size_t groepen_limit = 20;       // of a page
inline constexpr std::size_t vragen_limit = 200;       // of a form
inline constexpr std::size_t keuzes_limit = 60;        // of a question
inline constexpr std::size_t herhalingen_limit = 20;   // of a group
inline constexpr std::size_t code_limit = 50;          // characters
inline constexpr std::size_t kop_limit = 200;          // of titles and questions
inline constexpr std::size_t uitleg_limit = 2000;
inline constexpr std::size_t tekst_limit = 200;        // of a short answer, when the question says nothing
inline constexpr std::size_t tekstvak_limit = 3000;    // of a long one
inline constexpr std::size_t bestanden_limit = 5;      // of a question
inline constexpr std::size_t uitvoer_limit = 200'000;  // bytes of all answers together

struct Tekst {
    std::string nl, en;
    const std::string& in(std::string_view taal) const { return taal == "en" && !en.empty() ? en : nl; }
    bool empty() const { return nl.empty(); }
    bool operator==(const Tekst&) const = default;
};

enum class Vraagsoort {
    tekst, tekstvak, getal, datum, tijd, keuze, keuzes, ja_nee,
    adres,       // with a postcode that is checked
    plek,        // an address or a description; a script may add coordinates
    bestand, email, telefoon,
    bsn, kvk,    // shown from the sign-in, never typed
    iban, akkoord,
    informatie,  // words only
    stop,        // words; while it is shown the form goes no further
    berekend,
};
BOOST_DESCRIBE_ENUM(Vraagsoort, tekst, tekstvak, getal, datum, tijd, keuze, keuzes, ja_nee, adres, plek, bestand, email, telefoon, bsn, kvk, iban,
                    akkoord, informatie, stop, berekend)

enum class Vergelijking { is, is_niet, bevat, groter, kleiner, gevuld };
BOOST_DESCRIBE_ENUM(Vergelijking, is, is_niet, bevat, groter, kleiner, gevuld)

struct Conditie {
    std::string vraag;    // code of a question that stands earlier, outside a group that repeats
    Vergelijking hoe = Vergelijking::is;
    std::string waarde;   // in the normal form of the answer
    bool operator==(const Conditie&) const = default;
};

enum class Koppel { alle, een };
BOOST_DESCRIBE_ENUM(Koppel, alle, een)

struct Voorwaarde {       // without conditions: always
    Koppel koppel = Koppel::alle;
    std::vector<Conditie> condities;
    bool operator==(const Voorwaarde&) const = default;
};

struct Keuze {
    std::string waarde;
    Tekst tekst;
    bool operator==(const Keuze&) const = default;
};

enum class Rekenwijze { geen, som, product, leeftijd };
BOOST_DESCRIBE_ENUM(Rekenwijze, geen, som, product, leeftijd)

// What an answer means to the rest of the program; it is also what is filled in beforehand from what is known.
enum class Betekenis { geen, voornaam, achternaam, naam, email, telefoon, adres, onderwerp, voorkeursmoment, bestreden_besluit };
BOOST_DESCRIBE_ENUM(Betekenis, geen, voornaam, achternaam, naam, email, telefoon, adres, onderwerp, voorkeursmoment, bestreden_besluit)

enum class Richting { geen, verleden, toekomst };  // of a day; today fits both
BOOST_DESCRIBE_ENUM(Richting, geen, verleden, toekomst)

struct Vraag {
    std::string code;
    Vraagsoort soort = Vraagsoort::tekst;
    Tekst vraag;
    Tekst hulp;
    bool verplicht = true;
    Voorwaarde voorwaarde;
    std::vector<Keuze> keuzes;
    std::int64_t minimum = 0;            // of a number; both 0: no bounds
    std::int64_t maximum = 0;
    std::int64_t minimum_tekens = 0;     // of a text; 0: none
    std::int64_t maximum_tekens = 0;     // 0: tekst_limit or tekstvak_limit
    Richting richting = Richting::geen;
    Tekst fout;                          // own words for what is wrong; empty: those of the program
    bool bevestigen = false;             // of an e-mail address: with a code
    Betekenis betekenis = Betekenis::geen;
    std::string eigenschap;              // of the case type, that this answers
    Rekenwijze rekenwijze = Rekenwijze::geen;
    std::vector<std::string> met;        // codes of what is calculated with
    bool operator==(const Vraag&) const = default;
};

struct Groep {
    std::string code;
    Tekst titel;                         // may be empty
    Tekst uitleg;
    std::int64_t herhalingen = 1;        // above 1: the resident adds as many
    Voorwaarde voorwaarde;
    std::vector<Vraag> vragen;
    bool herhaalt() const { return herhalingen > 1; }
    bool operator==(const Groep&) const = default;
};

struct Pagina {
    std::string code;
    Tekst titel;
    Tekst uitleg;
    Voorwaarde voorwaarde;
    std::vector<Groep> groepen;
    bool operator==(const Pagina&) const = default;
};

enum class Inloggen { nee, mag, moet };
BOOST_DESCRIBE_ENUM(Inloggen, nee, mag, moet)
enum class Niveau { laag, substantieel, hoog };
BOOST_DESCRIBE_ENUM(Niveau, laag, substantieel, hoog)

enum class Wordt { taak, zaak };
BOOST_DESCRIBE_ENUM(Wordt, taak, zaak)

// Where it goes. A subject by its name in the gemeente, or the product with a term of the Uniforme Productnamenlijst;
// neither: the routing of the gemeente decides.
struct Bestemming {
    Wordt wordt = Wordt::taak;
    std::string zaaktype;                // code; of a zaak
    std::string onderwerp;
    std::string upl;                     // "klacht"
    Tekst handeling;                     // what the colleague is asked; of a taak
    bool terugbellen = false;            // the resident is promised a call
    bool operator==(const Bestemming&) const = default;
};

struct Definitie {
    std::string code;                    // in the address
    std::int64_t versie = 1;             // of who wrote it; the number in the database is another
    Tekst titel;
    Tekst inleiding;
    Tekst nodig;                         // what to have at hand; a line for each
    std::int64_t minuten = 5;
    Tekst vervolg;                       // what happens next, on the receipt
    bool formeel = false;                // part of a procedure of the law (Awb 2:13)
    Inloggen inloggen = Inloggen::mag;
    Niveau niveau = Niveau::laag;
    bool met_contact = true;             // without sign-in a name and a way to answer are asked by the questions
    Tekst akkoord;                       // consent on the page with the summary; empty: none
    Bestemming bestemming;
    std::vector<Pagina> paginas;
    bool operator==(const Definitie&) const = default;

    const Vraag* vraag(std::string_view code) const;
    // The group the question stands in.
    const Groep* groep_van(std::string_view vraagcode) const;
};

bool is_vraag(Vraagsoort);    // has an answer that is typed, chosen or sent
bool is_woorden(Vraagsoort);  // informatie and stop

// In plain English, with the place: "pagina 2, vraag naam: ...". Empty: it can be published.
std::vector<std::string> problems(const Definitie&);

}  // namespace dichtbij::formulier
