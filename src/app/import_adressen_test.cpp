// Our own table of addresses, from a file.
#include <doctest/doctest.h>

#include <sstream>

#include "app/import_adressen.h"
#include "opzoek/opzoek_schema_store.h"
#include "organisatie/testing.h"
#include "store/testing.h"

namespace dichtbij::app::contactimport::import_adressen_test {
namespace {

const std::string header = "Postcode;Huisnummer;Huisletter;Toevoeging;Straat;Plaats\n";

struct Import {
    explicit Import(store::Store& opened) : store(opened) {}
    Result<Telling> run(const std::string& text, Modus modus = Modus::bewaren) {
        refused.clear();
        std::istringstream input(text);
        return import_adressen(store, clock, {{}, modus},
                               {[](const Rijenbestand&) {}, [this](std::int64_t regel, const std::vector<Rijfout>& fouten, const auto&) { refused.emplace_back(regel, fouten.at(0).kolom); },
                                [](const Telling&, std::int64_t) { return Meldingen::Verder::ja; }},
                               input);
    }
    std::vector<std::string> adressen(const std::string& postcode, int huisnummer) {
        return store.read([&](store::Tx& tx) {
            std::vector<std::string> lines;
            for (const auto& one : opzoek::lokale_adressen(tx, postcode, huisnummer)) lines.push_back(opzoek::adresregel(one));
            return lines;
        });
    }
    SimulatedClock clock{*parse_instant("2026-11-24 15:20")};
    store::Store& store;
    std::vector<std::pair<std::int64_t, std::string>> refused;
};

template <class F>
void in_each_store(F test) {
    auto schema = organisatie::testing::schema();
    for (const auto& one : opzoek::migrations()) schema.push_back(one);
    for (const auto& fresh : store::testing::fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Import import(*fresh->store);
        test(import);
    }
}

}  // namespace

TEST_CASE("addresses go in, in any notation, and a second time nothing changes") {
    in_each_store([](Import& import) {
        const std::string file = header + "3999 ab;18;a;2;Kastanjelaan;Oeverdorp\n3999AB;18;;;Kastanjelaan;Oeverdorp\n";
        CHECK(import.run(file).value() == Telling{2, 2, 0, 0, 0});
        CHECK(import.adressen("3999AB", 18) == std::vector<std::string>{"Kastanjelaan 18, 3999 AB Oeverdorp", "Kastanjelaan 18 A-2, 3999 AB Oeverdorp"});
        CHECK(import.run(file).value() == Telling{2, 0, 0, 2, 0});
        CHECK(import.run(header + "3999AB;18;;;Kastanjedreef;Oeverdorp\n").value().opgeslagen == 1);
        CHECK(import.adressen("3999AB", 18).size() == 2);
    });
}

TEST_CASE("a row that is no address is refused with its column, and the others go in") {
    in_each_store([](Import& import) {
        const std::string file = header + "9AB;18;;;Kastanjelaan;Oeverdorp\n3999AB;18-2;;;Kastanjelaan;Oeverdorp\n3999AB;0;;;Kastanjelaan;Oeverdorp\n3999AB;1;AB;;Kastanjelaan;Oeverdorp\n"
                                          "3999AB;1;;;;Oeverdorp\n3999AB;1;;;Kastanjelaan;\n3999AB;7;;;Kastanjelaan;Oeverdorp\n";
        const auto told = import.run(file).value();
        CHECK(told.opgeslagen == 1);
        CHECK(told.afgekeurd == 6);
        const std::vector<std::pair<std::int64_t, std::string>> verwacht{{2, "postcode"}, {3, "huisnummer"}, {4, "huisnummer"}, {5, "huisletter"}, {6, "straat"}, {7, "plaats"}};
        CHECK(import.refused == verwacht);
        CHECK(import.adressen("3999AB", 7).size() == 1);
    });
}

TEST_CASE("a file without a needed column is refused as a whole, and a trial stores nothing") {
    in_each_store([](Import& import) {
        CHECK(import.run("postcode;huisnummer;straat\n3999AB;1;Kastanjelaan\n").error().fields.at(0).field == "plaats");
        CHECK(import.run(header + "3999AB;1;;;Kastanjelaan;Oeverdorp\n", Modus::proef).value().opgeslagen == 1);
        CHECK(import.adressen("3999AB", 1).empty());
    });
}

}  // namespace dichtbij::app::contactimport::import_adressen_test
