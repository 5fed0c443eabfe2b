#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "norm/klok.h"
#include "norm/norm_test_calendars.h"
#include "norm/waarschuwing.h"

namespace dichtbij::norm::norm_property_test {
namespace {

using namespace testing;

std::vector<TimeRange> any_ranges() {
    std::vector<TimeRange> ranges;
    int from = *rc::gen::inRange(0, 300);
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count && from < 1440; ++i) {
        const int to = from + *rc::gen::inRange(1, 700);
        ranges.push_back({from, to});
        from = to + *rc::gen::inRange(0, 200);
    }
    return ranges;
}

// Any hours, also around midnight, with closing days and exceptional dates around both changes of
// summer time and Easter; open at least on one day of the week.
ServiceCalendar any_calendar() {
    OpeningHours hours;
    for (auto& ranges : hours.week) ranges = any_ranges();
    hours.week[static_cast<std::size_t>(*rc::gen::inRange(0, 5))] = {{600, 660}};
    hours.feestdagen.goede_vrijdag = *rc::gen::element(Feestdagkeuze::vrij, Feestdagkeuze::open);
    hours.feestdagen.bevrijdingsdag = *rc::gen::element(Bevrijdingsdag::jaarlijks, Bevrijdingsdag::lustrum, Bevrijdingsdag::nooit);
    hours.feestdagen.weekend = *rc::gen::element(Weekend::geen_werkdag, Weekend::werkdag);
    for (const char* from : {"2026-03-20", "2026-10-15"}) {
        hours.sluitingsdagen.push_back({day(from) + days(*rc::gen::inRange(0, 20)), "dicht"});
        hours.afwijkend.push_back({day(from) + days(*rc::gen::inRange(0, 20)), any_ranges(), "anders"});
    }
    return compiled(hours, {2025, 2032});
}

// Around the changes of summer time of 2026, or anywhere in the year.
Instant any_moment() {
    const Instant begin = *rc::gen::element(at("2026-01-01 00:00"), at("2026-03-28 00:00"), at("2026-10-24 00:00"));
    return begin + seconds(*rc::gen::inRange(0, 3 * 86400));
}

seconds any_amount() { return seconds(*rc::gen::inRange(1, 100 * 3600)); }

}  // namespace

TEST_CASE("property: the opening time from a start until its due moment is the norm") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant start = any_moment();
        const seconds amount = any_amount();
        const Instant due = calendar.add_working_time(start, amount).value();
        RC_ASSERT(calendar.working_time_between(start, due).value() == amount);
        RC_ASSERT(due > start);
    }));
}

TEST_CASE("property: a due moment lies inside opening hours or on a closing moment") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant due = calendar.add_working_time(any_moment(), any_amount()).value();
        RC_ASSERT(calendar.is_open(due - seconds(1)).value());
    }));
}

TEST_CASE("property: more norm is never due earlier, and a later start neither") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant start = any_moment();
        const seconds amount = any_amount(), more = amount + seconds(*rc::gen::inRange(0, 50'000));
        const Instant later = start + seconds(*rc::gen::inRange(0, 200'000));
        RC_ASSERT(calendar.add_working_time(start, amount).value() <= calendar.add_working_time(start, more).value());
        RC_ASSERT(calendar.add_working_time(start, amount).value() <= calendar.add_working_time(later, amount).value());
        RC_ASSERT(calendar.add_working_time(start, seconds(0)).value() <= calendar.add_working_time(start, amount).value());
    }));
}

TEST_CASE("property: what is added second by second equals what is added at once") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant start = any_moment();
        const seconds first = any_amount(), second = any_amount();
        const Instant half = calendar.add_working_time(start, first).value();
        RC_ASSERT(calendar.add_working_time(half, second).value() == calendar.add_working_time(start, first + second).value());
    }));
}

TEST_CASE("property: opening time agrees with a count over the intervals of each day") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant van = any_moment(), tot = van + seconds(*rc::gen::inRange(0, 10 * 86400));
        seconds total{0};
        for (Day date = day_of(van); date <= day_of(tot); date += days(1))
            for (const OpenInterval& open : calendar.intervals_of(date))
                total += std::max(seconds(0), std::min(open.tot_op, tot) - std::max(open.van_op, van));
        RC_ASSERT(calendar.working_time_between(van, tot).value() == total);
    }));
}

TEST_CASE("property: what is subtracted from a moment remains until it") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant end = any_moment();
        const seconds amount = seconds(*rc::gen::inRange(1, 20 * 3600));
        const Instant from = calendar.subtract_working_time(end, amount).value();
        RC_ASSERT(calendar.working_time_between(from, end).value() == amount);
        RC_ASSERT(calendar.is_open(from).value());
    }));
}

TEST_CASE("property: between receipt and the last of N working days lie N working days") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Day received = day_of(any_moment());
        const int count = *rc::gen::inRange(1, 60);
        const Day last = calendar.add_working_days(received, count).value();
        RC_ASSERT(calendar.working_days_between(received, last).value() == count);
        RC_ASSERT(calendar.is_working_day(last).value());
        RC_ASSERT(calendar.is_open(calendar.closing_of(last) - seconds(1)).value());
        RC_ASSERT(calendar.add_working_days(received, count + 1).value() > last);
        RC_ASSERT(day_of(calendar.closing_of(last)) == last || calendar.closing_of(last) == start_of(last + days(1)));
    }));
}

TEST_CASE("property: a clock with pauses runs its norm outside of them, and is never late when a pause ends") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Term term = *rc::gen::element<Term>(WorkingTime{minutes(300)}, WorkingTime{minutes(7)}, ClockTime{minutes(500)}, WorkingDays{3}, CalendarDays{4});
        Instant now = any_moment();
        Klok klok = start({"norm", Meetmoment::eerste_reactie, term}, now, calendar).value();
        const int pauses = *rc::gen::inRange(0, 4);
        for (int i = 0; i < pauses; ++i) {
            now = std::min(now + seconds(*rc::gen::inRange(0, 90'000)), klok.uiterlijk_op - seconds(1));
            klok = pause(klok, "a", now).value();
            if (*rc::gen::arbitrary<bool>()) {
                klok = pause(klok, "b", now + seconds(5)).value();
                klok = resume(klok, "b", now + seconds(*rc::gen::inRange(5, 9000)), calendar).value();
            }
            now = std::max(now + seconds(*rc::gen::inRange(0, 300'000)), klok.pauzes.back().tot_op.value_or(now));
            klok = resume(klok, "a", now, calendar).value();
            RC_ASSERT(stand(klok, now) == Stand::loopt);
        }
        RC_ASSERT(klok.uiterlijk_op >= klok.aanvankelijk_op);
        const Klok kept = stop(klok, klok.uiterlijk_op, calendar).value();
        RC_ASSERT(kept.afloop->uitkomst == Uitkomst::gehaald);
        const Meting meting = measure(kept, now, calendar).value();
        if (const auto* time = std::get_if<WorkingTime>(&term)) RC_ASSERT(meting.werktijd == seconds(time->duur));
        if (const auto* time = std::get_if<ClockTime>(&term)) RC_ASSERT(meting.doorlooptijd - meting.gepauzeerd == seconds(time->duur));
        if (const auto* time = std::get_if<WorkingDays>(&term)) RC_ASSERT(meting.werkdagen == time->dagen);
        RC_ASSERT(recompute(klok, calendar).value() == klok);
        RC_ASSERT(explain(klok, calendar).value().op == klok.uiterlijk_op);
    }));
}

TEST_CASE("property: a warning lies between intake and promise and inside opening hours") {
    CHECK(rc::check([] {
        const ServiceCalendar calendar = any_calendar();
        const Instant intake = any_moment();
        const Term term = *rc::gen::element<Term>(WorkingTime{minutes(240)}, WorkingDays{1}, WorkingDays{4}, WorkingDays{5}, WorkingDays{10});
        const Instant promised = due_op(term, intake, calendar).value();
        const Waarschuwing warning = warning_of({intake, promised, promise_kind(term)}, calendar).value();
        RC_ASSERT(warning.op >= intake);
        RC_ASSERT(warning.op <= promised);
        RC_ASSERT(warning.tijdig_tot_op <= promised);
        RC_ASSERT(calendar.is_open(warning.op).value() || calendar.is_open(warning.op - seconds(1)).value());
    }));
}

}  // namespace dichtbij::norm::norm_property_test
