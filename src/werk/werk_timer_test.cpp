#include <doctest/doctest.h>

#include "support/heart.h"

namespace dichtbij::werk::werk_timer_test {
namespace {

using testing::at;
using testing::Heart;
using testing::in_each_heart;

std::vector<Attentiesoort> told(Heart& h, const access::Caller& caller) {
    std::vector<Attentiesoort> soorten;
    for (const auto& regel : h.attenties.list(caller, {}, 50)) soorten.push_back(regel.attentie.soort);
    return soorten;
}

std::int64_t count(const std::vector<Attentiesoort>& soorten, Attentiesoort soort) { return std::count(soorten.begin(), soorten.end(), soort); }

}  // namespace

TEST_CASE("time warns the owner, tells the lead and then the manager, each once") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Werk mine = h.werk.accept(h.ruben(), werk.id, werk.versie).value().werk;
        REQUIRE(mine.waarschuwing_op == at("2026-11-24 13:30"));
        struct Row {
            const char* now;
            int escalatie;
            std::int64_t owner, lead, manager;
        };
        // Monday's promise for Wednesday 17:00: half of its opening time has passed on Tuesday at 13:30.
        for (const Row& row : {Row{"2026-11-24 13:29", 0, 0, 0, 0}, Row{"2026-11-24 13:30", 1, 1, 0, 0}, Row{"2026-11-25 08:29", 1, 1, 0, 0},
                               Row{"2026-11-25 08:30", 2, 1, 1, 0}, Row{"2026-11-25 17:00", 2, 1, 1, 0}, Row{"2026-11-25 17:01", 3, 1, 1, 1},
                               Row{"2026-12-25 17:01", 3, 1, 1, 1}}) {
            CAPTURE(row.now);
            h.set(row.now);
            h.timer.due_work(h.clock.now(), 100);
            CHECK(h.again(werk).escalatie == row.escalatie);
            CHECK(count(told(h, h.ruben()), Attentiesoort::waarschuwing) == row.owner);
            CHECK(count(told(h, h.marleen()), Attentiesoort::geescaleerd) == row.lead);
            CHECK(count(told(h, h.beheerder()), Attentiesoort::geescaleerd) == 0);
            const auto manager = h.someone(h.v.sanne, access::Rol::manager, h.v.kcc, h.v.oeverland);
            CHECK(count(told(h, manager), Attentiesoort::geescaleerd) == row.manager);  // no manager: the lead of the KCC
            CHECK(h.again(werk).versie == mine.versie);
            CHECK(h.timer.due_work(h.clock.now(), 100) == Verwerkt{});
        }
        CHECK(h.toezeggingen(werk.id)[0].gemist_op == at("2026-11-25 17:00"));
        CHECK(h.faults().empty());
    });
}

TEST_CASE("work that nobody accepts within a working day is told to the lead") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Werk given = h.werk.assign(h.marleen(), {werk.id, werk.versie}, h.v.ilse).value().werk;
        h.set("2026-11-24 17:00");
        CHECK(h.timer.due_work(h.clock.now(), 100).aanvaarding_verlopen == 0);
        h.set("2026-11-24 17:01");
        CHECK(h.timer.due_work(h.clock.now(), 100).aanvaarding_verlopen == 1);
        CHECK(count(told(h, h.marleen()), Attentiesoort::aanvaarding_verlopen) == 1);
        CHECK(h.werk.accept(h.ilse(), werk.id, given.versie).has_value());
        CHECK(h.faults().empty());
    });
}

TEST_CASE("who is absent is warned through who acts for him") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(h.werk.accept(h.ruben(), werk.id, werk.versie).has_value());
        const Day monday = make_day(2026, 11, 23);
        h.absent(h.v.ruben, monday + days(1), monday + days(9), h.v.ilse);
        h.set("2026-11-24 14:00");
        h.timer.due_work(h.clock.now(), 100);
        CHECK(count(told(h, h.ilse()), Attentiesoort::waarschuwing) == 1);
        CHECK(told(h, h.ruben()).empty());
        CHECK(h.again(werk).eigenaar == h.v.ruben);
    });
}

TEST_CASE("a planned call is remembered when its moment comes") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Werk mine = h.werk.accept(h.ruben(), werk.id, werk.versie).value().werk;
        h.store.write([&](store::Tx& tx) { return h.werk.plan_reminder(tx, h.ruben(), mine, at("2026-11-23 15:00")); });
        h.set("2026-11-23 14:59");
        CHECK(h.timer.due_work(h.clock.now(), 100).herinnerd == 0);
        h.set("2026-11-23 15:00");
        CHECK(h.timer.due_work(h.clock.now(), 100).herinnerd == 1);
        CHECK(count(told(h, h.ruben()), Attentiesoort::herinnering) == 1);
        CHECK_FALSE(h.again(werk).herinnering_op);
    });
}

TEST_CASE("what was late before it was taken over from another system is late, without telling everybody") {
    in_each_heart([](Heart& h) {
        Opening old = h.question();
        old.op = at("2026-06-01 10:00");
        old.belofte = Belofte{at("2026-06-03 17:00"), Nauwkeurigheid::dag, Herkomst::overgenomen};
        const Werk werk = h.open(old);
        CHECK(h.timer.due_work(h.clock.now(), 100).geescaleerd == 0);
        CHECK(h.toezeggingen(werk.id)[0].gemist_op == at("2026-06-03 17:00"));
        CHECK(h.toezeggingen(werk.id)[0].herkomst == Herkomst::overgenomen);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("the ladder is data: a gemeente may tell the lead at once and nobody else") {
    in_each_heart([](Heart& h) {
        const auto manager = h.someone(h.v.sanne, access::Rol::manager, h.v.kcc, h.v.oeverland);
        CHECK(h.attenties.set_ladder(h.ruben(), h.v.oeverland, {}).error().reason == Reason::forbidden);
        CHECK(h.attenties.set_ladder(manager, h.v.oeverland, {{2, Ontvanger::manager, Anker::belofte, 0}}).error().reason == Reason::invalid);
        CHECK(h.attenties.set_ladder(manager, h.v.oeverland, {{1, Ontvanger::teamleider, Anker::waarschuwing, 0}}).has_value());
        const Werk werk = h.open();
        CHECK(h.werk.accept(h.ruben(), werk.id, werk.versie).has_value());
        h.set("2026-12-10 12:00");
        CHECK(h.timer.due_work(h.clock.now(), 100).geescaleerd == 1);
        CHECK(count(told(h, h.marleen()), Attentiesoort::geescaleerd) == 1);
        CHECK(told(h, h.ruben()).empty());
    });
}

TEST_CASE("who opens a person under a warning is told of to his lead, a lead to the manager") {
    in_each_heart([](Heart& h) {
        const auto fatima = h.ids.make<Partij>();
        h.store.write([&](store::Tx& tx) { h.werk.partij_opened(tx, h.ruben(), h.v.oeverland, fatima); });
        const auto seen = h.attenties.list(h.marleen(), {}, 10);
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].attentie.soort == Attentiesoort::partij_geopend);
        CHECK(seen[0].attentie.partij == fatima);
        CHECK(seen[0].attentie.van == h.v.ruben);
        CHECK_FALSE(seen[0].attentie.werk);
        h.store.write([&](store::Tx& tx) { h.werk.partij_opened(tx, h.marleen(), h.v.oeverland, fatima); });
        const auto manager = h.someone(h.v.sanne, access::Rol::manager, h.v.kcc, h.v.oeverland);
        CHECK(told(h, manager).size() == 1);  // no manager: the lead of the KCC
    });
}

TEST_CASE("due work is taken in portions, and says when there is more") {
    in_each_heart([](Heart& h) {
        for (int i = 0; i < WerkTimer::batch + 10; ++i) h.open();
        h.set("2026-12-10 12:00");
        const Verwerkt first = h.timer.due_work(h.clock.now(), WerkTimer::batch);
        CHECK(first.bekeken == WerkTimer::batch);
        CHECK(first.meer);
        const Verwerkt rest = h.timer.due_work(h.clock.now(), 1000);
        CHECK(rest.bekeken == 10);
        CHECK_FALSE(rest.meer);
        CHECK(h.faults().empty());
    });
}

}  // namespace dichtbij::werk::werk_timer_test
