#include "api/contactgegevens/contactgegevens.h"

#include <unicode/uloc.h>

#include <algorithm>

#include "base/text.h"

namespace dichtbij::contactgegevens {

bool is_landcode(std::string_view code) {
    for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known)
        if (code == *known) return true;
    return false;
}

bool is_nummeraanduiding(std::string_view text) { return text.size() == 16 && all_digits(text); }

bool is_postcode(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 7 && text[0] != '0' && all_digits(text.substr(0, 4)) && text[4] == ' ' && is_capital(text[5]) && is_capital(text[6]);
}

}  // namespace dichtbij::contactgegevens
