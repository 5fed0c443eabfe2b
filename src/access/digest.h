#pragma once
// Digests, through libcrypto. Results are raw bytes.

#include <string>
#include <string_view>

namespace dichtbij::access {

std::string sha256(std::string_view bytes);                             // 32 bytes
std::string hmac_sha256(std::string_view key, std::string_view message);  // 32 bytes
std::string hmac_sha1(std::string_view key, std::string_view message);  // 20 bytes
// Takes the same time wherever the two differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace dichtbij::access
