#include "dossier/dossier_routes.h"

#include <doctest/doctest.h>

#include "partij/partij_routes.h"
#include "partij/scherm_desk.h"
#include "support/bureau.h"
#include "support/desk.h"

namespace dichtbij::dossier::dossier_desk_test {
namespace {

using http::Response;
using testing::Desk;
using testing::Formulier;
using testing::holds;
using testing::location;

// The screens over the desk of a test.
struct Bureau : testing::Bureau {
    explicit Bureau(Desk& d) : testing::Bureau(d.store, d.clock, d.tom()) {
        add_routes(*this, {d.store, d.partijen, d.contacten, d.werk, d.lijst, d.attenties, nullptr, {}});
        partij::add_routes(*this, {d.store, d.partijen});
    }
};

partij::Gegevens detailed(std::string bsn) {
    partij::Gegevens g;
    g.wie = partij::Persoon{{"J.", "Jan", "de", "Boer"}, partij::Aanhef::meneer, partij::Geboortedatum{1984, 3, 14}};
    g.bezoekadres = partij::Adres{};
    g.bezoekadres->straatnaam = "Kastanjelaan";
    g.bezoekadres->huisnummer = 18;
    g.bezoekadres->postcode = "3999AB";
    g.bezoekadres->stad = "Oeverdorp";
    g.identificatoren.push_back(partij::make_identificator(partij::soort_bsn, bsn));
    return g;
}

constexpr std::string_view bsn = "999990019";

Id<Partij> known(Desk& d, partij::Gegevens gegevens) { return d.partijen.create(access::system_caller("proef"), d.v.oeverland, std::move(gegevens)).value(); }
Id<Partij> jan(Desk& d) { return known(d, detailed(std::string(bsn))); }

Formulier jan_form(std::string voornaam, std::string versie) {
    return {{"soort", "persoon"}, {"aanhef", "meneer"}, {"contactnaam.voorletters", "J."}, {"contactnaam.voornaam", std::move(voornaam)},
            {"contactnaam.voorvoegsel_achternaam", "de"}, {"contactnaam.achternaam", "Boer"}, {"geboortedatum", "14-3-1984"}, {"bsn", std::string(bsn)},
            {"bezoekadres.straatnaam", "Kastanjelaan"}, {"bezoekadres.huisnummer", "18"}, {"bezoekadres.postcode", "3999 AB"},
            {"bezoekadres.stad", "Oeverdorp"}, {"voorkeuren.taal", "nld"}, {"versie", std::move(versie)}};
}

template <class F>
void at_the_desk(F test) {
    testing::in_each_desk([&](Desk& d) {
        Bureau bureau(d);
        test(d, bureau);
    });
}

}  // namespace

TEST_CASE("the start of the day shows what is due, in both languages") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        CHECK(holds(bureau.look("/"), "Goedemorgen"));
        CHECK(holds(bureau.look("/"), "Niets te laat"));
        d.registered(d.contact(klantcontact::Afloop::doorgezet));
        bureau.caller = d.marleen();
        CHECK(holds(bureau.look("/"), "Bomen kappen"));
        CHECK(bureau.look("/start/deel").status == 200);
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/"), "Good morning"));
    });
}

TEST_CASE("an exact key goes straight to what it names") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const std::string url = "/personen/" + jan(d).text();
        CHECK(location(bureau.look("/zoeken?q=" + std::string(bsn))) == url);
        const auto made = d.registered(d.contact(klantcontact::Afloop::doorgezet));
        CHECK(location(bureau.look("/zoeken?q=" + made.klantcontact.nummer)) == "/klantcontacten/" + made.klantcontact.id.text());
        CHECK(location(bureau.look("/zoeken?q=" + std::string(bsn) + "&terug=/contact/1")).starts_with("/contact/1?partij="));
    });
}

TEST_CASE("what is found by address or birth stands in a list with what matched, and nothing found says what to try") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        jan(d);
        CHECK(holds(bureau.look("/zoeken?q=3999AB+18"), "Jan de Boer"));
        CHECK(holds(bureau.look("/zoeken?q=14-03-1984"), "geboortedatum"));
        CHECK(holds(bureau.look("/zoeken?q=01-01-1950"), "Niets gevonden"));
        CHECK(holds(bureau.look("/zoeken"), "Waar zoek je naar?"));
        CHECK(holds(bureau.look("/zoeken?q=%3Cscript%3E"), "&lt;script&gt;"));
    });
}

TEST_CASE("the klantbeeld shows open work and contacts, and little of a person nobody identified") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        d.registered(d.contact(klantcontact::Afloop::doorgezet));
        const auto page = bureau.look("/personen/" + d.fatima.text());
        CHECK(page.status == 200);
        CHECK(holds(page, "Bomen kappen"));
        CHECK(holds(page, "Mag ik de beuk kappen?"));
        CHECK(holds(page, "Doorgezet"));
        CHECK(holds(bureau.look("/personen/" + d.fatima.text() + "?kanaal=email"), "Via dit kanaal was er geen contact"));
        const auto of_jan = bureau.look("/personen/" + jan(d).text());
        CHECK_FALSE(holds(of_jan, "Kastanjelaan"));
        CHECK_FALSE(holds(of_jan, bsn));
        CHECK(bureau.look("/personen/" + d.ids.make<Partij>().text()).status == 404);
        CHECK(bureau.look("/personen/onzin").status == 404);
    });
}

TEST_CASE("a number is shown on request only, and that is logged") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const auto id = jan(d);
        bureau.caller = d.ruben();
        const auto page = bureau.look("/personen/" + id.text());
        CHECK(holds(page, "Kastanjelaan 18, 3999 AB Oeverdorp"));
        CHECK_FALSE(holds(page, bsn));
        const auto before = d.looks_at(id).size();
        CHECK(holds(bureau.send("/personen/" + id.text() + "/toon", {}), bsn));
        CHECK(d.looks_at(id).size() == before + 1);
    });
}

TEST_CASE("right answers in a conversation open the klantbeeld, wrong ones do not") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const auto id = jan(d);
        const auto gesprek = d.contacten.start_gesprek(d.tom(), d.v.oeverland, "telefoon", d.clock.now()).value().id;
        const std::string url = "/personen/" + id.text();
        const std::string page = url + "?gesprek=" + gesprek.text();
        CHECK(holds(bureau.look(page), "Wat is uw geboortedatum?"));
        const auto answer = [&](std::string born) {
            return bureau.send(url + "/identificatie", {{"gesprek", gesprek.text()}, {"methode", "controlevragen"}, {"antwoord.geboortedatum", std::move(born)},
                                                       {"antwoord.postcode_huisnummer", "3999 AB 18"}, {"oordeel.laatste_contact", "overgeslagen"}});
        };
        CHECK(location(answer("1-1-1950")).find("controle_mislukt") != std::string::npos);
        CHECK_FALSE(holds(bureau.look(page), "Kastanjelaan"));
        CHECK(location(answer("14-3-1984")).find("is_gecontroleerd") != std::string::npos);
        CHECK(holds(bureau.look(page), "Kastanjelaan"));
        CHECK(bureau.send(url + "/identificatie", {}).status == 400);
    });
}

TEST_CASE("a warned person opens with a reason only") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        auto gegevens = detailed("999990020");
        gegevens.identificatoren.clear();
        gegevens.indicaties.geheimhouding = true;
        const std::string url = "/personen/" + known(d, gegevens).text();
        bureau.caller = d.ruben();
        CHECK(holds(bureau.look(url), "Waarom open je dit?"));
        CHECK_FALSE(holds(bureau.look(url), "Kastanjelaan"));
        CHECK(bureau.send(url + "/openen", {{"reden", " "}}).status == 422);
        CHECK(location(bureau.send(url + "/openen", {{"reden", "Belt over haar paspoort"}})) == url);
        CHECK(holds(bureau.look(url), "Kastanjelaan"));
    });
}

TEST_CASE("the form keeps what was typed beside what is wrong, and saves what is right") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        CHECK(bureau.look("/personen/nieuw?q=jan+de+boer").status == 200);
        CHECK(holds(bureau.look("/personen/nieuw?soort=organisatie&q=Bakkerij"), "Bakkerij"));
        auto wrong = jan_form("Jan", "");
        wrong.push_back({"gemeente", d.v.oeverland.text()});
        for (auto& [field, typed] : wrong) {
            if (field == "bsn") typed = "123";
            if (field == "geboortedatum") typed = "morgen";
        }
        const auto refused = bureau.send("/personen/nieuw", wrong);
        CHECK(refused.status == 422);
        CHECK(holds(refused, "value=\"morgen\""));
        CHECK(holds(refused, "#geboortedatum"));
        for (auto& [field, typed] : wrong)
            if (field == "geboortedatum") typed = "14-3-1984";
        CHECK(holds(bureau.send("/personen/nieuw", wrong), "href=\"#bsn\""));
        auto right = jan_form("Jan", "");
        right.push_back({"gemeente", d.v.oeverland.text()});
        right.push_back({"digitale_adressen.0.soort", "telefoonnummer"});
        right.push_back({"digitale_adressen.0.adres", "06-12345678"});
        right.push_back({"afspraken.0.tekst", "Hoort slecht"});
        const std::string made = location(bureau.send("/personen/nieuw", right));
        REQUIRE(made.starts_with("/personen/"));
        bureau.caller = d.ruben();
        const auto page = bureau.look(made);
        CHECK(holds(page, "Meneer J. (Jan) de Boer"));
        CHECK(holds(page, "06 1234 5678"));
        CHECK(holds(page, "Hoort slecht"));
    });
}

TEST_CASE("a stale edit shows both versions, and nothing is lost") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const auto id = jan(d);
        const std::string url = "/personen/" + id.text() + "/wijzig";
        CHECK(bureau.look(url).status == 409);  // nobody was identified
        bureau.caller = d.ruben();
        CHECK(holds(bureau.look(url), "Kastanjelaan"));
        CHECK(bureau.send(url, jan_form("Johan", "1")).status == 303);
        const auto stale = bureau.send(url, jan_form("Jannes", "1"));
        CHECK(stale.status == 409);
        CHECK(holds(stale, "Johan"));
        CHECK(holds(stale, "Jannes"));
        CHECK(holds(stale, "name=\"versie\" value=\"2\""));
        CHECK(bureau.send(url, jan_form("Jannes", "2")).status == 303);
        CHECK(holds(bureau.look(url), "Jannes"));
    });
}

TEST_CASE("doubles are merged with an undo and taken apart again") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const auto id = jan(d);
        auto again = detailed("");
        again.identificatoren.clear();
        const auto dubbel = known(d, again);
        const std::string url = "/personen/" + id.text();
        CHECK(holds(bureau.look(url), "Misschien dubbel"));
        const std::string merged = location(bureau.send(url + "/samenvoegen", {{"dubbel", dubbel.text()}}));
        CHECK(merged == url + "?samengevoegd=" + dubbel.text());
        CHECK(holds(bureau.look(merged), "/personen/" + dubbel.text() + "/splits"));
        CHECK(location(bureau.send(url + "/samenvoegen", {{"dubbel", dubbel.text()}})).find("partij.samenvoegen.zelfde") != std::string::npos);
        CHECK(location(bureau.send("/personen/" + dubbel.text() + "/splits", {})).starts_with("/personen/" + dubbel.text()));
        CHECK(holds(bureau.look(url), "Misschien dubbel"));
    });
}

TEST_CASE("a beheerder hands over all data, and erases after saying why") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        const auto id = jan(d);
        const std::string url = "/personen/" + id.text();
        CHECK(bureau.look(url + "/wissen").status == 403);
        CHECK(bureau.look(url + "/inzage.json").status == 403);
        bureau.caller = d.beheerder();
        const auto file = bureau.look(url + "/inzage.json");
        REQUIRE(file.stream);
        std::string json;
        CHECK_FALSE(file.stream(json));
        CHECK(json.find("Kastanjelaan") != std::string::npos);
        CHECK(holds(bureau.look(url + "/wissen"), "ongedaan"));
        CHECK(bureau.send(url + "/wissen", {{"grond", "verzoek"}, {"reden", "Brief van 3 november"}}).status == 422);
        CHECK(bureau.send(url + "/wissen", {{"grond", "verzoek"}, {"reden", "Brief van 3 november"}, {"zeker", "ja"}}).status == 303);
        CHECK(bureau.look(url).status == 404);
    });
}

TEST_CASE("a beheerder chooses the control questions of his gemeente") {
    at_the_desk([](Desk& d, Bureau& bureau) {
        CHECK(bureau.look("/beheer/controlevragen").status == 403);
        bureau.caller = d.beheerder();
        CHECK(bureau.look("/beheer/controlevragen").status == 200);
        const Formulier form{{"gemeente", d.v.oeverland.text()}, {"versie", "0"}, {"vraag", "geboortedatum"}, {"eigen.0", "Hoe heet uw straat?"}, {"aantal_goed", "2"}};
        CHECK(bureau.send("/beheer/controlevragen", form).status == 303);
        CHECK(holds(bureau.look("/beheer/controlevragen"), "Hoe heet uw straat?"));
        auto wrong = form;
        wrong.back().second = "9";
        wrong[1].second = "1";
        CHECK(bureau.send("/beheer/controlevragen", wrong).status == 422);
    });
}

}  // namespace dichtbij::dossier::dossier_desk_test
