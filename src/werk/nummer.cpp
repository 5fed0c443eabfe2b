#include "werk/nummer.h"

#include <cctype>

#include "base/text.h"

namespace dichtbij::werk {

namespace {

constexpr std::size_t standaardnummer_digits = 10;

std::string random_digits(std::size_t digits, IdSource& ids) {
    std::uint64_t random = 0;
    const Uuid id = ids.next();  // the last eight bytes are random
    for (std::size_t i = 9; i < id.size(); ++i) random = random << 8 | id[i];
    std::string number(digits, '0');
    for (std::size_t i = digits; i-- > 0; random /= 10) number[i] = static_cast<char>('0' + random % 10);
    return number;
}

}  // namespace

std::string draw_nummer(char reeks, Instant op, int attempt, IdSource& ids) {
    const std::string number = random_digits(attempt < short_nummer_attempts ? 6 : 8, ids);
    return std::string(1, reeks) + "-" + std::to_string(static_cast<int>(ymd(day_of(op)).year())) + "-" + number;
}

std::string standaardnummer_for(std::string_view nummer, IdSource& ids) {
    std::string digits;
    for (const char c : nummer)
        if (c >= '0' && c <= '9') digits += c;
    return digits.size() == standaardnummer_digits ? digits : "1" + random_digits(standaardnummer_digits - 1, ids);
}

std::string nummer_from(std::string_view typed) {
    std::string bare;
    for (const char c : trimmed(typed)) {
        if (c == ' ' || c == '-' || c == '.') continue;
        bare += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    const bool has_form = bare.size() >= 11 && bare.size() <= 13 && bare[0] >= 'A' && bare[0] <= 'Z' && all_digits(bare.substr(1));
    if (!has_form) return {};
    return bare.substr(0, 1) + "-" + bare.substr(1, 4) + "-" + bare.substr(5);
}

}  // namespace dichtbij::werk
