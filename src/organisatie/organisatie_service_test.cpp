#include "organisatie/organisatie_service.h"

#include <doctest/doctest.h>

#include "organisatie/testing.h"
#include "support/stores.h"

namespace dichtbij::organisatie::organisatie_service_test {
namespace {

const Day monday = make_day(2026, 11, 23);

struct World {
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};

    template <class F>
    void in_each_store(F test) {
        for (const auto& fresh : fresh_stores(testing::schema())) {
            CAPTURE(fresh->name);
            fresh->store->write([&](store::Tx& tx) {
                const auto v = testing::build(tx, ids);
                test(tx, v);
            });
        }
    }
    void absent(store::Tx& tx, Id<dichtbij::Medewerker> who, std::optional<Id<dichtbij::Medewerker>> vervanger = {}) {
        add(tx, Afwezigheid{ids.next(), who, monday, monday + days(5), "verlof", vervanger});
    }
    void standing(store::Tx& tx, Id<dichtbij::Medewerker> who, Id<dichtbij::Medewerker> vervanger) {
        add(tx, Vervanging{ids.next(), who, vervanger, monday - days(30), std::nullopt});
    }
};

}  // namespace

TEST_CASE("who is present acts for himself, whoever is named as his substitute") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.standing(tx, v.tom, v.priya);
        CHECK(acting_for(tx, v.tom, monday) == v.tom);
        CHECK(substitutes_for(tx, v.priya, monday).empty());
    });
}

TEST_CASE("the standing substitute acts for who is absent, and on the day of return no more") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.standing(tx, v.tom, v.priya);
        world.absent(tx, v.tom);
        CHECK(acting_for(tx, v.tom, monday - days(1)) == v.tom);
        CHECK(acting_for(tx, v.tom, monday) == v.priya);
        CHECK(acting_for(tx, v.tom, monday + days(4)) == v.priya);
        CHECK(acting_for(tx, v.tom, monday + days(5)) == v.tom);
        CHECK(substitutes_for(tx, v.priya, monday) == std::vector{v.tom});
    });
}

TEST_CASE("the substitute named at an absence goes before the standing one") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.standing(tx, v.tom, v.priya);
        world.absent(tx, v.tom, v.sanne);
        CHECK(acting_for(tx, v.tom, monday) == v.sanne);
    });
}

TEST_CASE("a substitute who is absent passes it on to his own") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.absent(tx, v.tom, v.priya);
        world.absent(tx, v.priya, v.ilse);
        CHECK(acting_for(tx, v.tom, monday) == v.ilse);
        CHECK(substitutes_for(tx, v.ilse, monday).size() == 2);
    });
}

TEST_CASE("a circle of substitutes ends at the team lead") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.absent(tx, v.tom, v.priya);
        world.absent(tx, v.priya, v.tom);
        CHECK(acting_for(tx, v.tom, monday) == v.sanne);
        CHECK(acting_for(tx, v.priya, monday) == v.sanne);
    });
}

TEST_CASE("a circle through the lead himself leaves the work with its owner") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.absent(tx, v.tom, v.sanne);
        world.absent(tx, v.sanne, v.tom);
        CHECK(acting_for(tx, v.tom, monday) == v.tom);
        CHECK(acting_for(tx, v.sanne, monday) == v.sanne);
        CHECK(lead_of(tx, v.kcc, monday) == v.sanne);
    });
}

TEST_CASE("who is absent without any substitute keeps his work") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        world.absent(tx, v.tom);
        CHECK(acting_for(tx, v.tom, monday) == v.tom);
    });
}

TEST_CASE("the lead's substitute leads while the lead is absent") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        CHECK(lead_of(tx, v.kcc, monday) == v.sanne);
        world.absent(tx, v.sanne, v.tom);
        CHECK(lead_of(tx, v.kcc, monday) == v.tom);
    });
}

TEST_CASE("the manager is one who is there, then his substitute, then the lead of the KCC") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        CHECK(manager_of(tx, v.oeverland, monday) == v.sanne);
        add_manager(tx, v.oeverland, v.marleen);
        CHECK(manager_of(tx, v.oeverland, monday) == v.marleen);
        world.absent(tx, v.marleen, v.ilse);
        CHECK(manager_of(tx, v.oeverland, monday) == v.ilse);
        add_manager(tx, v.oeverland, v.ruben);
        CHECK(manager_of(tx, v.oeverland, monday) == v.ruben);
    });
}

TEST_CASE("available is in service, not absent and on a working day of his own") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        CHECK(is_available(tx, v.tom, monday));
        CHECK_FALSE(is_available(tx, v.tom, monday + days(5)));  // Saturday
        CHECK(is_in_service(tx, v.tom, monday + days(5)));
        world.absent(tx, v.tom);
        CHECK_FALSE(is_available(tx, v.tom, monday));
        CHECK_FALSE(is_in_service(tx, Id<dichtbij::Medewerker>{}, monday));
    });
}

TEST_CASE("teams, members and subjects come by gemeente and by name") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        CHECK(gemeente_by_code(tx, "heidedal")->id == v.heidedal);
        CHECK_FALSE(gemeente_by_code(tx, "nergens").has_value());
        CHECK(gemeente(tx, Id<dichtbij::Gemeente>{}).error().reason == Reason::not_found);
        CHECK(gemeenten(tx).front().naam == "Heidedal");
        CHECK(teams_of_gemeente(tx, v.heidedal).size() == 2);
        CHECK(teams_of_gemeente(tx, v.oeverland).front().naam == "KCC");
        const auto people = members(tx, v.vergunningen);
        REQUIRE(people.size() == 3);
        CHECK(people[0].naam == "Ilse van den Brink");
        CHECK(onderwerpen(tx, v.oeverland).size() == 2);
        CHECK(onderwerp(tx, v.bomen)->product == v.kapvergunning);
        CHECK(naam_of(tx, v.marleen) == "Marleen Köster");
    });
}

}  // namespace dichtbij::organisatie::organisatie_service_test
