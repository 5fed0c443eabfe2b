#include "mail/lees_tekenset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"

namespace dichtbij::mail {
namespace {

struct Andersnaam {
    std::string_view genoemd, bedoeld;
};

// What a name means in mail, where it differs from what it says.
constexpr std::array anders_bedoeld{
    Andersnaam{"iso-8859-1", "windows-1252"},    Andersnaam{"iso8859-1", "windows-1252"},
    Andersnaam{"iso_8859-1", "windows-1252"},    Andersnaam{"latin1", "windows-1252"},
    Andersnaam{"latin-1", "windows-1252"},       Andersnaam{"us-ascii", "windows-1252"},
    Andersnaam{"ascii", "windows-1252"},         Andersnaam{"ansi_x3.4-1968", "windows-1252"},
    Andersnaam{"cp1252", "windows-1252"},        Andersnaam{"cp-1252", "windows-1252"},
    Andersnaam{"iso-8859-9", "windows-1254"},    Andersnaam{"iso-8859-11", "windows-874"},
    Andersnaam{"tis-620", "windows-874"},        Andersnaam{"gb2312", "gb18030"},
    Andersnaam{"gb_2312-80", "gb18030"},         Andersnaam{"gbk", "gb18030"},
    Andersnaam{"x-gbk", "gb18030"},              Andersnaam{"ks_c_5601-1987", "windows-949"},
    Andersnaam{"ks_c_5601", "windows-949"},      Andersnaam{"euc-kr", "windows-949"},
    Andersnaam{"shift_jis", "windows-31j"},      Andersnaam{"shift-jis", "windows-31j"},
    Andersnaam{"x-sjis", "windows-31j"},         Andersnaam{"utf8", "utf-8"},
    Andersnaam{"unicode-1-1-utf-7", "utf-7"},    Andersnaam{"iso-8859-8-i", "iso-8859-8"},
};

constexpr std::string_view charset_characters = "abcdefghijklmnopqrstuvwxyz0123456789._:+-";
constexpr std::size_t charset_length = 40;

std::string known_name(std::string_view declared) {
    std::string name = lower_ascii(trimmed(declared));
    std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
    // A language may stand behind it (RFC 2231).
    if (const auto star = name.find('*'); star != std::string::npos) name.resize(star);
    const auto* row = std::find_if(anders_bedoeld.begin(), anders_bedoeld.end(), [&](const Andersnaam& other) { return other.genoemd == name; });
    return row == anders_bedoeld.end() ? name : std::string(row->bedoeld);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Only names that the library knows: others would make it look for a file.
Converter open_converter(const std::string& name) {
    UErrorCode error = U_ZERO_ERROR;
    if (name.empty() || name.size() > charset_length || name.find_first_not_of(charset_characters) != std::string::npos ||
        ucnv_countAliases(name.c_str(), &error) == 0 || U_FAILURE(error))
        return {nullptr, &ucnv_close};
    UConverter* converter = ucnv_open(name.c_str(), &error);
    return {U_FAILURE(error) ? nullptr : converter, &ucnv_close};
}

constexpr std::string_view replacement = "\xef\xbf\xbd";

Ontcijferd converted(std::string_view bytes, UConverter* converter) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, error);
    Ontcijferd result;
    if (U_FAILURE(error)) return {"", false};
    wide.toUTF8String(result.tekst);
    result.is_zeker = result.tekst.find(replacement) == std::string::npos;
    return result;
}

bool has_high_bytes(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// At least one sequence of more bytes is whole: then it was meant as UTF-8, and the rest was damaged.
bool looks_like_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
        if (length != 0 && at + length <= bytes.size() && is_utf8(bytes.substr(at, length))) return true;
    }
    return false;
}

Ontcijferd by_name(std::string_view bytes, const std::string& name) {
    const Converter converter = open_converter(name);
    if (!converter) return {"", false};
    return converted(bytes, converter.get());
}

bool is_latin(std::string_view name) { return name.empty() || name == "windows-1252" || name == "iso-8859-15" || name == "utf-8"; }

Ontcijferd without_nul(Ontcijferd read) {
    std::erase(read.tekst, '\0');
    return read;
}

int sextet(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

Ontcijferd ontcijferd(std::string_view bytes, std::string_view tekenset) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3), tekenset = "utf-8";
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return without_nul(by_name(bytes, "utf-16"));
    const std::string name = known_name(tekenset);
    // Japanese in seven bits announces itself, whatever the charset is called.
    if (is_latin(name) && (bytes.find("\x1b$B") != std::string_view::npos || bytes.find("\x1b$@") != std::string_view::npos))
        return without_nul(by_name(bytes, "iso-2022-jp"));
    if (is_latin(name)) {
        if (!has_high_bytes(bytes)) return without_nul({std::string(bytes), true});
        if (is_utf8(bytes)) return without_nul({std::string(bytes), true});
        const bool was_told = !name.empty() && name != "utf-8";
        if (!was_told && looks_like_utf8(bytes)) {
            Ontcijferd damaged = by_name(bytes, "utf-8");
            damaged.is_zeker = false;
            return without_nul(std::move(damaged));
        }
        Ontcijferd latin = by_name(bytes, was_told ? name : "windows-1252");
        latin.is_zeker = latin.is_zeker && was_told;
        return without_nul(std::move(latin));
    }
    if (open_converter(name)) return without_nul(by_name(bytes, name));
    if (is_utf8(bytes)) return without_nul({std::string(bytes), !has_high_bytes(bytes)});
    Ontcijferd guess = by_name(bytes, "windows-1252");
    guess.is_zeker = false;
    return without_nul(std::move(guess));
}

Base64 van_base64(std::string_view tekst) {
    Base64 result;
    result.bytes.reserve(tekst.size() / 4 * 3 + 3);
    unsigned value = 0;
    int count = 0;
    const auto flush = [&] {  // two characters give a byte, three give two
        if (count >= 2) result.bytes += static_cast<char>(value >> (6 * count - 8) & 0xff);
        if (count == 3) result.bytes += static_cast<char>(value >> 2 & 0xff);
        if (count == 1) result.is_zeker = false;
        value = 0, count = 0;
    };
    for (const char c : tekst) {
        const int six = sextet(c);
        if (six < 0) {
            if (c == '=') flush();
            else if (c != '\r' && c != '\n' && c != ' ' && c != '\t') result.is_zeker = false;
            continue;
        }
        value = value << 6 | static_cast<unsigned>(six);
        if (++count < 4) continue;
        for (const int shift : {16, 8, 0}) result.bytes += static_cast<char>(value >> shift & 0xff);
        value = 0, count = 0;
    }
    flush();
    return result;
}

std::string van_q(std::string_view tekst) {
    std::string bytes;
    for (std::size_t at = 0; at < tekst.size(); ++at) {
        if (tekst[at] == '_') {
            bytes += ' ';
        } else if (tekst[at] == '=' && at + 2 < tekst.size() && hex_value(tekst[at + 1]) >= 0 && hex_value(tekst[at + 2]) >= 0) {
            bytes += static_cast<char>(hex_value(tekst[at + 1]) * 16 + hex_value(tekst[at + 2]));
            at += 2;
        } else {
            bytes += tekst[at];
        }
    }
    return bytes;
}

}  // namespace dichtbij::mail
