#pragma once
// What someone typed in the search box, read as what it can be. Pure; who looks where is decided by the
// caller: exact keys in the store, words in the search index.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partij/geboortedatum.h"

namespace dichtbij::partij {

enum class SoortSleutel { bsn, kvk_nummer, rsin, vestigingsnummer, telefoonnummer, email, referentie };
BOOST_DESCRIBE_ENUM(SoortSleutel, bsn, kvk_nummer, rsin, vestigingsnummer, telefoonnummer, email, referentie)

struct Sleutel {
    SoortSleutel soort = SoortSleutel::referentie;
    std::string waarde;  // in normal form
    bool operator==(const Sleutel&) const = default;
};

// Nine digits may be a BSN and an RSIN: `sleutels` are alternatives, each to be tried. The rest belongs
// together: "jansen 3999ab 18" is words and an address. A number can also be a date (14031984 is a
// KvK-nummer too): then both are there and `geboortedatum_is_gok` is set.
struct Zoekvraag {
    std::vector<Sleutel> sleutels;
    std::optional<std::string> postcode;
    std::optional<int> huisnummer;
    std::string toevoeging;
    std::optional<Geboortedatum> geboortedatum;  // month and day 0 when not typed
    bool geboortedatum_is_gok = false;
    std::vector<std::string> woorden;  // folded
    bool operator==(const Zoekvraag&) const = default;

    bool is_empty() const { return sleutels.empty() && !postcode && !geboortedatum && woorden.empty(); }
    // Whether the store can answer it: an exact key, an address or a whole date.
    bool has_exact_key() const { return !sleutels.empty() || postcode || (geboortedatum && geboortedatum->is_whole()); }
};

inline constexpr std::size_t zoekvraag_max_bytes = 200;  // the rest is not read

Zoekvraag parse_zoekvraag(std::string_view typed, Day today);

// In words for the access log: "bsn:999990019 rsin:999990019 jansen", "postcode:3999AB nummer:18".
std::string beschrijving(const Zoekvraag&);

// Words that stand before a last name: "van", "der", "el".
bool is_voorvoegsel(std::string_view folded_word);

}  // namespace dichtbij::partij
