#include "journal/account_events.h"

#include <doctest/doctest.h>

#include "access/testing.h"
#include "support/stores.h"

namespace dichtbij::journal::account_events_test {

TEST_CASE("who gave which role to whom stands in the journal") {
    std::vector<store::Migration> schema(access::migrations().begin(), access::migrations().end());
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(access::testing::moment);
        access::Accounts accounts(*fresh->store, clock, access::testing::cheap_options(), {append_account_event, {}});
        access::Caller beheerder;
        beheerder.medewerker = access::testing::test_id<Medewerker>(1);
        beheerder.grants = {{access::Rol::beheerder, access::testing::oeverland, {}}};
        const auto nour = access::testing::test_id<Medewerker>(9);
        const access::NewAccount account{.medewerker = nour,
                                         .email = "nour@oeverland.example",
                                         .naam = "Nour",
                                         .grants = {{access::Rol::behandelaar, access::testing::oeverland, {}}}};
        REQUIRE(make_account(accounts, beheerder, account));
        const auto lines =
            fresh->store->read([&](store::Tx& tx) { return timeline_of_object(tx, Object::account, nour.bytes, {}, 10); });
        REQUIRE(lines.size() == 2);
        CHECK(lines[1].gebeurtenis == "account.gemaakt");
        CHECK(lines[0].gebeurtenis == "account.rol_gegeven");
        CHECK(lines[0].kenmerk("rol") == "behandelaar");
        CHECK(lines[0].gemeente == access::testing::oeverland);
        CHECK(lines[0].door == beheerder.medewerker);
        CHECK(lines[0].op == access::testing::moment);
    }
}

}  // namespace dichtbij::journal::account_events_test
