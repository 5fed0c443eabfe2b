#include <doctest/doctest.h>

#include "belofte/belofte.h"
#include "norm/opening_hours.h"

namespace dichtbij::belofte::belofte_model_test {
namespace {

const norm::ServiceCalendar& kalender() {
    static const auto calendar = norm::ServiceCalendar::compile(norm::default_opening_hours(), {2015, 2035}).value();
    return calendar;
}

}  // namespace

TEST_CASE("a length is that of the cases that lasted longer than this one did already") {
    const Doorlooptijd tijd({{40, 10}, {10, 10}, {20, 10}, {30, 5}, {30, 5}});
    struct Row {
        int verstreken;
        std::int64_t langer;
        std::optional<int> meestal, ruim;
    };
    for (const Row& row : {Row{0, 40, 20, 40}, Row{10, 30, 30, 40}, Row{25, 20, 30, 40}, Row{30, 10, 40, 40}, Row{39, 10, 40, 40}, Row{40, 0, {}, {}}}) {
        CAPTURE(row.verstreken);
        CHECK(tijd.langer_dan(row.verstreken) == row.langer);
        CHECK(tijd.lengte(row.verstreken, 50) == row.meestal);
        CHECK(tijd.lengte(row.verstreken, 80) == row.ruim);
    }
    CHECK(Doorlooptijd({{5, 9}}).lengte(0, 50) == std::nullopt);
    CHECK(Doorlooptijd().lengte(0, 50) == std::nullopt);
}

TEST_CASE("what is left rests on the status, else on the case type, else on the term") {
    const Doorlooptijd status({{12, 20}}), type({{30, 20}}), none;
    const Geval geval{.verstreken = 10, .verstreken_status = 4, .termijn = 40, .stappen = 4, .gedaan = 1};
    CHECK(raam(geval, status, type) == Raming{8, 8, Grond::status, 20});
    CHECK(raam(geval, none, type) == Raming{20, 20, Grond::zaaktype, 20});
    CHECK(raam(geval, none, none) == Raming{26, 26, Grond::termijn, 0});
    Geval longer = geval;  // than any of the cases with this status
    longer.verstreken_status = 12;
    CHECK(raam(longer, status, type).grond == Grond::zaaktype);
}

TEST_CASE("without history a case that is on its way gives no alarm, and one that lingers in a step does") {
    const Doorlooptijd none;
    CHECK(raam({0, 0, 40, 4, 0}, none, none).meestal == 40);
    CHECK(raam({5, 5, 40, 4, 0}, none, none).meestal == 35);
    CHECK(raam({25, 25, 40, 4, 0}, none, none).meestal == 30);  // three steps of ten days are still to come
    CHECK(raam({90, 90, 40, 4, 3}, none, none).meestal == 1);
    CHECK(raam({1, 1, 0, 0, 0}, none, none).meestal == 1);
    CHECK(raam({1, 1, 40, 4, 9}, none, none).meestal == 9);     // a status its version does not know
}

TEST_CASE("a promise can be kept, is tight, or will not be met") {
    const Raming raming{8, 12, Grond::status, 20};
    CHECK(kans_van(raming, 12) == Kans::haalbaar);
    CHECK(kans_van(raming, 11) == Kans::krap);
    CHECK(kans_van(raming, 8) == Kans::krap);
    CHECK(kans_van(raming, 7) == Kans::niet_haalbaar);
    CHECK(kans_van(raming, 0) == Kans::niet_haalbaar);
}

TEST_CASE("days on which a case was suspended do not count, and each of them only once") {
    const Day monday = make_day(2026, 11, 2);
    const auto between = [&](std::vector<Stilstand> stil) { return werkdagen(kalender(), monday, monday + days(11), std::move(stil)).value(); };
    CHECK(between({}) == 9);
    CHECK(between({{monday + days(1), monday + days(3), {}}}) == 7);
    CHECK(between({{monday + days(1), monday + days(3), {}}, {monday + days(2), monday + days(4), {}}}) == 6);
    CHECK(between({{monday + days(2), monday + days(3), {}}, {monday + days(1), monday + days(4), {}}}) == 6);
    CHECK(between({{monday + days(7), {}, {}}}) == 4);                       // runs on
    CHECK(between({{monday - days(30), monday - days(20), {}}}) == 9);       // long ago
    CHECK(between({{monday - days(30), monday + days(60), {}}}) == 0);
    CHECK(stil_tot({{monday, monday + days(3), monday + days(5)}}) == std::nullopt);
    CHECK(stil_tot({{monday, {}, monday + days(5)}, {monday, {}, monday + days(4)}, {monday, {}, {}}}) == monday + days(5));
}

}  // namespace dichtbij::belofte::belofte_model_test
