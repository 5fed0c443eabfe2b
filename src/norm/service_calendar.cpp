#include "norm/service_calendar.h"

#include <algorithm>

#include "norm/calendar_compiler.h"

namespace dichtbij::norm {
namespace {

std::int64_t count_of(Instant at) { return at.time_since_epoch().count(); }
Instant instant(std::int64_t count) { return Instant(seconds(count)); }

Fail beyond() { return conflict("beyond the years of the calendar", "norm.fout.buiten_kalender"); }
Fail never_open() { return conflict("the calendar has no opening time", "norm.fout.nooit_open"); }
Fail bad_amount() { return invalid("aantal", "norm.fout.aantal_negatief"); }

}  // namespace

Result<ServiceCalendar> ServiceCalendar::compile(const OpeningHours& hours, YearRange years) {
    TRY_DONE(validate(hours));
    if (years.first < 1900 || years.last > 2190 || years.last < years.first || years.last - years.first >= years_limit)
        return invalid("jaren", "norm.fout.jaren");
    return CalendarCompiler(hours, years).compile();
}

Result<Instant> ServiceCalendar::add_working_time(Instant start, seconds amount) const {
    if (amount < seconds(0)) return bad_amount();
    if (opens_.empty()) return never_open();
    if (!covers(start)) return beyond();
    if (amount == seconds(0)) {
        const std::size_t passed = interval_from(count_of(start));
        return passed > 0 && count_of(start) == closes_[passed - 1] ? start : next_opening(start);
    }
    const std::size_t passed = interval_from(count_of(start));
    const std::int64_t target = worked_until(passed, count_of(start)) + amount.count();
    if (target > before_.back()) return beyond();
    // Most due moments are a few intervals ahead: double the distance until the target is passed.
    std::size_t step = 1;
    while (passed + step < before_.size() && before_[passed + step] < target) step *= 2;
    const auto begin = before_.begin() + static_cast<std::ptrdiff_t>(passed + step / 2);
    const auto end = before_.begin() + static_cast<std::ptrdiff_t>(std::min(passed + step + 1, before_.size()));
    const auto i = static_cast<std::size_t>(std::lower_bound(begin, end, target) - before_.begin()) - 1;
    return instant(opens_[i] + (target - before_[i]));
}

Result<Instant> ServiceCalendar::subtract_working_time(Instant end, seconds amount) const {
    if (amount < seconds(0)) return bad_amount();
    if (opens_.empty()) return never_open();
    if (!covers(end)) return beyond();
    if (amount == seconds(0)) return end;
    const std::int64_t target = worked_until(count_of(end)) - amount.count();
    if (target < 0) return beyond();
    const auto at = std::upper_bound(before_.begin(), before_.end(), target) - before_.begin() - 1;
    const auto i = static_cast<std::size_t>(at);
    return instant(opens_[i] + (target - before_[i]));
}

Result<seconds> ServiceCalendar::working_time_between(Instant van, Instant tot) const {
    if (!covers(van) || !covers(tot)) return beyond();
    if (tot <= van) return seconds(0);
    return seconds(worked_until(count_of(tot)) - worked_until(count_of(van)));
}

Result<Day> ServiceCalendar::add_working_days(Day received, int count) const {
    if (count < 1) return bad_amount();
    if (working_days_.empty()) return never_open();
    if (!covers(received)) return beyond();
    const std::size_t nth = days_before_[index_of(received) + 1] + static_cast<std::size_t>(count) - 1;
    if (nth >= working_days_.size()) return beyond();
    return first_day_ + days(working_days_[nth]);
}

Result<Day> ServiceCalendar::subtract_working_days(Day last, int count) const {
    if (count < 0) return bad_amount();
    if (working_days_.empty()) return never_open();
    if (!covers(last)) return beyond();
    const std::size_t through = days_before_[index_of(last) + 1];
    if (through < static_cast<std::size_t>(count) + 1) return beyond();
    return first_day_ + days(working_days_[through - static_cast<std::size_t>(count) - 1]);
}

Result<int> ServiceCalendar::working_days_between(Day after, Day last) const {
    if (!covers(after) || !covers(last)) return beyond();
    if (last <= after) return 0;
    return static_cast<int>(days_before_[index_of(last) + 1] - days_before_[index_of(after) + 1]);
}

Result<int> ServiceCalendar::closings_between(Instant van, Instant tot) const {
    if (!covers(van) || !covers(tot)) return beyond();
    if (tot <= van) return 0;
    const auto from = std::upper_bound(day_closes_.begin(), day_closes_.end(), count_of(van));
    return static_cast<int>(std::upper_bound(from, day_closes_.end(), count_of(tot)) - from);
}

Result<bool> ServiceCalendar::is_open(Instant at) const {
    if (!covers(at)) return beyond();
    const std::size_t passed = interval_from(count_of(at));
    return passed > 0 && count_of(at) < closes_[passed - 1];
}

Result<Instant> ServiceCalendar::next_opening(Instant at) const {
    if (opens_.empty()) return never_open();
    TRY(const bool open, is_open(at));
    if (open) return at;
    const std::size_t next = interval_from(count_of(at));
    if (next == opens_.size()) return beyond();
    return instant(opens_[next]);
}

Result<Day> ServiceCalendar::next_working_day(Day after) const { return add_working_days(after, 1); }

Result<bool> ServiceCalendar::is_working_day(Day day) const {
    if (!covers(day)) return beyond();
    return days_before_[index_of(day) + 1] > days_before_[index_of(day)];
}

Instant ServiceCalendar::opening_of(Day day) const {
    CHECK_THAT(days_before_[index_of(day) + 1] > days_before_[index_of(day)]);
    return instant(day_opens_[days_before_[index_of(day)]]);
}

Instant ServiceCalendar::closing_of(Day day) const {
    CHECK_THAT(days_before_[index_of(day) + 1] > days_before_[index_of(day)]);
    return instant(day_closes_[days_before_[index_of(day)]]);
}

Day ServiceCalendar::day_of(Instant at) const {
    if (!covers(at)) return dichtbij::day_of(at);
    // Midnight here comes one or two hours before midnight UTC of the same date.
    const auto utc = std::chrono::floor<days>(at).time_since_epoch() - first_day_.time_since_epoch();
    auto index = static_cast<std::size_t>(std::max(days::rep{0}, utc.count()));
    if (midnights_[index + 1] <= count_of(at)) ++index;
    return first_day_ + days(index);
}

Instant ServiceCalendar::end_of(Day day) const {
    return covers(day) ? instant(midnights_[index_of(day) + 1] - 1) : norm::end_of(day);
}

bool ServiceCalendar::covers(Day day) const {
    return day >= first_day_ && (day - first_day_).count() < static_cast<std::int64_t>(midnights_.size()) - 1;
}

bool ServiceCalendar::covers(Instant at) const {
    return count_of(at) >= midnights_.front() && count_of(at) < midnights_.back();
}

std::vector<OpenInterval> ServiceCalendar::intervals_of(Day day) const {
    std::vector<OpenInterval> found;
    if (!covers(day)) return found;
    const std::int64_t begin = midnights_[index_of(day)], end = midnights_[index_of(day) + 1];
    std::size_t i = interval_from(begin);
    if (i > 0 && closes_[i - 1] > begin) --i;
    for (; i < opens_.size() && opens_[i] < end; ++i)
        found.push_back({instant(std::max(opens_[i], begin)), instant(std::min(closes_[i], end))});
    return found;
}

std::optional<Argument> ServiceCalendar::why_closed(Day day) const {
    const auto at = std::lower_bound(closed_.begin(), closed_.end(), day,
                                     [](const auto& closed, Day wanted) { return closed.first < wanted; });
    if (at == closed_.end() || at->first != day) return std::nullopt;
    return at->second;
}

std::size_t ServiceCalendar::index_of(Day day) const {
    CHECK_THAT(covers(day));
    return static_cast<std::size_t>((day - first_day_).count());
}

std::size_t ServiceCalendar::interval_from(std::int64_t at) const {
    std::size_t next = first_interval_[static_cast<std::size_t>((day_of(instant(at)) - first_day_).count())];
    while (next < opens_.size() && opens_[next] <= at) ++next;
    return next;
}

std::int64_t ServiceCalendar::worked_until(std::int64_t at) const { return worked_until(interval_from(at), at); }

std::int64_t ServiceCalendar::worked_until(std::size_t passed, std::int64_t at) const {
    if (passed == 0) return 0;
    return before_[passed - 1] + std::min(at, closes_[passed - 1]) - opens_[passed - 1];
}

}  // namespace dichtbij::norm
