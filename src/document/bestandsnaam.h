#pragma once
// Names of files as strangers give them, made harmless. Pure.

#include <string>
#include <string_view>

#include "document/bestandssoort.h"

namespace dichtbij::document {

inline constexpr std::size_t bestandsnaam_limit = 120;  // characters, extension and all

// The last part of a path, without control, bidi and other unseen characters, without what file systems
// refuse, at most bestandsnaam_limit long with its extension kept. Never empty: "document".
std::string cleaned_bestandsnaam(std::string_view claimed);
// The same, ending in an extension of the kind.
std::string bestandsnaam_of(std::string_view claimed, Bestandssoort);
// Lower case, without the point; empty when the name has none.
std::string extensie_of(std::string_view bestandsnaam);

}  // namespace dichtbij::document
