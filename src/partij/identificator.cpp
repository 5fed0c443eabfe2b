#include "partij/identificator.h"

#include "base/text.h"

namespace dichtbij::partij {
namespace {

std::string without_punctuation(std::string_view typed) {
    std::string kept;
    for (const char c : typed)
        if (std::string_view(" .-\t").find(c) == std::string_view::npos) kept += c;
    return kept;
}

}  // namespace

bool elfproef(std::string_view nine_digits) {
    if (nine_digits.size() != 9 || !all_digits(nine_digits)) return false;
    int sum = 0;
    int seen = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const int digit = nine_digits[i] - '0';
        seen |= digit;
        sum += i == 8 ? -digit : digit * static_cast<int>(9 - i);
    }
    return seen != 0 && sum % 11 == 0;
}

std::optional<std::string> normal_object_id(std::string_view soort, std::string_view typed) {
    if (soort != soort_bsn && soort != soort_rsin && soort != soort_kvk_nummer && soort != soort_vestigingsnummer) {
        std::string text(trimmed(typed));
        if (text.empty()) return std::nullopt;
        return text;
    }
    std::string digits = without_punctuation(typed);
    if (!all_digits(digits)) return std::nullopt;
    if (soort == soort_kvk_nummer) return digits.size() == 8 ? std::optional(digits) : std::nullopt;
    if (soort == soort_vestigingsnummer) return digits.size() == 12 ? std::optional(digits) : std::nullopt;
    if (digits.size() == 8) digits.insert(0, 1, '0');
    return elfproef(digits) ? std::optional(digits) : std::nullopt;
}

Identificator make_identificator(std::string_view soort, std::string_view object_id) {
    Identificator made;
    made.code_soort_object_id = soort;
    made.object_id = object_id;
    if (soort == soort_bsn) {
        made.code_objecttype = "natuurlijk_persoon";
        made.code_register = "brp";
    } else if (soort == soort_vestigingsnummer) {
        made.code_objecttype = "vestiging";
        made.code_register = "hr";
    } else if (soort == soort_kvk_nummer || soort == soort_rsin) {
        made.code_objecttype = "niet_natuurlijk_persoon";
        made.code_register = "hr";
    }
    return made;
}

}  // namespace dichtbij::partij
