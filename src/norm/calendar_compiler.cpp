#include "norm/calendar_compiler.h"

#include <algorithm>

namespace dichtbij::norm {
namespace {

const std::vector<TimeRange> no_ranges;

std::int64_t count_of(Instant at) { return at.time_since_epoch().count(); }

// `minute` of the day as civil time; instant_of decides about the changes of summer time.
std::int64_t instant_at(Day day, int minute) { return count_of(instant_of(LocalTime(day) + minutes(minute))); }

}  // namespace

CalendarCompiler::CalendarCompiler(const OpeningHours& hours, YearRange years) : hours_(hours), years_(years) {
    for (const ExceptionalHours& dated : hours.afwijkend) exceptional_[dated.datum] = &dated;
    for (int year = years.first; year <= years.last; ++year)
        for (const HolidaySuggestion& holiday : holiday_suggestions(year, hours.feestdagen))
            if (holiday.keuze == Feestdagkeuze::vrij) closed_.emplace(holiday.datum, Key{holiday.key});
    for (const ClosingDay& closing : hours.sluitingsdagen) closed_.insert_or_assign(closing.datum, Argument(closing.reden));
}

ServiceCalendar CalendarCompiler::compile() {
    ServiceCalendar& calendar = calendar_;
    calendar.first_day_ = make_day(years_.first, 1, 1);
    const Day last = make_day(years_.last, 12, 31);
    for (Day day = calendar.first_day_; day <= last; day += days(1)) add_day(day);
    calendar.midnights_.push_back(count_of(start_of(last + days(1))));
    calendar.days_before_.push_back(static_cast<std::uint32_t>(calendar.working_days_.size()));

    std::int64_t total = 0;
    for (std::size_t i = 0; i < calendar.opens_.size(); ++i) {
        calendar.before_.push_back(total);
        total += calendar.closes_[i] - calendar.opens_[i];
    }
    calendar.before_.push_back(total);

    std::size_t next = 0;
    for (std::size_t day = 0; day + 1 < calendar.midnights_.size(); ++day) {
        while (next < calendar.opens_.size() && calendar.opens_[next] < calendar.midnights_[day]) ++next;
        calendar.first_interval_.push_back(static_cast<std::uint32_t>(next));
    }
    calendar.closed_.assign(closed_.begin(), closed_.end());
    return std::move(calendar_);
}

const std::vector<TimeRange>& CalendarCompiler::ranges_of(Day day) {
    if (const auto dated = exceptional_.find(day); dated != exceptional_.end()) {
        if (dated->second->open.empty()) closed_.insert_or_assign(day, Argument(dated->second->reden));
        else closed_.erase(day);
        return dated->second->open;
    }
    if (closed_.contains(day)) return no_ranges;
    return hours_.week[weekday_of(day).iso_encoding() - 1];
}

void CalendarCompiler::add_day(Day day) {
    const std::int64_t midnight = count_of(start_of(day));
    const std::int64_t next_midnight = count_of(start_of(day + days(1)));
    calendar_.midnights_.push_back(midnight);
    calendar_.days_before_.push_back(static_cast<std::uint32_t>(calendar_.working_days_.size()));
    std::int64_t first = 0, last = 0;
    for (const TimeRange& range : ranges_of(day)) {
        const std::int64_t open = instant_at(day, range.van);
        const std::int64_t close = instant_at(day, range.tot);
        if (close <= open) continue;  // wholly in the hour that the spring change leaves out
        add_interval(open, close);
        if (first == last) first = open;
        last = std::max(last, close);
    }
    if (first != last) add_working_day(day, first, std::min(last, next_midnight - 1));
    ++day_index_;
}

// Days come in order, so an interval can only touch the one before it: hours past midnight, 24 hours.
void CalendarCompiler::add_interval(std::int64_t open, std::int64_t close) {
    auto& closes = calendar_.closes_;
    if (!closes.empty() && open <= closes.back()) {
        closes.back() = std::max(closes.back(), close);
        return;
    }
    calendar_.opens_.push_back(open);
    closes.push_back(close);
}

void CalendarCompiler::add_working_day(Day day, std::int64_t open, std::int64_t close) {
    const auto weekday = weekday_of(day).iso_encoding();
    if (weekday > 5 && hours_.feestdagen.weekend == Weekend::geen_werkdag) return;
    calendar_.working_days_.push_back(day_index_);
    calendar_.day_opens_.push_back(open);
    calendar_.day_closes_.push_back(close);
}

}  // namespace dichtbij::norm
