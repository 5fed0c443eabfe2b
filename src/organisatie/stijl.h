#pragma once
// The style of a gemeente as it is kept: its own variables of the theme, and its logo. Pure.

#include <string>
#include <string_view>

#include "html/theme.h"

namespace dichtbij::organisatie {

// For the store: a "name=value" line for each variable that differs from the default theme.
std::string to_text(const html::Theme&);
html::Theme theme_from_text(std::string_view text);  // what cannot be read any more is the default

enum class Beeldsoort { geen, png, jpeg, webp };
// By content, never by name.
Beeldsoort beeldsoort_of(std::string_view bytes);
std::string_view media_type(Beeldsoort);
// Comes with the first page that a resident opens, which stays under 100 KB with all that belongs to it.
inline constexpr std::size_t logo_bytes_limit = 16 * 1024;

}  // namespace dichtbij::organisatie
