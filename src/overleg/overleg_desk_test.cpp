#include <doctest/doctest.h>

#include "overleg/overleg_routes.h"
#include "support/bureau.h"
#include "support/zaken.h"

namespace dichtbij::overleg::overleg_desk_test {
namespace {

using http::Response;
using testing::holds;
using testing::location;
using testing::Zaken;

// The screens over cases of a test.
struct Bureau : testing::Bureau {
    explicit Bureau(Zaken& z)
        : testing::Bureau(z.store, z.clock, z.marleen()), overleg(z.store, z.clock, z.ids, z.zaken, z.werk), verdelen(z.store, z.clock, z.ids, z.zaken, z.werk, z.log) {
        add_routes(*this, {z.store, overleg, z.zaken}, {z.store, verdelen, z.zaken, z.partijen});
    }

    OverlegService overleg;
    VerdeelService verdelen;
};

template <class F>
void at_the_desk(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Zaken zaken(*fresh->store, "2026-09-07 09:00");
        Bureau bureau(zaken);
        test(zaken, bureau);
    }
}

zaak::Gemaakt accepted(Zaken& z) {
    auto one = z.made();
    one.werk = z.werk.accept(z.ruben(), one.werk.id, one.werk.versie).value().werk;
    return one;
}

std::string keuze(const werk::Werk& werk) { return werk.id.text() + ":" + std::to_string(werk.versie); }

}  // namespace

TEST_CASE("an empty list says that this is good, in both languages, and is refused to who is not of the team") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        CHECK(holds(bureau.look("/vastgelopen"), "Geen zaken vastgelopen."));
        CHECK(holds(bureau.look("/vastgelopen?lijst=behandeld"), "Nog niets behandeld."));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/vastgelopen"), "No cases are stuck."));
        bureau.caller = z.ruben();
        CHECK(bureau.look("/vastgelopen").status == 403);
    });
}

TEST_CASE("a stuck case stands there with why, opens with its course, and is treated by forms that say what is wrong") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        const auto one = accepted(z);
        bureau.caller = z.ruben();
        CHECK(holds(bureau.look("/zaken/" + one.zaak.id.text() + "/overleg"), "Waar loopt het op vast?"));
        CHECK(bureau.send("/zaken/" + one.zaak.id.text() + "/overleg", {{"reden", ""}}).status == 422);
        CHECK(location(bureau.send("/zaken/" + one.zaak.id.text() + "/overleg", {{"reden", "De aannemer reageert niet."}})).starts_with("/zaken/"));
        CHECK(bureau.send("/zaken/" + one.zaak.id.text() + "/overleg", {{"reden", "Nog eens"}}).status == 409);
        z.set("2026-09-22 06:00");
        bureau.overleg.find_stuck(z.clock.now(), 100);
        bureau.caller = z.marleen();
        const Response list = bureau.look("/vastgelopen");
        CHECK(holds(list, "Kappen van een beuk"));
        CHECK(holds(list, "10 werkdagen niets gebeurd"));
        CHECK(holds(list, "Een collega vroeg om overleg"));
        CHECK(holds(bureau.look("/vastgelopen?oorzaak=verzet"), "Met deze keuze is er niets."));
        const auto row = bureau.overleg.list(z.marleen(), {}).value().regels.at(0);
        const std::string url = "/vastgelopen/" + row.vastloper.id.text();
        const Response page = bureau.look(url);
        CHECK(holds(page, "De aannemer reageert niet."));
        CHECK(holds(page, "vroeg om overleg over deze zaak"));
        const auto with = [&](std::vector<std::pair<std::string, std::string>> fields) {
            const auto now = bureau.overleg.list(z.marleen(), {}).value().regels.at(0);
            fields.emplace_back("versie", std::to_string(now.vastloper.versie));
            fields.emplace_back("werkversie", std::to_string(now.zaak.werk.versie));
            return fields;
        };
        CHECK(bureau.send(url + "/toewijzen", with({{"naar", "medewerker"}, {"reden", "Kent de buurt"}})).status == 422);
        CHECK(bureau.send(url + "/toewijzen", {{"naar", "team"}, {"team", z.v.kcc.text()}, {"reden", "Kent de buurt"}, {"versie", "9"}, {"werkversie", "9"}}).status == 409);
        CHECK(location(bureau.send(url + "/toewijzen", with({{"naar", "medewerker"}, {"medewerker", z.v.ilse.text() + "." + z.v.vergunningen.text()}, {"reden", "Kent de buurt"}}))).starts_with(url));
        CHECK(bureau.send(url + "/stap", with({{"wat", "Bel de aannemer."}, {"vorm", "taak"}})).status == 422);
        CHECK(location(bureau.send(url + "/stap", with({{"wat", "Bel de aannemer."}, {"vorm", "taak"}, {"soort", "intern_advies"}, {"uiterlijk_datum", "2026-09-25"}}))).starts_with(url));
        CHECK(location(bureau.send(url + "/stap", with({{"wat", "Daarna beslissen."}, {"vorm", "notitie"}, {"uiterlijk_datum", "2026-09-28"}}))).starts_with(url));
        CHECK(holds(bureau.look(url), "Daarna beslissen. Uiterlijk maandag 28 september."));
        CHECK(bureau.send(url + "/afronden", with({{"afloop", "andere_eigenaar"}, {"besluit", ""}})).status == 422);
        CHECK(location(bureau.send(url + "/afronden", with({{"afloop", "andere_eigenaar"}, {"besluit", "Ilse belt de aannemer."}}))).starts_with("/vastgelopen?"));
        bureau.taal = html::Taal::en;
        const Response treated = bureau.look("/vastgelopen?lijst=behandeld");
        CHECK(holds(treated, "Another case manager"));
        CHECK(holds(treated, "Ilse belt de aannemer."));
        CHECK(holds(treated, "Going on"));
        CHECK(holds(bureau.look(url), "What the team decided"));
    });
}

TEST_CASE("who gives a stuck case to a team whose work he may not read is told so before, and is led back to the list") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        const auto one = accepted(z);
        z.store.write([&](store::Tx& tx) { tx.run("update team set domein = 'jeugd' where id = ?1", z.v.kcc); });
        REQUIRE(bureau.overleg.ask(z.ruben(), one.zaak.id, "Er spelen zorgen om een kind."));
        const auto row = bureau.overleg.list(z.marleen(), {}).value().regels.at(0);
        const std::string url = "/vastgelopen/" + row.vastloper.id.text();
        const Response page = bureau.look(url);
        CHECK(holds(page, "je leest niet mee"));
        CHECK(holds(page, "Dan zie je haar daarna niet meer."));
        const Response given = bureau.send(url + "/toewijzen", {{"naar", "team"}, {"team", z.v.kcc.text()}, {"reden", "Hoort bij jeugd"},
                                                                {"versie", std::to_string(row.vastloper.versie)}, {"werkversie", std::to_string(row.zaak.werk.versie)}});
        CHECK(location(given) == "/vastgelopen?gedaan=vastgelopen.gedaan.toewijzen_besloten");
        CHECK(bureau.look(url).status == 403);
        CHECK(bureau.look("/vastgelopen").status == 200);
        bureau.caller.domeinen = {"jeugd"};
        CHECK_FALSE(holds(bureau.look(url), "je leest niet mee"));
    });
}

TEST_CASE("a manager sets how long cases may stand still, a lead only sees it") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        CHECK(holds(bureau.look("/vastgelopen/instellingen"), "disabled"));
        bureau.caller = organisatie::testing::caller(z.v.sanne, {{access::Rol::manager, z.v.oeverland, {}}});
        CHECK_FALSE(holds(bureau.look("/vastgelopen/instellingen"), "<fieldset class=\"stack\" disabled"));
        const std::string type = "type." + z.kap.text();
        CHECK(bureau.send("/vastgelopen/instellingen", {{"gemeente", z.v.oeverland.text()}, {"standaard", "veel"}}).status == 422);
        CHECK(location(bureau.send("/vastgelopen/instellingen", {{"gemeente", z.v.oeverland.text()}, {"standaard", "12"}, {type, "4"}})).starts_with("/vastgelopen/instellingen"));
        CHECK(bureau.overleg.grenzen(bureau.caller, z.v.oeverland).value().van(z.kap) == 4);
    });
}

TEST_CASE("a lead divides all of a page over several, and the report says what was refused and why") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        const auto first = z.made(), second = z.made();
        const std::string page = "/verdelen?team=" + z.v.vergunningen.text();
        CHECK(holds(bureau.look(page), "Verdeel de zaken van Vergunningen"));
        const auto fields = [&](std::vector<std::pair<std::string, std::string>> more) {
            more.insert(more.end(), {{"gemeente", z.v.oeverland.text()}, {"team", z.v.vergunningen.text()}});
            return more;
        };
        CHECK(bureau.send("/verdelen", fields({{"hoe", "een"}, {"reden", "Ruimte"}})).status == 422);
        const auto without_reason = bureau.send("/verdelen", fields({{"hoe", "een"}, {"medewerker", z.v.ilse.text()}, {"keuze", keuze(first.werk)}, {"reden", ""}}));
        CHECK(without_reason.status == 422);
        CHECK(holds(without_reason, "value=\"" + keuze(first.werk) + "\" checked"));
        CHECK(location(bureau.send("/verdelen/capaciteit", fields({{"capaciteit." + z.v.ilse.text(), "1"}, {"capaciteit." + z.v.ruben.text(), ""}}))).starts_with("/verdelen?"));
        CHECK(bureau.send("/verdelen/capaciteit", fields({{"capaciteit." + z.v.ilse.text(), "-1"}})).status == 422);
        const Response done = bureau.send("/verdelen", fields({{"alles", "1"}, {"blad", keuze(first.werk)}, {"blad", keuze(second.werk)}, {"hoe", "meer"}, {"medewerkers", z.v.ilse.text()}, {"reden", "Ilse heeft ruimte"}}));
        CHECK(holds(done, "1 zaak verdeeld."));
        CHECK(holds(done, "De gekozen collega’s zitten vol."));
        CHECK(holds(bureau.look(page), "vol"));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look(page + "&kolom=aanvrager&kolom=ontvangen&op=wet"), "Divide the cases of Vergunningen"));
        bureau.caller = z.ruben();
        CHECK(bureau.look(page).status == 403);
    });
}

TEST_CASE("a kept list stands above the list with its filter, order and columns, and is only one's own") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        const std::string vraag = "gemeente=" + z.v.oeverland.text() + "&team=" + z.v.vergunningen.text() + "&op=wet&kolom=wet";
        CHECK(holds(bureau.look("/verdelen?" + vraag), "Bewaar deze lijst"));
        CHECK(location(bureau.send("/lijsten", {{"plek", "verdelen"}, {"naam", "Wet eerst"}, {"vraag", vraag}})).starts_with("/verdelen?" + vraag));
        CHECK(holds(bureau.look("/verdelen"), "Wet eerst"));
        const auto kept = z.store.read([&](store::Tx& tx) { return bureau.verdelen.keuzes(tx, z.marleen(), Lijstplek::verdelen); });
        REQUIRE(kept.size() == 1);
        bureau.caller = organisatie::testing::caller(z.v.sanne, {{access::Rol::manager, z.v.oeverland, {}}});
        CHECK_FALSE(holds(bureau.look("/verdelen"), "Wet eerst"));
        CHECK(bureau.send("/lijsten/" + kept[0].id.text() + "/verwijder", {}).status == 404);
        bureau.caller = z.marleen();
        CHECK(location(bureau.send("/lijsten/" + kept[0].id.text() + "/verwijder", {{"terug", "/verdelen?" + vraag}})) == "/verdelen?" + vraag);
        CHECK_FALSE(holds(bureau.look("/verdelen"), "Wet eerst"));
    });
}

TEST_CASE("a file of the list holds what was asked for, and no formula") {
    at_the_desk([](Zaken& z, Bureau& bureau) {
        auto nieuw = z.nieuw(z.kap);
        nieuw.omschrijving = "=HYPERLINK(1)";
        const auto one = z.made(nieuw);
        Response file = bureau.look("/verdelen/export.csv?kolom=stand&kolom=casemanager");
        std::string all, chunk;
        for (bool more = true; more;) {
            more = file.stream(chunk);
            all += chunk;
        }
        CHECK(all.find(one.zaak.nummer + ";'=HYPERLINK(1);") != std::string::npos);
        CHECK(all.starts_with("Nummer;Zaak;Stand;Casemanager\r\n"));
        z.log.flush();
        const auto looks = z.log.zoek(z.beheerder(), {}).value().regels;
        CHECK(std::any_of(looks.begin(), looks.end(), [&](const auto& look) { return look.medewerker == z.v.marleen && look.zoek.starts_with("export "); }));
    });
}

}  // namespace dichtbij::overleg::overleg_desk_test
