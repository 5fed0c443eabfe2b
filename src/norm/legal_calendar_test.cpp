#include "norm/legal_calendar.h"

#include <doctest/doctest.h>

#include <string>

namespace dichtbij::norm::legal_calendar_test {
namespace {

std::string reason(const char* day) { return std::string(free_reason(*parse_day(day)).value_or("")); }

}  // namespace

TEST_CASE("Easter falls on the published Sundays") {
    for (const char* sunday : {"1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2025-04-20", "2026-04-05",
                               "2027-03-28", "2028-04-16", "2038-04-25", "2100-03-28"}) {
        CAPTURE(sunday);
        const Day day = *parse_day(sunday);
        CHECK(easter(int(ymd(day).year())) == day);
    }
}

TEST_CASE("the feestdagen of 2026 are those of Termijnenwet art. 3") {
    const auto free = feestdagen(2026);
    std::string list;
    for (const FreeDay& day : free) list += to_iso(day.datum).substr(5) + " ";
    CHECK(list == "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26 ");
}

TEST_CASE("each free day has its reason, and an ordinary day has none") {
    struct Row {
        const char* day;
        const char* key;
    };
    for (const Row& row : {
             Row{"2026-01-01", "norm.dag.nieuwjaarsdag"}, Row{"2026-04-03", "norm.dag.goede_vrijdag"},
             Row{"2026-04-06", "norm.dag.tweede_paasdag"}, Row{"2026-04-27", "norm.dag.koningsdag"},
             Row{"2025-04-26", "norm.dag.koningsdag"}, Row{"2031-04-26", "norm.dag.koningsdag"},
             Row{"2025-04-27", "norm.dag.zondag"}, Row{"2026-05-05", "norm.dag.bevrijdingsdag"},
             Row{"2027-05-05", "norm.dag.bevrijdingsdag"}, Row{"2026-05-14", "norm.dag.hemelvaartsdag"},
             Row{"2026-05-25", "norm.dag.tweede_pinksterdag"}, Row{"2026-12-25", "norm.dag.eerste_kerstdag"},
             Row{"2026-12-26", "norm.dag.tweede_kerstdag"}, Row{"2026-02-14", "norm.dag.zaterdag"},
             Row{"2026-02-15", "norm.dag.zondag"}, Row{"2013-04-30", "norm.dag.koningsdag"},
             Row{"2013-04-26", ""}, Row{"2026-04-02", ""}, Row{"2026-04-07", ""}, Row{"2026-12-31", ""},
             Row{"2026-02-16", ""},  // Carnival moves no legal term
         }) {
        CAPTURE(row.day);
        CHECK(reason(row.day) == row.key);
    }
}

TEST_CASE("Koningsdag of 2025 and 2031 is Saturday 26 April") {
    for (const int year : {2025, 2031}) {
        CAPTURE(year);
        CHECK(feestdagen(year)[3].datum == make_day(year, 4, 26));
        CHECK(feestdagen(year)[3].key == "norm.dag.koningsdag");
        CHECK(weekday_of(make_day(year, 4, 26)) == std::chrono::Saturday);
    }
}

TEST_CASE("days equated by royal decree are free, in the years of the decree only") {
    for (const char* day : {"2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02",
                            "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"}) {
        CAPTURE(day);
        CHECK(reason(day) == "norm.dag.gelijkgesteld");
    }
    CHECK(reason("2025-01-02") == "");
    CHECK(equated_days().size() == 10);
    CHECK(equated_days_known_to() == 2028);
}

TEST_CASE("an end on a free day moves to the first day that is not") {
    struct Row {
        const char* end;
        const char* moved;
    };
    for (const Row& row : {Row{"2026-04-03", "2026-04-07"}, Row{"2026-05-14", "2026-05-18"}, Row{"2026-12-25", "2026-12-28"},
                           Row{"2026-02-14", "2026-02-16"}, Row{"2026-04-27", "2026-04-28"}, Row{"2026-06-03", "2026-06-03"}}) {
        CAPTURE(row.end);
        CHECK(to_iso(shift_end(*parse_day(row.end))) == row.moved);
    }
}

}  // namespace dichtbij::norm::legal_calendar_test
