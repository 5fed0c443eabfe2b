#include "bericht/stilte.h"

#include <algorithm>
#include <array>

namespace dichtbij::bericht {
namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int all_days = (1 << 7) - 1;
constexpr int steps_limit = 4 * 9;  // boundaries in a week and a day, with room

// The first civil moment after `at` at which quiet may end.
LocalTime next_boundary(const Stilte& stilte, LocalTime at) {
    const Day day = std::chrono::floor<days>(at);
    const std::array<LocalTime, 3> candidates{LocalTime(day + days(1)), LocalTime(day) + minutes(stilte.tot), LocalTime(day + days(1)) + minutes(stilte.tot)};
    LocalTime next = LocalTime(day + days(1));
    for (const LocalTime one : candidates)
        if (one > at) next = std::min(next, one);
    return next;
}

}  // namespace

bool is_stil(const Stilte& stilte, LocalTime at) {
    const Day day = std::chrono::floor<days>(at);
    const unsigned weekday = weekday_of(day).iso_encoding() - 1;
    if (stilte.stille_dagen >> weekday & 1) return true;
    const auto minute = std::chrono::duration_cast<minutes>(at - LocalTime(day)).count();
    if (stilte.van <= stilte.tot) return minute >= stilte.van && minute < stilte.tot;
    return minute >= stilte.van || minute < stilte.tot;
}

Instant eerste_luid(const Stilte& stilte, Instant at) {
    for (int step = 0; step < steps_limit; ++step) {
        const LocalTime local = local_time(at);
        if (!is_stil(stilte, local)) return at;
        Instant next = instant_of(next_boundary(stilte, local));
        // In the hour that autumn repeats, a civil time names the first of two moments; that one has passed.
        if (next <= at) next += hours(1);
        at = next;
    }
    CHECK_THAT(!"always quiet");
    return at;
}

std::vector<FieldError> problems(const Stilte& stilte) {
    std::vector<FieldError> errors;
    const auto is_minute = [](int minute) { return minute >= 0 && minute < minutes_a_day; };
    if (!is_minute(stilte.van)) errors.push_back({"van", "bericht.fout.uur", {}});
    if (!is_minute(stilte.tot)) errors.push_back({"tot", "bericht.fout.uur", {}});
    if ((stilte.stille_dagen & all_days) == all_days) errors.push_back({"stille_dagen", "bericht.fout.altijd_stil", {}});
    return errors;
}

}  // namespace dichtbij::bericht
