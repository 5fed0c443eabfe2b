#include "norm/waarschuwing.h"

#include <algorithm>

namespace dichtbij::norm {
namespace {

constexpr int days_before = 2;
constexpr int long_promise_days = 5;

// Inside opening hours, not before the intake.
Result<Waarschuwing> at(Instant op, Instant tijdig_tot_op, const Belofte& belofte, const ServiceCalendar& calendar) {
    TRY(const Instant inside, calendar.add_working_time(std::max(op, belofte.intake_op), seconds(0)));
    return Waarschuwing{inside, std::max(tijdig_tot_op, inside)};
}

}  // namespace

Result<Waarschuwing> warning_of(const Belofte& belofte, const ServiceCalendar& calendar) {
    TRY(const seconds opening, calendar.working_time_between(belofte.intake_op, belofte.toegezegd_op));
    if (opening == seconds(0)) return at(belofte.intake_op, belofte.intake_op, belofte, calendar);
    if (belofte.soort == Toezeggingsoort::uren) {
        TRY(const Instant op, calendar.subtract_working_time(belofte.toegezegd_op, opening / 4));
        return at(op, op, belofte, calendar);
    }
    const Day intake = calendar.day_of(belofte.intake_op), last = calendar.day_of(belofte.toegezegd_op);
    TRY(const int count, calendar.working_days_between(intake, last));
    if (count < long_promise_days) {
        TRY(const Instant op, calendar.add_working_time(belofte.intake_op, opening / 2));
        return at(op, op, belofte, calendar);
    }
    TRY(const Day day, calendar.subtract_working_days(last, days_before));
    return at(calendar.opening_of(day), calendar.closing_of(day), belofte, calendar);
}

}  // namespace dichtbij::norm
