#pragma once
// What may stand in HTML that somebody else wrote.

#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::html {

bool is_toegestaan(std::string_view tag);
// Its text is not for people: dropped with all that is in it.
bool is_te_schrappen(std::string_view tag);
bool is_leeg_element(std::string_view tag);  // br, hr, img, col

// The address when it is one that may be followed: http, https, mailto or tel.
std::optional<std::string> veilig_adres(std::string_view address);
// The declarations that are on the list, with harmless values; "" when none is.
std::string veilige_stijl(std::string_view style);
// The value of an attribute that is on the list for this tag (not href, src and style); nullopt when it is not.
std::optional<std::string> veilig_kenmerk(std::string_view tag, std::string_view name, std::string_view value);

}  // namespace dichtbij::html
