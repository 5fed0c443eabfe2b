#include <doctest/doctest.h>

#include <array>

#include "access/desk_testing.h"
#include "organisatie/organisatie_routes.h"
#include "organisatie/testing.h"
#include "support/stores.h"

namespace dichtbij::organisatie::schermen_test {
namespace {

using access::Rol;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using access::testing::test_id;

std::vector<store::Migration> schema() {
    auto all = testing::schema();
    all.insert(all.end(), access::migrations().begin(), access::migrations().end());
    return all;
}

// Anna manages Oeverland, Bert answers the phone there, Carla leads the only team. Signed in as 1, 2, 3.
struct World {
    std::unique_ptr<store::testing::FreshStore> fresh = fresh_sqlite(schema());
    access::testing::Site site{*fresh->store};
    IdSource ids{site.desk.clock, 7};
    OrganisatieService service{*fresh->store, site.desk.clock, ids};
    Id<dichtbij::Gemeente> oeverland = access::testing::oeverland;
    Id<dichtbij::Medewerker> anna, bert, carla;
    Id<dichtbij::Team> kcc = test_id<dichtbij::Team>(1);
    Id<dichtbij::Onderwerp> paspoort = test_id<dichtbij::Onderwerp>(1);
    Id<dichtbij::Product> product = test_id<dichtbij::Product>(1);

    World() {
        anna = site.desk.add(1, {{Rol::beheerder, oeverland, {}}});
        bert = site.desk.add(2, {{Rol::kcc_medewerker, oeverland, {}}});
        carla = site.desk.add(3, {{Rol::teamleider, oeverland, kcc}});
        fresh->store->write([&](store::Tx& tx) {
            add(tx, Gemeente{oeverland, "oeverland", "Oeverland", "14 0399", "info@oeverland.example", "", "", 0});
            for (const auto& [id, naam] : {std::pair{anna, "Anna Beheer"}, std::pair{bert, "Bert Balie"}, std::pair{carla, "Carla Leider"}}) {
                Medewerker medewerker;
                medewerker.id = id;
                medewerker.naam = naam;
                medewerker.email = std::string(1, static_cast<char>(naam[0] + 32)) + "@oeverland.example";
                medewerker.taal = "nl";
                add(tx, medewerker, oeverland);
            }
            const Id<dichtbij::Afdeling> afdeling = test_id<dichtbij::Afdeling>(1);
            add(tx, Afdeling{afdeling, "Dienstverlening", 0}, oeverland);
            add(tx, Team{kcc, afdeling, "KCC", carla, "", true, true, 0}, std::array{oeverland});
            add_member(tx, kcc, bert);
            add_skill(tx, bert, "Engels");
            add(tx, Product{product, oeverland, "Reisdocument", "", carla, kcc, true, 0});
            Onderwerp onderwerp;
            onderwerp.id = paspoort;
            onderwerp.gemeente = oeverland;
            onderwerp.naam = "Paspoort";
            onderwerp.team = kcc;
            onderwerp.proceseigenaar = carla;
            add(tx, onderwerp);
        });
        add_routes(site.site, service);
        add_style_routes(site.router, service);
    }
    Browser signed_in(int n) {
        Browser browser(site.router);
        browser.sign_in(n);
        return browser;
    }
    Id<Routeringsregel> regel() {
        Routeringsregel row;
        row.gemeente = oeverland;
        row.naam = "Alles";
        row.doel_team = kcc;
        return *service.add(site.desk.caller(1), row);
    }
};

}  // namespace

TEST_CASE("every screen of the organisation opens for a beheerder, with all its words") {
    World w;
    const std::string regel = w.regel().text();
    for (const std::string language : {"nl", "en"}) {
        Browser browser = w.signed_in(1);
        browser.language = language;
        for (const std::string& url : std::vector<std::string>
             {"/gids", "/gids?q=bert&vaardigheid=engels", "/gids/" + w.bert.text(), "/gids/" + w.anna.text(), "/afwezigheid",
              "/teams/" + w.kcc.text(), "/beheer", "/beheer/gemeenten/" + w.oeverland.text(),
              "/beheer/gemeenten/" + w.oeverland.text() + "/stijl", "/beheer/teams", "/beheer/teams/nieuw",
              "/beheer/teams/" + w.kcc.text(), "/beheer/afdelingen/" + test_id<dichtbij::Afdeling>(1).text(), "/beheer/medewerkers",
              "/beheer/medewerkers/nieuw", "/beheer/medewerkers/" + w.bert.text(), "/beheer/onderwerpen",
              "/beheer/onderwerpen/nieuw", "/beheer/onderwerpen/" + w.paspoort.text(), "/beheer/producten",
              "/beheer/producten/nieuw", "/beheer/producten/" + w.product.text(), "/beheer/routering",
              "/beheer/routering?probeer=ja&kanaal=telefoon&onderwerp=" + w.paspoort.text(), "/beheer/routering/nieuw",
              "/beheer/routering/" + regel, "/beheer/import"}) {
            CAPTURE(url);
            const auto page = browser.get(url);
            CHECK(page.status == 200);
            CHECK_FALSE(holds(page, "«"));
        }
    }
}

TEST_CASE("who does not manage sees colleagues and teams, and nothing of the administration") {
    World w;
    const std::string regel = w.regel().text();
    Browser browser = w.signed_in(2);
    CHECK(browser.get("/gids").status == 200);
    CHECK(browser.get("/teams/" + w.kcc.text()).status == 200);
    for (const std::string& url : std::vector<std::string>{"/beheer", "/beheer/teams", "/beheer/teams/" + w.kcc.text(), "/beheer/medewerkers",
                                   "/beheer/medewerkers/" + w.bert.text(), "/beheer/onderwerpen", "/beheer/onderwerpen/" + w.paspoort.text(),
                                   "/beheer/producten", "/beheer/producten/" + w.product.text(), "/beheer/routering",
                                   "/beheer/routering/" + regel, "/beheer/import"}) {
        CAPTURE(url);
        CHECK(browser.get(url).status == 403);
    }
    CHECK(browser.get("/beheer/gemeenten/" + w.oeverland.text()).status == 404);
    CHECK(browser.get("/gids/" + test_id<dichtbij::Medewerker>(99).text()).status == 404);
    CHECK(browser.get("/gids/niemand").status == 404);
    const auto colleague = browser.get("/gids/" + w.carla.text());
    CHECK(colleague.status == 200);
    CHECK_FALSE(holds(colleague, w.carla.text() + "/afwezigheid"));  // no form to plan her absence
}

TEST_CASE("an employee reports his absence, and it shows in the directory without the reason") {
    World w;
    Browser bert = w.signed_in(2);
    bert.get("/afwezigheid");
    const std::string url = "/gids/" + w.bert.text() + "/afwezigheid";
    const auto wrong = bert.post(url, {{"terug", "ik"}, {"van", "2026-11-18"}, {"tot", "2026-11-01"}, {"reden", "ziekte"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#tot\""));
    const auto done = bert.post(url, {{"terug", "ik"}, {"van", "2026-11-18"}, {"tot", "2026-11-20"}, {"reden", "ziekte"}, {"vervanger", w.carla.text()}});
    CHECK(location(done) == "/afwezigheid?klaar=bewaard");
    CHECK(holds(bert.get("/afwezigheid?klaar=bewaard"), "Bewaard."));
    Browser other = w.signed_in(1);
    const auto gids = other.get("/gids?q=bert");
    CHECK(holds(gids, "Afwezig tot en met vr 20 november"));
    CHECK(holds(gids, "Carla Leider"));
    CHECK_FALSE(holds(gids, "Ziek"));
}

TEST_CASE("a lead appoints a standing substitute for a colleague of the team") {
    World w;
    Browser carla = w.signed_in(3);
    carla.get("/gids/" + w.bert.text());
    const std::string url = "/gids/" + w.bert.text() + "/vervanging";
    const auto wrong = carla.post(url, {{"terug", "persoon"}, {"vaste_van", "2026-11-18"}, {"vaste_vervanger", w.bert.text()}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#vaste_vervanger\""));
    CHECK(carla.post(url, {{"terug", "persoon"}, {"vaste_van", "2026-11-18"}, {"vaste_vervanger", w.carla.text()}}).status == 303);
    CHECK(holds(carla.get("/gids/" + w.bert.text()), "Carla Leider"));
}

TEST_CASE("a stale edit shows both versions, and saving again keeps what was typed") {
    World w;
    Browser browser = w.signed_in(1);
    const std::string url = "/beheer/gemeenten/" + w.oeverland.text();
    browser.get(url);
    const std::vector<std::pair<std::string, std::string>> theirs{{"versie", "0"}, {"naam", "Oeverland"}, {"telefoon", "14 0398"}};
    const std::vector<std::pair<std::string, std::string>> mine{{"versie", "0"}, {"naam", "Groot Oeverland"}, {"telefoon", "14 0399"}};
    CHECK(browser.post(url, theirs).status == 303);
    const auto both = browser.post(url, mine);
    CHECK(both.status == 409);
    CHECK(holds(both, "Groot Oeverland"));
    CHECK(holds(both, "14 0398"));
    CHECK(holds(both, "name=\"versie\" value=\"1\""));
    CHECK(browser.post(url, {{"versie", "1"}, {"naam", "Groot Oeverland"}, {"telefoon", "14 0399"}}).status == 303);
    CHECK(w.service.gemeente(w.site.desk.caller(1), w.oeverland)->naam == "Groot Oeverland");
}

TEST_CASE("wrong fields keep what was typed and are linked from the summary") {
    World w;
    Browser browser = w.signed_in(1);
    browser.get("/beheer/medewerkers/nieuw");
    const auto page = browser.post("/beheer/medewerkers/nieuw", {{"naam", "Dirk <b>"}, {"email", "dirk"}, {"werkdagen", "1"}, {"taal", "nl"}});
    CHECK(page.status == 422);
    CHECK(holds(page, "Fout:"));
    CHECK(holds(page, "href=\"#email\""));
    CHECK(holds(page, "Dirk &lt;b&gt;"));
    const auto made = browser.post("/beheer/medewerkers/nieuw",
                                   {{"naam", "Dirk"}, {"email", "dirk@oeverland.example"}, {"werkdagen", "1"}, {"werkdagen", "3"}, {"taal", "nl"}});
    CHECK(made.status == 303);
    CHECK(holds(browser.get("/gids?q=dirk"), "Dirk"));
}

TEST_CASE("a routing row is made, moved, tried and removed on the screen") {
    World w;
    Browser browser = w.signed_in(1);
    const std::string gemeente = w.oeverland.text();
    browser.get("/beheer/routering");
    const auto wrong = browser.post("/beheer/routering/nieuw", {{"gemeente", gemeente}, {"naam", "Engels"}, {"taal", "eng"}, {"actief", "ja"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#doel_team\""));
    CHECK(browser.post("/beheer/routering/nieuw", {{"gemeente", gemeente}, {"naam", "Engels"}, {"taal", "eng"}, {"doel_team", w.kcc.text()},
                                                   {"doel_vaardigheid", "engels"}, {"actief", "ja"}}).status == 303);
    const auto proef = browser.get("/beheer/routering?probeer=ja&kanaal=telefoon&taal=eng");
    CHECK(holds(proef, "Deze vraag gaat naar Bert Balie, team KCC"));
    CHECK(holds(proef, "De regel ‘Engels’ past het best."));
    const auto other = browser.get("/beheer/routering?probeer=ja&kanaal=telefoon&taal=nld");
    CHECK(holds(other, "Andere taal."));
    const auto regels = w.service.regels(w.site.desk.caller(1), w.oeverland);
    const std::string url = "/beheer/routering/" + regels->front().id.text();
    CHECK(browser.post(url + "/omhoog", {}).status == 303);
    CHECK(browser.post(url + "/weg", {{"versie", "0"}}).status == 303);
    CHECK(w.service.regels(w.site.desk.caller(1), w.oeverland)->empty());
}

TEST_CASE("a team that is in use is not lifted, and the page says why") {
    World w;
    Browser browser = w.signed_in(1);
    const std::string url = "/beheer/teams/" + w.kcc.text();
    browser.get(url);
    const auto refused = browser.post(url + "/opheffen", {{"versie", "0"}});
    CHECK(refused.status == 409);
    CHECK(holds(refused, "Er zijn nog onderwerpen of producten van dit team."));
    CHECK(browser.post(url + "/lid-weg", {{"medewerker", w.carla.text()}}).status == 409);
    CHECK(browser.post(url + "/lid-weg", {{"medewerker", w.bert.text()}}).status == 303);
}

TEST_CASE("the style of a gemeente is a style sheet for everyone, and bad colours are listed") {
    World w;
    Browser browser = w.signed_in(1);
    const std::string url = "/beheer/gemeenten/" + w.oeverland.text() + "/stijl";
    browser.get(url);
    const auto refused = browser.post(url, {{"versie", "0"}, {"brand", "#ffee88"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "id=\"contrast\""));
    CHECK(browser.post(url, {{"versie", "0"}, {"brand", "#7a2a5f"}, {"brand-strong", "#561a42"}, {"brand-soft", "#f8e9f2"}}).status == 303);
    Browser visitor(w.site.router);
    const auto css = visitor.get("/stijl/" + w.oeverland.text() + ".css");
    CHECK(css.status == 200);
    CHECK(css.headers.get("Content-Type") == "text/css; charset=utf-8");
    CHECK(holds(css, "--gemeente-brand: #7a2a5f"));
    CHECK(visitor.get("/stijl/niets.css").status == 404);
    CHECK(visitor.get("/stijl/" + w.oeverland.text() + "/logo").status == 404);
}

}  // namespace dichtbij::organisatie::schermen_test
