#include "access/access_log.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "access/testing.h"
#include "support/stores.h"

namespace dichtbij::access::access_log_test {
namespace {

using testing::heidedal;
using testing::moment;
using testing::oeverland;
using testing::test_id;

Caller person(int n, std::vector<Grant> grants) {
    Caller caller;
    caller.medewerker = test_id<Medewerker>(n);
    caller.grants = std::move(grants);
    caller.scherm = "klantbeeld";
    caller.doel = "dienstverlening";
    caller.request_id = "r-" + std::to_string(n);
    return caller;
}

const Caller employee =
    person(3, {{Rol::kcc_medewerker, oeverland, {}}, {Rol::teamleider, oeverland, {}}, {Rol::behandelaar, heidedal, {}}});
const Caller beheerder = person(1, {{Rol::beheerder, oeverland, {}}});

Inzage detail_of(int partij, Id<Gemeente> gemeente = oeverland) {
    return {.gemeente = gemeente, .partijen = {test_id<Partij>(partij)}};
}

class Breakable final : public store::Store {
  public:
    explicit Breakable(store::Store& inner) : inner_(inner) {}
    store::Dialect dialect() const override { return inner_.dialect(); }
    std::atomic<bool> is_broken = false;

  protected:
    void run_write(const Unit& unit) override {
        if (is_broken) throw store::Unavailable("disk full");
        inner_.write([&](store::Tx& tx) { static_cast<void>(unit(tx)); });
    }
    void run_read(const Unit& unit) override {
        inner_.read([&](store::Tx& tx) { static_cast<void>(unit(tx)); });
    }

  private:
    store::Store& inner_;
};

std::size_t rows_in(store::Store& store) {
    return static_cast<std::size_t>(
        store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from inzage"); }));
}

}  // namespace

TEST_CASE("a look at a person is found by person, employee and period, with role and purpose") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        SimulatedClock clock(moment);
        AccessLog log(*fresh->store, clock);
        Inzage look = detail_of(10);
        look.partijen.push_back(test_id<Partij>(11));
        look.partijen.push_back(test_id<Partij>(11));
        look.object_soort = "taak";
        look.object = test_id<Taak>(5).bytes;
        log.record(employee, look);
        log.flush();
        clock.advance(hours(1));
        log.record(employee, {.soort = Inzagesoort::zoekopdracht, .gemeente = oeverland, .zoek = "jansen"});
        log.flush();
        for (const int partij : {10, 11}) {
            const auto found = log.of_partij(test_id<Partij>(partij), {});
            REQUIRE(found.regels.size() == 1);
            const InzageRegel& regel = found.regels.front();
            CHECK(regel.op == moment);
            CHECK(regel.medewerker == employee.medewerker);
            CHECK(regel.rollen == "kcc_medewerker teamleider");
            CHECK(regel.doel == "dienstverlening");
            CHECK(regel.scherm == "klantbeeld");
            CHECK(regel.verzoek == "r-3");
            CHECK(regel.partijen.size() == 2);
            CHECK(regel.object == test_id<Taak>(5).bytes);
        }
        CHECK(log.of_partij(test_id<Partij>(12), {}).regels.empty());
        InzageFilter filter;
        filter.medewerker = employee.medewerker;
        CHECK(log.zoek(beheerder, filter)->regels.size() == 2);
        filter.van = moment + seconds(1);
        CHECK(log.zoek(beheerder, filter)->regels.front().zoek == "jansen");
        filter.van.reset();
        filter.tot = moment;
        CHECK(log.zoek(beheerder, filter)->regels.empty());
    }
}

TEST_CASE("a beheerder sees his gemeenten only, and his own look is logged") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(moment);
        AccessLog log(*fresh->store, clock);
        log.record(employee, detail_of(10, oeverland));
        log.record(employee, detail_of(11, heidedal));
        log.flush();
        const auto seen = log.zoek(beheerder, {});
        REQUIRE(seen);
        REQUIRE(seen->regels.size() == 1);
        CHECK(seen->regels.front().gemeente == oeverland);
        InzageFilter elsewhere;
        elsewhere.gemeente = heidedal;
        CHECK(log.zoek(beheerder, elsewhere).error().reason == Reason::not_found);
        CHECK(log.zoek(employee, {}).error().reason == Reason::forbidden);
        log.flush();
        InzageFilter own;
        own.medewerker = beheerder.medewerker;
        CHECK(log.zoek(beheerder, own)->regels.size() == 1);
    }
}

TEST_CASE("the log is paged by number and nothing is shown twice") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(moment);
        AccessLog log(*fresh->store, clock);
        for (int i = 0; i < 120; ++i) log.record(employee, detail_of(10));
        log.flush();
        std::vector<std::int64_t> numbers;
        std::optional<std::int64_t> before;
        do {
            const auto page = log.of_partij(test_id<Partij>(10), before);
            for (const auto& regel : page.regels) numbers.push_back(regel.nummer);
            before = page.voor;
        } while (before);
        CHECK(numbers.size() == 120);
        CHECK(std::is_sorted(numbers.rbegin(), numbers.rend()));
    }
}

TEST_CASE("what many threads record is all there after a stop") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(moment);
        AccessLog log(*fresh->store, clock);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 1500; ++i) log.record(employee, detail_of(i));
            });
        for (std::thread& thread : threads) thread.join();
        log.stop();
        CHECK(rows_in(*fresh->store) == 6000);
    }
}

TEST_CASE("the system itself leaves no rows") {
    const auto fresh = fresh_sqlite(access_log_migrations());
    const SimulatedClock clock(moment);
    AccessLog log(*fresh->store, clock);
    log.record(system_caller("volger"), detail_of(10));
    log.flush();
    CHECK(rows_in(*fresh->store) == 0);
}

TEST_CASE("a start after a crash says that up to a second may be missing, a start after a clean stop does not") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(moment);
        { const AccessLog clean(*fresh->store, clock, "a"); }
        { const AccessLog clean(*fresh->store, clock, "a"); }
        CHECK(rows_in(*fresh->store) == 0);
        fresh->store->write([](store::Tx& tx) { tx.run("update inzage_stand set schoon = 0"); });
        { const AccessLog other(*fresh->store, clock, "b"); }
        CHECK(rows_in(*fresh->store) == 0);
        AccessLog after_crash(*fresh->store, clock, "a");
        const auto page = after_crash.zoek(beheerder, {});
        REQUIRE(page->regels.size() == 1);
        CHECK(page->regels.front().soort == Inzagesoort::onderbreking);
        CHECK_FALSE(page->regels.front().medewerker);
    }
}

TEST_CASE("rows wait while the store refuses them and are written when it works again") {
    const auto fresh = fresh_sqlite(access_log_migrations());
    const SimulatedClock clock(moment);
    // Start: 2 statements and a commit; the 4th statement is the first of the batch.
    const auto failing = failing_at(*fresh->store, 4);
    AccessLog log(*failing, clock);
    log.record(employee, detail_of(10));
    log.flush();
    CHECK(failing->has_failed());
    CHECK(rows_in(*fresh->store) == 1);
}

TEST_CASE("nobody reads without being logged: a log that cannot be written for long refuses") {
    const auto fresh = fresh_sqlite(access_log_migrations());
    const SimulatedClock clock(moment);
    Breakable store(*fresh->store);
    AccessLog log(store, clock);
    store.is_broken = true;
    CHECK_THROWS_AS(([&] {
                        for (int i = 0; i < 60'000; ++i) log.record(employee, detail_of(i));
                    }()),
                    store::Unavailable);
    store.is_broken = false;
    log.flush();
    CHECK(rows_in(*fresh->store) >= 50'000);
}

TEST_CASE("rows from before a moment are destroyed, a few at a time") {
    for (const auto& fresh : fresh_stores(access_log_migrations())) {
        CAPTURE(fresh->name);
        SimulatedClock clock(moment);
        AccessLog log(*fresh->store, clock);
        Inzage two = detail_of(10);
        two.partijen.push_back(test_id<Partij>(11));
        for (int i = 0; i < 5; ++i) log.record(employee, two);
        log.flush();
        clock.advance(days(10));
        log.record(employee, two);
        log.flush();
        CHECK(log.destroy_before(moment, 10) == 0);
        CHECK(log.destroy_before(moment + days(1), 3) == 3);
        CHECK(log.destroy_before(moment + days(1), 3) == 2);
        CHECK(log.destroy_before(moment + days(1), 3) == 0);
        CHECK(rows_in(*fresh->store) == 1);
        CHECK(fresh->store->read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from inzage_partij"); }) ==
              1);
    }
}

}  // namespace dichtbij::access::access_log_test
