// Whose data another system gave.
#include <doctest/doctest.h>

#include "journal/journal.h"
#include "partij/partij_service.h"
#include "store/testing.h"

namespace dichtbij::partij::partij_herkennen_test {
namespace {

using store::testing::fresh_sqlite;

std::vector<store::Migration> schema() {
    std::vector<store::Migration> list(journal::migrations().begin(), journal::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

DigitaalAdres phone(std::string number) {
    DigitaalAdres adres;
    adres.adres = std::move(number);
    return adres;
}

Gegevens person(Contactnaam naam) {
    Gegevens gegevens;
    gegevens.wie = Persoon{std::move(naam), Aanhef::geen, {}};
    return gegevens;
}

// Jan de Vries, born 1984-03-14, at 3999AB 18, on 06 1234 5678, with a BSN.
Gegevens jan() {
    Gegevens gegevens = person({"J.P.", "Jan", "de", "Vries"});
    std::get<Persoon>(gegevens.wie).geboortedatum = Geboortedatum{1984, 3, 14};
    gegevens.bezoekadres.emplace().postcode = "3999AB";
    gegevens.bezoekadres->huisnummer = 18;
    gegevens.digitale_adressen = {phone("06 1234 5678")};
    gegevens.identificatoren = {make_identificator(soort_bsn, "999990019")};
    return gegevens;
}

struct World {
    SimulatedClock clock{*parse_instant("2026-11-22T09:00:00Z")};
    IdSource ids{clock, 7};
    std::vector<store::Migration> migrations = schema();
    std::unique_ptr<store::testing::FreshStore> fresh = fresh_sqlite(migrations);
    store::Store& store = *fresh->store;
    std::unique_ptr<store::testing::FreshStore> log_store = fresh_sqlite(access::access_log_migrations());
    access::AccessLog log{*log_store->store, clock};
    PartijService service{store, clock, ids, log};
    GemeenteId oeverland = ids.make<dichtbij::Gemeente>();
    access::Caller system = access::system_caller("import");

    PartijId make(Gegevens gegevens) { return service.create(system, oeverland, std::move(gegevens)).value(); }
    std::optional<PartijId> recognised(const Gegevens& gegevens, std::optional<GemeenteId> where = {}) {
        const auto found = store.read([&](store::Tx& tx) { return service.recognise(tx, system, where.value_or(oeverland), gegevens); }).value();
        return found ? std::optional(found->id) : std::nullopt;
    }
};

}  // namespace

TEST_CASE("someone is recognised by number, else by an address or date of birth under the same name") {
    World w;
    const PartijId id = w.make(jan());
    struct Row {
        const char* what;
        Gegevens given;
        bool is_jan;
    };
    const auto changed = [](Gegevens base, auto change) {
        change(base);
        return base;
    };
    const auto bare = changed(jan(), [](Gegevens& g) { g.identificatoren.clear(); });
    const Row rows[] = {
        {"BSN, whatever the name", changed(person({"", "Piet", "", "Smit"}), [](Gegevens& g) { g.identificatoren = {make_identificator(soort_bsn, "999990019")}; }), true},
        {"telephone in another notation and the same name", changed(person({"", "Jan", "de", "Vries"}), [](Gegevens& g) { g.digitale_adressen = {phone("+31612345678")}; }), true},
        {"telephone and initials that fit", changed(person({"J.", "", "de", "Vries"}), [](Gegevens& g) { g.digitale_adressen = {phone("0612345678")}; }), true},
        {"telephone and a brother", changed(person({"", "Joost", "de", "Vries"}), [](Gegevens& g) { g.digitale_adressen = {phone("0612345678")}; }), false},
        {"telephone and only a last name", changed(person({"", "", "de", "Vries"}), [](Gegevens& g) { g.digitale_adressen = {phone("0612345678")}; }), false},
        {"telephone without a name", changed(person({}), [](Gegevens& g) { g.digitale_adressen = {phone("0612345678")}; }), false},
        {"telephone and name with another BSN", changed(jan(), [](Gegevens& g) { g.identificatoren = {make_identificator(soort_bsn, "999990020")}; }), false},
        {"telephone and name with another date of birth", changed(bare, [](Gegevens& g) { std::get<Persoon>(g.wie).geboortedatum = Geboortedatum{1990, 1, 1}; }), false},
        {"name, date of birth and address", changed(bare, [](Gegevens& g) { g.digitale_adressen.clear(); }), true},
        {"name and date of birth elsewhere", changed(bare, [](Gegevens& g) { g.digitale_adressen.clear(); g.bezoekadres->huisnummer = 20; }), false},
        {"name alone", person({"", "Jan", "de", "Vries"}), false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(w.recognised(row.given).has_value() == row.is_jan);
    }
    CHECK_FALSE(w.recognised(jan(), w.ids.make<dichtbij::Gemeente>()));
    w.log.flush();
    CHECK(w.log.of_partij(id, {}).regels.empty());
}

TEST_CASE("a company is recognised by its number and by its name with an address") {
    World w;
    Gegevens company;
    company.wie = Organisatie{"Bakkerij Jansen"};
    company.digitale_adressen = {phone("020 123 4567")};
    company.identificatoren = {make_identificator(soort_kvk_nummer, "12345678")};
    const PartijId id = w.make(company);
    company.digitale_adressen.clear();
    CHECK(w.recognised(company) == id);
    Gegevens by_name = person({"", "Bakkerij", "", "Jansen"});
    by_name.digitale_adressen = {phone("0201234567")};
    CHECK(w.recognised(by_name) == id);
}

TEST_CASE("a KvK-nummer of someone with another BSN tells nothing") {
    World w;
    Gegevens owner = jan();
    owner.identificatoren.push_back(make_identificator(soort_kvk_nummer, "12345678"));
    const PartijId id = w.make(owner);
    Gegevens given = person({"", "Piet", "", "Smit"});
    given.identificatoren = {make_identificator(soort_kvk_nummer, "12345678")};
    CHECK(w.recognised(given) == id);
    given.identificatoren.push_back(make_identificator(soort_bsn, "999990020"));
    CHECK_FALSE(w.recognised(given));
}

TEST_CASE("a double is recognised as its survivor, and two who could be it as nobody") {
    World w;
    const PartijId kept = w.make(jan());
    Gegevens second = jan();
    second.identificatoren.clear();
    const PartijId twin = w.make(second);
    CHECK_FALSE(w.recognised(second));
    CHECK(w.service.merge(w.system, {kept, twin}).has_value());
    CHECK(w.recognised(second) == kept);
}

TEST_CASE("a telephone number that many share tells nothing about who it is") {
    World w;
    for (int i = 0; i < 51; ++i) {
        Gegevens one = person({"", "Persoon" + std::to_string(i), "", "Vries"});
        one.digitale_adressen = {phone("0612345678")};
        w.make(one);
    }
    Gegevens given = person({"", "Persoon7", "", "Vries"});
    given.digitale_adressen = {phone("0612345678")};
    CHECK_FALSE(w.recognised(given));
}

TEST_CASE("recognising is for the system") {
    World w;
    access::Caller someone;
    someone.medewerker = w.ids.make<dichtbij::Medewerker>();
    someone.grants.push_back({access::Rol::beheerder, w.oeverland, {}});
    CHECK(w.store.read([&](store::Tx& tx) { return w.service.recognise(tx, someone, w.oeverland, jan()); }).error().reason == Reason::forbidden);
}

}  // namespace dichtbij::partij::partij_herkennen_test
