#pragma once
// Calendars and moments for the tests of this folder.

#include <string>
#include <string_view>

#include "base/result.h"
#include "norm/service_calendar.h"

namespace dichtbij::norm::testing {

inline Day day(std::string_view iso) { return *parse_day(iso); }

// Civil time in Amsterdam: "2026-06-01 10:00" or with seconds.
inline Instant at(std::string_view civil) { return *parse_instant(civil); }

inline std::string civil(Instant instant) {
    const LocalTime local = local_time(instant);
    const Day date = std::chrono::floor<days>(local);
    const auto second = (local - LocalTime(date)).count();
    const auto two = [](long long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    std::string text = to_iso(date) + " " + two(second / 3600) + ":" + two(second / 60 % 60);
    if (second % 60 != 0) text += ":" + two(second % 60);
    return text;
}

inline seconds hours_of(int count) { return seconds(3600L * count); }

inline OpeningHours office_hours() { return {working_week({9 * 60, 17 * 60}), {}, {}, {}}; }

inline OpeningHours every_day_hours() {
    OpeningHours hours;
    for (auto& ranges : hours.week) ranges = {{9 * 60, 17 * 60}};
    hours.feestdagen.weekend = Weekend::geen_werkdag;
    return hours;
}

inline ServiceCalendar compiled(const OpeningHours& hours, YearRange years = {2020, 2035}) {
    return ServiceCalendar::compile(hours, years).value();
}

}  // namespace dichtbij::norm::testing
