#include "api/contactgegevens/contactgegevens.h"

#include <unicode/uloc.h>

#include <string_view>
#include <unordered_set>

#include "base/text.h"

namespace dichtbij::contactgegevens {

bool is_landcode(std::string_view code) {
    static const std::unordered_set<std::string_view> known = [] {
        std::unordered_set<std::string_view> all;
        for (const char* const* one = uloc_getISOCountries(); *one != nullptr; ++one) all.insert(*one);
        return all;
    }();
    return known.contains(code);
}

bool is_nummeraanduiding(std::string_view text) { return text.size() == 16 && all_digits(text); }

bool is_postcode(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 7 && text[0] != '0' && all_digits(text.substr(0, 4)) && text[4] == ' ' && is_capital(text[5]) && is_capital(text[6]);
}

}  // namespace dichtbij::contactgegevens
