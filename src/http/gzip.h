#pragma once
#include <string>
#include <string_view>

namespace dichtbij::http {

// RFC 1952. Level 1 (fast) to 9 (small). Repeatable: the same bytes for the same text and level.
std::string gzipped(std::string_view text, int level);
// Whether the client takes gzip: "gzip", "x-gzip" or "*" in Accept-Encoding, not with q=0.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace dichtbij::http
