#include <doctest/doctest.h>

#include <array>

#include "access/desk_testing.h"
#include "organisatie/testing.h"
#include "support/stores.h"
#include "zaaktype/formulier_testing.h"
#include "zaaktype/testing.h"
#include "zaaktype/zaaktype_routes.h"

namespace dichtbij::zaaktype::schermen_test {
namespace {

using access::Rol;
using access::testing::Browser;
using access::testing::holds;
using access::testing::location;
using access::testing::test_id;
using testing::Velden;

std::vector<store::Migration> schema() {
    auto all = organisatie::testing::schema();
    all.insert(all.end(), migrations().begin(), migrations().end());
    all.insert(all.end(), access::migrations().begin(), access::migrations().end());
    return all;
}

// Anna manages Oeverland, Bert answers the phone there, Carla owns case types; Dirk is of Heidedal.
struct World {
    std::unique_ptr<store::testing::FreshStore> fresh = fresh_sqlite(schema());
    access::testing::Site site{*fresh->store};
    IdSource ids{site.desk.clock, 7};
    organisatie::OrganisatieService organisatie{*fresh->store, site.desk.clock, ids};
    ZaaktypeService zaaktypen{*fresh->store, site.desk.clock, ids};
    Id<dichtbij::Gemeente> oeverland = access::testing::oeverland;
    Id<dichtbij::Team> team = test_id<dichtbij::Team>(1);
    Id<dichtbij::Medewerker> carla;
    access::Caller anna;

    World() {
        site.desk.add(1, {{Rol::beheerder, oeverland, {}}});
        site.desk.add(2, {{Rol::kcc_medewerker, oeverland, {}}});
        carla = site.desk.add(3, {{Rol::behandelaar, oeverland, team}});
        site.desk.add(4, {{Rol::beheerder, access::testing::heidedal, {}}});
        fresh->store->write([&](store::Tx& tx) {
            namespace org = dichtbij::organisatie;
            org::add(tx, org::Gemeente{oeverland, "oeverland", "Oeverland", "14 0399", "", "", "", 0});
            org::add(tx, org::Gemeente{access::testing::heidedal, "heidedal", "Heidedal", "14 0398", "", "", "", 0});
            for (const int n : {1, 2, 3, 4}) {
                org::Medewerker medewerker;
                medewerker.id = test_id<dichtbij::Medewerker>(n);
                medewerker.naam = n == 3 ? "Carla Leider" : "Medewerker " + std::to_string(n);
                medewerker.email = access::testing::Desk::email(n);
                medewerker.taal = "nl";
                org::add(tx, medewerker, n == 4 ? access::testing::heidedal : oeverland);
            }
            const auto afdeling = test_id<dichtbij::Afdeling>(1);
            org::add(tx, org::Afdeling{afdeling, "Ruimte", 0}, oeverland);
            org::add(tx, org::Team{team, afdeling, "Vergunningen", carla, "", false, true, 0}, std::array{oeverland});
        });
        anna = site.desk.caller(1);
        add_routes(site.site, {zaaktypen, organisatie});
    }
    Versie draft(Zaaktype inhoud = testing::kapvergunning()) {
        return zaaktypen.versie(anna, zaaktypen.add(anna, oeverland, std::move(inhoud)).value())->versie;
    }
    Versie published(Zaaktype inhoud = testing::kapvergunning()) {
        const Versie versie = draft(std::move(inhoud));
        auto inrichting = zaaktypen.zaaktype(anna, versie.zaaktype)->inrichting;
        inrichting.team = team;
        inrichting.proceseigenaar = carla;
        REQUIRE(zaaktypen.set_inrichting(anna, inrichting));
        REQUIRE(zaaktypen.publish(anna, versie.id, versie.revisie));
        return zaaktypen.versie(anna, versie.id)->versie;
    }
    Browser signed_in(int n) {
        Browser browser(site.router);
        browser.sign_in(n);
        return browser;
    }
};

std::string url(const Versie& versie) { return "/beheer/zaaktypeversies/" + versie.id.text(); }
std::string url_type(const Versie& versie) { return "/beheer/zaaktypen/" + versie.zaaktype.text(); }

}  // namespace

TEST_CASE("every screen of case types opens with all its words, in both languages") {
    World w;
    const Versie versie = w.published();
    const Versie ontwerp = w.zaaktypen.versie(w.anna, w.zaaktypen.start_ontwerp(w.anna, versie.zaaktype).value())->versie;
    const Versie nieuw = w.draft(testing::klacht());
    for (const std::string language : {"nl", "en"}) {
        Browser browser = w.signed_in(1);
        browser.language = language;
        for (const std::string& address : std::vector<std::string>{
                 "/beheer/zaaktypen", "/beheer/zaaktypen?q=kap&staat=gepubliceerd&sorteer=team", "/beheer/zaaktypen?q=niets", "/beheer/zaaktypen?staat=te_bevestigen",
                 "/beheer/zaaktypen/nieuw", "/beheer/zaaktypen/import", url_type(versie), url_type(nieuw), url(versie), url(ontwerp), url(nieuw),
                 url(versie) + "/voorbeeld", url(ontwerp) + "/publiceren", url(nieuw) + "/publiceren", url(ontwerp) + "/weg", url(nieuw) + "/weg",
                 url_type(versie) + "/vergelijken?oud=" + versie.id.text() + "&nieuw=" + ontwerp.id.text()}) {
            CAPTURE(address);
            const auto page = browser.get(address);
            CHECK(page.status == 200);
            CHECK_FALSE(holds(page, "«"));
        }
    }
}

TEST_CASE("who only reads sees case types without buttons, and another gemeente sees none of it") {
    World w;
    const Versie versie = w.published();
    const Versie nieuw = w.draft(testing::klacht());
    Browser bert = w.signed_in(2);
    const auto list = bert.get("/beheer/zaaktypen");
    CHECK(holds(list, "Kapvergunning"));
    CHECK_FALSE(holds(list, "/beheer/zaaktypen/nieuw"));
    CHECK_FALSE(holds(bert.get(url_type(versie)), "<form class=\"form\""));
    CHECK_FALSE(holds(bert.get(url(nieuw)), "name=\"statussen[0].naam.nl\""));
    CHECK(bert.post(url(nieuw), {{"versie", "0"}}).status == 403);
    CHECK(bert.post(url(nieuw) + "/publiceren", {{"versie", "0"}}).status == 403);
    CHECK(bert.post(url_type(versie) + "/ontwerp", {}).status == 403);
    CHECK(bert.post(url_type(versie) + "/inrichting", {{"versie", "1"}}).status == 403);
    CHECK(bert.get("/beheer/zaaktypen/nieuw").status == 403);
    CHECK(bert.get("/beheer/zaaktypen/import").status == 403);
    CHECK(bert.get(url(nieuw) + "/publiceren").status == 403);
    Browser dirk = w.signed_in(4);
    for (const std::string& address : std::vector<std::string>{url_type(versie), url(versie), url(versie) + "/voorbeeld", url(nieuw) + "/publiceren", url(nieuw) + "/weg",
                                                               "/beheer/zaaktypen?gemeente=" + w.oeverland.text(), "/beheer/zaaktypen.json?gemeente=" + w.oeverland.text(),
                                                               "/beheer/zaaktypen/niets", "/beheer/zaaktypeversies/niets"}) {
        CAPTURE(address);
        CHECK(dirk.get(address).status == 404);
    }
}

TEST_CASE("the process owner changes and publishes a case type that is his, and no other") {
    World w;
    const Versie versie = w.published();
    const Versie nieuw = w.draft(testing::klacht());
    Browser carla = w.signed_in(3);
    carla.get(url_type(versie));
    CHECK(location(carla.post(url_type(versie) + "/ontwerp", {})).starts_with("/beheer/zaaktypeversies/"));
    CHECK(carla.post(url(nieuw), {{"versie", "0"}}).status == 403);
}

TEST_CASE("a page of a draft that is sent as it stands changes nothing") {
    World w;
    const Versie versie = w.draft();
    Browser browser = w.signed_in(1);
    const auto page = browser.get(url(versie));
    CHECK(browser.post(url(versie), testing::velden_van(page.body, url(versie))).status == 303);
    const auto after = w.zaaktypen.versie(w.anna, versie.id);
    CHECK(after->inhoud == testing::kapvergunning());
    CHECK(after->versie.revisie == versie.revisie);
}

TEST_CASE("a fault in a draft stands in the summary and beside its field, and what was typed stays") {
    World w;
    const Versie versie = w.draft();
    Browser browser = w.signed_in(1);
    Velden fields = testing::velden_van(browser.get(url(versie)).body, url(versie));
    testing::set(fields, "wettelijke_termijn.aantal", "zes weken");
    testing::set(fields, "statussen[1].code", "Niet Goed");
    testing::set(fields, "statussen[1].naam.nl", "<Bezig>");
    const auto wrong = browser.post(url(versie), fields);
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#wettelijke_termijn.aantal\""));
    CHECK(holds(wrong, "id=\"wettelijke_termijn.aantal-fout\""));
    CHECK(holds(wrong, "href=\"#statussen[1].code\""));
    CHECK(holds(wrong, "value=\"zes weken\""));
    CHECK(holds(wrong, "value=\"&lt;Bezig&gt;\""));
    CHECK(w.zaaktypen.versie(w.anna, versie.id)->inhoud == testing::kapvergunning());
}

TEST_CASE("a button among the rows moves them with what was typed, and nothing is saved yet") {
    World w;
    const Versie versie = w.draft();
    Browser browser = w.signed_in(1);
    Velden fields = testing::velden_van(browser.get(url(versie)).body, url(versie));
    testing::set(fields, "statussen[0].naam.nl", "Binnengekomen");
    testing::add(fields, "doe", "statussen[0].omlaag");
    const auto moved = browser.post(url(versie), fields);
    CHECK(moved.status == 200);
    Velden after = testing::velden_van(moved.body, url(versie));
    CHECK(*testing::find(after, "statussen[1].naam.nl") == "Binnengekomen");
    CHECK(w.zaaktypen.versie(w.anna, versie.id)->inhoud == testing::kapvergunning());
    testing::add(after, "doe", "statussen.erbij");
    after = testing::velden_van(browser.post(url(versie), after).body, url(versie));
    CHECK(testing::find(after, "statussen[3].code"));
    testing::add(after, "doe", "statussen[3].weg");
    after = testing::velden_van(browser.post(url(versie), after).body, url(versie));
    CHECK(browser.post(url(versie), after).status == 303);
    CHECK(w.zaaktypen.versie(w.anna, versie.id)->inhoud.statussen[1].naam.nl == "Binnengekomen");
}

TEST_CASE("who saves on an older draft chooses for each difference whose text stays") {
    World w;
    const Versie versie = w.draft();
    Browser browser = w.signed_in(1);
    Velden fields = testing::velden_van(browser.get(url(versie)).body, url(versie));
    auto theirs = testing::kapvergunning();
    theirs.doel = "Wat een collega schreef.";
    theirs.servicenorm.aantal = 15;
    REQUIRE(w.zaaktypen.save_ontwerp(w.anna, versie.id, theirs, versie.revisie));
    testing::set(fields, "doel", "Wat ik schreef.");
    testing::set(fields, "servicenorm.aantal", "12");
    const auto both = browser.post(url(versie), fields);
    CHECK(both.status == 409);
    CHECK(holds(both, "Wat een collega schreef."));
    CHECK(holds(both, "Wat ik schreef."));
    Velden again = testing::velden_van(both.body, url(versie));
    CHECK(*testing::find(again, "kies:doel") == "mijn");
    testing::set(again, "kies:servicenorm.aantal", "hun");
    CHECK(browser.post(url(versie), again).status == 303);
    const auto saved = w.zaaktypen.versie(w.anna, versie.id)->inhoud;
    CHECK(saved.doel == "Wat ik schreef.");
    CHECK(saved.servicenorm.aantal == 15);
}

TEST_CASE("publishing says what is missing with a link to it, and publishes when nothing is") {
    World w;
    auto inhoud = testing::kapvergunning();
    inhoud.statussen[0].wij_doen.en.clear();
    const Versie versie = w.draft(inhoud);
    Browser browser = w.signed_in(1);
    const auto asked = browser.get(url(versie) + "/publiceren");
    CHECK(holds(asked, "href=\"" + url(versie) + "#statussen[0].wij_doen.en\""));
    CHECK(holds(asked, "href=\"" + url_type(versie) + "#team\""));
    CHECK_FALSE(holds(asked, "method=\"post\" action=\"" + url(versie) + "/publiceren\""));
    CHECK(browser.post(url(versie) + "/publiceren", {{"versie", "0"}}).status == 422);
    CHECK(browser.post(url_type(versie) + "/inrichting", {{"versie", "0"}, {"team", w.team.text()}, {"proceseigenaar", w.carla.text()}}).status == 303);
    Velden fields = testing::velden_van(browser.get(url(versie)).body, url(versie));
    testing::set(fields, "statussen[0].wij_doen.en", "We read it.");
    testing::add(fields, "daarna", "publiceren");
    CHECK(location(browser.post(url(versie), fields)) == url(versie) + "/publiceren");
    const auto ready = browser.get(url(versie) + "/publiceren");
    const Velden act = testing::velden_van(ready.body, url(versie) + "/publiceren");
    CHECK(browser.post(url(versie) + "/publiceren", {{"versie", "0"}}).status == 409);
    CHECK(location(browser.post(url(versie) + "/publiceren", act)) == url_type(versie) + "?gedaan=gepubliceerd");
    CHECK(browser.post(url(versie), fields).status == 409);
    CHECK(holds(browser.get(url_type(versie) + "?gedaan=gepubliceerd"), "Gepubliceerd."));
}

TEST_CASE("a case type ends on a day that can be taken back, and a draft is thrown away after a question") {
    World w;
    const Versie versie = w.published();
    Browser browser = w.signed_in(1);
    const auto versie_nu = [&] { return std::to_string(w.zaaktypen.zaaktype(w.anna, versie.zaaktype)->inrichting.versie); };
    browser.get(url_type(versie));
    const auto wrong = browser.post(url_type(versie) + "/einde", {{"versie", versie_nu()}, {"geldig_tot", "2020-01-01"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#geldig_tot\""));
    CHECK(browser.post(url_type(versie) + "/einde", {{"versie", versie_nu()}, {"geldig_tot", "gisteren"}}).status == 422);
    CHECK(browser.post(url_type(versie) + "/einde", {{"versie", versie_nu()}, {"geldig_tot", "2027-01-01"}}).status == 303);
    CHECK(holds(browser.get(url_type(versie)), "1 januari 2027"));
    CHECK(browser.post(url_type(versie) + "/einde-weg", {{"versie", versie_nu()}}).status == 303);
    const Versie nieuw = w.draft(testing::klacht());
    CHECK(holds(browser.get(url(nieuw) + "/weg"), "nog nooit gepubliceerd"));
    CHECK(browser.post(url(nieuw) + "/weg", {{"versie", "9"}}).status == 409);
    CHECK(location(browser.post(url(nieuw) + "/weg", {{"versie", "0"}})).starts_with("/beheer/zaaktypen?gemeente="));
    CHECK(browser.get(url_type(nieuw)).status == 404);
}

TEST_CASE("a case type begins with a name and a code, and a wrong code is told beside it") {
    World w;
    Browser browser = w.signed_in(1);
    browser.get("/beheer/zaaktypen/nieuw");
    const std::string gemeente = w.oeverland.text();
    const auto wrong = browser.post("/beheer/zaaktypen/nieuw", {{"gemeente", gemeente}, {"naam.nl", "Woo-verzoek"}, {"code", "Woo Verzoek"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#code\""));
    CHECK(location(browser.post("/beheer/zaaktypen/nieuw", {{"gemeente", gemeente}, {"naam.nl", "Woo-verzoek"}, {"code", "woo-verzoek"}})).starts_with("/beheer/zaaktypeversies/"));
    CHECK(browser.post("/beheer/zaaktypen/nieuw", {{"gemeente", gemeente}, {"naam.nl", "Nog een"}, {"code", "woo-verzoek"}}).status == 422);
}

TEST_CASE("a file is tried first, then kept, and comes out again as it went in") {
    World w;
    w.published();
    Browser browser = w.signed_in(1);
    const auto out = browser.get("/beheer/zaaktypen.json?gemeente=" + w.oeverland.text());
    CHECK(out.status == 200);
    CHECK(out.headers.get("Content-Disposition") == "attachment; filename=\"zaaktypen-oeverland-2026-11-18.json\"");
    CHECK(out.body == schrijf_bestand({testing::kapvergunning()}));
    browser.get("/beheer/zaaktypen/import");
    const std::string bytes = schrijf_bestand({testing::kapvergunning(), testing::klacht()});
    const auto tried = browser.post("/beheer/zaaktypen/import", {{"inhoud", bytes}});
    CHECK(tried.status == 200);
    CHECK(holds(tried, "Bewaar 1 zaaktype als concept"));
    CHECK(w.zaaktypen.zaaktypen(w.anna, w.oeverland)->size() == 1);
    const auto wrong = browser.post("/beheer/zaaktypen/import", {{"inhoud", "geen json"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#bestand\""));
    CHECK(browser.post("/beheer/zaaktypen/import", {}).status == 422);
    CHECK(browser.post("/beheer/zaaktypen/import", {{"inhoud", bytes}, {"bewaren", "ja"}}).status == 303);
    CHECK(w.zaaktypen.zaaktypen(w.anna, w.oeverland)->size() == 2);
}

}  // namespace dichtbij::zaaktype::schermen_test
