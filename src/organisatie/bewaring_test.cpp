#include "organisatie/bewaring.h"

#include <doctest/doctest.h>

#include "access/access.h"
#include "organisatie/medewerker_store.h"
#include "organisatie/testing.h"
#include "support/stores.h"

namespace dichtbij::organisatie::bewaring_test {
namespace {

std::vector<store::Migration> schema() {
    auto all = testing::schema();
    all.insert(all.end(), access::migrations().begin(), access::migrations().end());
    return all;
}

}  // namespace

TEST_CASE("every table of the organisation with personal data is cleared by a rule") {
    const auto fresh = fresh_sqlite(testing::schema());
    access::Bewaring bewaring(*fresh->store);
    bewaring.add(bewaar_regels());
    const std::vector<store::Migration> own(migrations().begin(), migrations().end());
    CHECK(bewaring.problems(own).empty());
}

TEST_CASE("what is over is destroyed after its term, and who left keeps only his name") {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
        IdSource ids{clock, 7};
        const Day today = day_of(clock.now());
        const auto v = fresh->store->write([&](store::Tx& tx) {
            const auto built = testing::build(tx, ids);
            add(tx, Afwezigheid{ids.next(), built.tom, today - days(800), today - days(790), "verlof", {}});
            add(tx, Afwezigheid{ids.next(), built.tom, today - days(20), today - days(10), "ziekte", {}});
            add(tx, Vervanging{ids.next(), built.tom, built.priya, today - days(900), today - days(800)});
            add(tx, Vervanging{ids.next(), built.tom, built.priya, today - days(100), std::nullopt});
            MedewerkerStore(tx).set_presence({built.tom, Staat::pauze, clock.now() - days(3)});
            Medewerker gone;
            gone.id = ids.make<dichtbij::Medewerker>();
            gone.naam = "Wim Weg";
            gone.email = "wim@oeverland.example";
            gone.in_dienst_tot = today - days(100);
            add(tx, gone, built.oeverland);
            return built;
        });
        access::Bewaring bewaring(*fresh->store);
        bewaring.add(bewaar_regels());
        bewaring.run(clock.now());
        fresh->store->read([&](store::Tx& tx) {
            const MedewerkerStore people(tx);
            CHECK(people.absences_until(v.tom, today - days(1000)).size() == 1);
            CHECK(people.substitutions_until(v.tom, today - days(1000)).size() == 1);
            CHECK_FALSE(people.presence_of(v.tom).has_value());
            CHECK_FALSE(medewerker_by_email(tx, "wim@oeverland.example").has_value());
            CHECK(medewerker_by_email(tx, "tom@oeverland.example").has_value());
        });
        bewaring.run(clock.now());
    }
}

}  // namespace dichtbij::organisatie::bewaring_test
