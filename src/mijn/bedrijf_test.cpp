#include <doctest/doctest.h>

#include <algorithm>

#include "support/mijnscherm.h"
#include "portaal/bewaring.h"

namespace dichtbij::mijn::bedrijf_test {
namespace {

using access::testing::holds;
using access::testing::location;
using portaal::Bedrijfszicht;
using Bewoner = testing::Mijnscherm::Bewoner;
using Form = std::vector<std::pair<std::string, std::string>>;

// A gardener's firm with a case of each of two kinds; whoever signs in for it does so with eHerkenning.
struct Bedrijfwereld : testing::Mijnscherm {
    explicit Bedrijfwereld(store::Store& opened) : Mijnscherm(opened) {
        linde = firm("Hoveniersbedrijf De Linde", "90000001");
        evenement = published(with_term("evenement", 8, zaaktype::Termijneenheid::weken, "Awb 4:13", zaaktype::Aanleiding::aanvraag), v.oeverland, v.vergunningen);
        boom = of_linde(kap, "Kappen van een beuk");
        feest = of_linde(evenement, "Open dag in de tuin");
    }
    Id<Partij> firm(std::string naam, std::string kvk) {
        partij::Gegevens van;
        partij::Organisatie organisatie;
        organisatie.naam = std::move(naam);
        van.wie = organisatie;
        van.identificatoren = {partij::make_identificator(partij::soort_kvk_nummer, kvk)};
        return partijen.create(access::system_caller("proef"), v.oeverland, van).value();
    }
    zaak::Zaak of_linde(Id<Zaaktype> type, std::string omschrijving) {
        auto one = nieuw(type);
        one.omschrijving = std::move(omschrijving);
        one.rollen = {{zaak::Rolsoort::initiator, linde, {}, {}, {}, {}, {}}};
        return made(one).zaak;
    }
    Bewoner employee(const std::string& pseudoniem, const std::string& kvk = "90000001") {
        portaal::NieuweSessie sessie{.gemeente = v.oeverland, .wijze = portaal::Aanmeldwijze::oidc, .aanbieder = "eherkenning"};
        sessie.bewering.kvk_nummer = kvk;
        sessie.bewering.pseudoniem = pseudoniem;
        sessie.bewering.niveau = portaal::Betrouwbaarheidsniveau::hoog;
        sessie.user_agent = access::testing::desk.user_agent;
        clock.advance(seconds(1));  // they come one after the other
        return {router, sessies.begin(sessie)};
    }
    std::vector<portaal::Bedrijfsmedewerker> employees(Id<Partij> whose) {
        return store.read([&](store::Tx& tx) { return portaal::bedrijfsmedewerkers(tx, {whose}); });
    }
    // The one who came n-th.
    portaal::Bedrijfsmedewerker nth(std::size_t n) { return employees(linde).at(n); }
    std::string rights_url(std::size_t n) { return "/mijn/bedrijf/medewerkers/" + to_string(nth(n).id); }
    http::Response set(Bewoner& by, std::size_t n, Form form) {
        const std::string url = rights_url(n);
        by.get(url);
        form.emplace_back("versie", std::to_string(nth(n).versie));
        return by.post(url, std::move(form));
    }
    static std::string url(const zaak::Zaak& zaak) { return "/mijn/zaken/" + zaak.id.text(); }
    int refusals() {
        log.flush();
        const auto page = log.zoek(beheerder(), {}).value();
        return static_cast<int>(std::count_if(page.regels.begin(), page.regels.end(), [](const auto& one) { return one.zoek == "geweigerd"; }));
    }
    std::string last_question() {
        return store.read([&](store::Tx& tx) { return contacten.of_partijen(tx, access::system_caller("proef"), std::vector<Id<Partij>>{linde}, {}, 1).regels.at(0).klantcontact.nummer; });
    }

    Id<Partij> linde;
    Id<Zaaktype> evenement;
    zaak::Zaak boom, feest;
};

template <class F>
void in_each(F test) {
    testing::in_each<Bedrijfwereld>(std::move(test));
}

}  // namespace

TEST_CASE("the first employee of a company manages, the next sees nothing of others, and that is logged") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        CHECK(w.employees(w.linde).size() == 2);
        CHECK(w.nth(0).beheert);
        CHECK_FALSE(w.nth(1).beheert);
        CHECK(w.nth(1).pseudoniem.find("bas") == std::string::npos);
        CHECK(anna.get(w.url(w.boom)).status == 200);
        CHECK(holds(anna.get("/mijn"), "Kappen van een beuk"));
        CHECK_FALSE(holds(bas.get("/mijn"), "Kappen van een beuk"));
        const int before = w.refusals();
        const auto refused = bas.get(w.url(w.boom));
        CHECK(refused.status == 404);
        CHECK_FALSE(holds(refused, "beuk"));
        CHECK(bas.get(w.url(w.boom) + "/intrekken").status == 404);
        CHECK(bas.get(w.rights_url(0)).status == 404);
        CHECK(bas.get(w.rights_url(1)).status == 404);
        CHECK(w.refusals() == before + 4);
        w.employee("anna");
        CHECK(w.employees(w.linde).size() == 2);
    });
}

TEST_CASE("who manages lets a colleague see cases of some kinds, or all, at once") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        const auto form = anna.get(w.rights_url(1));
        CHECK(form.status == 200);
        CHECK_FALSE(holds(form, "«"));
        const auto none = w.set(anna, 1, {{"zicht", "zaaktypen"}});
        CHECK(none.status == 422);
        CHECK(holds(none, "href=\"#zaaktypen\""));
        CHECK(location(w.set(anna, 1, {{"zicht", "zaaktypen"}, {"zaaktypen", w.kap.text()}})) == "/mijn/bedrijf?gedaan=1");
        CHECK(bas.get(w.url(w.boom)).status == 200);
        CHECK(bas.get(w.url(w.feest)).status == 404);
        const auto home = bas.get("/mijn");
        CHECK(holds(home, "Kappen van een beuk"));
        CHECK_FALSE(holds(home, "Open dag"));
        CHECK(w.set(anna, 1, {{"zicht", "alles"}}).status == 303);
        CHECK(bas.get(w.url(w.feest)).status == 200);
        CHECK(bas.get(w.rights_url(0)).status == 404);
        CHECK(w.set(anna, 1, {{"zicht", "eigen"}}).status == 303);
        CHECK(bas.get(w.url(w.boom)).status == 404);
    });
}

TEST_CASE("what an employee asked himself he always sees, and a colleague without the right does not") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        Bewoner carl = w.employee("carl");
        w.set(anna, 1, {{"zicht", "alles"}});
        bas.get(w.url(w.boom));
        REQUIRE(bas.post(w.url(w.boom) + "/berichten", {{"tekst", "Wanneer mag de beuk weg?"}}).status == 303);
        const std::string question = "/mijn/vragen/" + w.last_question();
        w.set(anna, 1, {{"zicht", "eigen"}});
        CHECK(bas.get(w.url(w.boom)).status == 404);
        CHECK(bas.get(question).status == 200);
        CHECK(anna.get(question).status == 200);
        const int before = w.refusals();
        CHECK(carl.get(question).status == 404);
        CHECK(w.refusals() == before + 1);
        CHECK(holds(bas.get("/mijn/alles"), "/mijn/vragen/"));
        CHECK_FALSE(holds(carl.get("/mijn/alles"), "/mijn/vragen/"));
        CHECK_FALSE(holds(carl.get("/mijn/gegevens/download.json"), "Wanneer mag de beuk weg?"));
        CHECK(holds(bas.get("/mijn/gegevens/download.json"), "Wanneer mag de beuk weg?"));
    });
}

TEST_CASE("who is blocked sees nothing from then on, and signing in again does not help") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        w.set(anna, 1, {{"zicht", "alles"}});
        CHECK(bas.get(w.url(w.boom)).status == 200);
        CHECK(w.set(anna, 1, {{"zicht", "alles"}, {"geblokkeerd", "1"}}).status == 303);
        CHECK(bas.get(w.url(w.boom)).status == 404);
        CHECK(bas.get("/mijn/bedrijf").status == 404);
        CHECK_FALSE(holds(bas.get("/mijn/gegevens/download.json"), "beuk"));
        Bewoner again = w.employee("bas");
        CHECK(again.get(w.url(w.boom)).status == 404);
        const auto home = again.get("/mijn");
        CHECK(holds(home, "heeft uw toegang gestopt"));
        CHECK_FALSE(holds(home, "Kappen van een beuk"));
        CHECK(w.set(anna, 1, {{"zicht", "alles"}}).status == 303);
        CHECK(bas.get(w.url(w.boom)).status == 200);
    });
}

TEST_CASE("rights are given by who manages, on what he saw, and never away from himself") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        CHECK(w.set(anna, 0, {{"zicht", "alles"}}).status == 409);
        CHECK(w.set(anna, 0, {{"beheert", "1"}, {"geblokkeerd", "1"}}).status == 409);
        CHECK(w.nth(0).beheert);
        const std::string url = w.rights_url(1);
        anna.get(url);
        CHECK(anna.post(url, {{"zicht", "alles"}, {"versie", "99"}}).status == 409);
        CHECK(w.set(anna, 1, {{"beheert", "1"}}).status == 303);
        CHECK(w.set(bas, 0, {{"zicht", "eigen"}}).status == 303);
        CHECK_FALSE(w.nth(0).beheert);
        CHECK(anna.get(url).status == 404);
        w.firm("Bakkerij", "90000002");
        Bewoner other = w.employee("dirk", "90000002");
        CHECK(other.get(url).status == 404);
        CHECK(other.get(w.url(w.boom)).status == 404);
    });
}

TEST_CASE("an employee chooses the name by which colleagues know him") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        const auto page = bas.get("/mijn/bedrijf");
        CHECK(page.status == 200);
        CHECK_FALSE(holds(page, "«"));
        CHECK_FALSE(holds(page, "Collega's die inloggen"));
        CHECK(bas.post("/mijn/bedrijf", {{"naam", " "}}).status == 422);
        CHECK(bas.post("/mijn/bedrijf", {{"naam", std::string(200, 'x')}}).status == 422);
        CHECK(bas.post("/mijn/bedrijf", {{"naam", "Bas van kantoor"}}).status == 303);
        CHECK(holds(anna.get("/mijn/bedrijf"), "Bas van kantoor"));
        CHECK(w.as(w.fatima).get("/mijn/bedrijf").status == 404);
    });
}

TEST_CASE("messages and data of the company follow what an employee may see") {
    in_each([](Bedrijfwereld& w) {
        Bewoner anna = w.employee("anna");
        Bewoner bas = w.employee("bas");
        zaak::VraagAanAanvrager vraag;
        vraag.bij = w.bij(w.boom.id);
        vraag.vraag = "Waar komt de nieuwe boom?";
        vraag.antwoord_voor = make_day(2026, 12, 7);
        vraag.bericht = w.words("de beuk van De Linde");
        REQUIRE(w.zaken.ask_applicant(w.ruben(), vraag).has_value());
        w.send();
        CHECK(holds(anna.get("/mijn/berichten"), "de beuk van De Linde"));
        CHECK_FALSE(holds(bas.get("/mijn/berichten"), "de beuk van De Linde"));
        const auto letters = w.store.read([&](store::Tx& tx) { return w.berichten.of_partij(tx, {w.linde}, {}, 10); });
        REQUIRE(letters.size() == 1);
        CHECK(bas.get("/mijn/berichten/" + letters.front().id.text()).status == 404);
        CHECK(location(bas.get("/mijn/gegevens/wijzigen")) == "/mijn/gegevens");
        CHECK(anna.get("/mijn/gegevens/wijzigen").status == 200);
    });
}

TEST_CASE("who signs in for the company itself, or for a person, is not limited") {
    in_each([](Bedrijfwereld& w) {
        w.employee("anna");
        CHECK(w.as(w.linde).get(w.url(w.boom)).status == 200);
        const auto made = w.made();
        CHECK(w.as(w.fatima).get(w.url(made.zaak)).status == 200);
    });
}

TEST_CASE("employees who do not sign in for two years are forgotten, and then the next manages") {
    in_each([](Bedrijfwereld& w) {
        w.employee("anna");
        w.clock.advance(days(731));
        Bewoner bas = w.employee("bas");
        for (const auto& rule : portaal::bewaar_regels())
            if (rule.code == "bedrijf_medewerker") w.store.write([&](store::Tx& tx) { return std::get<access::Vernietig>(rule.hoe)(tx, w.clock.now() - days(rule.dagen), 10); });
        CHECK(w.employees(w.linde).size() == 1);
        w.employee("bas");
        CHECK(w.nth(0).beheert);
        CHECK(bas.get(w.url(w.boom)).status == 200);
    });
}

}  // namespace dichtbij::mijn::bedrijf_test
