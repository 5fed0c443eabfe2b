#include "organisatie/routering_service.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "organisatie/testing.h"
#include "support/stores.h"

namespace dichtbij::organisatie::routering_service_test {
namespace {

const Instant now = *parse_instant("2026-11-23T09:00:00Z");  // a Monday

struct World {
    SimulatedClock clock{now};
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
    Routeringsregel regel(const testing::Voorbeeld& v, std::string naam, int volgorde) {
        Routeringsregel r;
        r.id = Id<Routeringsregel>{ids.next()};
        r.gemeente = v.oeverland;
        r.naam = std::move(naam);
        r.volgorde = volgorde;
        r.doel_team = v.kcc;
        return r;
    }
    void absent(store::Tx& tx, Id<dichtbij::Medewerker> who, std::optional<Id<dichtbij::Medewerker>> vervanger = {}) {
        add(tx, Afwezigheid{ids.next(), who, day_of(now), day_of(now) + days(5), "verlof", vervanger});
    }
};

Vraag vraag(Id<dichtbij::Gemeente> gemeente, std::optional<Id<dichtbij::Onderwerp>> onderwerp = {}) {
    Vraag v;
    v.gemeente = gemeente;
    v.kanaal = "telefoon";
    v.onderwerp = onderwerp;
    v.op = now;
    return v;
}

bool explains(const Route& route, std::string_view key) {
    return std::any_of(route.uitleg.begin(), route.uitleg.end(), [&](const std::string& line) { return line.starts_with(key); });
}

std::int64_t journalled(store::Tx& tx, const Routeringsregel& regel) {
    return static_cast<std::int64_t>(
        journal::timeline_of_object(tx, journal::Object::routering, regel.id.bytes, std::nullopt, 50).size());
}

}  // namespace

TEST_CASE("without a row a question goes to the lead of its subject's team, else of the contact centre") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        const auto bomen = route(tx, vraag(v.oeverland, v.bomen));
        CHECK(bomen->team == v.vergunningen);
        CHECK(bomen->eigenaar == v.marleen);
        CHECK(bomen->regel.empty());
        CHECK_FALSE(bomen->is_persoon);
        CHECK(route(tx, vraag(v.oeverland))->team == v.kcc);
        CHECK(route(tx, vraag(v.heidedal, v.bomen))->team == v.kcc);  // a subject of another gemeente
        Vraag product = vraag(v.oeverland);
        product.product = v.kapvergunning;
        CHECK(route(tx, product)->team == v.vergunningen);
        CHECK(route(tx, vraag(Id<dichtbij::Gemeente>{})).error().reason == Reason::not_found);
    });
}

TEST_CASE("a row about a product also takes the questions about a subject of that product") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto row = world.regel(v, "Kap eerst naar KCC", 1);
        row.product = v.kapvergunning;
        RouteringStore(tx).insert(row);
        const auto found = route(tx, vraag(v.oeverland, v.bomen));
        CHECK(found->team == v.kcc);
        CHECK(found->regel == "Kap eerst naar KCC");
    });
}

TEST_CASE("a row that names a person gives the question to him, or to who acts for him") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto row = world.regel(v, "Ruben", 1);
        row.doel_team.reset();
        row.doel_medewerker = v.ruben;
        RouteringStore(tx).insert(row);
        const auto first = route(tx, vraag(v.oeverland));
        CHECK(first->eigenaar == v.ruben);
        CHECK(first->team == v.vergunningen);
        CHECK(first->is_persoon);
        world.absent(tx, v.ruben, v.ilse);
        const auto second = route(tx, vraag(v.oeverland));
        CHECK(second->eigenaar == v.ilse);
        CHECK(explains(*second, "routering.uitleg.persoon_vervanger"));
    });
}

TEST_CASE("a row that asks for a skill chooses who has it, is there and has the least open work") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto row = world.regel(v, "Engels", 1);
        row.taal = "eng";
        row.doel_vaardigheid = "engels";
        RouteringStore(tx).insert(row);
        for (const auto& who : {v.priya, v.tom}) add_skill(tx, who, "Engels");
        Vraag english = vraag(v.oeverland);
        english.taal = "eng";
        CHECK(route(tx, english)->eigenaar == v.priya);  // the first by name
        const Omgeving busy{[&](store::Tx&, Id<dichtbij::Medewerker> who) { return who == v.priya ? 9 : 3; }, {}};
        CHECK(route(tx, english, busy)->eigenaar == v.tom);
        world.absent(tx, v.tom);
        CHECK(route(tx, english, busy)->eigenaar == v.priya);
        world.absent(tx, v.priya);
        const auto nobody = route(tx, english, busy);
        CHECK(nobody->eigenaar == v.sanne);
        CHECK_FALSE(nobody->is_persoon);
        CHECK(explains(*nobody, "routering.uitleg.niemand_beschikbaar"));
    });
}

TEST_CASE("a row that points at a lifted team is noted once, said in the route, and the next row decides") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto broken = world.regel(v, "Naar Vergunningen", 1);
        broken.kanaal = "telefoon";
        broken.doel_team = v.jeugd;  // serves Heidedal only
        auto next = world.regel(v, "Alles", 2);
        const RouteringStore rows(tx);
        rows.insert(broken);
        rows.insert(next);
        CHECK(preview_route(tx, vraag(v.oeverland))->regel == "Alles");
        CHECK(rows.storingen(v.oeverland).empty());
        for (int i = 0; i < 3; ++i) {
            const auto found = route(tx, vraag(v.oeverland));
            CHECK(found->regel == "Alles");
            CHECK(explains(*found, "routering.uitleg.storing\x1fNaar Vergunningen"));
        }
        const auto noted = rows.storingen(v.oeverland);
        REQUIRE(noted.size() == 1);
        CHECK(noted[0].oorzaak == Oorzaak::team_elders);
        CHECK(journalled(tx, broken) == 1);
    });
}

TEST_CASE("a storing that is mended disappears from the list and stays in the journal") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto row = world.regel(v, "Jeugd", 1);
        row.doel_team = v.jeugd;
        const RouteringStore rows(tx);
        rows.insert(row);
        CHECK(route(tx, vraag(v.oeverland)).has_value());
        row.doel_team = v.kcc;
        CHECK(rows.update(row));
        CHECK(route(tx, vraag(v.oeverland))->regel == "Jeugd");
        CHECK(rows.storingen(v.oeverland).empty());
        CHECK(journalled(tx, row) == 2);
    });
}

TEST_CASE("a row about opening hours asks the calendar, and without one it is a storing") {
    World world;
    world.in_each_store([&](store::Tx& tx, const testing::Voorbeeld& v) {
        auto row = world.regel(v, "Na sluitingstijd", 1);
        row.openingstijd = Openingstijd::buiten;
        RouteringStore(tx).insert(row);
        const Omgeving closed{{}, [](store::Tx&, Id<dichtbij::Gemeente>, Instant) { return false; }};
        const Omgeving open{{}, [](store::Tx&, Id<dichtbij::Gemeente>, Instant) { return true; }};
        CHECK(preview_route(tx, vraag(v.oeverland), closed)->regel == "Na sluitingstijd");
        CHECK(preview_route(tx, vraag(v.oeverland), open)->regel.empty());
        CHECK(weigh(tx, vraag(v.oeverland), Omgeving{})->oordelen[0].oorzaken == std::vector{Oorzaak::kalender_ontbreekt});
    });
}

}  // namespace dichtbij::organisatie::routering_service_test
