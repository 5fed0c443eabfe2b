#include "norm/service_calendar.h"

#include <doctest/doctest.h>

#include "norm/norm_test_calendars.h"

namespace dichtbij::norm::service_calendar_test {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("opening time counts from a start before, at, within, at the end of and after opening hours") {
    const ServiceCalendar office = compiled(office_hours());
    struct Row {
        const char* start;
        int count;
        const char* due;
    };
    for (const Row& row : {
             Row{"2026-06-02 07:00", 60, "2026-06-02 10:00"},   // before opening
             Row{"2026-06-02 09:00", 60, "2026-06-02 10:00"},   // at opening
             Row{"2026-06-02 16:30", 60, "2026-06-03 09:30"},   // over the night
             Row{"2026-06-02 16:00", 60, "2026-06-02 17:00"},   // ends at closing
             Row{"2026-06-02 17:00", 60, "2026-06-03 10:00"},   // on the closing second
             Row{"2026-06-02 17:01", 60, "2026-06-03 10:00"},   // after closing
             Row{"2026-06-06 12:00", 60, "2026-06-08 10:00"},   // Saturday
             Row{"2026-04-27 12:00", 60, "2026-04-28 10:00"},   // Koningsdag
             Row{"2026-04-02 16:30", 60, "2026-04-07 09:30"},   // Goede Vrijdag to 2e Paasdag
             Row{"2026-12-24 16:30", 60, "2026-12-28 09:30"},   // Christmas next to a weekend
             Row{"2026-06-05 16:30", 480, "2026-06-08 16:30"},  // a full day over a weekend
         }) {
        CAPTURE(row.start);
        CHECK(civil(office.add_working_time(at(row.start), minutes(row.count)).value()) == row.due);
    }
    CHECK(civil(office.add_working_time(at("2026-06-02 16:59:59"), seconds(1)).value()) == "2026-06-02 17:00");
    CHECK(civil(office.add_working_time(at("2026-06-02 16:59:59"), seconds(2)).value()) == "2026-06-03 09:00:01");
}

TEST_CASE("a lunch break, a day to 24:00, a day of 24 hours and hours over midnight count as entered") {
    OpeningHours hours;
    hours.week[0] = {{540, 720}, {780, 1020}};        // Monday with lunch
    hours.week[1] = {{1200, 1440}};                   // Tuesday 20:00 to 24:00
    hours.week[2] = {{0, 1440}};                      // Wednesday, all day
    hours.week[4] = {{1320, 1560}};                   // Friday 22:00 to Saturday 02:00
    const ServiceCalendar calendar = compiled(hours);
    CHECK(civil(calendar.add_working_time(at("2026-06-01 11:30"), minutes(60)).value()) == "2026-06-01 13:30");
    CHECK(civil(calendar.add_working_time(at("2026-06-01 12:00"), minutes(1)).value()) == "2026-06-01 13:01");
    CHECK(civil(calendar.add_working_time(at("2026-06-01 11:30"), minutes(30)).value()) == "2026-06-01 12:00");
    // Tuesday evening runs on into Wednesday without losing a minute at midnight.
    CHECK(civil(calendar.add_working_time(at("2026-06-02 23:30"), minutes(60)).value()) == "2026-06-03 00:30");
    CHECK(calendar.working_time_between(at("2026-06-02 00:00"), at("2026-06-04 00:00")).value() == hours_of(28));
    CHECK(civil(calendar.add_working_time(at("2026-06-05 23:00"), minutes(120)).value()) == "2026-06-06 01:00");
    CHECK(calendar.is_open(at("2026-06-06 01:59:59")).value());
    CHECK_FALSE(calendar.is_open(at("2026-06-06 02:00")).value());
    // The working day of hours over midnight ends with the day itself.
    CHECK(civil(calendar.closing_of(day("2026-06-05"))) == "2026-06-05 23:59:59");
    CHECK(civil(calendar.closing_of(day("2026-06-03"))) == "2026-06-03 23:59:59");
}

TEST_CASE("a calendar that is always open loses nothing at midnight or at a change of summer time") {
    OpeningHours hours;
    for (auto& ranges : hours.week) ranges = {{0, 1440}};
    hours.feestdagen.weekend = Weekend::werkdag;
    for (const HolidaySuggestion& holiday : holiday_suggestions(2026, hours.feestdagen))
        hours.afwijkend.push_back({holiday.datum, {{0, 1440}}, ""});
    const ServiceCalendar calendar = compiled(hours, {2026, 2026});
    CHECK(calendar.working_time_between(at("2026-03-29 00:00"), at("2026-03-30 00:00")).value() == hours_of(23));
    CHECK(calendar.working_time_between(at("2026-10-25 00:00"), at("2026-10-26 00:00")).value() == hours_of(25));
    CHECK(calendar.working_time_between(at("2026-01-01 00:00"), at("2026-12-31 23:00")).value() == hours_of(365 * 24 - 1));
    CHECK(calendar.intervals_of(day("2026-06-03")) ==
          std::vector<OpenInterval>{{at("2026-06-03 00:00"), at("2026-06-04 00:00")}});
}

TEST_CASE("opening time is real time through both changes of summer time") {
    OpeningHours night;
    for (auto& ranges : night.week) ranges = {{60, 300}};  // 01:00 to 05:00
    const ServiceCalendar calendar = compiled(night);
    CHECK(calendar.working_time_between(at("2026-03-29 00:00"), at("2026-03-29 12:00")).value() == hours_of(3));
    CHECK(calendar.working_time_between(at("2026-10-25 00:00"), at("2026-10-25 12:00")).value() == hours_of(5));
    // Two hours from 01:30: one hour of the clock is missing.
    CHECK(civil(calendar.add_working_time(at("2026-03-29 01:30"), minutes(120)).value()) == "2026-03-29 04:30");
    // A start inside the missing hour is the moment of the change.
    CHECK(civil(calendar.add_working_time(at("2026-03-29 02:30"), minutes(60)).value()) == "2026-03-29 04:00");
    // A start in the first and in the second 02:30 of the repeated hour.
    CHECK(civil(calendar.add_working_time(*parse_instant("2026-10-25T00:30:00Z"), minutes(120)).value()) == "2026-10-25 03:30");
    CHECK(civil(calendar.add_working_time(*parse_instant("2026-10-25T01:30:00Z"), minutes(120)).value()) == "2026-10-25 04:30");
}

TEST_CASE("hours that begin or end inside the missing hour begin or end at the change") {
    OpeningHours hours;
    hours.week[6] = {{90, 150}};  // Sunday 01:30 to 02:30
    const ServiceCalendar ends = compiled(hours);
    CHECK(ends.working_time_between(at("2026-03-29 00:00"), at("2026-03-29 12:00")).value() == minutes(30));
    hours.week[6] = {{135, 165}};  // wholly inside
    const ServiceCalendar inside = compiled(hours);
    CHECK(inside.intervals_of(day("2026-03-29")).empty());
    CHECK(inside.intervals_of(day("2026-03-22")).size() == 1);
}

TEST_CASE("a norm of working days ends on the days that were worked out by hand (worked date 20)") {
    struct Row {
        const char* received;
        int count;
        const char* last;
    };
    const ServiceCalendar office = compiled(office_hours());
    for (const Row& row : {Row{"2026-04-24", 5, "2026-05-04"}, Row{"2026-04-02", 2, "2026-04-08"},
                           Row{"2026-12-21", 10, "2027-01-06"}, Row{"2026-06-06", 1, "2026-06-08"},
                           Row{"2026-06-05", 1, "2026-06-08"}, Row{"2026-12-24", 1, "2026-12-28"}}) {
        CAPTURE(row.received);
        CHECK(to_iso(office.add_working_days(day(row.received), row.count).value()) == row.last);
    }
    OpeningHours works_on_good_friday = office_hours();
    works_on_good_friday.feestdagen.goede_vrijdag = Feestdagkeuze::open;
    CHECK(to_iso(compiled(works_on_good_friday).add_working_days(day("2026-04-02"), 2).value()) == "2026-04-07");
}

TEST_CASE("Bevrijdingsdag is free every year, in lustrum years, or never") {
    struct Row {
        Bevrijdingsdag setting;
        bool free_2026;
        bool free_2030;
    };
    for (const Row& row : {Row{Bevrijdingsdag::jaarlijks, true, true}, Row{Bevrijdingsdag::lustrum, false, true},
                           Row{Bevrijdingsdag::nooit, false, false}}) {
        OpeningHours hours = every_day_hours();
        hours.feestdagen.bevrijdingsdag = row.setting;
        hours.feestdagen.weekend = Weekend::werkdag;  // 5 May 2030 is a Sunday
        const ServiceCalendar calendar = compiled(hours);
        CHECK(calendar.is_working_day(day("2026-05-05")).value() != row.free_2026);
        CHECK(calendar.is_working_day(day("2030-05-05")).value() != row.free_2030);
    }
}

TEST_CASE("an exceptional date goes before a closing day, and that before a holiday and the weekday") {
    OpeningHours hours = office_hours();
    hours.sluitingsdagen = {{day("2026-06-03"), "teamdag"}, {day("2026-06-04"), "verhuizing"}};
    hours.afwijkend = {{day("2026-06-04"), {{600, 720}}, "verhuizing, ochtend open"},
                       {day("2026-04-27"), {{540, 600}}, "balie open"},
                       {day("2026-12-24"), {{540, 720}}, "half"},
                       {day("2026-06-05"), {}, "storing"},
                       {day("2026-06-06"), {{600, 660}}, "open dag"}};
    const ServiceCalendar calendar = compiled(hours);
    CHECK(plain(calendar.why_closed(day("2026-06-03")).value()) == "teamdag");
    CHECK(calendar.intervals_of(day("2026-06-03")).empty());
    CHECK_FALSE(calendar.why_closed(day("2026-06-04")));
    CHECK(civil(calendar.closing_of(day("2026-06-04"))) == "2026-06-04 12:00");
    CHECK(calendar.is_working_day(day("2026-04-27")).value());
    CHECK(plain(calendar.why_closed(day("2026-06-05")).value()) == "storing");
    CHECK(plain(calendar.why_closed(day("2026-05-14")).value()) == "norm.dag.hemelvaartsdag");
    // Half a day before a holiday: the due moment is its own closing time.
    CHECK(civil(calendar.add_working_time(at("2026-12-24 11:00"), minutes(120)).value()) == "2026-12-28 10:00");
    // An open Saturday gives opening time, but is not one of N working days.
    CHECK_FALSE(calendar.is_working_day(day("2026-06-06")).value());
    CHECK(calendar.is_open(at("2026-06-06 10:30")).value());
}

TEST_CASE("whether a weekend day is a working day is a setting") {
    OpeningHours hours = every_day_hours();
    CHECK(to_iso(compiled(hours).add_working_days(day("2026-06-05"), 1).value()) == "2026-06-08");
    hours.feestdagen.weekend = Weekend::werkdag;
    CHECK(to_iso(compiled(hours).add_working_days(day("2026-06-05"), 1).value()) == "2026-06-06");
}

TEST_CASE("days equated by royal decree are opening days unless the gemeente closes") {
    OpeningHours hours = office_hours();
    CHECK(compiled(hours).is_working_day(day("2026-05-15")).value());
    hours.feestdagen.gelijkgestelde_dagen = Feestdagkeuze::vrij;
    CHECK_FALSE(compiled(hours).is_working_day(day("2026-05-15")).value());
}

TEST_CASE("a calendar without opening time gives a failure, never an endless search") {
    const ServiceCalendar closed = compiled(OpeningHours{});
    CHECK(closed.add_working_time(at("2026-06-01 10:00"), minutes(1)).error().key == "norm.fout.nooit_open");
    CHECK(closed.add_working_days(day("2026-06-01"), 1).error().key == "norm.fout.nooit_open");
    CHECK(closed.next_opening(at("2026-06-01 10:00")).error().key == "norm.fout.nooit_open");
    CHECK(closed.next_working_day(day("2026-06-01")).error().key == "norm.fout.nooit_open");
    CHECK(closed.subtract_working_time(at("2026-06-01 10:00"), minutes(1)).error().key == "norm.fout.nooit_open");
    CHECK(closed.working_time_between(at("2026-06-01 10:00"), at("2026-06-09 10:00")).value() == seconds(0));
}

TEST_CASE("what lies beyond the years of the calendar is a failure") {
    const ServiceCalendar year = compiled(office_hours(), {2026, 2026});
    CHECK(year.add_working_time(at("2026-12-31 16:30"), minutes(60)).error().key == "norm.fout.buiten_kalender");
    CHECK(year.add_working_time(at("2027-01-01 00:00"), minutes(1)).error().key == "norm.fout.buiten_kalender");
    CHECK(year.add_working_time(at("2025-12-31 23:59:59"), minutes(1)).error().key == "norm.fout.buiten_kalender");
    CHECK(year.add_working_days(day("2026-12-24"), 9).error().key == "norm.fout.buiten_kalender");
    CHECK(year.subtract_working_time(at("2026-01-02 09:30"), minutes(60)).error().key == "norm.fout.buiten_kalender");
    CHECK(year.next_opening(at("2026-12-31 17:00")).error().key == "norm.fout.buiten_kalender");
    CHECK_FALSE(year.add_working_time(at("2026-06-01 10:00"), seconds(-1)));
    CHECK_FALSE(year.add_working_days(day("2026-06-01"), 0));
    for (const YearRange bad : {YearRange{2027, 2026}, YearRange{1899, 1950}, YearRange{2000, 2191}, YearRange{1950, 2100}})
        CHECK_FALSE(ServiceCalendar::compile(office_hours(), bad));
}

TEST_CASE("hours that make no sense are refused by field") {
    struct Row {
        std::vector<TimeRange> ranges;
        const char* key;
    };
    for (const Row& row : {Row{{{600, 600}}, "norm.fout.sluit_voor_opening"}, Row{{{600, 540}}, "norm.fout.sluit_voor_opening"},
                           Row{{{540, 720}, {700, 800}}, "norm.fout.tijden_overlappen"}, Row{{{-1, 60}}, "norm.fout.tijd_buiten_dag"},
                           Row{{{1440, 1500}}, "norm.fout.tijd_buiten_dag"}, Row{{{600, 2041}}, "norm.fout.tijd_buiten_dag"},
                           Row{std::vector<TimeRange>(7, {0, 1}), "norm.fout.te_veel_tijden"}}) {
        OpeningHours hours;
        hours.week[2] = row.ranges;
        const auto refused = validate(hours);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields == std::vector<FieldError>{{"week.2", row.key, refused.error().fields[0].args}});
    }
    OpeningHours twice;
    twice.sluitingsdagen = {{day("2026-06-03"), "a"}, {day("2026-06-03"), std::string(201, 'b')}};
    CHECK(validate(twice).error().fields.size() == 2);
}

TEST_CASE("midnights and days of the calendar are those of the zone") {
    const ServiceCalendar office = compiled(office_hours());
    for (const char* moment : {"2026-03-29 00:00", "2026-03-29 23:59:59", "2026-10-25 00:00", "2026-10-25 23:59:59", "2026-06-01 00:00",
                               "2026-05-31 23:59:59", "2020-01-01 00:00", "2035-12-31 23:59:59"}) {
        CAPTURE(moment);
        CHECK(office.day_of(at(moment)) == dichtbij::day_of(at(moment)));
    }
    CHECK(civil(office.end_of(day("2026-10-25"))) == "2026-10-25 23:59:59");
    CHECK(office.end_of(day("2050-01-01")) == end_of(day("2050-01-01")));
}

}  // namespace dichtbij::norm::service_calendar_test
