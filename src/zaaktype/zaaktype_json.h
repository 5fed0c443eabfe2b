#pragma once
// The readable file of case types: {"formaat": "dichtbij-zaaktypen/1", "zaaktypen": [...]}. UTF-8, two spaces
// indent, keys in the order of zaaktype.h. Every key must be there (but later_velden) and no
// other. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::zaaktype {

inline constexpr std::string_view bestandsformaat = "dichtbij-zaaktypen/1";
inline constexpr std::size_t bestand_limit_bytes = 2 * 1024 * 1024;
inline constexpr std::size_t zaaktypen_limit = 400;     // in a file, and in a gemeente
inline constexpr std::size_t leesfouten_limit = 200;    // told; more are only counted
inline constexpr std::size_t diepte_limit = 16;         // of brackets in each other

struct Gelezen {  // one good case type of a file
    std::size_t plaats = 0;  // 0 is the first: zaaktypen[0]
    Zaaktype zaaktype;
    bool operator==(const Gelezen&) const = default;
};

struct Zaaktypebestand {
    bool is_leesbaar = false;       // false: the file as a whole cannot be read, and `fouten` says why
    std::size_t gelezen = 0;        // case types in the file, good and bad
    std::vector<Gelezen> zaaktypen; // the good ones, in the order of the file
    // Lines with path and reason, "zaaktypen[3].statussen[1].naam.en"; the path is empty for the whole file.
    std::vector<FieldError> fouten;
    std::size_t meer_fouten = 0;    // beyond leesfouten_limit
};

// Any bytes. A bad case type does not take the others along. Texts come back cleaned.
Zaaktypebestand lees_bestand(std::string_view bytes);
std::string schrijf_bestand(const std::vector<Zaaktype>&);

// One case type on one line, as a version keeps it: equal case types have equal texts.
std::string schrijf_inhoud(const Zaaktype&);
// What schrijf_inhoud wrote, perhaps an earlier release of it: a field that came later has its default.
// CHECKs that it is: anything else is a damaged store.
Zaaktype lees_inhoud(std::string_view text);

}  // namespace dichtbij::zaaktype
