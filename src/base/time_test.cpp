#include "base/time.h"

#include <doctest/doctest.h>

namespace dichtbij::time_test {

TEST_CASE("civil time follows both changes of summer time") {
    struct Row {
        const char* utc;
        const char* day;
        int minute_of_day;
    };
    for (const Row& row : {Row{"2026-03-29T00:59:00Z", "2026-03-29", 119}, Row{"2026-03-29T01:00:00Z", "2026-03-29", 180},
                           Row{"2026-10-25T00:30:00Z", "2026-10-25", 150}, Row{"2026-10-25T01:30:00Z", "2026-10-25", 150},
                           Row{"2026-12-31T23:00:00Z", "2027-01-01", 0}}) {
        CAPTURE(row.utc);
        const LocalTime civil = local_time(*parse_instant(row.utc));
        CHECK(to_iso(std::chrono::floor<days>(civil)) == row.day);
        CHECK((civil - LocalTime(std::chrono::floor<days>(civil))) == minutes(row.minute_of_day));
    }
}

TEST_CASE("a civil time in the missing hour is the moment of the change, in the repeated hour the first") {
    CHECK(to_rfc3339(instant_of(LocalTime(make_day(2026, 3, 29)) + minutes(150))) == "2026-03-29T01:00:00Z");
    CHECK(to_rfc3339(instant_of(LocalTime(make_day(2026, 10, 25)) + minutes(150))) == "2026-10-25T00:30:00Z");
}

TEST_CASE("dates and instants are read strictly") {
    for (const char* bad : {"", "2026-2-01", "2026-02-30", "1799-01-01", "22-11-2026", "2026-11-22x"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_day(bad));
    }
    for (const char* bad : {"2026-11-22", "2026-11-22T24:00:00Z", "2026-11-22T10:00:00+1:00", "2026-11-22T10:00Zz"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_instant(bad));
    }
    CHECK(parse_instant("2026-11-22T10:30:00+01:00") == parse_instant("2026-11-22T09:30:00.250Z"));
    CHECK(parse_instant("2026-11-22 10:30") == parse_instant("2026-11-22T09:30:00Z"));
}

}  // namespace dichtbij::time_test
