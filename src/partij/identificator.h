#pragma once
// What a register calls someone: BSN, KvK-nummer, RSIN, vestigingsnummer, or a number of another register.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace dichtbij::partij {

inline constexpr std::string_view soort_bsn = "bsn";
inline constexpr std::string_view soort_kvk_nummer = "kvk_nummer";
inline constexpr std::string_view soort_rsin = "rsin";
inline constexpr std::string_view soort_vestigingsnummer = "vestigingsnummer";

// A PartijIdentificator of Klantinteracties. An unknown register keeps its codes as they came in.
struct Identificator {
    Uuid id{};  // nil: not stored yet
    std::string code_objecttype;       // natuurlijk_persoon, niet_natuurlijk_persoon, vestiging
    std::string code_register;         // brp, hr
    std::string code_soort_object_id;  // bsn, kvk_nummer, rsin, vestigingsnummer
    std::string object_id;             // in its normal form
    std::string andere_partij_identificator;
    std::optional<Uuid> sub_identificator_van;  // a vestigingsnummer is unique under its KvK-nummer
    bool operator==(const Identificator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Identificator, (), (id, code_objecttype, code_register, code_soort_object_id, object_id, andere_partij_identificator, sub_identificator_van))

// The check of the BSN and RSIN: nine digits, weights 9 to 2 and -1, the sum divisible by 11.
bool elfproef(std::string_view nine_digits);

// The number without spaces, dots and hyphens, when it can be one of that kind: a BSN of eight digits
// gets its zero back. nullopt when length or check are wrong. Other kinds are only trimmed.
std::optional<std::string> normal_object_id(std::string_view soort, std::string_view typed);

// With objecttype and register as the standard has them. CHECKs nothing: validation is in partij.h.
Identificator make_identificator(std::string_view soort, std::string_view object_id);

}  // namespace dichtbij::partij
