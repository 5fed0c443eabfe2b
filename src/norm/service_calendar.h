#pragma once
// Opening hours compiled over a range of years: counting opening time and working days without loops
// over days and without time-zone look-ups. A value; safe to read from many threads.
//
// Every answer that lies outside the compiled years, or needs opening time that does not exist, is a
// failure (conflict), never an endless search.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "norm/explanation.h"
#include "norm/opening_hours.h"

namespace dichtbij::norm {

struct YearRange {
    int first = 0;
    int last = 0;  // included
};
inline constexpr int years_limit = 120;

struct OpenInterval {  // [van_op, tot_op)
    Instant van_op;
    Instant tot_op;
    bool operator==(const OpenInterval&) const = default;
};

class ServiceCalendar {
  public:
    // Invalid when the hours are (validate), or the years are not between 1900 and 2190, at most 120.
    static Result<ServiceCalendar> compile(const OpeningHours& hours, YearRange years);

    // The moment at which `amount` (0 or more) of opening time has passed since `start`. At the end of an
    // interval: its closing moment, not the next opening. Amount 0: `start`, or the next opening.
    Result<Instant> add_working_time(Instant start, seconds amount) const;
    // The moment from which `amount` of opening time remains until `end`. At the begin of an interval:
    // its opening, not the closing before it. Amount 0: `end`.
    Result<Instant> subtract_working_time(Instant end, seconds amount) const;
    // Opening time in [van, tot); 0 when tot is not after van.
    Result<seconds> working_time_between(Instant van, Instant tot) const;

    // The `count`th (1 or more) working day after `received`, which itself does not count.
    Result<Day> add_working_days(Day received, int count) const;
    // The last working day of which `count` (0 or more) working days remain through `last`.
    Result<Day> subtract_working_days(Day last, int count) const;
    // Working days in (after, last]; 0 when last is not after `after`.
    Result<int> working_days_between(Day after, Day last) const;
    // Working days whose closing time (closing_of) lies in (van, tot].
    Result<int> closings_between(Instant van, Instant tot) const;

    Result<bool> is_open(Instant at) const;
    Result<Instant> next_opening(Instant at) const;    // `at` itself when open
    Result<Day> next_working_day(Day after) const;
    Result<bool> is_working_day(Day day) const;
    // When the day's opening hours begin and end. CHECKs that it is a working day. Hours that run past
    // midnight count until the last second of the day here.
    Instant opening_of(Day working_day) const;
    Instant closing_of(Day working_day) const;

    // The civil day of an instant, and its last second, without a time-zone look-up inside the years.
    Day day_of(Instant at) const;
    Instant end_of(Day day) const;
    bool covers(Day day) const;
    bool covers(Instant at) const;

    // What the administrator sees: the intervals that touch the day, and why it is closed if it is for
    // another reason than its weekday (a Key for a holiday, the reason of a closing day).
    std::vector<OpenInterval> intervals_of(Day day) const;
    std::optional<Argument> why_closed(Day day) const;

  private:
    ServiceCalendar() = default;
    friend class CalendarCompiler;

    std::size_t index_of(Day day) const;                 // CHECKs covers
    std::int64_t worked_until(std::int64_t at) const;    // open seconds before, since the first year
    std::int64_t worked_until(std::size_t passed, std::int64_t at) const;  // passed: interval_from(at)
    std::size_t interval_from(std::int64_t at) const;    // intervals that open at or before

    Day first_day_{};
    std::vector<std::int64_t> midnights_;         // of each day, and of the day after the last
    std::vector<std::uint32_t> first_interval_;   // that opens on or after the midnight of each day
    std::vector<std::int64_t> opens_, closes_;    // intervals, in order, not touching
    std::vector<std::int64_t> before_;            // open seconds before each interval, and in all
    std::vector<std::uint32_t> days_before_;      // working days before each day, and in all
    std::vector<std::uint32_t> working_days_;     // their index
    std::vector<std::int64_t> day_opens_, day_closes_;  // of each working day
    std::vector<std::pair<Day, Argument>> closed_;      // sorted
};

}  // namespace dichtbij::norm
