#pragma once
// Numbers in files. The caller has seen to it that `at` lies inside.

#include <cstdint>
#include <string_view>

namespace dichtbij::document {

inline std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
// Low byte first.
inline std::uint32_t u16(std::string_view text, std::size_t at) { return byte_at(text, at) | byte_at(text, at + 1) << 8; }
inline std::uint32_t u32(std::string_view text, std::size_t at) { return u16(text, at) | u16(text, at + 2) << 16; }
// High byte first.
inline std::uint32_t u32_be(std::string_view text, std::size_t at) {
    return byte_at(text, at) << 24 | byte_at(text, at + 1) << 16 | byte_at(text, at + 2) << 8 | byte_at(text, at + 3);
}

}  // namespace dichtbij::document
