#include "access/bewaring.h"

#include <doctest/doctest.h>

#include "access/access_log.h"
#include "access/testing.h"
#include "base/bug.h"
#include "support/stores.h"

namespace dichtbij::access::bewaring_test {
namespace {

using testing::moment;
using testing::oeverland;
using testing::test_id;

std::vector<store::Migration> all_of_access() {
    std::vector<store::Migration> all(migrations().begin(), migrations().end());
    all.insert(all.end(), access_log_migrations().begin(), access_log_migrations().end());
    return all;
}

std::int64_t count(store::Store& store, std::string_view table) {
    return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + std::string(table)); });
}

BewaarRegel rule(std::string code, std::vector<std::string> tables) {
    return {std::move(code), std::move(tables), "proef", 1, Volgt{"iets"}};
}

}  // namespace

TEST_CASE("every table with personal data must have a rule, and every table must say what it holds") {
    const store::Migration schema[] = {
        {"a.1", 1,
         "-- persoonsgegevens: twee jaar\ncreate table persoon (\n    id $id\n) $strict;\ncreate index x on persoon (id);\n"
         "-- geen persoonsgegevens\ncreate table norm (id $id) $strict;\n"},
        {"a.2", 1,
         "create table vergeten (id $id) $strict;\n\n-- persoonsgegevens: zoals persoon\ncreate table adres (id $id) $strict"}};
    const auto fresh = fresh_sqlite(migrations());
    Bewaring bewaring(*fresh->store);
    CHECK(bewaring.problems(schema) == std::vector<std::string>{"table vergeten does not say whether it holds personal data",
                                                                "table adres holds personal data and has no retention rule",
                                                                "table persoon holds personal data and has no retention rule"});
    bewaring.add(rule("persoon", {"persoon", "adres", "weg"}));
    CHECK(bewaring.problems(schema) == std::vector<std::string>{"table vergeten does not say whether it holds personal data",
                                                                "retention rule persoon names table weg, which is not there"});
    CHECK_THROWS_AS(bewaring.add(rule("persoon", {"x"})), Bug);
}

TEST_CASE("the tables of access itself all have a rule") {
    const auto fresh = fresh_sqlite(all_of_access());
    const SimulatedClock clock(moment);
    AccessLog log(*fresh->store, clock);
    Bewaring bewaring(*fresh->store);
    bewaring.add(bewaar_regels(log));
    CHECK(bewaring.problems(all_of_access()).empty());
}

TEST_CASE("sessions, attempts, the access log and accounts go when their time is over, with a record") {
    for (const auto& fresh : fresh_stores(all_of_access())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        AccessLog log(*fresh->store, t.clock);
        Bewaring bewaring(*fresh->store);
        bewaring.add(bewaar_regels(log, 30));
        t.add(1, {{Rol::kcc_medewerker, oeverland, {}}}, {"wmo"});
        t.add(2, {{Rol::kcc_medewerker, oeverland, {}}});
        t.sign_in_as(2).value();
        CHECK_FALSE(t.sign_in_as(2, "verkeerd"));
        log.record(t.caller(2), {.gemeente = oeverland, .partijen = {test_id<Partij>(1), test_id<Partij>(2)}});
        log.flush();
        REQUIRE(disable_account(t.accounts, system_caller("proef"), test_id<Medewerker>(1)));
        CHECK(bewaring.run(t.clock.now()).empty());

        t.clock.advance(days(40));
        const auto outcome = bewaring.run(t.clock.now());
        CHECK(outcome.size() == 3);
        for (const char* table : {"sessie", "login_poging", "inzage", "inzage_partij"}) {
            CAPTURE(table);
            CHECK(count(*fresh->store, table) == 0);
        }
        CHECK(count(*fresh->store, "account") == 2);
        t.clock.advance(days(365));
        CHECK(bewaring.run(t.clock.now()).size() == 1);
        CHECK(bewaring.run(t.clock.now()).empty());
        CHECK(count(*fresh->store, "account") == 1);
        CHECK(count(*fresh->store, "account_domein") == 0);
        fresh->store->read([](store::Tx& tx) {
            CHECK(was_destroyed(tx, test_id<Medewerker>(1).bytes));
            CHECK_FALSE(was_destroyed(tx, test_id<Medewerker>(2).bytes));
        });
    }
}

TEST_CASE("a rule that has much to destroy does it in small transactions") {
    const auto fresh = fresh_sqlite(migrations());
    int left = 1000;
    int largest = 0;
    Bewaring bewaring(*fresh->store);
    bewaring.add({"proef", {"proef"}, "proef", 1, Vernietig([&](store::Tx&, Instant, int limit) -> std::vector<Vernietigd> {
                      const int now = std::min(left, limit);
                      largest = std::max(largest, now);
                      left -= now;
                      if (now == 0) return {};
                      return {{"proef", std::nullopt, now}};
                  })});
    CHECK(bewaring.run(moment).front().aantal == 1000);
    CHECK(largest <= 200);
    CHECK(count(*fresh->store, "vernietiging") == 5);
}

TEST_CASE("what is destroyed on request leaves a record too") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        fresh->store->write([](store::Tx& tx) {
            record_destruction(tx, {"partij", test_id<Partij>(9).bytes, 1}, "avg_verzoek", moment);
            CHECK(was_destroyed(tx, test_id<Partij>(9).bytes));
        });
    }
}

}  // namespace dichtbij::access::bewaring_test
