#include "norm/legal_calendar.h"

#include <algorithm>
#include <array>

namespace dichtbij::norm {
namespace {

using namespace std::chrono_literals;

constexpr Day date(int year, unsigned month, unsigned day) {
    return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

// The royal decrees under art. 3 lid 3. Add the next one here, and its last year below.
constexpr std::array equated = {
    date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10),  date(2024, 12, 27), date(2025, 5, 30),
    date(2026, 1, 2),  date(2026, 5, 15), date(2027, 5, 7),   date(2028, 4, 28),  date(2028, 5, 26),
};
constexpr int equated_known_to = 2028;

// 27 April, or 26 April when that is a Sunday. Before 2014 the day was 30 April, or 29 April.
Day koningsdag(int year) {
    const Day day = year >= 2014 ? date(year, 4, 27) : date(year, 4, 30);
    return weekday_of(day) == std::chrono::Sunday ? day - days(1) : day;
}

std::array<FreeDay, 9> feestdagen_of(int year) {
    const Day pasen = easter(year);
    return {{
        {date(year, 1, 1), "norm.dag.nieuwjaarsdag"},
        {pasen - days(2), "norm.dag.goede_vrijdag"},
        {pasen + days(1), "norm.dag.tweede_paasdag"},
        {koningsdag(year), "norm.dag.koningsdag"},
        {date(year, 5, 5), "norm.dag.bevrijdingsdag"},
        {pasen + days(39), "norm.dag.hemelvaartsdag"},
        {pasen + days(50), "norm.dag.tweede_pinksterdag"},
        {date(year, 12, 25), "norm.dag.eerste_kerstdag"},
        {date(year, 12, 26), "norm.dag.tweede_kerstdag"},
    }};
}

}  // namespace

// The anonymous Gregorian computus (Meeus, Jones, Butcher).
Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return date(year, unsigned(n / 31), unsigned(n % 31 + 1));
}

std::vector<FreeDay> feestdagen(int year) {
    const auto of_year = feestdagen_of(year);
    std::vector<FreeDay> free(of_year.begin(), of_year.end());
    std::stable_sort(free.begin(), free.end(), [](const FreeDay& a, const FreeDay& b) { return a.datum < b.datum; });
    return free;
}

std::span<const Day> equated_days() { return equated; }

int equated_days_known_to() { return equated_known_to; }

std::optional<std::string_view> free_reason(Day day) {
    for (const FreeDay& free : feestdagen_of(int(ymd(day).year())))
        if (free.datum == day) return free.key;
    if (std::binary_search(equated.begin(), equated.end(), day)) return "norm.dag.gelijkgesteld";
    if (weekday_of(day) == std::chrono::Saturday) return "norm.dag.zaterdag";
    if (weekday_of(day) == std::chrono::Sunday) return "norm.dag.zondag";
    return std::nullopt;
}

bool is_free(Day day) { return weekday_of(day).iso_encoding() > 5 || free_reason(day).has_value(); }

Day shift_end(Day end) {
    while (is_free(end)) end += days(1);
    return end;
}

int working_days_in(Day van, Day tot) {
    int count = 0;
    for (Day day = van; day < tot; day += days(1)) count += is_free(day) ? 0 : 1;
    return count;
}

}  // namespace dichtbij::norm
