#include "norm/waarschuwing.h"

#include <doctest/doctest.h>

#include "norm/norm_test_calendars.h"

namespace dichtbij::norm::waarschuwing_test {
namespace {

using namespace testing;

Waarschuwing warned(const char* intake, const char* promised, Toezeggingsoort soort = Toezeggingsoort::dagen) {
    return warning_of({at(intake), at(promised), soort}, compiled(office_hours())).value();
}

}  // namespace

TEST_CASE("the owner of a promise of five working days or more is warned two working days before") {
    struct Row {
        const char* intake;
        const char* promised;
        const char* warned;
        const char* in_time_until;
    };
    for (const Row& row : {
             Row{"2026-06-01 10:00", "2026-06-12 17:00", "2026-06-10 09:00", "2026-06-10 17:00"},
             Row{"2026-06-01 10:00", "2026-06-08 17:00", "2026-06-04 09:00", "2026-06-04 17:00"},  // five exactly
             Row{"2026-03-25 10:00", "2026-04-07 17:00", "2026-04-01 09:00", "2026-04-01 17:00"},  // over Easter
             Row{"2026-06-01 10:00", "2026-06-13 23:59:59", "2026-06-10 09:00", "2026-06-10 17:00"},  // ends on Saturday
         }) {
        CAPTURE(row.promised);
        CHECK(civil(warned(row.intake, row.promised).op) == row.warned);
        CHECK(civil(warned(row.intake, row.promised).tijdig_tot_op) == row.in_time_until);
    }
}

TEST_CASE("a promise shorter than five working days is warned of when half of its opening time has passed") {
    CHECK(civil(warned("2026-06-03 10:00", "2026-06-05 17:00").op) == "2026-06-04 13:30");
    CHECK(civil(warned("2026-06-05 18:00", "2026-06-08 17:00").op) == "2026-06-08 13:00");
    CHECK(civil(warned("2026-06-01 09:00", "2026-06-05 17:00").op) == "2026-06-03 13:00");  // four working days
}

TEST_CASE("a promise in hours is warned of when a quarter of its opening time is left") {
    CHECK(civil(warned("2026-06-03 10:00", "2026-06-03 12:00", Toezeggingsoort::uren).op) == "2026-06-03 11:30");
    CHECK(civil(warned("2026-06-03 16:00", "2026-06-04 10:00", Toezeggingsoort::uren).op) == "2026-06-04 09:30");
    // The quarter begins with the opening: not at the closing before it.
    CHECK(civil(warned("2026-06-03 14:00", "2026-06-04 10:00", Toezeggingsoort::uren).op) == "2026-06-04 09:00");
}

TEST_CASE("a warning never comes before the intake, and only inside opening hours") {
    const ServiceCalendar calendar = compiled(office_hours());
    for (const char* intake : {"2026-06-05 16:59", "2026-06-05 22:00", "2026-06-06 12:00", "2026-04-03 10:00"})
        for (const int hours_later : {1, 5, 30, 60, 100, 400})
            for (const auto soort : {Toezeggingsoort::uren, Toezeggingsoort::dagen}) {
                CAPTURE(intake);
                CAPTURE(hours_later);
                const auto warning = warning_of({at(intake), at(intake) + hours(hours_later), soort}, calendar).value();
                CHECK(warning.op >= at(intake));
                CHECK(warning.tijdig_tot_op >= warning.op);
                CHECK((calendar.is_open(warning.op).value() || calendar.is_open(warning.op - seconds(1)).value()));
            }
}

TEST_CASE("a promise is in hours or in days as its term is") {
    CHECK(promise_kind(WorkingTime{minutes(60)}) == Toezeggingsoort::uren);
    CHECK(promise_kind(ClockTime{minutes(5)}) == Toezeggingsoort::uren);
    CHECK(promise_kind(WorkingDays{1}) == Toezeggingsoort::dagen);
    CHECK(promise_kind(LegalTerm{{6, Termijneenheid::weken}}) == Toezeggingsoort::dagen);
}

}  // namespace dichtbij::norm::waarschuwing_test
