// The screens that ask other registers.

#include <doctest/doctest.h>

#include <algorithm>

#include "access/access.h"
#include "opzoek/opzoek_schema_store.h"
#include "opzoek/opzoek_store.h"
#include "organisatie/testing.h"
#include "partij/overname_service.h"
#include "partij/partij_routes.h"
#include "store/testing.h"
#include "support/bureau.h"
#include "support/opzoek.h"

namespace dichtbij::partij::opzoek_desk_test {
namespace {

using dichtbij::testing::Formulier;
using dichtbij::testing::holds;
using dichtbij::testing::location;
using opzoek::Bron;
using opzoek::Schakeling;

struct Kamer {
    Kamer(store::Store& opened, opzoek::Opties opties)
        : store(opened), log(store, clock), partijen(store, clock, ids, log), opzoeken(store, clock, ids, log, {web, web, web}, std::move(opties)), overnames(store, partijen),
          bureau(store, clock, {}) {
        store.write([&](store::Tx& tx) { v = organisatie::testing::build(tx, ids); });
        bureau.caller = organisatie::testing::caller(v.ruben, {{access::Rol::behandelaar, v.oeverland, {}}});
        add_routes(bureau, {store, partijen, nullptr, &opzoeken, &overnames});
        opzoeken.on_bekenden([this](store::Tx& tx, GemeenteId gemeente, const std::string& bsn) { return overnames.bekend(tx, gemeente, soort_bsn, bsn); });
    }
    access::Caller beheerder() const { return organisatie::testing::caller(v.sanne, {{access::Rol::beheerder, v.oeverland, {}}}); }
    std::int64_t partijen_hier() {
        return store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from partij"); });
    }

    SimulatedClock clock{*parse_instant("2026-11-23 10:00")};
    IdSource ids{clock, 7};
    store::Store& store;
    access::AccessLog log;
    PartijService partijen;
    dichtbij::testing::Nepregisters web;
    opzoek::OpzoekService opzoeken;
    OvernameService overnames;
    organisatie::testing::Voorbeeld v;
    dichtbij::testing::Bureau bureau;
};

template <class F>
void in_the_room(F test, opzoek::Opties opties = dichtbij::testing::Nepregisters::opties()) {
    auto schema = organisatie::testing::schema();
    for (const auto list : {access::migrations(), access::access_log_migrations(), opzoek::migrations(), migrations()}) schema.insert(schema.end(), list.begin(), list.end());
    for (const auto& fresh : store::testing::fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Kamer kamer(*fresh->store, opties);
        test(kamer);
    }
}

}  // namespace

TEST_CASE("a person is found with a purpose and taken over, and the next time completed") {
    in_the_room([](Kamer& k) {
        CHECK(holds(k.bureau.look("/personen/nieuw"), "/personen/brp"));
        CHECK(holds(k.bureau.look("/personen/brp?q=999990019"), "value=\"999990019\""));
        const auto without = k.bureau.send("/personen/brp", {{"bsn", "999990019"}});
        CHECK(without.status == 422);
        CHECK(holds(without, "Kies waarvoor"));
        const auto found = k.bureau.send("/personen/brp", {{"bsn", "999990019"}, {"doel", "BZ"}});
        CHECK(found.status == 200);
        CHECK(holds(found, "Fatima El Idrissi"));
        CHECK(holds(found, "Neem over"));
        CHECK(k.partijen_hier() == 0);
        const auto taken = k.bureau.send("/personen/brp/overnemen", {{"bsn", "999990019"}, {"doel", "BZ"}});
        CHECK(taken.status == 303);
        CHECK(k.partijen_hier() == 1);
        const auto again = k.bureau.send("/personen/brp", {{"bsn", "999990019"}, {"doel", "BZ"}});
        CHECK(holds(again, "Vul aan"));
        CHECK(holds(again, "Staat hier al"));
        CHECK(location(k.bureau.send("/personen/brp/overnemen", {{"bsn", "999990019"}, {"doel", "BZ"}})) == location(taken));
        CHECK(k.partijen_hier() == 1);
        k.log.flush();
        const auto known = k.store.read([&](store::Tx& tx) { return k.overnames.bekend(tx, k.v.oeverland, soort_bsn, "999990019"); });
        const auto looks = k.log.of_partij(known.at(0), {}).regels;
        const auto of_brp = std::count_if(looks.begin(), looks.end(), [](const auto& one) { return one.scherm == "brp" && one.doel == "Burgerzaken"; });
        CHECK(of_brp == 3);  // taking over, finding again, completing
    });
}

TEST_CASE("a question that is not whole comes back with what is missing, in both languages") {
    in_the_room([](Kamer& k) {
        for (const Formulier& form : {Formulier{{"doel", "BZ"}}, Formulier{{"doel", "BZ"}, {"bsn", "123"}}, Formulier{{"doel", "BZ"}, {"geslachtsnaam", "Boer"}},
                                      Formulier{{"doel", "BZ"}, {"geslachtsnaam", "Boer"}, {"geboortedatum", "1984"}}, Formulier{{"doel", "BZ"}, {"postcode", "3999AB"}}}) {
            CHECK(k.bureau.send("/personen/brp", form).status == 422);
        }
        CHECK(k.bureau.send("/personen/brp", {{"doel", "BZ"}, {"geslachtsnaam", "Boer"}, {"geboortedatum", "14-3-1984"}}).status == 200);
        CHECK(k.bureau.send("/personen/brp", {{"doel", "BZ"}, {"postcode", "3999 ab"}, {"huisnummer", "18"}, {"toevoeging", "a"}}).status == 200);
        CHECK(k.bureau.send("/personen/handelsregister", {{"naam", "B"}}).status == 422);
        k.bureau.taal = html::Taal::en;
        CHECK(holds(k.bureau.look("/personen/brp"), "What do you need the data for?"));
        CHECK(holds(k.bureau.look("/personen/handelsregister"), "KvK number"));
    });
}

TEST_CASE("a company is found and taken over") {
    in_the_room([](Kamer& k) {
        const auto found = k.bureau.send("/personen/handelsregister", {{"naam", "Bakkerij"}});
        CHECK(holds(found, "Bakkerij Oever"));
        CHECK(k.bureau.send("/personen/handelsregister/overnemen", {{"kvk_nummer", "90001234"}}).status == 303);
        CHECK(k.partijen_hier() == 1);
    });
}

TEST_CASE("the form of a person fills in street and town, and says from where") {
    in_the_room([](Kamer& k) {
        const Formulier typed{{"gemeente", k.v.oeverland.text()}, {"soort", "persoon"}, {"contactnaam.achternaam", "Vonk"}, {"bezoekadres.postcode", "3999 ab"},
                              {"bezoekadres.huisnummer", "18"}, {"zoek_adres", "bezoekadres"}};
        const auto filled = k.bureau.send("/personen/nieuw", typed);
        CHECK(filled.status == 200);
        CHECK(holds(filled, "value=\"Kastanjelaan\""));
        CHECK(holds(filled, "value=\"Vonk\""));
        CHECK(holds(filled, "landelijke adressenlijst"));
        CHECK(k.partijen_hier() == 0);
        k.store.write([](store::Tx& tx) -> Result<Done> {
            opzoek::bewaar(tx, {"3999AB", 18, "", "", "Kerkpad", "Oeverdorp"});
            return Done{};
        });
        CHECK(k.opzoeken.schakel(k.beheerder(), k.v.oeverland, Bron::adressen, Schakeling::uit));
        const auto local = k.bureau.send("/personen/nieuw", typed);
        CHECK(holds(local, "value=\"Kerkpad\""));
        CHECK(holds(local, "eigen adressenlijst"));
        Formulier wrong = typed;
        wrong[3].second = "9";
        CHECK(k.bureau.send("/personen/nieuw", wrong).status == 422);
    });
}

TEST_CASE("a register that is off or not set up has no way in, and a page that is asked anyway says so") {
    in_the_room([](Kamer& k) {
        CHECK(k.opzoeken.schakel(k.beheerder(), k.v.oeverland, Bron::brp, Schakeling::uit));
        CHECK_FALSE(holds(k.bureau.look("/personen/nieuw"), "/personen/brp"));
        CHECK(holds(k.bureau.send("/personen/brp", {{"bsn", "999990019"}, {"doel", "BZ"}}), "opzoeken staat uit"));
    });
    in_the_room(
        [](Kamer& k) {
            const auto page = k.bureau.look("/personen/nieuw");
            CHECK_FALSE(holds(page, "/personen/brp"));
            CHECK_FALSE(holds(page, "/personen/handelsregister"));
            CHECK_FALSE(holds(page, "zoek_adres"));
            CHECK(holds(k.bureau.look("/personen/brp"), "Je kunt hier niet in de BRP zoeken"));
        },
        {});
}

}  // namespace dichtbij::partij::opzoek_desk_test
