#include "bericht/zendplan.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace dichtbij::bericht::zendplan_test {
namespace {

Instant at(std::string_view civil) { return *parse_instant(civil); }

Uuid number(int n) {
    Uuid made{};
    made[14] = static_cast<std::uint8_t>(n >> 8);
    made[15] = static_cast<std::uint8_t>(n);
    return made;
}

const Stilte shipped;
const Stilte geen{0, 0, 0};

// Also quiet hours inside the day, and in the hours that summer time leaves out or repeats.
Stilte any_stilte() {
    const int minutes_van = *rc::gen::element(0, 60, 90, 120, 150, 180, 720, 1200, 1439);
    const int minutes_tot = *rc::gen::element(0, 60, 119, 120, 150, 179, 180, 480, 800);
    return {minutes_van, minutes_tot, *rc::gen::inRange(0, 127)};
}

// Around both changes of summer time of 2026, or anywhere in the year.
Instant any_moment() {
    const Instant begin = *rc::gen::element(at("2026-01-01 00:00"), at("2026-03-28 12:00"), at("2026-10-24 12:00"));
    return begin + seconds(*rc::gen::inRange(0, 2 * 86400));
}

struct Geval {
    std::vector<Wachtend> wachtend;
    std::optional<Instant> laatste;
    Stilte stilte;
    Instant now;
};

Geval any_geval() {
    Geval geval;
    geval.stilte = any_stilte();
    geval.now = any_moment();
    const int count = *rc::gen::inRange(0, 12);
    Instant ontstaan = geval.now - seconds(*rc::gen::inRange(0, 7200));
    for (int i = 0; i < count; ++i) {
        ontstaan += seconds(*rc::gen::element(0, 1, 30, 600, 3600));
        geval.wachtend.push_back({number(i), ontstaan, ontstaan + seconds(*rc::gen::element(0, 65, 119, 121, 7200, 90000)), *rc::gen::inRange(0, 5) == 0});
    }
    if (*rc::gen::inRange(0, 2) == 0) geval.laatste = geval.now - seconds(*rc::gen::inRange(0, 7200));
    return geval;
}

const Wachtend& with_id(const Geval& geval, const Uuid& id) {
    return *std::find_if(geval.wachtend.begin(), geval.wachtend.end(), [&](const Wachtend& one) { return one.id == id; });
}

std::vector<Vertrek> plan_of(const Geval& geval) { return zendplan(geval.wachtend, geval.laatste, geval.stilte, geval.now); }

}  // namespace

TEST_CASE("the first moment after the quiet hours") {
    struct Row { const char* from; const char* to; };
    for (const Row& row : std::initializer_list<Row>{{"2026-11-23 10:00", "2026-11-23 10:00"},    // Monday in the day
                                                     {"2026-11-23 20:00", "2026-11-24 08:00"},    // the evening
                                                     {"2026-11-23 07:59", "2026-11-23 08:00"},    // early
                                                     {"2026-11-21 20:30", "2026-11-23 08:00"},    // Saturday evening: over Sunday
                                                     {"2026-11-22 12:00", "2026-11-23 08:00"},    // Sunday
                                                     {"2026-03-28 23:00", "2026-03-30 08:00"},    // over the change of March
                                                     {"2026-10-24 23:00", "2026-10-26 08:00"}}) { // and of October
        CAPTURE(row.from);
        CHECK(eerste_luid(shipped, at(row.from)) == at(row.to));
    }
    CHECK(eerste_luid(geen, at("2026-11-22 03:00")) == at("2026-11-22 03:00"));
    CHECK(problems(Stilte{0, 0, 127}).size() == 1);
    CHECK(problems(Stilte{-1, 1440, 0}).size() == 2);
}

TEST_CASE("quiet until half past two waits for the second one when the clock goes back") {
    const Stilte nacht{0, 150, 0};
    const Instant first = at("2026-10-25T02:10:00+02:00"), second = at("2026-10-25T02:10:00+01:00");
    CHECK(eerste_luid(nacht, first) == at("2026-10-25T02:30:00+02:00"));
    CHECK(eerste_luid(nacht, second) == at("2026-10-25T02:30:00+01:00"));
    // In March half past two is not there: three o'clock is the moment.
    CHECK(eerste_luid(nacht, at("2026-03-29 01:59")) == at("2026-03-29T03:00:00+02:00"));
}

TEST_CASE("several messages within an hour go together, the first at once") {
    const Instant ten = at("2026-11-23 10:00");
    const std::vector<Wachtend> wachtend{{number(1), ten, ten, false}, {number(2), ten + minutes(10), ten + minutes(10), false}, {number(3), ten + minutes(20), ten + minutes(20), false}};
    const auto plan = zendplan(wachtend, {}, shipped, ten);
    REQUIRE(plan.size() == 2);
    CHECK(plan[0] == Vertrek{ten, {number(1)}, false});
    CHECK(plan[1] == Vertrek{ten + hours(1), {number(2), number(3)}, false});
}

TEST_CASE("a message waits for the minute of an older one, so that they keep their order") {
    const Instant ten = at("2026-11-23 10:00");
    const auto plan = zendplan(std::vector<Wachtend>{{number(1), ten, ten + seconds(65), false}, {number(2), ten + seconds(1), ten + seconds(1), false}}, {}, shipped, ten);
    REQUIRE(plan.size() == 1);
    CHECK(plan[0] == Vertrek{ten + seconds(65), {number(1), number(2)}, false});
}

TEST_CASE("an urgent message goes at night, alone, and does not use the hour") {
    const Instant night = at("2026-11-23 23:00");
    const auto plan = zendplan(std::vector<Wachtend>{{number(1), night, night, true}, {number(2), night, night, false}}, {}, shipped, night);
    REQUIRE(plan.size() == 2);
    CHECK(plan[0] == Vertrek{night, {number(1)}, true});
    CHECK(plan[1] == Vertrek{at("2026-11-24 08:00"), {number(2)}, false});
}

TEST_CASE("property: nothing is lost, doubled or early") {
    CHECK(rc::check([] {
        const Geval geval = any_geval();
        std::set<Uuid> left;
        for (const Vertrek& vertrek : plan_of(geval))
            for (const Uuid& id : vertrek.berichten) {
                RC_ASSERT(left.insert(id).second);
                RC_ASSERT(vertrek.op >= with_id(geval, id).niet_voor_op);
                RC_ASSERT(vertrek.op >= geval.now);
            }
        RC_ASSERT(left.size() == geval.wachtend.size());
    }));
}

TEST_CASE("property: what is not urgent goes at most once an hour and never in quiet hours") {
    CHECK(rc::check([] {
        const Geval geval = any_geval();
        std::optional<Instant> before = geval.laatste;
        for (const Vertrek& vertrek : plan_of(geval)) {
            if (vertrek.spoed) {
                RC_ASSERT(vertrek.berichten.size() == 1);
                continue;
            }
            RC_ASSERT(!is_stil(geval.stilte, local_time(vertrek.op)));
            if (before) RC_ASSERT(vertrek.op - *before >= bundel_termijn);
            before = vertrek.op;
        }
    }));
}

TEST_CASE("property: messages keep the order in which they were written, unless the older may go much later") {
    CHECK(rc::check([] {
        const Geval geval = any_geval();
        const auto plan = plan_of(geval);
        const auto leaves = [&](const Wachtend& one) {
            return *std::find_if(plan.begin(), plan.end(), [&](const Vertrek& vertrek) { return std::count(vertrek.berichten.begin(), vertrek.berichten.end(), one.id) > 0; });
        };
        for (std::size_t i = 0; i < geval.wachtend.size(); ++i)
            for (std::size_t j = i + 1; j < geval.wachtend.size(); ++j) {
                const Wachtend &older = geval.wachtend[i], &newer = geval.wachtend[j];
                const bool comparable = !older.spoed && !newer.spoed;
                if (!comparable || older.niet_voor_op - newer.niet_voor_op > samen_termijn) continue;
                const auto first_of = [&](const Wachtend& one) { return eerste_luid(geval.stilte, std::max(one.niet_voor_op, geval.now)); };
                if (first_of(older) - first_of(newer) > samen_termijn) continue;  // quiet hours lie between
                const Vertrek a = leaves(older), b = leaves(newer);
                RC_ASSERT(a.op <= b.op);
                if (a.op == b.op) RC_ASSERT(std::find(a.berichten.begin(), a.berichten.end(), older.id) < std::find(a.berichten.begin(), a.berichten.end(), newer.id));
            }
    }));
}

TEST_CASE("property: the first loud moment is loud, not before, and nothing loud lies between") {
    CHECK(rc::check([] {
        const Stilte stilte = any_stilte();
        const Instant from = any_moment();
        const Instant loud = eerste_luid(stilte, from);
        RC_ASSERT(loud >= from);
        RC_ASSERT(!is_stil(stilte, local_time(loud)));
        for (int i = 1; i <= 20; ++i) {
            const Instant between = from + seconds((loud - from).count() * i / 21);
            if (between < loud) RC_ASSERT(is_stil(stilte, local_time(between)));
        }
    }));
}

}  // namespace dichtbij::bericht::zendplan_test
