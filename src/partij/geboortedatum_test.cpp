#include "partij/geboortedatum.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace dichtbij::partij::geboortedatum_test {

TEST_CASE("a date of birth is read in every Dutch notation") {
    const Day today = make_day(2026, 11, 22);
    struct Row {
        const char* typed;
        const char* iso;  // empty: no date
    };
    const Row rows[] = {
        {"14-3-1984", "1984-03-14"}, {"14/03/84", "1984-03-14"}, {"14.3.1984", "1984-03-14"}, {"14 maart 1984", "1984-03-14"},
        {"14 mrt '84", "1984-03-14"}, {"14 MAART 1984", "1984-03-14"}, {"14031984", "1984-03-14"}, {"1984-03-14", "1984-03-14"},
        {"19840314", "1984-03-14"}, {"14 3 1984", "1984-03-14"}, {"maart 1984", "1984-03"}, {"3-1984", "1984-03"}, {"1984", "1984"},
        {"1-1-26", "2026-01-01"}, {"23-11-26", "1926-11-23"}, {"1-1-27", "1927-01-01"}, {"29-2-2024", "2024-02-29"}, {"5 okt 2001", "2001-10-05"},
        {"29-2-2023", ""}, {"31-4-1990", ""}, {"0-3-1984", ""}, {"14-13-1984", ""}, {"23-11-2026", ""}, {"14 maa", ""}, {"14-3", ""},
        {"1849", ""}, {"14-3-198", ""}, {"morgen", ""}, {"", ""}, {"14-3-1984-5", ""}, {"123456782", ""}, {"99999999", ""}, {"00000000", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.typed));
        const auto date = parse_geboortedatum(row.typed, today);
        CHECK((date ? to_iso(*date) : std::string()) == std::string(row.iso));
    }
}

TEST_CASE("a written date of birth reads back") {
    rc::check([] {
        const Day today = make_day(2026, 11, 22);
        const Day day = today - days(*rc::gen::inRange(0, 60'000));
        const auto date = ymd(day);
        const Geboortedatum born{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                 static_cast<int>(static_cast<unsigned>(date.day()))};
        RC_ASSERT(parse_geboortedatum(to_iso(born), today) == born);
        RC_ASSERT(Geboortedatum::of_number(born.number()) == born);
    });
}

TEST_CASE("age is only told when the known part of the date decides it") {
    const Day today = make_day(2026, 11, 22);
    CHECK(leeftijd({1984, 3, 14}, today) == 42);
    CHECK(leeftijd({1984, 11, 22}, today) == 42);
    CHECK(leeftijd({1984, 11, 23}, today) == 41);
    CHECK(leeftijd({1984, 12, 0}, today) == 41);
    CHECK_FALSE(leeftijd({1984, 11, 0}, today));
    CHECK_FALSE(leeftijd({1984, 0, 0}, today));
}

}  // namespace dichtbij::partij::geboortedatum_test
