#include "base/time.h"

#include <date/tz.h>

#include <charconv>
#include <cstdio>

#include "base/result.h"

namespace dichtbij {
namespace {

const date::time_zone& amsterdam() {
    static const date::time_zone* zone = date::locate_zone("Europe/Amsterdam");
    return *zone;
}

// Reads exactly `count` digits at `at`.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool is_at(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

// Minutes east of UTC of "Z", "+01:00" or "-0100" at the end of `text` from `at`.
std::optional<int> offset_minutes(std::string_view text, std::size_t at) {
    if (at + 1 == text.size() && (text[at] == 'Z' || text[at] == 'z')) return 0;
    if (!is_at(text, at, '+') && !is_at(text, at, '-')) return std::nullopt;
    const bool colon = is_at(text, at + 3, ':');
    if (text.size() != at + (colon ? 6u : 5u)) return std::nullopt;
    const auto hour = digits(text, at + 1, 2);
    const auto minute = digits(text, at + (colon ? 4 : 3), 2);
    if (!hour || !minute || *hour > 14 || *minute > 59) return std::nullopt;
    const int total = *hour * 60 + *minute;
    return text[at] == '-' ? -total : total;
}

}  // namespace

LocalTime local_time(Instant instant) {
    const auto offset = amsterdam().get_info(date::sys_seconds(instant.time_since_epoch())).offset;
    return LocalTime(instant.time_since_epoch() + offset);
}

Day day_of(Instant instant) { return std::chrono::floor<days>(local_time(instant)); }

Instant instant_of(LocalTime local) {
    const auto info = amsterdam().get_info(date::local_seconds(local.time_since_epoch()));
    if (info.result == date::local_info::nonexistent) return Instant(info.first.end.time_since_epoch());
    return Instant(local.time_since_epoch() - info.first.offset);
}

Instant start_of(Day day) { return instant_of(LocalTime(day)); }

Day make_day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    CHECK_THAT(date.ok());
    return Day(date);
}

std::chrono::year_month_day ymd(Day day) { return std::chrono::year_month_day(day); }

std::chrono::weekday weekday_of(Day day) { return std::chrono::weekday(day); }

std::optional<Day> parse_day(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits(iso, 0, 4);
    const auto month = digits(iso, 5, 2);
    const auto day = digits(iso, 8, 2);
    if (!year || !month || !day || *year < 1800 || *year > 2200) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

std::string to_iso(Day day) {
    const auto date = ymd(day);
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto day = parse_day(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    if (!day || !hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
    std::size_t at = 16;
    int second = 0;
    if (is_at(text, at, ':')) {
        const auto read = digits(text, at + 1, 2);
        if (!read || *read > 60) return std::nullopt;
        second = *read;
        at += 3;
        if (is_at(text, at, '.'))
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9';) ++at;
    }
    const LocalTime civil = LocalTime(*day) + hours(*hour) + minutes(*minute) + seconds(second);
    if (at == text.size()) return instant_of(civil);
    const auto offset = offset_minutes(text, at);
    if (!offset) return std::nullopt;
    return Instant(civil.time_since_epoch()) - minutes(*offset);
}

std::string to_rfc3339(Instant instant) {
    const auto day = std::chrono::floor<days>(instant);
    const auto of_day = (instant - day).count();
    char text[24];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", int(of_day / 3600), int(of_day / 60 % 60), int(of_day % 60));
    return to_iso(Day(day.time_since_epoch())) + text;
}

Instant SystemClock::now() const { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

std::int64_t SystemClock::now_ms() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace dichtbij
