#include "partij/geboortedatum.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/text.h"

namespace dichtbij::partij {
namespace {

constexpr int first_year = 1850;

constexpr std::array<std::string_view, 12> months{"januari", "februari", "maart", "april", "mei", "juni",
                                                  "juli", "augustus", "september", "oktober", "november", "december"};

// The whole name or at least three letters of its beginning; "mrt" and the English "oct" too.
std::optional<int> month_named(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    if (word == "mrt") return 3;
    if (word == "oct") return 10;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i].starts_with(word)) return static_cast<int>(i) + 1;
    return std::nullopt;
}

std::optional<int> small_number(std::string_view digits) {
    if (!all_digits(digits) || digits.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<Geboortedatum> checked(Geboortedatum date, Day today) {
    if (!exists(date) || is_after(date, today)) return std::nullopt;
    return date;
}

// 14031984, 140384 is too easily something else, 19840314.
std::optional<Geboortedatum> eight_digits(std::string_view text, Day today) {
    const auto part = [&](std::size_t from, std::size_t count) { return *small_number(text.substr(from, count)); };
    if (const auto date = checked({part(4, 4), part(2, 2), part(0, 2)}, today); date && date->is_whole()) return date;
    const auto date = checked({part(0, 4), part(4, 2), part(6, 2)}, today);
    return date && date->is_whole() ? date : std::nullopt;
}

std::optional<Geboortedatum> one_part(const std::string& part, Day today) {
    if (!all_digits(part)) return std::nullopt;
    if (part.size() == 8) return eight_digits(part, today);
    if (part.size() != 4) return std::nullopt;
    return checked({*small_number(part), 0, 0}, today);
}

std::optional<Geboortedatum> month_and_year(const std::vector<std::string>& parts, Day today) {
    auto month = month_named(parts[0]);
    if (!month && parts[0].size() <= 2) month = small_number(parts[0]);
    const auto year = small_number(parts[1]);
    if (!month || *month == 0 || !year || parts[1].size() != 4) return std::nullopt;
    return checked({*year, *month, 0}, today);
}

std::optional<Geboortedatum> three_parts(const std::vector<std::string>& parts, Day today) {
    const bool year_first = parts[0].size() == 4;
    const std::string& day_text = parts[year_first ? 2 : 0];
    const std::string& year_text = parts[year_first ? 0 : 2];
    auto month = month_named(parts[1]);
    if (!month && parts[1].size() <= 2) month = small_number(parts[1]);
    const auto day = small_number(day_text);
    const auto year = small_number(year_text);
    if (!month || !day || !year || *day == 0 || day_text.size() > 2) return std::nullopt;
    if (year_text.size() != 2 && year_text.size() != 4) return std::nullopt;
    if (year_text.size() == 4) return checked({*year, *month, *day}, today);
    const int century = static_cast<int>(ymd(today).year()) / 100 * 100;
    const auto recent = checked({century + *year, *month, *day}, today);
    return recent ? recent : checked({century - 100 + *year, *month, *day}, today);
}

}  // namespace

bool exists(const Geboortedatum& date) {
    if (date.jaar < first_year || date.jaar > 2200) return false;
    if (date.maand == 0) return date.dag == 0;
    if (date.maand < 0 || date.maand > 12 || date.dag < 0) return false;
    if (date.dag == 0) return true;
    return std::chrono::year_month_day(std::chrono::year(date.jaar), std::chrono::month(static_cast<unsigned>(date.maand)),
                                       std::chrono::day(static_cast<unsigned>(date.dag))).ok();
}

bool is_after(const Geboortedatum& date, Day today) {
    const auto now = ymd(today);
    return date > Geboortedatum{static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
                                static_cast<int>(static_cast<unsigned>(now.day()))};
}

std::optional<Geboortedatum> parse_geboortedatum(std::string_view typed, Day today) {
    if (typed.size() > 40) return std::nullopt;
    const std::vector<std::string> parts = words_of(folded(typed));  // punctuation becomes a space
    if (parts.size() == 1) return one_part(parts[0], today);
    if (parts.size() == 2) return month_and_year(parts, today);
    if (parts.size() == 3) return three_parts(parts, today);
    return std::nullopt;
}

std::string to_iso(const Geboortedatum& date) {
    std::array<char, 40> text{};
    if (date.maand == 0) std::snprintf(text.data(), text.size(), "%04d", date.jaar);
    else if (date.dag == 0) std::snprintf(text.data(), text.size(), "%04d-%02d", date.jaar, date.maand);
    else std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.jaar, date.maand, date.dag);
    return text.data();
}

std::optional<int> leeftijd(const Geboortedatum& date, Day today) {
    const auto now = ymd(today);
    const int years = static_cast<int>(now.year()) - date.jaar;
    const int month = static_cast<int>(static_cast<unsigned>(now.month()));
    const int day = static_cast<int>(static_cast<unsigned>(now.day()));
    if (date.maand == 0) return std::nullopt;
    if (date.maand != month) return date.maand < month ? years : years - 1;
    if (date.dag == 0) return std::nullopt;
    return date.dag <= day ? years : years - 1;
}

}  // namespace dichtbij::partij
