#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "organisatie/import_rijen.h"
#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_import.h"
#include "organisatie/testing.h"
#include "organisatie/werkdagen.h"
#include "support/stores.h"

namespace dichtbij::organisatie::import_test {
namespace {

using access::Rol;

const Instant now = *parse_instant("2026-11-23T09:00:00Z");

struct World {
    explicit World(store::testing::FreshStore& fresh) : store(*fresh.store), service(store, clock, ids) {
        v = store.write([&](store::Tx& tx) { return testing::build(tx, ids); });
        beheerder = testing::caller(v.marleen, {{Rol::beheerder, v.oeverland, {}}});
    }
    Result<Importuitslag> run(const std::string& csv, Importmodus modus = Importmodus::bewaren) {
        std::istringstream input(csv);
        return import_organisatie(service, beheerder, input, modus);
    }
    SimulatedClock clock{now};
    IdSource ids{clock, 7};
    store::Store& store;
    OrganisatieService service;
    testing::Voorbeeld v;
    access::Caller beheerder;
};

template <class F>
void in_each_store(F test) {
    for (const auto& fresh : fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        World world(*fresh);
        test(world);
    }
}

const std::string good =
    "E-mail;Naam;Gemeente;Afdeling;Team;Teamleider ja/nee;Rol;Vervanger email;Vaardigheden;Werkdagen;Kamer\n"
    "a.jansen@oeverland.example;Anna Jansen;oeverland;Ruimte;Groen;ja;behandelaar, teamleider;b.smit@oeverland.example;Engels|Gebarentaal;ma-do;12\n"
    "b.smit@oeverland.example;Bert Smit;Oeverland;Ruimte;Groen;nee;behandelaar;;;;13\n"
    "tom@oeverland.example;Tom Baars;oeverland;Dienstverlening;KCC;;KCC-medewerker;sanne@oeverland.example;;;14\n";

}  // namespace

TEST_CASE("an organisation is imported with departments, teams, leads, members, skills and substitutes") {
    in_each_store([](World& w) {
        const auto uitslag = w.run(good);
        REQUIRE(uitslag.has_value());
        CHECK(uitslag->fouten.empty());
        CHECK(uitslag->gelezen == 3);
        CHECK(uitslag->nieuw == 2);
        CHECK(uitslag->gewijzigd == 1);  // Tom got a substitute
        CHECK(uitslag->onbekende_kolommen == std::vector<std::string>{"Kamer"});
        CHECK(uitslag->rollen.size() == 4);
        w.store.read([&](store::Tx& tx) {
            const auto anna = medewerker_by_email(tx, "a.jansen@oeverland.example");
            const auto bert = medewerker_by_email(tx, "b.smit@oeverland.example");
            REQUIRE(anna.has_value());
            CHECK(anna->werkdagen == 0x0f);
            CHECK(bert->werkdagen == monday_to_friday);
            const auto teams = teams_of_medewerker(tx, bert->id);
            REQUIRE(teams.size() == 1);
            CHECK(teams[0].naam == "Groen");
            CHECK(teams[0].leider == anna->id);
            CHECK_FALSE(teams[0].is_kcc);
            CHECK(gemeenten_of_team(tx, teams[0].id) == std::vector{w.v.oeverland});
            CHECK(MedewerkerStore(tx).skills_of(anna->id) == std::vector<std::string>{"engels", "gebarentaal"});
            CHECK(MedewerkerStore(tx).substitutions_until(w.v.tom, day_of(now)).front().vervanger == w.v.sanne);
        });
    });
}

TEST_CASE("the same file a second time changes nothing") {
    in_each_store([](World& w) {
        REQUIRE(w.run(good).has_value());
        w.clock.advance(days(3));
        const auto again = w.run(good);
        REQUIRE(again.has_value());
        CHECK(again->nieuw == 0);
        CHECK(again->gewijzigd == 0);
        CHECK(again->ongewijzigd == 3);
        CHECK(w.store.read([&](store::Tx& tx) { return teams_of_gemeente(tx, w.v.oeverland).size(); }) == 3);
    });
}

TEST_CASE("a trial run writes nothing") {
    in_each_store([](World& w) {
        const auto uitslag = w.run(good, Importmodus::proef);
        REQUIRE(uitslag.has_value());
        CHECK(uitslag->gelezen == 3);
        CHECK_FALSE(w.store.read([&](store::Tx& tx) { return medewerker_by_email(tx, "a.jansen@oeverland.example"); }).has_value());
    });
}

TEST_CASE("bad rows are told by line, column and reason, and good rows go in") {
    const std::string header = "gemeente,afdeling,team,naam,email,teamleider,vervanger_email,werkdagen,rol\n";
    const std::string lead = "oeverland,Ruimte,Groen,Anna Jansen,anna@oeverland.example,ja,,,\n";
    struct Case {
        const char* what;
        std::string row;
        std::string kolom, key;
    };
    const std::array cases{
        Case{"unknown gemeente", "nergens,Ruimte,Groen,Bert,bert@x.example,,,,\n", "gemeente", "organisatie.fout.gemeente_onbekend"},
        Case{"a gemeente of others", "heidedal,Ruimte,Groen,Bert,bert@x.example,,,,\n", "gemeente", "organisatie.fout.gemeente_onbekend"},
        Case{"no e-mail", "oeverland,Ruimte,Groen,Bert,,,,,\n", "email", "organisatie.fout.verplicht.email"},
        Case{"a wrong e-mail", "oeverland,Ruimte,Groen,Bert,bert,,,,\n", "email", "organisatie.fout.email"},
        Case{"wrong working days", "oeverland,Ruimte,Groen,Bert,bert@x.example,,,soms,\n", "werkdagen", "organisatie.fout.werkdagen"},
        Case{"an unknown role", "oeverland,Ruimte,Groen,Bert,bert@x.example,,,,baas\n", "rol", "organisatie.fout.rol_onbekend"},
        Case{"neither yes nor no", "oeverland,Ruimte,Groen,Bert,bert@x.example,misschien,,,\n", "teamleider", "organisatie.fout.ja_nee"},
        Case{"a second lead", "oeverland,Ruimte,Groen,Bert,bert@x.example,ja,,,\n", "teamleider", "organisatie.fout.twee_leiders"},
        Case{"a team without lead", "oeverland,Ruimte,Grijs,Bert,bert@x.example,,,,\n", "teamleider", "organisatie.fout.team_zonder_leider"},
        Case{"his own substitute", "oeverland,Ruimte,Groen,Bert,bert@x.example,,bert@x.example,,\n", "vervanger_email", "organisatie.fout.vervanger_zelf"},
        Case{"an unknown substitute", "oeverland,Ruimte,Groen,Bert,bert@x.example,,wie@x.example,,\n", "vervanger_email", "organisatie.fout.vervanger_onbekend"},
        Case{"another name at the same address", "oeverland,Ruimte,Groen,Bert,anna@oeverland.example,,,,\n", "naam", "organisatie.fout.andere_naam"},
        Case{"someone of another gemeente", "oeverland,Ruimte,Groen,Noor Bakkali,noor@oeverland.example,,,,\n", "email", "organisatie.fout.email_bezet"},
        Case{"too few fields", "oeverland,Ruimte,Groen\n", "", "csv.fout.aantal_velden"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const auto fresh = fresh_sqlite(testing::schema());
        World w(*fresh);
        const auto uitslag = w.run(header + lead + c.row);
        REQUIRE(uitslag.has_value());
        REQUIRE(uitslag->fouten.size() == 1);
        CHECK(uitslag->fouten[0].regel == 3);
        CHECK(uitslag->fouten[0].kolom == c.kolom);
        CHECK(uitslag->fouten[0].key == c.key);
        CHECK(uitslag->nieuw == 1);
        CHECK(uitslag->afgekeurd == 1);
    }
}

TEST_CASE("a rejected lead takes the rows of his new team along, each told") {
    const auto fresh = fresh_sqlite(testing::schema());
    World w(*fresh);
    const auto uitslag = w.run("gemeente,afdeling,team,naam,email,teamleider\n"
                               "oeverland,Ruimte,Groen,Anna,geen-adres,ja\n"
                               "oeverland,Ruimte,Groen,Bert,bert@x.example,nee\n");
    REQUIRE(uitslag.has_value());
    CHECK(uitslag->afgekeurd == 2);
    CHECK(uitslag->nieuw == 0);
    CHECK(uitslag->fouten[1].key == "organisatie.fout.team_zonder_leider");
}

TEST_CASE("a file without the columns, or that is no text, is refused as a whole") {
    const auto fresh = fresh_sqlite(testing::schema());
    World w(*fresh);
    const auto columns = w.run("gemeente,naam\nx,y\n");
    REQUIRE_FALSE(columns.has_value());
    CHECK(columns.error().fields.size() == 3);
    CHECK(w.run(std::string("PK\x03\x04\0\0\0", 7)).error().fields[0].key == "csv.fout.geen_tekst");
    CHECK(w.run("").error().fields[0].key == "csv.fout.leeg");
}

TEST_CASE("working days are read as people write them") {
    struct Case {
        const char* text;
        std::optional<int> days;
    };
    for (const Case& c : {Case{"", 0x1f}, Case{"ma-vr", 0x1f}, Case{"Maandag, woensdag", 0x05}, Case{"ma di do", 0x0b},
                          Case{"ma t/m do", 0x0f}, Case{"za-zo", 0x60}, Case{"ma;wo-vr", 0x1d}, Case{"vr-ma", std::nullopt},
                          Case{"soms", std::nullopt}, Case{"ma-", std::nullopt}}) {
        CAPTURE(c.text);
        CHECK(parse_werkdagen(c.text) == c.days);
    }
}

TEST_CASE("the published list of product names becomes products of the gemeente, once") {
    in_each_store([](World& w) {
        const std::string csv =
            "UniformeProductnaam,URI,Rijk,Gemeente\n"
            "UPL-naam nog niet beschikbaar,http://standaarden.overheid.nl/owms/terms/UPL-naam_nog_niet_beschikbaar,X,X\n"
            "aanleunwoning,http://standaarden.overheid.nl/owms/terms/aanleunwoning,,X\n"
            "aanschrijving,http://standaarden.overheid.nl/owms/terms/aanschrijving,,X\n"
            "aanschrijving,http://standaarden.overheid.nl/owms/terms/aanschrijving,,X\n"
            "kapvergunning,http://standaarden.overheid.nl/owms/terms/kapvergunning,,X\n"
            "vliegtuig,http://standaarden.overheid.nl/owms/terms/vliegtuig,X,\n";
        const auto run = [&] {
            std::istringstream input(csv);
            return import_producten(w.service, w.beheerder, input, {w.v.oeverland, w.v.kcc});
        };
        const auto first = run();
        REQUIRE(first.has_value());
        CHECK(first->gelezen == 6);
        CHECK(first->nieuw == 2);
        CHECK(first->bekend == 1);  // the name Kapvergunning is taken
        CHECK(first->overgeslagen == 3);
        CHECK(run()->nieuw == 0);
        const auto products = w.service.products(w.beheerder, w.v.oeverland);
        CHECK(products->size() == 3);
        std::istringstream other(csv);
        CHECK(import_producten(w.service, w.beheerder, other, {w.v.heidedal, w.v.kcc}).error().reason == Reason::not_found);
    });
}

}  // namespace dichtbij::organisatie::import_test
