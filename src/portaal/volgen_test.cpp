#include <doctest/doctest.h>

#include "portaal/testing.h"

namespace dichtbij::portaal::volgen_test {
namespace {

using namespace testing;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using Velden = std::vector<std::pair<std::string, std::string>>;

template <class Test>
void on_both(WereldKeuze keuze, Test test) {
    for (const auto& fresh : store::testing::fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Wereld w(*fresh->store, keuze);
        Browser browser = w.browser();
        browser.get("/g/oeverland/volgen");
        test(w, browser);
    }
}
template <class Test>
void on_both(Test test) {
    on_both({}, test);
}

Velden adres(const std::string& nummer, const std::string& postcode = "3999 ab", const std::string& huisnummer = "18 A") {
    return {{"nummer", nummer}, {"postcode", postcode}, {"huisnummer", huisnummer}};
}

// The page without the number that was typed and the tokens, for comparing answers.
std::string main_of(const http::Response& page) {
    const auto at = page.body.find("error-summary");
    return page.body.substr(at, page.body.find("</div>", at) - at);
}

}  // namespace

TEST_CASE("a matter of a kind that is marked so is followed with number, postcode and house number, and shows little") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001").met_postcode = true;
        CHECK(location(browser.post("/g/oeverland/volgen", adres("Z-2026-000001"))) == "/mijn/volgt");
        const auto page = browser.get("/mijn/volgt");
        CHECK(page.status == 200);
        CHECK(holds(page, "Pieter Hoekstra"));
        CHECK(holds(page, "Uiterlijk vrijdag 27 november"));
        CHECK_FALSE(holds(page, "Fatima"));
        CHECK(browser.get("/mijn/alles").status == 303);  // that is for who signed in
        w.log.flush();
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from inzage where rollen = 'inwoner' and soort = 'detail'"); }) == 2);
        w.clock.advance(minutes(30));
        CHECK(browser.get("/mijn/volgt").status == 303);
    });
}

TEST_CASE("unknown, wrong, not marked, confidential and secret get the same answer") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001").met_postcode = true;
        w.add_zaak("Z-2026-000002");
        w.add_zaak("Z-2026-000003").met_postcode = true;
        w.zaken.alle.back().domein = "wmo";
        w.add_zaak("Z-2026-000004").met_postcode = true;
        const auto hidden = w.add("Rosa", "", w.v.oeverland);
        w.zaken.alle.back().van = {hidden};
        auto read = w.partijen.read(access::system_caller("proef"), hidden);
        auto beeld = std::get<partij::PartijBeeld>(*read).partij;
        beeld.gegevens.indicaties.geheimhouding = true;
        REQUIRE(w.partijen.change(access::system_caller("proef"), {hidden, beeld.versie, beeld.gegevens, {}}));
        const std::string unknown = main_of(browser.post("/g/oeverland/volgen", adres("Z-2026-999999")));
        CHECK(unknown.find("Wij vinden geen vraag") != std::string::npos);
        for (const Velden& typed : {adres("Z-2026-000001", "3999 AC"), adres("Z-2026-000001", "3999 AB", "18"), adres("Z-2026-000002"), adres("Z-2026-000003"), adres("Z-2026-000004")}) {
            CAPTURE(typed.front().second);
            const auto page = browser.post("/g/oeverland/volgen", typed);
            CHECK(page.status == 422);
            CHECK(main_of(page) == unknown);
        }
        w.log.flush();
        CHECK(w.store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from inzage where soort = 'zoekopdracht'"); }) == 6);
    });
}

TEST_CASE("a code goes to the address we know, works once, and says nothing to who guesses") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001");
        CHECK(location(browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-000001"}})) == "/g/oeverland/volgen/code");
        REQUIRE(w.post.brieven.size() == 1);
        CHECK(w.post.brieven.front().naar == "fatima@voorbeeld.example");
        const std::string code = w.post.code();
        browser.get("/g/oeverland/volgen/code");
        Browser other = w.browser();
        other.get("/g/oeverland/volgen/code");
        CHECK(other.post("/g/oeverland/volgen/code/controle", {{"code", code}}).status == 422);
        CHECK(browser.post("/g/oeverland/volgen/code/controle", {{"code", "000000"}}).status == 422);
        CHECK(location(browser.post("/g/oeverland/volgen/code/controle", {{"code", code.substr(0, 3) + " " + code.substr(3)}})) == "/mijn/volgt");
        CHECK(holds(browser.get("/mijn/volgt"), "Kapvergunning"));
        CHECK(browser.post("/g/oeverland/volgen/code/controle", {{"code", code}}).status != 303);

        // A number that nobody has: the same answer, and no letter.
        const auto unknown = browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-999999"}});
        CHECK(w.post.brieven.size() == 1);
        CHECK(unknown.status != 422);
    });
}

TEST_CASE("a code can be tried five times and lasts ten minutes; nothing confidential gets one") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001");
        browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-000001"}});
        browser.get("/g/oeverland/volgen/code");
        for (int i = 0; i < code_pogingen; ++i) browser.post("/g/oeverland/volgen/code/controle", {{"code", w.post.code() == "000000" ? "111111" : "000000"}});
        CHECK(browser.post("/g/oeverland/volgen/code/controle", {{"code", w.post.code()}}).status == 422);

        w.clock.advance(hours(1));
        browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-000001"}});
        w.clock.advance(code_geldig);
        CHECK(browser.post("/g/oeverland/volgen/code/controle", {{"code", w.post.code()}}).status == 422);

        w.zaken.alle.back().domein = "jeugd";
        const auto sent = w.post.brieven.size();
        CHECK(location(browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-000001"}})) == "/g/oeverland/volgen/code");
        CHECK(w.post.brieven.size() == sent);
    });
}

TEST_CASE("guessing is slowed down, per number and per address") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001").met_postcode = true;
        for (int i = 0; i < 5; ++i) CHECK(holds(browser.post("/g/oeverland/volgen", adres("z 2026 000001", "1111 AA")), "Wij vinden geen vraag"));
        CHECK(holds(browser.post("/g/oeverland/volgen", adres("Z-2026-000001")), "te vaak geprobeerd"));
        Browser other = w.browser();
        other.address = "192.0.2.77";
        other.get("/g/oeverland/volgen");
        CHECK(holds(other.post("/g/oeverland/volgen", adres("Z-2026-000001")), "te vaak geprobeerd"));
        for (int i = 0; i < 9; ++i) other.post("/g/oeverland/volgen", adres("Z-2026-10000" + std::to_string(i)));
        CHECK(holds(other.post("/g/oeverland/volgen", adres("Z-2026-200000")), "te vaak geprobeerd"));
    });
}

TEST_CASE("without post for codes that door is shut, and the page says how else") {
    on_both({.heeft_aanbieder = true, .heeft_demo = false, .heeft_codes = false}, [](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001");
        const auto page = browser.get("/g/oeverland/volgen");
        CHECK_FALSE(holds(page, "Stuur mij een code"));
        CHECK(holds(page, "Log in. Dan ziet u al uw vragen."));
        CHECK(browser.post("/g/oeverland/volgen/code", {{"code_nummer", "Z-2026-000001"}}).status == 422);
        CHECK(w.post.brieven.empty());
    });
}

TEST_CASE("what is missing is told beside each field and what was typed stays") {
    on_both([](Wereld&, Browser& browser) {
        const auto page = browser.post("/g/oeverland/volgen", {{"nummer", "Z-2026-000001"}, {"postcode", "fout"}, {"huisnummer", ""}});
        CHECK(page.status == 422);
        CHECK(holds(page, "Fout: Volg uw vraag"));
        CHECK(holds(page, "Vul een postcode in, bijvoorbeeld 3999 AB."));
        CHECK(holds(page, "Vul uw huisnummer in"));
        CHECK(holds(page, "value=\"Z-2026-000001\""));
    });
}

}  // namespace dichtbij::portaal::volgen_test
