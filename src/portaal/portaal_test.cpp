#include <doctest/doctest.h>

#include "portaal/bewaring.h"
#include "portaal/sessie_store.h"
#include "portaal/testing.h"

namespace dichtbij::portaal::portaal_test {
namespace {

using namespace testing;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;

std::int64_t count(store::Store& store, const std::string& table) {
    return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + table); });
}

template <class Test>
void on_both(WereldKeuze keuze, Test test) {
    for (const auto& fresh : store::testing::fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Wereld w(*fresh->store, keuze);
        Browser browser = w.browser();
        test(w, browser);
    }
}
template <class Test>
void on_both(Test test) {
    on_both({}, test);
}

}  // namespace

TEST_CASE("a resident signs in at the provider and finds his matters, running first") {
    on_both([](Wereld& w, Browser& browser) {
        w.add_zaak("Z-2026-000001").loopt.vraag = "Waar komt de nieuwe boom?";
        w.zaken.alle.back().loopt.vraag_url = "/mijn/zaken/1/antwoord";
        w.zaken.alle.back().loopt.vraag_knop = "Kies een plek";
        CHECK(holds(browser.get("/mijn"), "Kies uw gemeente"));
        browser.get("/g/oeverland");
        CHECK(location(browser.get("/mijn")) == "/g/oeverland/inloggen?naar=%2Fmijn");
        const auto back = sign_in(w, browser, bsn_fatima);
        CHECK(location(back) == "/mijn");
        const auto home = browser.get("/mijn");
        CHECK(home.status == 200);
        CHECK(holds(home, "Dag Fatima El Idrissi"));
        CHECK(holds(home, "Er loopt 1 ding. Bij 1 daarvan vragen wij iets van u."));
        CHECK(home.body.find("Kies een plek") < home.body.find("Loopt nu"));
        CHECK(holds(home, "Uiterlijk vrijdag 27 november"));
        CHECK(holds(home, "om 10.15 uur uit"));
        CHECK_FALSE(holds(home, bsn_fatima));
        for (const auto& [name, value] : browser.cookies()) CHECK(value.find(bsn_fatima) == std::string::npos);
    });
}

TEST_CASE("an attempt to sign in works once, in the browser in which it began, within ten minutes") {
    on_both([](Wereld& w, Browser& browser) {
        const auto away = browser.get("/g/oeverland/inloggen/digid");
        const std::string url = location(away);
        w.aanbieder.claims = claims_of(w.clock.now(), query_value(url, "nonce"), bsn_fatima);
        const std::string back = "/oidc/digid/terug?code=c1&iss=" + http::percent_encoded(issuer) + "&state=" + query_value(url, "state");
        Browser other = w.browser();
        other.get("/g/oeverland");
        CHECK(other.get(back).status == 403);
        CHECK(browser.get(back).status == 403);  // another browser used it up
        CHECK(location(sign_in(w, browser, bsn_fatima)) == "/mijn");

        const std::string again = location(browser.get("/g/oeverland/inloggen/digid"));
        w.clock.advance(aanmelding_geldig);
        CHECK(browser.get("/oidc/digid/terug?code=c1&iss=" + http::percent_encoded(issuer) + "&state=" + query_value(again, "state")).status == 403);
        CHECK(browser.get("/oidc/digid/terug?code=c1&state=verzonnen").status == 403);
        CHECK(browser.get("/oidc/onbekend/terug?code=c1&state=x").status == 404);
    });
}

TEST_CASE("the answer must name the issuer, and a replayed answer signs nobody in") {
    on_both([](Wereld& w, Browser& browser) {
        for (const std::string& iss : {std::string(), std::string("&iss=https%3A%2F%2Fkwaad.example")}) {
            const std::string url = location(browser.get("/g/oeverland/inloggen/digid"));
            w.aanbieder.claims = claims_of(w.clock.now(), query_value(url, "nonce"), bsn_fatima);
            CHECK(browser.get("/oidc/digid/terug?code=c1&state=" + query_value(url, "state") + iss).status == 403);
        }
        const std::string url = location(browser.get("/g/oeverland/inloggen/digid"));
        w.aanbieder.claims = claims_of(w.clock.now(), query_value(url, "nonce"), bsn_fatima);
        const std::string back = "/oidc/digid/terug?code=c1&iss=" + http::percent_encoded(issuer) + "&state=" + query_value(url, "state");
        CHECK(browser.get(back).status == 303);
        CHECK(browser.get(back).status == 403);
        CHECK(count(w.store, "portaal_sessie") == 1);
    });
}

TEST_CASE("what goes wrong at the provider is told in plain words, with a way on") {
    on_both([](Wereld& w, Browser& browser) {
        const auto back = [&](const std::string& error) {
            const std::string url = location(browser.get("/g/oeverland/inloggen/digid"));
            return browser.get("/oidc/digid/terug?error=" + error + "&iss=" + http::percent_encoded(issuer) + "&state=" + query_value(url, "state"));
        };
        const auto cancelled = back("access_denied");
        CHECK(cancelled.status == 200);
        CHECK(holds(cancelled, "U bent gestopt bij DigiD."));
        CHECK(holds(cancelled, "/g/oeverland/inloggen/digid?naar="));
        CHECK(back("server_error").status == 503);
        CHECK(holds(back("temporarily_unavailable"), "Dat ligt niet aan u"));
        w.aanbieder.id_token = "onzin";
        CHECK(holds(sign_in(w, browser, bsn_fatima), "niet vertrouwen"));
        w.aanbieder.id_token.clear();
        w.clock.advance(oidc::metadata_geldig);
        w.aanbieder.ligt_eruit = true;
        const auto away = browser.get("/g/oeverland/inloggen/digid");
        CHECK((away.status == 303 || away.status == 503));
        CHECK(count(w.store, "portaal_sessie") == 0);
    });
}

TEST_CASE("a page that asks a higher level offers it, and a lower one is not let in") {
    on_both([](Wereld& w, Browser& browser) {
        w.site.get("/mijn/geheim", Eis::ingelogd(Betrouwbaarheidsniveau::hoog), [](http::Request&, Mijn& mijn) { return mijn.page("Geheim", html::p("diep geheim")); });
        sign_in(w, browser, bsn_fatima);
        const auto refused = browser.get("/mijn/geheim");
        CHECK(refused.status == 403);
        CHECK_FALSE(holds(refused, "diep geheim"));
        CHECK(holds(refused, "/g/oeverland/inloggen?naar=%2Fmijn%2Fgeheim&amp;niveau=hoog"));
        const std::string url = location(browser.get("/g/oeverland/inloggen/digid?naar=%2Fmijn%2Fgeheim&niveau=hoog"));
        w.aanbieder.claims = claims_of(w.clock.now(), query_value(url, "nonce"), bsn_fatima);
        const std::string tail = "?code=c1&iss=" + http::percent_encoded(issuer) + "&state=";
        CHECK(holds(browser.get("/oidc/digid/terug" + tail + query_value(url, "state")), "lager niveau"));
        const std::string again = location(browser.get("/g/oeverland/inloggen/digid?naar=%2Fmijn%2Fgeheim&niveau=hoog"));
        w.aanbieder.claims = claims_of(w.clock.now(), query_value(again, "nonce"), bsn_fatima);
        w.aanbieder.claims["acr"] = "http://eidas.europa.eu/LoA/high";
        CHECK(location(browser.get("/oidc/digid/terug" + tail + query_value(again, "state"))) == "/mijn/geheim");
        CHECK(holds(browser.get("/mijn/geheim"), "diep geheim"));
    });
}

TEST_CASE("who the gemeente does not know is let in, told so, and stays unknown until he does something") {
    on_both([](Wereld& w, Browser& browser) {
        const auto before = count(w.store, "partij");
        sign_in(w, browser, bsn_onbekend);
        CHECK(holds(browser.get("/mijn"), "Wij kennen u nog niet"));
        CHECK(count(w.store, "partij") == before);
        std::string token;
        for (const auto& [name, value] : browser.cookies())
            if (name == "mijn") token = value;
        const auto sessie = w.sessies.find(token, access::testing::desk.user_agent, Gebruik::telt_niet);
        REQUIRE(sessie);
        partij::Gegevens wie;
        partij::Persoon persoon;
        persoon.naam.voornaam = "Jan";
        persoon.naam.achternaam = "Vis";
        wie.wie = persoon;
        const auto known = w.store.write([&](store::Tx& tx) { return w.sessies.leer_kennen(tx, *sessie, w.partijen, wie); });
        REQUIRE(known);
        CHECK(holds(browser.get("/mijn"), "Dag Jan Vis"));
        Browser later = w.browser();
        sign_in(w, later, bsn_onbekend);
        CHECK(holds(later.get("/mijn"), "Dag Jan Vis"));
    });
}

TEST_CASE("who acts for another sees what is of that other, and a company becomes known with the first thing it asks") {
    on_both([](Wereld& w, Browser&) {
        const auto session_of = [&](Bewering wie) {
            NieuweSessie nieuw{.gemeente = w.v.oeverland, .aanbieder = "digid", .bewering = std::move(wie)};
            return w.sessies.find(w.sessies.begin(nieuw), "", Gebruik::telt_niet);
        };
        Bewering machtiging;
        machtiging.bsn = bsn_onbekend;
        machtiging.vertegenwoordigde_bsn = bsn_fatima;
        const auto daughter = session_of(machtiging);
        CHECK(daughter->inwoner.voor_ander);
        CHECK(daughter->inwoner.voor() == w.fatima);
        CHECK_FALSE(daughter->inwoner.partij);
        std::swap(machtiging.bsn, machtiging.vertegenwoordigde_bsn);
        const auto for_unknown = session_of(machtiging);
        CHECK(for_unknown->inwoner.partij == w.fatima);
        CHECK(for_unknown->inwoner.van.empty());  // not her own matters either
        CHECK(w.store.write([&](store::Tx& tx) { return w.sessies.leer_kennen(tx, *for_unknown, w.partijen, {}); }).error().key == "portaal.fout.voor_ander");

        Bewering bedrijf;
        bedrijf.kvk_nummer = "90000001";
        bedrijf.pseudoniem = "medewerker-7";
        const auto company = session_of(bedrijf);
        CHECK(company->inwoner.herkend == Herkend::kvk_nummer);
        CHECK(company->inwoner.pseudoniem.find("medewerker") == std::string::npos);
        partij::Gegevens wie;
        wie.wie = partij::Organisatie{"Bakkerij Van Loon"};
        const auto known = w.store.write([&](store::Tx& tx) { return w.sessies.leer_kennen(tx, *company, w.partijen, wie); });
        REQUIRE(known);
        CHECK(session_of(bedrijf)->inwoner.voor() == *known);
        CHECK(session_of(bedrijf)->inwoner.naam == "Bakkerij Van Loon");
    });
}

TEST_CASE("a session ends after fifteen minutes without use, after four hours in any case, and in another browser at once") {
    on_both([](Wereld& w, Browser& browser) {
        sign_in(w, browser, bsn_fatima);
        for (int i = 0; i < 3; ++i) {
            w.clock.advance(minutes(14));
            CHECK(browser.get("/mijn").status == 200);
        }
        w.clock.advance(minutes(14));
        CHECK(browser.get("/mijn/sessie").body == "{\"seconden\":60}");
        w.clock.advance(minutes(1));
        CHECK(location(browser.get("/mijn")) == "/g/oeverland/inloggen?naar=%2Fmijn&verlopen=1");
        CHECK(browser.get("/mijn/sessie").body == "{\"seconden\":0}");

        sign_in(w, browser, bsn_fatima);
        for (int i = 0; i < 24; ++i) {
            w.clock.advance(minutes(10));
            browser.get("/mijn");
        }
        CHECK(browser.get("/mijn").status == 303);

        sign_in(w, browser, bsn_fatima);
        std::string token;
        for (const auto& [name, value] : browser.cookies())
            if (name == "mijn") token = value;
        CHECK(w.sessies.find(token, access::testing::desk.user_agent, Gebruik::telt_niet));
        CHECK_FALSE(w.sessies.find(token, "another browser", Gebruik::telt_niet));
    });
}

TEST_CASE("signing out ends the session here and goes on to the provider without a token in the address") {
    on_both([](Wereld& w, Browser& browser) {
        sign_in(w, browser, bsn_fatima);
        CHECK(browser.post_without_token("/mijn/uitloggen").status == 403);
        browser.get("/mijn");
        const auto out = browser.post("/mijn/uitloggen", {});
        CHECK(out.headers.get("Refresh") == "0; url=https://broker.example/uit?client_id=dichtbij&post_logout_redirect_uri=https%3A%2F%2Fmijn.oeverland.example%2Fmijn%2Fuitgelogd");
        CHECK(count(w.store, "portaal_sessie") == 0);
        CHECK(browser.get("/mijn").status == 303);
        CHECK(holds(browser.get("/mijn/uitgelogd"), "U bent uitgelogd"));
    });
}

TEST_CASE("the provider ends a session by its own id, and only with a token it signed or in its own name") {
    on_both([](Wereld& w, Browser& browser) {
        sign_in(w, browser, bsn_fatima);
        browser.get("/oidc/digid/afmelden?iss=https%3A%2F%2Fkwaad.example&sid=s1");
        browser.get("/oidc/digid/afmelden?iss=" + http::percent_encoded(issuer) + "&sid=s2");
        CHECK(count(w.store, "portaal_sessie") == 1);
        browser.get("/oidc/digid/afmelden?iss=" + http::percent_encoded(issuer) + "&sid=s1");
        CHECK(count(w.store, "portaal_sessie") == 0);

        sign_in(w, browser, bsn_fatima);
        CHECK(browser.post("/oidc/digid/afmelden", {{"logout_token", "onzin"}}).status == 400);
        json::object claims = claims_of(w.clock.now(), "n", bsn_fatima);
        claims.erase("nonce");
        claims.erase("sid");
        claims["events"] = json::object{{"http://schemas.openid.net/event/backchannel-logout", json::object()}};
        CHECK(browser.post("/oidc/digid/afmelden", {{"logout_token", oidc::sign_jwt(claims, w.aanbieder.key, oidc::Algoritme::RS256, "k1")}}).status == 200);
        CHECK(count(w.store, "portaal_sessie") == 0);
    });
}

TEST_CASE("erasing someone signs him out, and old rows are destroyed by rule") {
    on_both([](Wereld& w, Browser& browser) {
        sign_in(w, browser, bsn_fatima);
        w.store.write([&](store::Tx& tx) { w.sessies.forget_partij(tx, w.fatima); });
        CHECK(browser.get("/mijn").status == 303);
        sign_in(w, browser, bsn_fatima);
        access::Bewaring bewaring(w.store);
        bewaring.add(bewaar_regels());
        const auto list = migrations();
        CHECK(bewaring.problems(list).empty());
        bewaring.run(w.clock.now());
        CHECK(count(w.store, "portaal_sessie") == 1);
        bewaring.run(w.clock.now() + days(2));
        CHECK(count(w.store, "portaal_sessie") == 0);
    });
}

TEST_CASE("every public page is there in both languages, with all its words and a gemeente of its own") {
    on_both({.heeft_aanbieder = true, .heeft_demo = true, .heeft_codes = true}, [](Wereld& w, Browser& browser) {
        for (const std::string taal : {"nl", "en"})
            for (const std::string path : {"", "/contact", "/inloggen", "/inloggen?niveau=hoog&verlopen=1", "/demo", "/volgen", "/volgen/code", "/toegankelijkheid", "/privacy"}) {
                CAPTURE(path);
                const auto page = browser.get("/g/oeverland" + path + (path.find('?') == std::string::npos ? "?" : "&") + "taal=" + taal);
                CHECK(page.status == 200);
                CHECK_FALSE(holds(page, "«"));
                CHECK(holds(page, "<html lang=\"" + taal + "\""));
                CHECK(holds(page, "/g/oeverland/toegankelijkheid"));
                CHECK(page.body.size() < 20'000);
            }
        CHECK(browser.get("/g/nergens").status == 404);
        CHECK(browser.get("/g").status == 200);  // two gemeenten: choose
        CHECK(w.site.delen().texts.of(html::Taal::nl).has("portaal.kies.kop"));
    });
}

TEST_CASE("in a demo a resident signs in by choosing, which is marked on every page") {
    on_both({.heeft_aanbieder = false, .heeft_demo = true, .heeft_codes = false}, [](Wereld& w, Browser& browser) {
        const auto list = browser.get("/g/oeverland/demo");
        CHECK(holds(list, "Fatima El Idrissi"));
        CHECK(browser.post("/g/oeverland/demo", {{"partij", access::testing::test_id<Partij>(77).text()}}).status == 404);
        browser.get("/g/oeverland/demo");
        CHECK(location(browser.post("/g/oeverland/demo", {{"partij", w.fatima.text()}, {"naar", "/mijn"}})) == "/mijn");
        CHECK(holds(browser.get("/mijn"), "Dit is een demo"));
    });
    on_both([](Wereld&, Browser& browser) { CHECK(browser.get("/g/oeverland/demo").status == 404); });
}

TEST_CASE("where someone comes back to is a page of a resident on this site") {
    for (const char* path : {"/mijn", "/mijn/zaken/1?a=b", "/g/oeverland/contact"}) CHECK(veilig_pad(path) == path);
    for (const char* path : {"", "/", "//kwaad.example", "https://kwaad.example", "/mijn//kwaad", "/mijnenveld", "/beheer", "/mijn\\kwaad", "/mijn\r\nX: y"}) {
        CAPTURE(path);
        CHECK(veilig_pad(path) == "/mijn");
    }
}

}  // namespace dichtbij::portaal::portaal_test
