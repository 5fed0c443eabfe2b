#include "document/bestandsnaam.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t extensie_limit = 10;
constexpr std::string_view naamloos = "document";

// Separators of paths, and letters that look like them.
bool is_separator(UChar32 c) { return c == '/' || c == '\\' || c == 0x2044 || c == 0x2215 || c == 0x29F8 || c == 0x29F9 || c == 0xFE68 || c == 0xFF0F || c == 0xFF3C; }

// What file systems or shells read as something else.
bool is_refused(UChar32 c) { return c == '<' || c == '>' || c == ':' || c == '"' || c == '|' || c == '?' || c == '*' || c == 0xA789 || c == 0xFF1A; }

// Control, direction, joiners, line and paragraph separators, private use, unassigned.
bool is_unseen(UChar32 c) {
    switch (u_charType(c)) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_SURROGATE:
        case U_PRIVATE_USE_CHAR:
        case U_UNASSIGNED: return true;
        default: return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    }
}

void append(std::string& text, UChar32 c) {
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, c);
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::string without_path_and_unseen(std::string_view claimed) {
    std::string name;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(claimed.data());
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(claimed.size(), 64 * 1024));
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) name += '_';
        else if (is_separator(c)) name.clear();
        else if (is_unseen(c)) continue;
        else if (u_isUWhiteSpace(c)) name += ' ';
        else if (is_refused(c)) name += '-';
        else append(name, c);
    }
    return name;
}

// Spaces and points at the ends: hidden files, and what Windows drops.
std::string_view without_ends(std::string_view name) {
    const auto first = name.find_first_not_of(" .");
    if (first == std::string_view::npos) return {};
    return name.substr(first, name.find_last_not_of(" .") - first + 1);
}

// Names that are devices on Windows, whatever extension they have.
bool is_device(std::string_view name) {
    std::string stem = lower_ascii(without_ends(name.substr(0, name.find('.'))));
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (stem == device) return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

std::string_view first_characters(std::string_view utf8, std::size_t count) {
    std::size_t at = 0;
    for (; at < utf8.size(); ++at)
        if ((static_cast<unsigned char>(utf8[at]) & 0xc0) != 0x80 && count-- == 0) break;
    return utf8.substr(0, at);
}

// With the last part kept: it says what the file is.
std::string limited(std::string_view name, std::string_view extension) {
    if (length_in_characters(name) <= bestandsnaam_limit) return std::string(name);
    const std::string_view tail = extension.empty() ? std::string_view() : name.substr(name.size() - extension.size() - 1);
    const std::string_view stem = name.substr(0, name.size() - tail.size());
    return std::string(without_ends(first_characters(stem, bestandsnaam_limit - tail.size()))) + std::string(tail);
}

}  // namespace

std::string extensie_of(std::string_view bestandsnaam) {
    const std::size_t point = bestandsnaam.rfind('.');
    if (point == std::string_view::npos || point == 0) return {};
    std::string extension = lower_ascii(bestandsnaam.substr(point + 1));
    const bool is_plain = std::all_of(extension.begin(), extension.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (extension.empty() || extension.size() > extensie_limit || !is_plain) return {};
    return extension;
}

std::string cleaned_bestandsnaam(std::string_view claimed) {
    const std::string seen = without_path_and_unseen(claimed);
    std::string name = limited(without_ends(seen), extensie_of(without_ends(seen)));
    if (is_device(name)) name = limited("_" + name, extensie_of(name));
    return name.empty() ? std::string(naamloos) : name;
}

std::string bestandsnaam_of(std::string_view claimed, Bestandssoort soort) {
    std::string name = cleaned_bestandsnaam(claimed);
    if (soort_van_extensie(extensie_of(name)) == soort) return name;
    const std::string extension(gegevens(soort).extensies.front());
    return limited(name + "." + extension, extension);
}

}  // namespace dichtbij::document
