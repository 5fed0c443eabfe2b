#include "norm/uren_desk.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace dichtbij::norm::uren_desk_test {
namespace {

using Ranges = std::vector<TimeRange>;

}  // namespace

TEST_CASE("opening hours are read in the ways people write them") {
    const Ranges split{{510, 750}, {810, 1020}};
    struct Row {
        const char* typed;
        Ranges ranges;
    };
    for (const Row& row : {Row{"8.30-12.30, 13.30-17.00", split},
                           {"08:30 - 12:30;13:30 - 17:00", split},
                           {"8.30 tot 12.30 uur en 13.30 tot 17 uur", split},
                           {"8.30–12.30\n13.30—17", split},
                           {" 9-17 ", {{540, 1020}}},
                           {"0.00-24.00", {{0, 1440}}},
                           {"22.00-26.00", {{1320, 1560}}},
                           {"", {}},
                           {"  ", {}},
                           {"-", {}},
                           {"Dicht", {}},
                           {"closed", {}}}) {
        CAPTURE(row.typed);
        const auto read = parse_hours(row.typed, "week.0");
        REQUIRE(read.has_value());
        CHECK(*read == row.ranges);
    }
}

TEST_CASE("what is no opening hour is refused with the words that could not be read, or what is wrong") {
    struct Row {
        const char* typed;
        const char* key;
        const char* shown;
    };
    for (const Row& row : {Row{"ochtend", "norm.scherm.fout.tijd", "ochtend"},
                           {"van Acht tot vijf", "norm.scherm.fout.tijd", "van Acht tot vijf"},
                           {"8.30", "norm.scherm.fout.tijd", "8.30"},
                           {"8.30-", "norm.scherm.fout.tijd", "8.30-"},
                           {"8.30-12.30-13", "norm.scherm.fout.tijd", "8.30-12.30-13"},
                           {"8.30-12.75", "norm.scherm.fout.tijd", "8.30-12.75"},
                           {"8.3-12", "norm.scherm.fout.tijd", "8.3-12"},
                           {"8-99", "norm.scherm.fout.tijd", "8-99"},
                           {"8-12,", "norm.scherm.fout.tijd", ","},
                           {"8-12 13-17", "norm.scherm.fout.tijd", "8-12 13-17"},
                           {"17.00-8.30", "norm.fout.sluit_voor_opening", nullptr},
                           {"12-12", "norm.fout.sluit_voor_opening", nullptr},
                           {"25-26", "norm.fout.tijd_buiten_dag", nullptr},
                           {"13-17, 8-12", "norm.fout.tijden_overlappen", nullptr},
                           {"1-2,3-4,5-6,7-8,9-10,11-12,13-14", "norm.fout.te_veel_tijden", "6"}}) {
        CAPTURE(row.typed);
        const auto read = parse_hours(row.typed, "week.3");
        REQUIRE_FALSE(read.has_value());
        const FieldError& error = read.error().fields.front();
        CHECK(error.field == "week.3");
        CHECK(error.key == row.key);
        if (row.shown) CHECK(error.args == std::vector<std::string>{row.shown});
    }
    CHECK(parse_hours(std::string(hours_limit_characters + 1, '8'), "x").error().fields.front().key == "norm.fout.te_lang");
}

TEST_CASE("hours that are written are read back the same") {
    CHECK(rc::check([] {
        Ranges ranges;
        int at = 0;
        for (int n = *rc::gen::inRange(0, ranges_limit_per_day + 1); n > 0; --n) {
            const int van = at + *rc::gen::inRange(0, 120);
            const int tot = van + *rc::gen::inRange(1, 120);
            if (van >= 1440) break;
            ranges.push_back({van, tot});
            at = tot;
        }
        RC_ASSERT(parse_hours(hours_text(ranges), "x") == ranges);
    }));
}

TEST_CASE("any text is read or refused, never more") {
    CHECK(rc::check([](const std::string& typed) {
        const auto read = parse_hours(typed, "x");
        RC_ASSERT(read.has_value() || read.error().reason == Reason::invalid);
    }));
}

}  // namespace dichtbij::norm::uren_desk_test
