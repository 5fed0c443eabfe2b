#include <doctest/doctest.h>

#include "formulier/antwoord.h"
#include "formulier/formulier_json.h"
#include "support/formulier.h"

namespace dichtbij::formulier::antwoord_test {
namespace {

const Day today = make_day(2026, 11, 23);

Vraag question(Vraagsoort soort) {
    Vraag vraag;
    vraag.code = "a";
    vraag.soort = soort;
    vraag.vraag = {"A", "A"};
    return vraag;
}

std::string key_of(const Vraag& vraag, std::vector<std::string> values) {
    const auto wrong = problem(vraag, "a", values, today);
    return wrong ? wrong->key.substr(std::string_view("formulier.fout.").size()) : "";
}

Antwoorden read(const Definitie& definitie, std::size_t pagina, std::vector<std::pair<std::string, std::string>> typed, Antwoorden before = {}) {
    http::Params fields;
    for (auto& [name, value] : typed) fields.add(name, value);
    return lees_pagina(definitie, definitie.paginas.at(pagina), fields, before).antwoorden;
}

}  // namespace

TEST_CASE("each kind of answer is held against what it may be") {
    struct Row {
        Vraagsoort soort;
        std::vector<std::string> values;
        std::string wrong;
    };
    const std::vector<Row> rows{
        {Vraagsoort::tekst, {"Kastanjelaan"}, ""}, {Vraagsoort::tekst, {}, "verplicht"}, {Vraagsoort::tekst, {std::string(201, 'a')}, "te_lang"}, {Vraagsoort::tekst, {"een\ntwee"}, "regels"},
        {Vraagsoort::tekstvak, {"een\ntwee"}, ""}, {Vraagsoort::getal, {"12"}, ""}, {Vraagsoort::getal, {"-1.5"}, ""}, {Vraagsoort::getal, {"12,5"}, "getal"}, {Vraagsoort::getal, {"veel"}, "getal"},
        {Vraagsoort::datum, {"2026-02-28"}, ""}, {Vraagsoort::datum, {"30", "2", "2026"}, "datum"}, {Vraagsoort::datum, {}, "datum_leeg"},
        {Vraagsoort::tijd, {"09:30"}, ""}, {Vraagsoort::tijd, {"25:00"}, "tijd"}, {Vraagsoort::tijd, {"half tien"}, "tijd"},
        {Vraagsoort::ja_nee, {"ja"}, ""}, {Vraagsoort::ja_nee, {"misschien"}, "keuze"}, {Vraagsoort::ja_nee, {}, "kies"}, {Vraagsoort::akkoord, {"ja"}, ""}, {Vraagsoort::akkoord, {"nee"}, "akkoord"},
        {Vraagsoort::email, {"fatima@voorbeeld.example"}, ""}, {Vraagsoort::email, {"fatima"}, "email"}, {Vraagsoort::email, {"a@b"}, "email"}, {Vraagsoort::email, {"a@b.nl,c@d.nl"}, "email"}, {Vraagsoort::email, {"a b@c.nl"}, "email"},
        {Vraagsoort::telefoon, {"06 1234 5678"}, ""}, {Vraagsoort::telefoon, {"+31 (0)6-12345678"}, ""}, {Vraagsoort::telefoon, {"112"}, "telefoon"}, {Vraagsoort::telefoon, {"bel mij"}, "telefoon"},
        {Vraagsoort::iban, {"NL91ABNA0417164300"}, ""}, {Vraagsoort::iban, {"NL92ABNA0417164300"}, "iban"}, {Vraagsoort::iban, {"DE89370400440532013000"}, ""}, {Vraagsoort::iban, {"12345"}, "iban"},
        {Vraagsoort::adres, {"3999AB", "18", "a", "", ""}, ""}, {Vraagsoort::adres, {"0999AB", "18", "", "", ""}, "postcode"}, {Vraagsoort::adres, {"3999AB", "18a", "", "", ""}, "huisnummer"}, {Vraagsoort::adres, {"3999AB"}, "adres"},
        {Vraagsoort::plek, {"bij het park", "", ""}, ""}, {Vraagsoort::plek, {"x", "", ""}, "plek"}, {Vraagsoort::bestand, {"1", "2", "3", "4", "5", "6"}, "te_veel_bestanden"}};
    for (const Row& row : rows) {
        CAPTURE(boost::describe::enum_to_string(row.soort, ""));
        CAPTURE(row.values.empty() ? std::string() : row.values.front());
        CHECK(key_of(question(row.soort), row.values) == row.wrong);
    }
    auto choice = question(Vraagsoort::keuzes);
    choice.keuzes = {{"een", {"Een", "One"}}, {"twee", {"Twee", "Two"}}};
    CHECK(key_of(choice, {"een", "twee"}).empty());
    CHECK(key_of(choice, {"drie"}) == "keuze");
    auto later = question(Vraagsoort::datum);
    later.richting = Richting::toekomst;
    CHECK(key_of(later, {"2026-11-23"}).empty());
    CHECK(key_of(later, {"2026-11-22"}) == "datum_verleden");
}

TEST_CASE("what a browser sends becomes a normal form, and what is not understood stays as typed") {
    const Definitie d = read_definitie(testing::proef_json).value();
    const auto page = read(d, 0, {{"v.onderwerp", "  De stoep \r\n"}, {"v.soort", "weg"}, {"v.dag.dag", "3"}, {"v.dag.maand", "2"}, {"v.dag.jaar", "2026"}, {"v.onbekend", "x"}, {"soort", "boom"}});
    CHECK(page == Antwoorden{{"onderwerp", {"De stoep"}}, {"soort", {"weg"}}, {"dag", {"2026-02-03"}}});
    CHECK(read(d, 0, {{"v.dag.dag", "31"}, {"v.dag.maand", "februari"}, {"v.dag.jaar", ""}}).at("dag") == std::vector<std::string>{"31", "februari", ""});
    CHECK(read(d, 1, {{"v.boom.0.aantal", "1 200,50"}}).at("boom.0.aantal") == std::vector<std::string>{"1200.5"});
    // Fields of another page leave this one's answers alone.
    CHECK(read(d, 1, {{"v.onderwerp", "Iets anders"}}, page).at("onderwerp") == std::vector<std::string>{"De stoep"});
}

TEST_CASE("a field that comes twice is refused") {
    const Definitie d = read_definitie(testing::proef_json).value();
    http::Params fields;
    fields.add("v.onderwerp", "een");
    fields.add("v.onderwerp", "twee");
    const auto read = lees_pagina(d, d.paginas.front(), fields, {});
    REQUIRE(read.fouten.size() == 1);
    CHECK(read.fouten.front().key == "formulier.fout.dubbel");
}

TEST_CASE("pages and questions follow from the answers, and answers to what is hidden are gone") {
    const Definitie d = read_definitie(testing::proef_json).value();
    const auto pages = [&](const Antwoorden& shown) {
        std::string codes;
        for (const Pagina* one : paginas_voor(d, shown)) codes += one->code + " ";
        return codes;
    };
    const auto tree = zichtbare(d, {{"soort", {"boom"}}, {"dag", {"2026-01-01"}}, {"boom.#", {"2"}}, {"boom.0.aantal", {"2"}}, {"boom.1.aantal", {"3.5"}}, {"boom.2.aantal", {"9"}}}, today);
    CHECK(pages(tree) == "een bomen wie ");
    CHECK_FALSE(tree.contains("dag"));
    CHECK_FALSE(tree.contains("boom.2.aantal"));
    CHECK(tree.at("totaal") == std::vector<std::string>{"5.5"});
    const auto road = zichtbare(d, {{"soort", {"weg"}}, {"boom.0.aantal", {"2"}}}, today);
    CHECK(pages(road) == "een wie ");
    CHECK_FALSE(road.contains("boom.0.aantal"));
    CHECK(stop_op(d.paginas.front(), road) == nullptr);
    CHECK(stop_op(d.paginas.front(), zichtbare(d, {{"soort", {"besluit"}}}, today))->code == "halt");
}

TEST_CASE("conditions compare words, numbers and days") {
    const Antwoorden shown{{"a", {"12"}}, {"b", {"2026-05-01"}}, {"c", {"een", "twee"}}, {"d", {"De Vélden"}}};
    const auto holds = [&](std::string code, Vergelijking how, std::string value) { return geldt({Koppel::alle, {{std::move(code), how, std::move(value)}}}, shown); };
    CHECK(holds("a", Vergelijking::groter, "9"));
    CHECK_FALSE(holds("a", Vergelijking::kleiner, "9"));
    CHECK(holds("b", Vergelijking::kleiner, "2026-05-02"));
    CHECK(holds("c", Vergelijking::is, "twee"));
    CHECK(holds("c", Vergelijking::is_niet, "drie"));
    CHECK(holds("d", Vergelijking::bevat, "velden"));
    CHECK_FALSE(holds("e", Vergelijking::gevuld, ""));
    CHECK_FALSE(holds("e", Vergelijking::groter, "1"));
    CHECK(geldt({Koppel::een, {{"e", Vergelijking::gevuld, ""}, {"a", Vergelijking::is, "12"}}}, shown));
    CHECK(geldt({}, shown));
}

TEST_CASE("an age follows from a birthday, and a product from its numbers") {
    Definitie d = read_definitie(testing::proef_json).value();
    Vraag age = question(Vraagsoort::berekend), born = question(Vraagsoort::datum), many = question(Vraagsoort::berekend), one = question(Vraagsoort::getal), two = question(Vraagsoort::getal);
    born.code = "geboren";
    age.code = "leeftijd";
    age.rekenwijze = Rekenwijze::leeftijd;
    age.met = {"geboren"};
    one.code = "lang";
    two.code = "breed";
    many.code = "oppervlakte";
    many.rekenwijze = Rekenwijze::product;
    many.met = {"lang", "breed"};
    d.paginas.front().groepen.front().vragen = {born, age, one, two, many};
    const auto shown = zichtbare(d, {{"geboren", {"2000-11-24"}}, {"lang", {"2.5"}}, {"breed", {"4"}}}, today);
    CHECK(shown.at("leeftijd") == std::vector<std::string>{"25"});
    CHECK(shown.at("oppervlakte") == std::vector<std::string>{"10"});
    CHECK_FALSE(zichtbare(d, {{"lang", {"999999999"}}, {"breed", {"999999999"}}}, today).contains("oppervlakte"));
}

TEST_CASE("a draft reads back equal, and rubbish is nothing") {
    const Antwoorden some{{"a", {"één \"regel\"", ""}}, {"b.0.c", {"2"}}};
    CHECK(from_text(to_text(some)) == some);
    CHECK(from_text("{").empty());
    CHECK(from_text("[1]").empty());
}

TEST_CASE("a definition reads back equal, and says where it is wrong") {
    const Definitie d = read_definitie(testing::proef_json).value();
    CHECK(read_definitie(to_json(d)).value() == d);
    struct Row {
        const char *from, *to, *says;
    };
    for (const Row& row : {Row{"\"waarde\":\"besluit\"}]}},", "\"waarde\":\"nergens\"}]}},", "cannot be chosen"}, Row{"\"code\":\"dag\"", "\"code\":\"soort\"", "is there twice"}, Row{"\"verplicht\":false,\"richting\"", "\"verplicth\":false,\"richting\"", "is not known"},
                           Row{"\"en\":\"First\"", "\"en\":\"\"", "titel"}, Row{"\"met\":[\"aantal\"]", "\"met\":[\"onderwerp\"]", "no such question"}, Row{"\"code\":\"een\"", "\"code\":\"controle\"", "address of the program"}}) {
        std::string wrong = testing::proef_json;
        const auto at = wrong.find(row.from);
        REQUIRE(at != std::string::npos);
        wrong.replace(at, std::string_view(row.from).size(), row.to);
        const auto read = read_definitie(wrong);
        REQUIRE_FALSE(read.has_value());
        CHECK_MESSAGE(read.error().detail.find(row.says) != std::string::npos, read.error().detail);
    }
}

TEST_CASE("all shipped forms are good") { CHECK(read_map("catalogus/formulieren").size() == 10); }

}  // namespace dichtbij::formulier::antwoord_test
