#include "base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "base/result.h"

namespace dichtbij {

bool is_utf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::size_t length_in_characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string cleaned(std::string_view utf8) {
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\r') {
            if (i + 1 >= utf8.size() || utf8[i + 1] != '\n') text += '\n';
        } else if (static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : (c == '\n' || c == '\t')) {
            text += c;
        }
    }
    return std::string(trimmed(text));
}

std::string shortened(std::string_view utf8, std::size_t characters) {
    CHECK_THAT(characters > 0);
    if (length_in_characters(utf8) <= characters) return std::string(utf8);
    std::size_t seen = 0;
    std::size_t at = 0;
    for (; at < utf8.size(); ++at)
        if ((static_cast<unsigned char>(utf8[at]) & 0xc0) != 0x80 && seen++ == characters - 1) break;
    return std::string(utf8.substr(0, at)) + "…";
}

std::string folded(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    CHECK_THAT(U_SUCCESS(status));
    icu::UnicodeString decomposed = normalizer->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size()))), status);
    decomposed.foldCase();
    icu::UnicodeString kept;
    bool space = false;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_isalnum(c)) {
            if (space && !kept.isEmpty()) kept.append(UChar(' '));
            space = false;
            if (c == 0xf8) kept.append(UChar('o'));        // ø
            else if (c == 0x142) kept.append(UChar('l'));  // ł
            else if (c == 0x131) kept.append(UChar('i'));  // ı
            else kept.append(c);
        } else if (u_getCombiningClass(c) == 0 && c != '\'' && c != 0x2019) {
            space = true;
        }
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

std::string sort_key(std::string_view utf8) {
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("nl", "NL"), status));
        CHECK_THAT(U_SUCCESS(status));
        return made;
    }();
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    std::string key(static_cast<std::size_t>(collator->getSortKey(text, nullptr, 0)), '\0');
    collator->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    if (!key.empty()) key.pop_back();  // the closing zero
    return key;
}

std::vector<std::string> words_of(std::string_view folded_text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < folded_text.size()) {
        const auto end = std::min(folded_text.find(' ', at), folded_text.size());
        if (end > at) words.emplace_back(folded_text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lower;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string base64url(std::string_view bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : bytes) {
        buffer = buffer << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) text += alphabet[buffer >> (bits - 6) & 63];
    }
    if (bits > 0) text += alphabet[buffer << (6 - bits) & 63];
    return text;
}

}  // namespace dichtbij
