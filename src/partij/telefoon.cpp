#include "partij/telefoon.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::partij {
namespace {

// Area codes of three digits (with the 0): a list of the numbering plan for telephony and ISDN services.
// All others have four.
constexpr std::array<std::string_view, 30> short_areas{"10", "13", "15", "20", "23", "24", "26", "30", "33", "35",
                                                       "36", "38", "40", "43", "45", "46", "50", "53", "55", "58",
                                                       "70", "71", "72", "73", "74", "75", "76", "77", "78", "79"};
constexpr std::string_view area_starts = "123457";  // first digit of a geographic number behind the 0

// Country calling codes of one and two digits (ITU-T E.164); every other code has three.
constexpr std::string_view one_digit = "17";
constexpr std::array<int, 44> two_digits{20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46,
                                         47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63,
                                         64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98};

template <std::size_t N, class T>
bool holds(const std::array<T, N>& list, T value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// A Dutch national number, without the 0.
bool is_dutch(std::string_view national) {
    if (starts(national, "800") || starts(national, "900") || starts(national, "906") || starts(national, "909"))
        return national.size() == 7 || national.size() == 10;
    if (starts(national, "14")) return (national.size() == 5 || national.size() == 6) && national[2] == '0';
    if (starts(national, "97")) return national.size() == 11;  // machines
    if (national.size() != 9 || national[0] == '0') return false;
    if (national[0] == '6') return national[1] != '0' && national[1] != '7' && national[1] != '9';
    if (national[0] == '8') return std::string_view("24578").find(national[1]) != std::string_view::npos;
    if (national[0] == '9') return national[1] == '1';
    return area_starts.find(national[0]) != std::string_view::npos;
}

std::size_t country_code_length(std::string_view digits) {
    if (digits.size() < 3 || digits[0] == '0') return 0;
    if (one_digit.find(digits[0]) != std::string_view::npos) return 1;
    const int two = (digits[0] - '0') * 10 + (digits[1] - '0');
    return holds(two_digits, two) ? 2 : 3;
}

// Digits behind the plus. "+31 (0)6" and "+31 06" are written often.
std::optional<std::string> international(std::string_view digits) {
    if (starts(digits, "31")) {
        auto national = digits.substr(2);
        if (starts(national, "0")) national.remove_prefix(1);
        if (!is_dutch(national)) return std::nullopt;
        return "+31" + std::string(national);
    }
    const auto code = country_code_length(digits);
    const bool fits = code > 0 && digits.size() >= code + 4 && digits.size() >= 7 && digits.size() <= 15;
    if (!fits || (digits[0] == '1' && digits.size() != 11)) return std::nullopt;
    return "+" + std::string(digits);
}

// What can be written around a number, cut off; "(0)" inside it too.
std::string_view core(std::string_view typed) {
    typed = trimmed(typed);
    for (const std::string_view scheme : {"tel:", "sip:", "sips:", "callto:"})
        if (starts(lower_ascii(typed.substr(0, scheme.size())), scheme)) {
            typed.remove_prefix(scheme.size());
            break;
        }
    return typed.substr(0, typed.find_first_of(";@?"));
}

struct Digits {
    bool plus = false;
    std::string text;
};

std::optional<Digits> digits_of(std::string_view typed) {
    Digits digits;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        if (c >= '0' && c <= '9') {
            digits.text += c;
        } else if (c == '+' && !digits.plus && digits.text.empty()) {
            digits.plus = true;
        } else if (typed.substr(i, 3) == "(0)" && !digits.text.empty()) {
            i += 2;
        } else if (starts(typed.substr(i), "\xc2\xa0")) {  // no-break space
            ++i;
        } else if (starts(typed.substr(i), "\xe2\x80")) {  // hyphens and dashes
            i += 2;
        } else if (std::string_view(" -./()\t").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    return digits;
}

std::string_view without_extension(std::string_view typed) {
    const std::string lower = lower_ascii(typed);
    std::size_t end = typed.size();
    for (const std::string_view mark : {"toestel", "tst", "ext", "x"})
        if (const auto at = lower.find(mark); at != std::string::npos && at >= 6) end = std::min(end, at);
    return trimmed(typed.substr(0, end));
}

// "612345678" in groups: {2, 4, 4} gives "06 1234 5678" when the 0 is in front.
std::string grouped(std::string_view digits, std::initializer_list<std::size_t> groups) {
    std::string text;
    for (const std::size_t group : groups) {
        if (!text.empty()) text += ' ';
        text += digits.substr(0, group);
        digits.remove_prefix(std::min(group, digits.size()));
    }
    return digits.empty() ? text : text + " " + std::string(digits);
}

}  // namespace

std::optional<std::string> e164(std::string_view typed) {
    if (typed.size() > telefoon_max_characters) return std::nullopt;
    const auto digits = digits_of(without_extension(core(typed)));
    if (!digits || digits->text.empty()) return std::nullopt;
    const std::string_view text = digits->text;
    if (digits->plus) return international(text);
    if (starts(text, "00")) return international(text.substr(2));
    if (starts(text, "0") && is_dutch(text.substr(1))) return "+31" + std::string(text.substr(1));
    if (starts(text, "140") && is_dutch(text)) return "+31" + std::string(text);
    if (starts(text, "31") && text.size() >= 11) return international(text);
    if (starts(text, "6") && text.size() == 9 && is_dutch(text)) return "+31" + std::string(text);
    return std::nullopt;
}

bool is_mobiel(std::string_view e164) { return starts(e164, "+316") && e164.size() == 12 && !starts(e164, "+3166"); }

std::string telefoon_leesbaar(std::string_view e164) {
    if (!starts(e164, "+31")) {
        const auto code = starts(e164, "+") ? country_code_length(e164.substr(1)) : 0;
        if (code == 0) return std::string(e164);
        return std::string(e164.substr(0, code + 1)) + " " + std::string(e164.substr(code + 1));
    }
    const std::string_view national = e164.substr(3);
    if (starts(national, "14")) return "14 " + std::string(national.substr(2));
    const std::string full = "0" + std::string(national);
    if (starts(national, "800") || starts(national, "90")) return grouped(full, {4});
    if (national.size() != 9) return full;
    if (national[0] == '6') return grouped(full, {2, 4, 4});
    if (national[0] == '8' || holds(short_areas, national.substr(0, 2))) return grouped(full, {3, 3, 4});
    return grouped(full, {4, 2, 2, 2});
}

}  // namespace dichtbij::partij
