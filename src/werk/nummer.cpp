#include "werk/nummer.h"

#include <cctype>

#include "base/text.h"

namespace dichtbij::werk {

std::string draw_nummer(char reeks, Instant op, int attempt, IdSource& ids) {
    const std::size_t digits = attempt < short_nummer_attempts ? 6 : 8;
    std::uint64_t random = 0;
    const Uuid id = ids.next();  // the last eight bytes are random
    for (std::size_t i = 9; i < id.size(); ++i) random = random << 8 | id[i];
    std::string number(digits, '0');
    for (std::size_t i = digits; i-- > 0; random /= 10) number[i] = static_cast<char>('0' + random % 10);
    return std::string(1, reeks) + "-" + std::to_string(static_cast<int>(ymd(day_of(op)).year())) + "-" + number;
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
