#include "bericht/sjabloon.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "bericht/bericht.h"
#include "bericht/standaard.h"
#include "support/post.h"

namespace dichtbij::bericht::sjabloon_test {
namespace {

using testing::standaard;
using testing::texts;

const Day today = make_day(2026, 11, 23);

const html::Texts& nl() { return texts().of(html::Taal::nl); }
const html::Texts& en() { return texts().of(html::Taal::en); }

Waarden waarden() {
    return {{"naam", std::string("Fatima Idrissi")}, {"nummer", std::string("Z-2026-4821")}, {"zaaktype", Tweetalig{"Kapvergunning", "Permit to fell a tree"}},
            {"gemeente", std::string("Oeverland")},  {"telefoon", std::string("14 0399")},   {"casemanager", std::string("Marleen")},
            {"datum_ontvangst", today},              {"datum_belofte", make_day(2026, 11, 26)}};
}

const std::vector<Variabele>& variabelen() { return standaard().variabelen; }
const Sjabloon& ontvangen() { return *standaard().sjabloon("ontvangen"); }

std::vector<std::string> keys_of(const std::vector<FieldError>& errors) {
    std::vector<std::string> keys;
    for (const auto& error : errors) keys.push_back(error.field + " " + error.key.substr(std::string("bericht.fout.").size()));
    return keys;
}

}  // namespace

TEST_CASE("a template is filled in the language of the reader, with dates in words") {
    const Inhoud inhoud{"Uw vraag {nummer}", "Your question {nummer}", "Beste {naam},\n\nUiterlijk {datum_belofte}: {zaaktype}.", "Dear {naam},\n\nBy {datum_belofte}: {zaaktype}."};
    CHECK(vul_in(nl(), inhoud, variabelen(), waarden(), today).value() == Ingevuld{"Uw vraag Z-2026-4821", "Beste Fatima Idrissi,\n\nUiterlijk donderdag 26 november: Kapvergunning."});
    CHECK(vul_in(en(), inhoud, variabelen(), waarden(), today).value() == Ingevuld{"Your question Z-2026-4821", "Dear Fatima Idrissi,\n\nBy Thursday 26 November: Permit to fell a tree."});
}

TEST_CASE("a message never shows a hole: without a value it is refused, or its paragraph falls away") {
    const Inhoud inhoud{"O", "O", "Een {reden}.\n\nBel {telefoon}.\n\nGroet", "x"};
    auto some = waarden();
    const auto refused = vul_in(nl(), inhoud, variabelen(), some, today);
    REQUIRE_FALSE(refused);
    CHECK(keys_of(refused.error().fields) == std::vector<std::string>{"reden waarde_ontbreekt"});
    some["reden"] = std::string("  ");
    CHECK_FALSE(vul_in(nl(), inhoud, variabelen(), some, today));
    some["reden"] = std::string("boom");
    some["telefoon"] = std::string();
    CHECK(vul_in(nl(), inhoud, variabelen(), some, today)->tekst == "Een boom.\n\nGroet");
    CHECK(vul_concept_in(nl(), inhoud, variabelen(), waarden(), today).tekst == "Een {reden}.\n\nBel 14 0399.\n\nGroet");
}

TEST_CASE("a value with braces in it is not filled in again") {
    auto some = waarden();
    some["reden"] = std::string("{naam} schreef {x}");
    CHECK(vul_in(nl(), {"O", "O", "{reden}", "x"}, variabelen(), some, today)->tekst == "{naam} schreef {x}");
}

TEST_CASE("an amount is written in euros and cents") {
    CHECK(in_woorden(nl(), Bedrag{2305}, today) == "€ 23,05");
    CHECK(in_woorden(en(), Bedrag{144200}, today) == "€1442.00");
}

TEST_CASE("words with an unknown, a missing or a personal variable are refused when they are saved") {
    struct Row { const char* field; std::string words; std::vector<std::string> wrong; };
    const Inhoud good = ontvangen().inhoud;
    CHECK(problems(ontvangen(), variabelen(), good).empty());
    for (const Row& row : std::initializer_list<Row>{{"onderwerp_nl", "Uw vraag van {naam} {nummer}", {"onderwerp_nl variabele_persoonlijk"}},
                                                     {"onderwerp_nl", "", {"onderwerp_nl leeg"}},
                                                     {"onderwerp_nl", "a\nb {nummer}", {"onderwerp_nl een_regel"}},
                                                     {"tekst_nl", "Op {datum_belofte} {onbekend} {nummer}", {"tekst_nl variabele_onbekend"}},
                                                     {"tekst_nl", "{datum_belofte} {besluit} {nummer}", {"tekst_nl variabele_onbekend"}},
                                                     {"tekst_nl", "Wij hebben uw vraag {nummer}", {"tekst_nl variabele_ontbreekt"}},
                                                     {"tekst_nl", "{datum_belofte} {nummer} {", {"tekst_nl haakje", "tekst_nl variabele_onbekend"}},
                                                     {"tekst_nl", "{datum_belofte} {nummer} }", {"tekst_nl haakje"}},
                                                     {"tekst_nl", "{datum_belofte} {nummer} {} ", {"tekst_nl variabele_onbekend"}},
                                                     {"tekst_nl", "{datum_belofte} {nummer} {Naam}", {"tekst_nl variabele_onbekend"}}}) {
        Inhoud inhoud = good;
        (std::string(row.field) == "tekst_nl" ? inhoud.tekst_nl : inhoud.onderwerp_nl) = row.words;
        CAPTURE(row.words);
        CHECK(keys_of(problems(ontvangen(), variabelen(), inhoud)) == row.wrong);
    }
    Inhoud lang = good;
    lang.tekst_en += std::string(tekst_limit, 'x');
    CHECK(keys_of(problems(ontvangen(), variabelen(), lang)) == std::vector<std::string>{"tekst_en te_lang"});
}

TEST_CASE("the shipped templates are complete, differ, and read well with their examples") {
    CHECK(standaard().sjablonen.size() >= 15);
    std::set<std::string> subjects;
    for (const Sjabloon& one : standaard().sjablonen) {
        CAPTURE(one.code);
        CHECK(subjects.insert(one.inhoud.onderwerp_nl).second);
        for (const html::Taal taal : {html::Taal::nl, html::Taal::en}) {
            const Ingevuld shown = vul_voorbeeld_in(texts().of(taal), one.inhoud, variabelen());
            CHECK(shown.tekst.find('{') == std::string::npos);
            CHECK(shown.onderwerp.find('{') == std::string::npos);
            CHECK(problems(shown.onderwerp, shown.tekst).empty());
            CHECK(paragraphs(shown.tekst).size() >= 3);
        }
    }
}

TEST_CASE("a broken file of templates is refused with what is wrong") {
    const auto wrong = [](std::string_view bytes) {
        try {
            lees_standaard(bytes, "proef");
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string("it was read");
    };
    CHECK(wrong("{").find("no JSON") != std::string::npos);
    CHECK(wrong("[]").find("no group") != std::string::npos);
    CHECK(wrong(R"({"formaat": "x"})").find("formaat is not") != std::string::npos);
    CHECK(wrong(R"({"formaat": "dichtbij-berichten-1", "variabelen": [{"code": "a"}]})").find("variabelen 1") != std::string::npos);
    CHECK(wrong(R"({"formaat": "dichtbij-berichten-1", "variabelen": [], "sjablonen": [], "gebeurtenissen": [], "regels": [{"code": "r", "gebeurtenis": "x", "kenmerk": "",
                  "waarde": "", "zaaktype": "", "kanaal": "", "sjabloon": "y", "actief": true}]})").find("rule r") != std::string::npos);
}

TEST_CASE("a subject that says who someone is, is refused") {
    struct Row { const char* onderwerp; bool is_good; };
    for (const Row& row : std::initializer_list<Row>{{"Uw vraag Z-2026-048291", true}, {"Uw BSN 123456782", false}, {"Bel 06 1234 5678", false}, {"f.idrissi@example.nl", false},
                                                     {"Besluit van 23 november 2026", true}, {"", false}, {"regel\nregel", false}}) {
        CAPTURE(row.onderwerp);
        CHECK(problems(row.onderwerp, "Tekst").empty() == row.is_good);
    }
    CHECK(problems("Onderwerp", "  \n ").size() == 1);
    CHECK(keys_of(problems("Onderwerp", "Dit is waarom: {reden}")) == std::vector<std::string>{"tekst niet_ingevuld"});
    CHECK(problems("Onderwerp", "f(x) { return; }").empty());
}

TEST_CASE("paragraphs are what stands between empty lines") {
    CHECK(paragraphs("a\nb\n\n\n c \n \nd") == std::vector<std::string>{"a\nb", "c", "d"});
    CHECK(paragraphs(" \n\n").empty());
}

TEST_CASE("the most exact rule decides; a rule without a template keeps silent; of equal ones the own") {
    const Berichtregel ruim{.code = "ruim", .gebeurtenis = "zaak.status_gezet", .sjabloon = "status"};
    Berichtregel klacht{.code = "klacht", .gebeurtenis = "zaak.status_gezet", .zaaktype = "klacht", .sjabloon = ""};
    Berichtregel eigen{.code = "eigen", .gebeurtenis = "zaak.status_gezet", .sjabloon = "document", .eigen = true};
    Berichtregel stap{.code = "stap", .gebeurtenis = "zaak.status_gezet", .kenmerk = "status", .waarde = "besluit", .zaaktype = "klacht", .sjabloon = "besluit"};
    std::vector<Berichtregel> regels{ruim, klacht, stap};
    const auto code_of = [&](const Voorval& voorval) {
        const Berichtregel* found = beslissend(regels, voorval);
        return found ? found->code : std::string();
    };
    CHECK(code_of({"zaak.status_gezet", {}, "kap", ""}) == "ruim");
    CHECK(code_of({"zaak.status_gezet", {}, "klacht", ""}) == "klacht");
    CHECK(code_of({"zaak.status_gezet", {{"status", "besluit"}}, "klacht", ""}) == "stap");
    CHECK(code_of({"zaak.status_gezet", {{"status", "anders"}}, "klacht", ""}) == "klacht");
    CHECK(code_of({"zaak.gesloten", {}, "", ""}).empty());
    regels.push_back(eigen);
    CHECK(code_of({"zaak.status_gezet", {}, "kap", ""}) == "eigen");
    for (Berichtregel& one : regels) one.actief = false;
    CHECK(code_of({"zaak.status_gezet", {}, "kap", ""}).empty());
}

}  // namespace dichtbij::bericht::sjabloon_test
