// What is asked and what is read: no store, no network.

#include <doctest/doctest.h>

#include "json/parse.h"
#include "opzoek/geheugen.h"
#include "opzoek/testing.h"

namespace dichtbij::opzoek::opzoek_test {
namespace {

constexpr Instant begin{seconds(1'795'000'000)};

std::vector<std::string> fields_of(const std::vector<FieldError>& errors) {
    std::vector<std::string> names;
    for (const auto& one : errors) names.push_back(one.field);
    return names;
}

std::optional<std::string> no_file(const std::string&) { return std::nullopt; }
std::optional<std::string> any_file(const std::string&) { return "inhoud\n"; }

Instellingen read(std::map<std::string, std::string> by_name) { return read_instellingen(by_name, any_file).value(); }
std::string refused(std::map<std::string, std::string> by_name) {
    const auto made = read_instellingen(by_name, no_file);
    return made ? "" : made.error().naam;
}

}  // namespace

TEST_CASE("a question about a person is whole before it is asked") {
    const Day born = make_day(1984, 3, 14);
    CHECK(problems(normalised(Persoonsvraag{MetBsn{"9999.90.019"}})).empty());
    CHECK(problems(normalised(Persoonsvraag{MetNaam{"El Idrissi", "", born}})).empty());
    CHECK(problems(normalised(Persoonsvraag{MetAdres{"3999 ab", 18, "a", ""}})).empty());
    CHECK(fields_of(problems(Persoonsvraag{MetBsn{"999990018"}})) == std::vector<std::string>{"bsn"});
    CHECK(fields_of(problems(Persoonsvraag{MetBsn{"000000000"}})) == std::vector<std::string>{"bsn"});
    for (const char* wide : {"B", "", "Bo*", "B?er"}) CHECK(fields_of(problems(Persoonsvraag{MetNaam{wide, "", born}})) == std::vector<std::string>{"geslachtsnaam"});
    CHECK(fields_of(problems(Persoonsvraag{MetAdres{"0999AB", 0, "AB", ""}})) == std::vector<std::string>{"postcode", "huisnummer", "toevoeging"});
    CHECK(std::get<MetBsn>(normalised(Persoonsvraag{MetBsn{"12345678"}})).bsn == "012345678");
    CHECK(problems(normalised(Bedrijfsvraag{"9000 1234", ""})).empty());
    CHECK(fields_of(problems(Bedrijfsvraag{"9000123", ""})) == std::vector<std::string>{"kvk_nummer"});
    CHECK(fields_of(problems(Bedrijfsvraag{"", "x"})) == std::vector<std::string>{"naam"});
}

TEST_CASE("the BRP is asked by type, and only for fields that are shown or taken over") {
    const auto bsn = json::parse(brp_vraag(MetBsn{"999990019"})).value();
    CHECK(*bsn.find("type")->text() == "RaadpleegMetBurgerservicenummer");
    CHECK(*bsn.find("burgerservicenummer")->array()->front().text() == "999990019");
    const auto naam = json::parse(brp_vraag(MetNaam{"Boer", "de", make_day(1950, 2, 3)})).value();
    CHECK(*naam.find("type")->text() == "ZoekMetGeslachtsnaamEnGeboortedatum");
    CHECK(*naam.find("geboortedatum")->text() == "1950-02-03");
    CHECK(*naam.find("voorvoegsel")->text() == "de");
    const auto adres = json::parse(brp_vraag(MetAdres{"3999AB", 18, "A", ""})).value();
    CHECK(*adres.find("type")->text() == "ZoekMetPostcodeEnHuisnummer");
    CHECK(*adres.find("huisnummer")->integer() == 18);
    CHECK(adres.find("huisnummertoevoeging") == nullptr);
    // The register refuses these by name and gives them unasked; of a list it gives no verblijfplaats.
    for (const auto* one : {&bsn, &naam, &adres})
        for (const auto& field : *one->find("fields")->array()) {
            CHECK(*field.text() != "geheimhoudingPersoonsgegevens");
            if (one != &bsn) CHECK_FALSE(field.text()->starts_with("verblijfplaats"));
        }
}

TEST_CASE("a person of the BRP is read with what is known of him") {
    std::vector<BrpPersoon> found;
    CHECK(lees_brp(json::parse(testing::brp_json({testing::fatima_json()})).value(), found) == Uitkomst::gevonden);
    const BrpPersoon& fatima = found.at(0);
    CHECK(fatima.naam == "Fatima El Idrissi");
    CHECK(fatima.geboorte == Vondstdatum{1984, 3, 14});
    CHECK(adresregel(fatima.adres) == "Kastanjelaan 18 A, 3999 AB Oeverdorp");
    CHECK_FALSE((fatima.geheim || fatima.overleden));
    found.clear();
    const std::string extra = R"(,"geheimhoudingPersoonsgegevens":true,"opschortingBijhouding":{"reden":{"code":"O","omschrijving":"overlijden"}})";
    CHECK(lees_brp(json::parse(testing::brp_json({testing::jan_json(extra)})).value(), found) == Uitkomst::gevonden);
    CHECK(found.at(0).geboorte == Vondstdatum{1950, 0, 0});
    CHECK(adresregel(found.at(0).adres) == "Kerkpad 2, 3999 AD  OEVERDORP");
    CHECK((found.at(0).geheim && found.at(0).overleden));
    found.clear();
    CHECK(lees_brp(json::parse(R"({"personen":[]})").value(), found) == Uitkomst::onbekend);
    for (const char* bad : {"[]", "{}", R"({"personen":{}})", R"({"personen":[1]})", R"({"personen":[{"naam":{}}]})"}) {
        CAPTURE(bad);
        found.clear();
        CHECK(lees_brp(json::parse(bad).value(), found) == Uitkomst::onleesbaar);
    }
}

TEST_CASE("a company is read from a list and from its profile, with its addresses") {
    Antwoord<Bedrijf> lijst;
    CHECK(lees_zoeken(json::parse(testing::kvk_lijst_json).value(), lijst) == Uitkomst::gevonden);
    REQUIRE(lijst.vondsten.size() == 3);
    CHECK_FALSE(lijst.is_meer);
    CHECK(lijst.vondsten[0].soort == "rechtspersoon");
    CHECK(adresregel(lijst.vondsten[1].adres) == "Dorpsstraat 5 B, 3999 AC Oeverdorp");
    CHECK(lijst.vondsten[2].is_opgeheven);
    Antwoord<Bedrijf> profiel;
    CHECK(lees_basisprofiel(json::parse(testing::kvk_profiel_json).value(), profiel) == Uitkomst::gevonden);
    CHECK(profiel.vondsten[0].rsin == "900012346");
    CHECK(profiel.vondsten[0].vestigingsnummer == "000090001234");
    CHECK(adresregel(profiel.vondsten[0].postadres) == "Postbus 12, 3999 ZZ Oeverdorp");
    Antwoord<Bedrijf> leeg;
    CHECK(lees_zoeken(json::parse(R"({"resultaten":[]})").value(), leeg) == Uitkomst::onbekend);
    CHECK(lees_zoeken(json::parse(R"({"resultaten":[{"naam":"x"}]})").value(), leeg) == Uitkomst::onleesbaar);
    CHECK(lees_basisprofiel(json::parse("{}").value(), leeg) == Uitkomst::onleesbaar);
}

TEST_CASE("an address that the register of companies shields is not read") {
    Antwoord<Bedrijf> profiel;
    const auto shielded = json::parse(R"({"kvkNummer":"90001234","naam":"Zzp","_embedded":{"hoofdvestiging":{"vestigingsnummer":"000090001234","adressen":[)"
                                      R"({"type":"bezoekadres","indAfgeschermd":"Ja","straatnaam":"Kerkpad","huisnummer":2,"plaats":"Oeverdorp"}]}}})");
    CHECK(lees_basisprofiel(shielded.value(), profiel) == Uitkomst::gevonden);
    CHECK(profiel.vondsten[0].adres.is_leeg());
}

TEST_CASE("addresses are read of both services, and narrowed to the letter that was asked") {
    std::vector<Vondstadres> found;
    CHECK(lees_locatieserver(json::parse(testing::locatieserver_json).value(), found) == Uitkomst::gevonden);
    REQUIRE(found.size() == 2);
    CHECK(found[0].toevoeging.empty());
    auto narrowed = found;
    beperk_tot({"3999AB", 18, "A", ""}, narrowed);
    CHECK(narrowed.size() == 1);
    CHECK(narrowed[0].nummeraanduiding_id == "0399200000012346");
    narrowed = found;
    beperk_tot({"3999AB", 18, "Q", ""}, narrowed);
    CHECK(narrowed.size() == 2);
    found.clear();
    CHECK(lees_bag(json::parse(testing::bag_json).value(), found) == Uitkomst::gevonden);
    CHECK(found[0].straat == "Kastanjelaan");
    CHECK(lees_bag(json::parse(R"({"_links":{"self":{}}})").value(), found) == Uitkomst::onbekend);
    CHECK(lees_bag(json::parse("{}").value(), found) == Uitkomst::onleesbaar);
    CHECK(lees_locatieserver(json::parse(R"({"response":{"docs":[{"straatnaam":"x"}]}})").value(), found) == Uitkomst::onleesbaar);
}

TEST_CASE("a breaker opens after failures in a row, lets one question through after its pause, and closes when that goes well") {
    Onderbreker breaker({3, seconds(60)});
    for (int i = 0; i < 2; ++i) breaker.fout(begin);
    breaker.goed();  // in a row only
    for (int i = 0; i < 3; ++i) {
        CHECK(breaker.mag(begin));
        breaker.fout(begin);
    }
    CHECK(breaker.stand(begin) == Onderbreekstand::open);
    CHECK_FALSE(breaker.mag(begin + seconds(59)));
    CHECK(breaker.stand(begin + seconds(60)) == Onderbreekstand::proef);
    CHECK(breaker.mag(begin + seconds(60)));
    CHECK_FALSE(breaker.mag(begin + seconds(60)));  // one at a time
    breaker.fout(begin + seconds(60));
    CHECK_FALSE(breaker.mag(begin + seconds(119)));
    CHECK(breaker.mag(begin + seconds(120)));
    breaker.goed();
    CHECK(breaker.stand(begin + seconds(120)) == Onderbreekstand::dicht);
    CHECK(breaker.fouten_op_rij() == 0);
}

TEST_CASE("what is kept in memory goes when it is too old, and the oldest goes when it is full") {
    Geheugen<int> memory(seconds(60), 2);
    memory.put("a", 1, begin);
    memory.put("b", 2, begin + seconds(1));
    memory.put("a", 3, begin + seconds(2));
    memory.put("c", 4, begin + seconds(3));
    CHECK_FALSE(memory.get("b", begin + seconds(3)));
    CHECK(memory.get("a", begin + seconds(3)) == 3);
    memory.forget_old(begin + seconds(62));
    CHECK(memory.size() == 1);
    CHECK_FALSE(memory.get("c", begin + seconds(63)));
    CHECK(memory.size() == 0);
    Geheugen<int> none(seconds(0), 2);
    none.put("a", 1, begin);
    CHECK(none.size() == 0);
}

TEST_CASE("settings of the sources are read, and what is wrong is named") {
    const auto in = read({{"brp.url", "https://brp.example/haalcentraal/api/brp/"}, {"brp.purposes", "BZ: Burgerzaken, J: Jeugdhulp (jeugd)"}, {"brp.purposes.heidedal", "H: Heidedal"},
                          {"brp.cache_seconds", "30"}, {"brp.api_key_file", "/x"}, {"kvk.enabled", "no"}, {"adressen.source", "bag"}, {"adressen.url", "http://127.0.0.1:9"},
                          {"adressen.api_key", "k"}});
    CHECK(in.brp.bron.url == "https://brp.example/haalcentraal/api/brp");
    CHECK(in.brp.bron.api_key == "inhoud");
    CHECK(in.brp.bron.bewaar == seconds(30));
    CHECK(in.brp.doelen_in("oeverland").at(1) == Doelbinding{"J", "Jeugdhulp", "jeugd"});
    CHECK(in.brp.doelen_in("heidedal").size() == 1);
    CHECK_FALSE(in.kvk.bron.is_ingesteld());
    CHECK(in.adressen.bron.is_ingesteld());
    CHECK(read({}).adressen.dienst == Adresdienst::geen);
    CHECK(refused({{"brp.url", "http://brp.example"}}) == "brp.url");
    CHECK(refused({{"brp.url", "https://brp.example"}}) == "brp.purposes");
    CHECK(refused({{"brp.purposes", "Burgerzaken"}}) == "brp.purposes");
    CHECK(refused({{"brp.purposes", "A: x, A: y"}}) == "brp.purposes");
    CHECK(refused({{"brp.cache_seconds", "301"}}) == "brp.cache_seconds");
    CHECK(refused({{"brp.token_url", "https://x.example"}}) == "brp.client_id");
    CHECK(refused({{"brp.api_key_file", "/weg"}}) == "brp.api_key_file");
    CHECK(refused({{"kvk.url", "https://api.kvk.nl/api"}}) == "kvk.api_key");
    CHECK(refused({{"adressen.source", "google"}}) == "adressen.source");
    CHECK(refused({{"adressen.source", "locatieserver"}}) == "adressen.url");
    CHECK(refused({{"brp.kleur", "rood"}}) == "brp.kleur");
}

}  // namespace dichtbij::opzoek::opzoek_test
