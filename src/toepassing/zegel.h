#pragma once
// How a secret that must be read again is kept: sealed under the key of the installation, when there is one.

#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::toepassing {

inline constexpr std::size_t sleutel_bytes = 32;

// `sleutel`: sleutel_bytes, or empty: then it is kept as it is.
std::string verzegel(std::string_view geheim, std::string_view sleutel);
// nullopt: sealed under another key, or sealed and there is none.
std::optional<std::string> open_zegel(std::string_view verzegeld, std::string_view sleutel);

}  // namespace dichtbij::toepassing
