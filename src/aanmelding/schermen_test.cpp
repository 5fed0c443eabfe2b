#include <doctest/doctest.h>

#include "aanmelding/testing.h"
#include "support/stores.h"

namespace dichtbij::aanmelding::schermen_test {
namespace {

using access::Grant;
using access::Rol;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using testing::Persoon;
using testing::query_value;
using testing::Wereld;

struct Scherm {
    std::unique_ptr<store::testing::FreshStore> fresh = fresh_sqlite(testing::schema());
    Wereld w{*fresh->store};
    http::Router router;
    access::DeskSite site{{router, w.accounts, access::testing::test_texts(), [](std::string_view file) { return "/assets/" + std::string(file); }, {}, {}}};
    organisatie::OrganisatieService organisatie{w.store, w.clock, w.ids};

    Scherm() {
        access::add_sign_in_screens(site, werkaccount(w.service, "https://kcc.oeverland.example/inloggen"));
        add_sign_in_routes(site, router, w.service);
        add_routes(site, w.beheer, organisatie);
        site.get("/taken", [](http::Request&, access::Desk& desk) { return desk.page("Taken", html::p("taken van " + desk.caller.naam)); });
        w.geef("baas", Grant{Rol::beheerder, w.v.oeverland, {}});
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
    }
    http::Response enter(Browser& browser, const Persoon& p) {
        const std::string url = location(browser.get("/inloggen/werkaccount?naar=/taken"));
        w.nep.claims = w.claims_of(p, query_value(url, "nonce"));
        return browser.get("/inloggen/werkaccount/terug?code=c1&state=" + query_value(url, "state") + "&iss=" + http::percent_encoded(oidc::testing::issuer));
    }
};

}  // namespace

TEST_CASE("the button leads to the provider and back to the page that was asked") {
    Scherm s;
    Browser browser(s.router);
    CHECK(holds(browser.get("/inloggen?naar=/taken"), "/inloggen/werkaccount?naar=%2Ftaken"));
    const auto back = s.enter(browser, {.groepen = {"kcc"}});
    CHECK(back.status == 303);
    CHECK(location(back) == "/taken");
    CHECK(holds(browser.get("/taken"), "taken van Nina Nieuw"));
    CHECK(browser.get("/beheer/aanmelden").status == 403);
}

TEST_CASE("whoever has no group reads whom to ask, in words and not in codes") {
    Scherm s;
    Browser boss(s.router);
    s.enter(boss, {.sub = "b", .email = "baas@oeverland.example", .naam = "Bea Baas", .groepen = {"baas"}});
    Browser browser(s.router);
    const auto page = s.enter(browser, {});
    CHECK(page.status == 403);
    CHECK(holds(page, "Je hebt nog geen toegang"));
    CHECK(holds(page, "Bea Baas"));
    CHECK(browser.get("/taken").status == 303);
    const auto list = boss.get("/beheer/aanmelden");
    CHECK(holds(list, "Nina Nieuw"));
    CHECK(holds(list, "Zit in geen groep"));
}

TEST_CASE("a beheerder adds and removes what a group gives, and tries it out") {
    Scherm s;
    Browser boss(s.router);
    s.enter(boss, {.sub = "b", .email = "baas@oeverland.example", .naam = "Bea Baas", .groepen = {"baas"}});
    REQUIRE(holds(boss.get("/beheer/aanmelden"), "https://broker.example"));
    CHECK(boss.post("/beheer/aanmelden", {{"groep", ""}, {"wat", "behandelaar"}, {"waar", s.w.v.oeverland.text()}}).status == 422);
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "x"}, {"wat", ""}, {"waar", ""}}).status == 422);
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "x"}, {"wat", "lid"}, {"waar", s.w.v.oeverland.text()}}).status == 422);
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "x"}, {"wat", "beheerder"}, {"waar", s.w.v.heidedal.text()}}).status == 404);
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "x"}, {"wat", "domein:wmo"}, {"waar", ""}}).status == 403);
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "kcc"}, {"wat", "kcc_medewerker"}, {"waar", s.w.v.oeverland.text()}}).status == 422);
    boss.get("/beheer/aanmelden");
    CHECK(boss.post("/beheer/aanmelden", {{"groep", "/groen"}, {"wat", "behandelaar"}, {"waar", s.w.v.oeverland.text() + " " + s.w.v.vergunningen.text()}}).status == 303);
    CHECK(holds(boss.get("/beheer/aanmelden?proef=groen"), "Behandelaar in team Vergunningen"));
    CHECK(holds(boss.get("/beheer/aanmelden?proef=onbekend"), "komt niet binnen"));
    const auto all = s.w.beheer.toewijzingen(s.w.baas).value();
    for (const Toewijzing& one : all)
        if (one.groep == "groen") CHECK(boss.post("/beheer/aanmelden/" + one.id.text() + "/weg", {}).status == 303);
    CHECK(s.w.beheer.toewijzingen(s.w.baas)->size() == 2);
}

TEST_CASE("the provider ends a session without a form token, and nonsense ends none") {
    Scherm s;
    Browser browser(s.router);
    s.enter(browser, {.groepen = {"kcc"}});
    Browser machine(s.router);
    CHECK(machine.post("/inloggen/werkaccount/afmelden", {{"logout_token", "onzin"}}).status == 400);
    CHECK(browser.get("/taken").status == 200);
    auto token = s.w.claims_of({}, "");
    token.erase("nonce");
    token["events"] = testing::json::object{{"http://schemas.openid.net/event/backchannel-logout", testing::json::object()}};
    CHECK(machine.post("/inloggen/werkaccount/afmelden", {{"logout_token", oidc::sign_jwt(token, s.w.nep.key, oidc::Algoritme::RS256, "k1")}}).status == 200);
    CHECK(browser.get("/taken").status == 303);
}

TEST_CASE("emergency access is given to a local account only, and shown") {
    Scherm s;
    const access::NewAccount local{.medewerker = s.w.v.sanne, .email = "sanne@oeverland.example", .naam = "Sanne de Wit", .grants = {{Rol::beheerder, s.w.v.oeverland, {}}}};
    s.w.store.write([&](store::Tx& tx) { return access::make_account(s.w.accounts, tx, access::system_caller("proef"), local, {"", access::Geldigheid::blijvend}); }).value();
    Browser boss(s.router);
    s.enter(boss, {.sub = "b", .email = "baas@oeverland.example", .naam = "Bea Baas", .groepen = {"baas"}});
    CHECK(holds(boss.get("/beheer/aanmelden"), "Er is nog geen account voor noodtoegang"));
    const auto given = boss.post("/beheer/aanmelden/nood", {{"medewerker", s.w.v.sanne.text()}});
    CHECK(given.status == 200);
    CHECK(given.headers.get("Cache-Control") == "no-store");
    const auto page = boss.get("/beheer/aanmelden");
    CHECK_FALSE(holds(page, "Er is nog geen account voor noodtoegang"));
    CHECK(boss.post("/beheer/aanmelden/nood-weg", {{"medewerker", s.w.v.sanne.text()}}).status == 303);
}

}  // namespace dichtbij::aanmelding::schermen_test
