#include "norm/term.h"

#include <doctest/doctest.h>

#include "norm/norm_test_calendars.h"

namespace dichtbij::norm::term_test {
namespace {

using namespace testing;

std::string due_at(const Term& term, const char* start) {
    return civil(due(term, at(start), compiled(office_hours())).value().op);
}

}  // namespace

TEST_CASE("five working days, five times 24 hours and five times 8 hours are three different terms") {
    const char* start = "2026-06-03 10:00";  // Wednesday
    CHECK(due_at(WorkingDays{5}, start) == "2026-06-10 17:00");
    CHECK(due_at(ClockTime{minutes(5 * 24 * 60)}, start) == "2026-06-08 10:00");
    CHECK(due_at(WorkingTime{minutes(5 * 8 * 60)}, start) == "2026-06-10 10:00");
    CHECK(due_at(CalendarDays{5}, start) == "2026-06-08 23:59:59");
    CHECK(due_at(LegalTerm{{5, Termijneenheid::dagen}}, start) == "2026-06-08 23:59:59");
}

TEST_CASE("the day of receipt does not count, at whatever hour it was") {
    for (const char* start : {"2026-06-03 00:00", "2026-06-03 08:59:59", "2026-06-03 16:59", "2026-06-03 23:59:59"}) {
        CAPTURE(start);
        CHECK(due_at(WorkingDays{1}, start) == "2026-06-04 17:00");
        CHECK(due_at(CalendarDays{1}, start) == "2026-06-04 23:59:59");
    }
    CHECK(due_at(WorkingDays{1}, "2026-06-06 10:00") == "2026-06-08 17:00");  // received on Saturday
}

TEST_CASE("an acknowledgement within five minutes runs at any hour, also through a change of summer time") {
    const Term acknowledgement = ClockTime{minutes(5)};
    CHECK(due_at(acknowledgement, "2026-12-25 23:58") == "2026-12-26 00:03");
    CHECK(due_at(acknowledgement, "2026-03-29 01:58") == "2026-03-29 03:03");
    CHECK(due(acknowledgement, *parse_instant("2026-10-25T00:58:00Z"), compiled(office_hours()))->op ==
          *parse_instant("2026-10-25T01:03:00Z"));
}

TEST_CASE("a legal term ends with the last second of its last day, whatever the gemeente is closed") {
    OpeningHours hours = office_hours();
    hours.sluitingsdagen = {{day("2026-04-07"), "dag na Pasen"}};
    const ServiceCalendar calendar = compiled(hours);
    CHECK(civil(due(LegalTerm{{8, Termijneenheid::weken}}, at("2026-02-09 16:00"), calendar)->op) == "2026-04-07 23:59:59");
    CHECK(civil(due(WorkingDays{2}, at("2026-04-02 10:00"), calendar)->op) == "2026-04-09 17:00");
}

TEST_CASE("a due date comes with the days that were skipped and why") {
    const Due easter_due = due(WorkingDays{2}, at("2026-04-02 10:00"), compiled(office_hours())).value();
    std::string lines;
    for (const Step& step : easter_due.explanation) lines += plain(step) + "\n";
    CHECK(lines ==
          "norm.uitleg.ontvangst_telt_niet|2026-04-02\n"
          "norm.uitleg.dag_gesloten|2026-04-03|norm.dag.goede_vrijdag\n"
          "norm.uitleg.dag_gesloten|2026-04-06|norm.dag.tweede_paasdag\n"
          "norm.uitleg.werkdagen|2|2026-04-08|2026-04-08T15:00:00Z\n");
    const auto hours = due(WorkingTime{minutes(120)}, at("2026-06-05 18:00"), compiled(office_hours())).value();
    REQUIRE(hours.explanation.size() == 2);
    CHECK(plain(hours.explanation[0]) == "norm.uitleg.begint_bij_opening|2026-06-08T07:00:00Z");
    CHECK(plain(hours.explanation[1]) == "norm.uitleg.werktijd|120|2026-06-08T09:00:00Z");
}

TEST_CASE("a term of nothing, less than nothing or too much is refused") {
    const ServiceCalendar calendar = compiled(office_hours());
    for (const Term& bad : {Term{WorkingTime{minutes(0)}}, Term{ClockTime{minutes(-5)}}, Term{WorkingDays{0}}, Term{CalendarDays{99999}},
                            Term{LegalTerm{{0, Termijneenheid::weken}}}, Term{LegalTerm{{48, Termijneenheid::uren}}}}) {
        CAPTURE(bad.index());
        CHECK_FALSE(due(bad, at("2026-06-03 10:00"), calendar));
    }
}

}  // namespace dichtbij::norm::term_test
