#include "zaaktype/zaaktype_json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "zaaktype/json_sleutels.h"
#include "zaaktype/regels.h"
#include "zaaktype/testing.h"

namespace dichtbij::zaaktype::zaaktype_json_test {
namespace {

std::string the_file() { return schrijf_bestand({testing::kapvergunning(), testing::klacht()}); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string told(const Zaaktypebestand& bestand) {
    std::string lines;
    for (const FieldError& fout : bestand.fouten) lines += fout.field + " " + fout.key + "\n";
    return lines;
}

std::vector<Zaaktype> good(const Zaaktypebestand& bestand) {
    std::vector<Zaaktype> list;
    for (const Gelezen& gelezen : bestand.zaaktypen) list.push_back(gelezen.zaaktype);
    return list;
}

}  // namespace

TEST_CASE("what is written reads back equal, and writing it again gives the same bytes") {
    const auto bestand = lees_bestand(the_file());
    CHECK(bestand.is_leesbaar);
    CHECK(told(bestand) == "");
    CHECK(bestand.gelezen == 2);
    CHECK(good(bestand) == std::vector{testing::kapvergunning(), testing::klacht()});
    CHECK(schrijf_bestand(good(bestand)) == the_file());
    CHECK(lees_inhoud(schrijf_inhoud(testing::kapvergunning())) == testing::kapvergunning());
    CHECK(lees_bestand(schrijf_bestand({})).is_leesbaar);
}

TEST_CASE("the file is readable: two spaces indent, the keys in their order, small groups on one line") {
    const std::string text = the_file();
    CHECK(text.starts_with("{\n  \"formaat\": \"dichtbij-zaaktypen/1\",\n  \"zaaktypen\": [\n    {\n      \"code\": \"kapvergunning\",\n"
                           "      \"naam\": {\"nl\": \"Kapvergunning\", \"en\": \"Tree felling permit\"},\n      \"upl\": \"http://"));
    CHECK(text.find("\n      \"wettelijke_termijn\": {\"aantal\": 8, \"eenheid\": \"weken\", \"grondslag\": \"Awb 4:13\", \"te_bevestigen\": true},\n") != std::string::npos);
    CHECK(text.find("\n      \"rollen\": [\"initiator\", \"behandelaar\", \"adviseur\"],\n") != std::string::npos);
    CHECK(text.ends_with("\n    }\n  ]\n}\n"));
}

TEST_CASE("a byte order mark, other spaces and another order of keys do not matter") {
    const auto bestand = lees_bestand("\xef\xbb\xbf" + replaced(the_file(), "{\"nl\": \"Kapvergunning\", \"en\": \"Tree felling permit\"}",
                                                                "{ \"en\":\"Tree felling permit\" ,\n\t\"nl\":\" Kapvergunning \" }"));
    CHECK(told(bestand) == "");
    CHECK(good(bestand).front() == testing::kapvergunning());
}

TEST_CASE("each kind of fault is told by path and reason, and the other case types are read") {
    struct Rij {
        const char* from;
        const char* to;
        const char* told;
    };
    const Rij table[]{
        {"\"naam\": {\"nl\": \"Ontvangen\", \"en\": \"Received\"}", "\"naam\": {\"nl\": \"Ontvangen\"}", "zaaktypen[0].statussen[0].naam.en zaaktype.fout.veld_ontbreekt\n"},
        {"\"dwangsom\": true", "\"dwangsom\": true, \"kleur\": \"rood\"", "zaaktypen[0].kleur zaaktype.fout.onbekend_veld\n"},
        {"\"code\": \"kapvergunning\"", "\"code\": 5", "zaaktypen[0].code zaaktype.fout.geen_tekst\n"},
        {"\"dwangsom\": true", "\"dwangsom\": \"ja\"", "zaaktypen[0].dwangsom zaaktype.fout.geen_ja_nee\n"},
        {"\"bedrag_cent\": 12050", "\"bedrag_cent\": 120.50", "zaaktypen[0].leges.bedrag_cent zaaktype.fout.geen_getal\n"},
        {"\"bedrag_cent\": 12050", "\"bedrag_cent\": 9999999999999999999", "zaaktypen[0].leges.bedrag_cent zaaktype.fout.geen_getal\n"},
        {"\"bedrag_cent\": 12050", "\"bedrag_cent\": 4294967297", "zaaktypen[0].leges.bedrag_cent zaaktype.fout.geen_getal\n"},
        {"\"bedrag_cent\": 12050", "\"bedrag_cent\": -1", "zaaktypen[0].leges.bedrag_cent zaaktype.fout.bereik\n"},
        {"\"aanleiding\": \"aanvraag\"", "\"aanleiding\": \"vraag\"", "zaaktypen[0].aanleiding zaaktype.fout.keuze\n"},
        {"\"aanleiding\": \"aanvraag\"", "\"aanleiding\": null", "zaaktypen[0].aanleiding zaaktype.fout.keuze\n"},
        {"\"aanleiding\": \"aanvraag\"", "\"aanleiding\": \"klacht\\u0000x\"", "zaaktypen[0].aanleiding zaaktype.fout.keuze\n"},
        {"\"rollen\": [\"initiator\", \"behandelaar\", \"adviseur\"]", "\"rollen\": \"initiator\"", "zaaktypen[0].rollen zaaktype.fout.geen_lijst\n"},
        {"\"rollen\": [\"initiator\", \"behandelaar\", \"adviseur\"]", "\"rollen\": [\"initiator\", 7]", "zaaktypen[0].rollen[1] zaaktype.fout.keuze\n"},
        {"{\"nl\": \"Kapvergunning\", \"en\": \"Tree felling permit\"}", "[]", "zaaktypen[0].naam zaaktype.fout.geen_groep\n"},
        {"\"code\": \"ontvangen\"", "\"code\": \"Ontvangen\"", "zaaktypen[0].statussen[0].code zaaktype.fout.code\n"},
        {"\"afhandelniveau\": 3", "\"afhandelniveau\": 0", "zaaktypen[0].afhandelniveau zaaktype.fout.bereik\n"},
    };
    for (const Rij& rij : table) {
        CAPTURE(rij.to);
        const auto bestand = lees_bestand(replaced(the_file(), rij.from, rij.to));
        CHECK(told(bestand) == rij.told);
        CHECK(bestand.gelezen == 2);
        CHECK(good(bestand) == std::vector{testing::klacht()});
    }
}

TEST_CASE("a file that cannot be read as a whole says why, with the line") {
    struct Rij {
        std::string bytes;
        const char* told;
    };
    std::string deep(400, '[');
    const Rij table[]{
        {"", " zaaktype.fout.geen_json\n"},
        {"code;naam\nklacht;Klacht\n", " zaaktype.fout.geen_json\n"},
        {the_file() + "x", " zaaktype.fout.geen_json\n"},
        {replaced(the_file(), "Kapvergunning", "\xff"), " zaaktype.fout.geen_json\n"},
        {replaced(the_file(), "Kapvergunning", "\\ud800"), " zaaktype.fout.geen_json\n"},
        {"{\"formaat\": \"dichtbij-zaaktypen/1\", \"zaaktypen\": " + deep, " zaaktype.fout.geen_json\n"},
        {"[]", " zaaktype.fout.geen_groep\n"},
        {replaced(the_file(), "zaaktypen/1", "zaaktypen/2"), "formaat zaaktype.fout.formaat\n"},
        {"{\"zaaktypen\": []}", "formaat zaaktype.fout.formaat\n"},
        {"{\"formaat\": \"dichtbij-zaaktypen/1\"}", "zaaktypen zaaktype.fout.veld_ontbreekt\n"},
        {"{\"formaat\": \"dichtbij-zaaktypen/1\", \"zaaktypen\": {}}", "zaaktypen zaaktype.fout.geen_lijst\n"},
        {"{\"formaat\": \"dichtbij-zaaktypen/1\", \"zaaktypen\": [], \"x\": 1}", "x zaaktype.fout.onbekend_veld\n"},
        {replaced(the_file(), "\"dwangsom\": true", "\"dwangsom\": true, \"dwangsom\": false"), " zaaktype.fout.sleutel_dubbel\n"},
        {std::string(bestand_limit_bytes + 1, ' '), " zaaktype.fout.bestand_te_groot\n"},
    };
    for (const Rij& rij : table) {
        const auto bestand = lees_bestand(rij.bytes);
        CAPTURE(rij.bytes.substr(0, 80));
        CHECK(told(bestand) == rij.told);
        CHECK(!bestand.is_leesbaar);
        CHECK(bestand.zaaktypen.empty());
    }
    CHECK(lees_bestand("{\n\n  \"formaat\" 5\n}").fouten[0].args == std::vector<std::string>{"3"});
}

TEST_CASE("a code that stands twice is refused the second time, and too many case types at once") {
    const auto twice = lees_bestand(schrijf_bestand({testing::klacht(), testing::kapvergunning(), testing::klacht()}));
    CHECK(told(twice) == "zaaktypen[2].code zaaktype.fout.code_dubbel\n");
    CHECK(twice.zaaktypen.size() == 2);
    std::string many = "{\"formaat\": \"dichtbij-zaaktypen/1\", \"zaaktypen\": [0";
    for (std::size_t i = 0; i < zaaktypen_limit; ++i) many += ",0";
    CHECK(told(lees_bestand(many + "]}")) == "zaaktypen fout.veld.te_veel\n");
}

TEST_CASE("more faults than are told are counted") {
    std::string many = "{\"formaat\": \"dichtbij-zaaktypen/1\", \"zaaktypen\": [{}";
    for (int i = 0; i < 99; ++i) many += ",{}";
    const auto bestand = lees_bestand(many + "]}");
    CHECK(bestand.fouten.size() == leesfouten_limit);
    CHECK(bestand.meer_fouten + leesfouten_limit == 100 * 22);
}

TEST_CASE("a file cut off anywhere is refused, and no byte put anywhere breaks the reader") {
    const std::string whole = the_file();
    for (std::size_t size = 0; size + 3 < whole.size(); size += 1) {
        const auto bestand = lees_bestand(std::string_view(whole).substr(0, size));
        CHECK(!bestand.is_leesbaar);
    }
    CHECK(rc::check("any byte anywhere", [&] {
        std::string broken = whole;
        broken[*rc::gen::inRange<std::size_t>(0, whole.size())] = *rc::gen::arbitrary<char>();
        const auto bestand = lees_bestand(broken);
        RC_ASSERT(bestand.is_leesbaar || !bestand.fouten.empty());
        for (const Zaaktype& read : good(bestand)) RC_ASSERT(lees_inhoud(schrijf_inhoud(read)) == read);
        for (const FieldError& fout : bestand.fouten) RC_ASSERT(is_utf8(fout.field));
    }));
}

TEST_CASE("what an earlier release wrote, without a field that came later, is read with its default") {
    const std::string older = replaced(schrijf_inhoud(testing::klacht()), "\"zonder_inloggen\":false,", "");
    CHECK(lees_inhoud(older) == testing::klacht());
}

TEST_CASE("a file of before a field came is read as what it said then") {
    std::string older = the_file();
    for (const char* later : {"\"vertrouwelijkheid\": \"volgens_domein\",", "\"datumkenmerk\": \"\",", "\"procestermijn_jaren\": 0"})
        for (auto at = older.find(later); at != std::string::npos; at = older.find(later)) older.erase(at, std::string_view(later).size());
    for (auto at = older.find(','); at != std::string::npos; at = older.find(',', at + 1)) {
        const auto next = older.find_first_not_of(" \n", at + 1);
        if (older[next] == '}') older.erase(at, 1);
    }
    REQUIRE(older.find("datumkenmerk") == std::string::npos);
    const auto bestand = lees_bestand(older);
    CHECK(told(bestand) == "");
    CHECK(good(bestand) == std::vector{testing::kapvergunning(), testing::klacht()});
}

TEST_CASE("the starter catalogue is read without a fault, and each of its case types is complete") {
    std::ifstream file("catalogus/zaaktypen.json");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const auto bestand = lees_bestand(bytes.str());
    CHECK(told(bestand) == "");
    CHECK(bestand.zaaktypen.size() >= 30);
    for (const Zaaktype& read : good(bestand)) {
        CAPTURE(read.code);
        CHECK(ontbrekend(read).empty());
        CHECK(std::any_of(read.resultaten.begin(), read.resultaten.end(), [](const auto& one) { return one.code == "ingetrokken"; }));
    }
    CHECK(good(lees_bestand(schrijf_bestand(good(bestand)))) == good(bestand));
}

TEST_CASE("a key may stand in two objects, but not twice in one") {
    CHECK(!dubbele_sleutel(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}], "c": "a", "d": "a\": {"})"));
    CHECK(dubbele_sleutel(R"({"b": [{"a": 1, "c": "}", "a": 2}]})")->naam == "a");
}

}  // namespace dichtbij::zaaktype::zaaktype_json_test
