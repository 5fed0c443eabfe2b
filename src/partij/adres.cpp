#include "partij/adres.h"

#include <algorithm>

#include "base/text.h"
#include "partij/telefoon.h"

namespace dichtbij::partij {
namespace {

constexpr std::string_view dot = "•";
constexpr std::size_t email_max_bytes = 254;  // RFC 5321
constexpr std::size_t local_max_bytes = 64;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // internationalised domains

bool is_local_part(std::string_view local) {
    if (local.empty() || local.size() > local_max_bytes || local.front() == '.' || local.back() == '.') return false;
    if (local.find("..") != std::string_view::npos) return false;
    return std::all_of(local.begin(), local.end(), [](char c) {
        return is_letter(c) || is_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-' || is_foreign(c); });
}

bool is_domain(std::string_view domain) {
    std::size_t labels = 0;
    std::string_view last;
    while (true) {
        const auto end = domain.find('.');
        last = domain.substr(0, end);
        if (!is_label(last)) return false;
        ++labels;
        if (end == std::string_view::npos) break;
        domain.remove_prefix(end + 1);
    }
    return labels >= 2 && last.size() >= 2 && !std::all_of(last.begin(), last.end(), is_digit);
}

std::string dots(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += dot;
    return text;
}

// Every digit but the first `front` and the last `back` becomes a dot; spaces stay.
std::string masked_digits(std::string_view text, std::size_t front, std::size_t back) {
    const auto total = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    std::string result;
    std::size_t seen = 0;
    for (const char c : text) {
        if (!is_digit(c)) {
            result += c;
            continue;
        }
        const bool shown = seen < front || seen + back >= total;
        ++seen;
        if (shown) result += c;
        else result += dot;
    }
    return result;
}

}  // namespace

std::optional<std::string> normal_postcode(std::string_view typed) {
    std::string kept;
    for (const char c : trimmed(typed)) {
        if (c == ' ' && kept.size() == 4) continue;
        kept += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    if (kept.size() != 6 || !all_digits(kept.substr(0, 4)) || kept[0] == '0') return std::nullopt;
    if (!is_letter(kept[4]) || !is_letter(kept[5])) return std::nullopt;
    const std::string_view letters = std::string_view(kept).substr(4);
    if (letters == "SA" || letters == "SD" || letters == "SS") return std::nullopt;
    return kept;
}

std::string postcode_leesbaar(std::string_view normal) {
    if (normal.size() != 6) return std::string(normal);
    return std::string(normal.substr(0, 4)) + " " + std::string(normal.substr(4));
}

bool is_email(std::string_view text) {
    if (text.size() > email_max_bytes || !is_utf8(text)) return false;
    const auto at = text.rfind('@');
    return at != std::string_view::npos && is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
}

std::string normal_email(std::string_view text) { return lower_ascii(trimmed(text)); }

std::string zoekvorm(SoortDigitaalAdres soort, std::string_view adres) {
    switch (soort) {
        case SoortDigitaalAdres::telefoonnummer: return e164(adres).value_or("");
        case SoortDigitaalAdres::email: return is_email(trimmed(adres)) ? normal_email(adres) : "";
        case SoortDigitaalAdres::overig: return std::string(trimmed(adres));
    }
    return {};
}

std::string bewaarde_zoekvorm(const DigitaalAdres& adres) {
    std::string form = zoekvorm(adres.soort, adres.adres);
    return form.empty() ? adres.adres : form;
}

std::string adresregel(const Adres& adres) {
    std::string line = adres.straatnaam;
    const auto add = [&](std::string_view separator, std::string_view text) {
        if (text.empty()) return;
        if (!line.empty()) line += separator;
        line += text;
    };
    if (adres.huisnummer) add(" ", std::to_string(*adres.huisnummer));
    if (!adres.huisnummertoevoeging.empty())
        add(is_digit(adres.huisnummertoevoeging.front()) ? "-" : "", adres.huisnummertoevoeging);
    const std::string postcode = postcode_leesbaar(adres.postcode);
    add(", ", postcode.empty() || adres.stad.empty() ? postcode + adres.stad : postcode + " " + adres.stad);
    add(", ", adres.adresregel1);
    add(", ", adres.adresregel2);
    add(", ", adres.adresregel3);
    add(", ", adres.land == "NL" ? "" : adres.land);
    return line;
}

std::string masked(const DigitaalAdres& adres) {
    switch (adres.soort) {
        case SoortDigitaalAdres::telefoonnummer: {
            const auto normal = e164(adres.adres);
            return masked_digits(normal ? telefoon_leesbaar(*normal) : adres.adres, 2, 2);
        }
        case SoortDigitaalAdres::email: {
            const auto at = adres.adres.rfind('@');
            if (at == std::string::npos || at == 0) return dots(3);
            const bool is_ascii = !is_foreign(adres.adres.front());
            return (is_ascii ? adres.adres.substr(0, 1) : "") + dots(3) + adres.adres.substr(at);
        }
        case SoortDigitaalAdres::overig: return dots(3);
    }
    return {};
}

std::string masked_object_id(std::string_view number) {
    if (number.size() < 6) return dots(number.size());
    return dots(number.size() - 3) + " " + std::string(number.substr(number.size() - 3));
}

}  // namespace dichtbij::partij
