#include "partij/partij_follow.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "journal/followers.h"
#include "partij/partij_service.h"
#include "store/testing.h"

namespace dichtbij::partij::partij_follow_test {
namespace {

using access::Caller;
using access::Rol;

std::vector<store::Migration> schema() {
    std::vector<store::Migration> list(journal::migrations().begin(), journal::migrations().end());
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

Gegevens named(std::string voornaam, std::string voorvoegsel, std::string achternaam, int jaar) {
    Gegevens gegevens;
    gegevens.wie = Persoon{{"", std::move(voornaam), std::move(voorvoegsel), std::move(achternaam)}, Aanhef::geen, Geboortedatum{jaar, 3, 14}};
    gegevens.identificatoren = {};
    return gegevens;
}

struct World {
    explicit World(store::Store& opened)
        : store(opened), log(*log_store->store, clock), service(store, clock, ids, log), index(directory.path() + "/index"), projection(store, index) {
        kcc.medewerker = ids.make<dichtbij::Medewerker>();
        kcc.grants = {{Rol::kcc_medewerker, oeverland, {}}};
    }

    void follow() {
        journal::LocalFollower follower(store, "zoek", projection);
        while (follower.run_once(clock.now(), 3) > 0) {
        }
    }
    std::vector<std::string> found(std::string_view typed) {
        const auto results = index.search(index_query(kcc, parse_zoekvraag(typed, day_of(clock.now())), 20));
        REQUIRE(results.has_value());
        std::vector<std::string> names;
        store.read([&](store::Tx& tx) {
            for (const auto& hit : service.treffers(tx, kcc, ids_of(*results))) names.push_back(hit.naam);
        });
        return names;
    }
    PartijId make(GemeenteId gemeente, Gegevens gegevens) { return service.create(access::system_caller("test"), gemeente, std::move(gegevens)).value(); }

    SimulatedClock clock{*parse_instant("2026-11-22T09:00:00Z")};
    IdSource ids{clock, 7};
    store::Store& store;
    std::unique_ptr<store::testing::FreshStore> log_store = store::testing::fresh_sqlite(access::access_log_migrations());
    access::AccessLog log;
    PartijService service;
    store::testing::TempDir directory;
    search::Index index;
    ZoekProjectie projection;
    GemeenteId oeverland = ids.make<dichtbij::Gemeente>();
    GemeenteId heidedal = ids.make<dichtbij::Gemeente>();
    Caller kcc;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what happens to partijen is found in the index") {
    for (const auto& fresh : store::testing::fresh_stores(schema())) {
        INFO(fresh->name);
        World w(*fresh->store);
        const PartijId jan = w.make(w.oeverland, named("Jan", "de", "Vries", 1984));
        w.make(w.oeverland, named("Piet", "de", "Vries", 1990));
        w.make(w.heidedal, named("Kees", "de", "Vries", 1984));
        CHECK(w.found("vries").empty());
        w.follow();
        CHECK(w.found("de vries").size() == 2);
        CHECK(w.found("fries 1984") == Names{"Jan de Vries"});
        CHECK(w.found("kees").empty());

        Gegevens married = named("Jan", "", "Zwanenburg", 1984);
        CHECK(w.service.change(access::system_caller("test"), {jan, 1, married, {}}).has_value());
        w.follow();
        CHECK(w.found("de vries") == Names{"Piet de Vries"});
        CHECK(w.found("zwanenberg") == Names{"Jan Zwanenburg"});

        Caller beheerder = w.kcc;
        beheerder.grants = {{Rol::beheerder, w.oeverland, {}}};
        CHECK(w.service.wis(beheerder, {jan, Wisgrond::verzoek, "Besluit 12"}).has_value());
        w.follow();
        CHECK(w.found("zwanenburg").empty());
        CHECK(w.index.count() == 2);
    }
}

TEST_CASE("an index that was thrown away is rebuilt from the journal") {
    const auto fresh = store::testing::fresh_sqlite(schema());
    World w(*fresh->store);
    for (int i = 0; i < 10; ++i) w.make(w.oeverland, named("Jan", "de", "Vries", 1980 + i));
    w.follow();
    CHECK(w.found("vries").size() == 10);
    const auto cursor = w.projection.cursor();
    w.index.clear();
    CHECK(w.projection.cursor() == journal::Cursor{});
    w.follow();
    CHECK(w.found("vries").size() == 10);
    CHECK(w.projection.cursor() == cursor);
}

TEST_CASE("rows about other things move the cursor without a commit, and are read again after a restart") {
    const auto fresh = store::testing::fresh_sqlite(schema());
    World w(*fresh->store);
    const PartijId jan = w.make(w.oeverland, named("Jan", "de", "Vries", 1984));
    w.follow();
    const std::string kept = w.index.cursor();
    w.store.write([&](store::Tx& tx) {
        auto line = journal::entry(w.kcc, w.clock.now(), "partij.geopend", w.oeverland, journal::Object::partij, jan.bytes);
        journal::append(tx, line);
    });
    w.follow();
    CHECK(w.index.cursor() == kept);
    ZoekProjectie restarted(w.store, w.index);
    CHECK(restarted.cursor() < w.projection.cursor());
    w.make(w.oeverland, named("Piet", "de", "Vries", 1990));
    w.follow();
    CHECK(w.index.cursor() != kept);
    CHECK(w.found("vries").size() == 2);
}

TEST_CASE("no number, address or note of a person is in the index") {
    Partij partij;
    partij.gegevens = named("Fatima", "El", "Idrissi", 1984);
    partij.gegevens.identificatoren = {make_identificator(soort_bsn, "999990019")};
    partij.gegevens.interne_notitie = "geheim";
    const auto document = document_of(partij);
    CHECK(document.names == Names{"Fatima El Idrissi"});
    CHECK(document.keys == Names{"jaar:1984"});
    CHECK(document.text.empty());
    partij.gegevens.indicaties.geheimhouding = true;
    CHECK(document_of(partij).keys.empty());
}

}  // namespace dichtbij::partij::partij_follow_test
