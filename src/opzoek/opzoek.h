#pragma once
// What other registers are asked, and what they answer: persons (BRP), companies (handelsregister), addresses (BAG). Pure.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace dichtbij::opzoek {

enum class Bron { brp, kvk, adressen };
BOOST_DESCRIBE_ENUM(Bron, brp, kvk, adressen)
inline constexpr Bron alle_bronnen[] = {Bron::brp, Bron::kvk, Bron::adressen};

// How a question went. `onbekend` is a good answer too: the source knows nobody.
enum class Uitkomst {
    gevonden,
    onbekend,
    te_veel,       // more than the source gives: ask more narrowly
    verkeerd,      // the source did not take the question
    geweigerd,     // our key, certificate or right is not accepted
    druk,          // the source says that we ask too often
    geen_antwoord, // no connection, too late, too large, or broken at the other side
    onleesbaar,    // an answer that is not what the source publishes
    onderbroken,   // not asked: the source failed just before
    bezet,         // not asked: enough questions are on their way
    uit            // not asked: switched off, or never set up
};
BOOST_DESCRIBE_ENUM(Uitkomst, gevonden, onbekend, te_veel, verkeerd, geweigerd, druk, geen_antwoord, onleesbaar, onderbroken, bezet, uit)
bool is_antwoord(Uitkomst);  // the source was there: gevonden, onbekend, te_veel, verkeerd

std::string naam_of(Bron);
std::string naam_of(Uitkomst);

// An address as a register writes it.
struct Vondstadres {
    std::string nummeraanduiding_id;  // BAG, 16 digits
    std::string straat;
    std::optional<int> huisnummer;
    std::string toevoeging;  // letter and addition: "A-2"
    std::string postcode;    // "3999AB"
    std::string plaats;
    std::string regel1, regel2, regel3;  // of what is no Dutch address
    std::string land;                    // ISO 3166, two letters; empty: NL or not known
    bool is_leeg() const { return *this == Vondstadres{}; }
    bool operator==(const Vondstadres&) const = default;
};
std::string adresregel(const Vondstadres&);  // "Kastanjelaan 18 A, 3999 AB Oeverdorp"
std::string toevoeging_of(std::string_view huisletter, std::string_view toevoeging);

// Month and day may be 0: not known.
struct Vondstdatum {
    int jaar = 0;
    int maand = 0;
    int dag = 0;
    bool operator==(const Vondstdatum&) const = default;
};

struct BrpPersoon {
    std::string bsn;
    std::string naam;  // in full, as the register writes it
    std::string voorletters, voornamen, voorvoegsel, geslachtsnaam;  // asked for one person only
    std::optional<Vondstdatum> geboorte;
    Vondstadres adres;  // of a hit in a list: regel1 and regel2 only
    bool geheim = false;
    bool overleden = false;
    bool operator==(const BrpPersoon&) const = default;
};

struct Bedrijf {
    std::string kvk_nummer;
    std::string vestigingsnummer;
    std::string rsin;
    std::string naam;
    std::string soort;  // hoofdvestiging, nevenvestiging, rechtspersoon
    Vondstadres adres;
    Vondstadres postadres;
    bool is_opgeheven = false;
    bool operator==(const Bedrijf&) const = default;
};

// What the BRP is asked. Each can be answered by an index of the register; nothing wider is asked.
struct MetBsn {
    std::string bsn;
    bool operator==(const MetBsn&) const = default;
};
struct MetNaam {
    std::string geslachtsnaam;
    std::string voorvoegsel;  // empty: any
    Day geboortedatum{};
    bool operator==(const MetNaam&) const = default;
};
struct MetAdres {
    std::string postcode;
    int huisnummer = 0;
    std::string huisletter;
    std::string toevoeging;
    bool operator==(const MetAdres&) const = default;
};
using Persoonsvraag = std::variant<MetBsn, MetNaam, MetAdres>;

struct Bedrijfsvraag {
    std::string kvk_nummer;  // or:
    std::string naam;
    bool operator==(const Bedrijfsvraag&) const = default;
};

// What is wrong with it, by field ("bsn", "geslachtsnaam", "postcode", "huisnummer", "kvk_nummer", "naam"). Expects what
// was typed, trimmed.
std::vector<FieldError> problems(const Persoonsvraag&);
std::vector<FieldError> problems(const Bedrijfsvraag&);
std::vector<FieldError> problems(const MetAdres&);
// Digits and letters as the registers have them: "3999 ab" is 3999AB, 1234 567 82 is 123456782.
Persoonsvraag normalised(Persoonsvraag);
Bedrijfsvraag normalised(Bedrijfsvraag);
MetAdres normalised(MetAdres);

// The same question as the same text, for a cache and for the hash in the log.
std::string als_tekst(const Persoonsvraag&);
std::string als_tekst(const Bedrijfsvraag&);
std::string als_tekst(const MetAdres&);
std::string soort_of(const Persoonsvraag&);  // "bsn", "naam", "adres"
std::string soort_of(const Bedrijfsvraag&);  // "kvk_nummer", "naam"

enum class Herkomst { bron, geheugen, lokaal };  // lokaal: our own table of addresses
BOOST_DESCRIBE_ENUM(Herkomst, bron, geheugen, lokaal)

template <class T>
struct Antwoord {
    Uitkomst uitkomst = Uitkomst::uit;
    std::vector<T> vondsten = {};
    bool is_meer = false;  // the source has more than it gave
    Herkomst herkomst = Herkomst::bron;
};

// Why a person is looked up: what the register is told, what people read, and whose it is ("": anybody's).
struct Doelbinding {
    std::string code;
    std::string naam;
    std::string domein;
    bool operator==(const Doelbinding&) const = default;
};

}  // namespace dichtbij::opzoek
