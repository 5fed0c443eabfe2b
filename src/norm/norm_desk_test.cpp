#include "norm/norm_routes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "access/desk_testing.h"
#include "journal/journal.h"
#include "norm/norm_test_calendars.h"
#include "support/stores.h"

namespace dichtbij::norm::norm_desk_test {
namespace {

using access::Rol;
using access::testing::Browser;
using access::testing::heidedal;
using access::testing::holds;
using access::testing::location;
using access::testing::oeverland;
using access::testing::test_id;

std::vector<store::Migration> schema() {
    std::vector<store::Migration> all(access::migrations().begin(), access::migrations().end());
    all.insert(all.end(), journal::migrations().begin(), journal::migrations().end());
    all.insert(all.end(), migrations().begin(), migrations().end());
    return all;
}

const auto bomen = test_id<Onderwerp>(31);
const std::string kalender = "/beheer/kalender/" + oeverland.text();
const std::string normen = "/beheer/normen/" + oeverland.text();

std::vector<html::Choice> gemeenten_of(const access::Caller& caller) {
    std::vector<html::Choice> choices;
    if (access::is_active_in(caller, oeverland)) choices.push_back({oeverland.text(), "Oeverland"});
    if (access::is_active_in(caller, heidedal)) choices.push_back({heidedal.text(), "Heidedal"});
    return choices;
}

// Employee 1 is the beheerder of Oeverland, 2 answers its phone, 3 works in both gemeenten. It is
// Wednesday 18 November 2026.
struct Opened {  // before the site and after it
    std::unique_ptr<FreshStore> fresh = fresh_sqlite(schema());
};
struct Screens : Opened, access::testing::Site {
    IdSource ids{desk.clock};
    NormService service;

    Screens() : Site(*fresh->store), service(*fresh->store, desk.clock, ids) {
        desk.add(1, {{Rol::beheerder, oeverland, {}}});
        desk.add(2, {{Rol::kcc_medewerker, oeverland, {}}});
        desk.add(3, {{Rol::kcc_medewerker, oeverland, {}}, {Rol::beheerder, heidedal, {}}});
        add_routes(site, {.store = *fresh->store,
                          .normen = service,
                          .gemeenten = gemeenten_of,
                          .onderwerpen = [](const access::Caller&, Id<Gemeente>) { return std::vector<html::Choice>{{bomen.text(), "Bomen"}}; },
                          .producten = [](const access::Caller&, Id<Gemeente>) { return std::vector<html::Choice>{}; }});
    }
    Browser browser(int n) {
        Browser one(router);
        one.sign_in(n);
        return one;
    }
    OpeningHours hours() { return service.opening_hours(desk.caller(1), oeverland)->uren; }
    std::vector<Servicenorm> norms() { return service.servicenormen(desk.caller(1), oeverland)->normen; }
};

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields week_fields(const std::string& monday, const std::string& versie) {
    return {{"versie", versie}, {"jaar", "2026"}, {"week_0", monday}, {"week_1", "8.30-17.00"}, {"week_2", ""}, {"week_3", "8.30-20.00"}, {"week_4", "8.30-12.00"}, {"week_5", ""}, {"week_6", ""}};
}

Fields norm_fields(const std::string& code, const std::string& versie) {
    return {{"versie", versie}, {"code", code}, {"aanleiding", "vraag"}, {"meet", "volledig_antwoord"}, {"aantal", "3"}, {"eenheid", "dagen"}, {"soort", "werkdagen"},
            {"telling", "vanaf_de_dag_erna"}, {"regime", "termijnenwet"}, {"kanaal", "email"}, {"product", ""}, {"onderwerp", bomen.text()}, {"van", "2026-01-01"},
            {"tot", ""}, {"bron", "collegebesluit 2026"}};
}

}  // namespace

TEST_CASE("who works for one gemeente goes straight to its calendar, who works for two chooses") {
    Screens screens;
    CHECK(location(screens.browser(2).get("/beheer/kalender")) == kalender);
    CHECK(location(screens.browser(2).get("/beheer/normen")) == normen);
    Browser both = screens.browser(3);
    const auto choice = both.get("/beheer/kalender");
    CHECK(holds(choice, "Oeverland"));
    CHECK(holds(choice, "Heidedal"));
    CHECK(holds(both.get(kalender), "/beheer/kalender/" + heidedal.text()));
}

TEST_CASE("the year shows each day that is not like others with a letter and in words") {
    Screens screens;
    const auto page = screens.browser(2).get(kalender + "?jaar=2026");
    CHECK(page.status == 200);
    for (const char* words : {"Openingstijden van Oeverland", "Vandaag open 8.30-17.00 uur", "<caption>december</caption>",
                              "<td class=\"holiday\">25<sup aria-hidden=\"true\">F</sup><span class=\"sr\"> eerste kerstdag, dicht</span></td>",
                              "<td class=\"closed\"><s>19</s><span class=\"sr\"> Dicht</span></td>", "<td class=\"today\">18<span class=\"sr\"> vandaag</span></td>",
                              "ma 27 april", "Koningsdag · dicht", "Wettelijke kalender 2026", "Daarom kun je deze dagen niet veranderen"})
        CHECK_MESSAGE(holds(page, words), words);
}

TEST_CASE("an employee who is no beheerder sees what is open and has no form, and a change is refused") {
    Screens screens;
    Browser browser = screens.browser(2);
    const auto page = browser.get(kalender);
    CHECK(page.status == 200);
    CHECK(holds(page, "Een beheerder van de gemeente kan dit veranderen"));
    CHECK_FALSE(holds(page, "name=\"week_0\""));
    CHECK_FALSE(holds(page, "Sluit deze dag"));
    CHECK(browser.post(kalender + "/week", week_fields("9-17", "0")).status == 403);
    CHECK(browser.post(kalender + "/week", week_fields("onzin", "0")).status == 403);
    CHECK(browser.get(normen).status == 200);
    CHECK(browser.get(normen + "/nieuw").status == 403);
    CHECK(browser.post(normen + "/nieuw", norm_fields("email.snel", "0")).status == 403);
    CHECK(screens.hours() == default_opening_hours());
}

TEST_CASE("another gemeente and what is no gemeente are not found") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(kalender);
    for (const std::string& id : {heidedal.text(), test_id<Gemeente>(77).text(), std::string("x")}) {
        CAPTURE(id);
        CHECK(browser.get("/beheer/kalender/" + id).status == 404);
        CHECK(browser.get("/beheer/normen/" + id).status == 404);
        CHECK(browser.post("/beheer/kalender/" + id + "/week", week_fields("9-17", "0")).status == 404);
        CHECK(browser.post("/beheer/normen/" + id + "/nieuw", norm_fields("a", "0")).status == 404);
    }
    CHECK(browser.get(kalender + "?jaar=1850").status == 404);
    CHECK(browser.get(kalender + "?jaar=x").status == 200);
    CHECK(browser.get(normen + "/" + test_id<Norm>(999).text()).status == 404);
}

TEST_CASE("a beheerder changes the week, and it is shown and counts") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(kalender);
    const auto saved = browser.post(kalender + "/week", week_fields("8.30-12.30, 13.30-17.00", "0"));
    CHECK(location(saved) == kalender + "?jaar=2026&gedaan=week");
    CHECK(screens.hours().week[0] == std::vector<TimeRange>{{510, 750}, {810, 1020}});
    const auto page = browser.get(location(saved));
    CHECK(holds(page, "De openingstijden zijn bewaard"));
    CHECK(holds(page, "value=\"8.30-12.30, 13.30-17.00\""));
    CHECK(holds(page, "Vandaag dicht"));
}

TEST_CASE("hours that cannot be read come back as typed, with what is wrong beside the field and on top") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(kalender);
    const auto page = browser.post(kalender + "/week", week_fields("van acht tot vijf", "0"));
    CHECK(page.status == 422);
    CHECK(holds(page, "<title>Fout: "));
    CHECK(holds(page, "<a href=\"#week_0\">"));
    CHECK(holds(page, "value=\"van acht tot vijf\""));
    CHECK(holds(page, "value=\"8.30-20.00\""));
    const auto never_open = browser.post(kalender + "/week", {{"versie", "0"}});
    CHECK(never_open.status == 422);
    CHECK(holds(never_open, "<a href=\"#week\">Vul minstens één openingstijd in."));
}

TEST_CASE("closing days and other hours are added and taken away, and a holiday that is open can be closed at once") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(kalender);
    const auto closed = browser.post(kalender + "/sluitingsdag", {{"versie", "0"}, {"sluiting_datum", "2027-03-12"}, {"sluiting_reden", "personeelsdag"}});
    CHECK(location(closed) == kalender + "?jaar=2027&gedaan=sluitingsdag");
    CHECK(holds(browser.get(location(closed)), "personeelsdag · dicht"));
    CHECK(browser.post(kalender + "/afwijkend", {{"versie", "1"}, {"afwijkend_datum", "2026-12-24"}, {"afwijkend_tijden", "8.30-12.00"}, {"afwijkend_reden", "kerstavond"}}).status == 303);
    CHECK(holds(browser.get(kalender), "kerstavond · open 8.30-12.00 uur"));
    CHECK(browser.post(kalender + "/sluitingsdag-weg", {{"versie", "2"}, {"datum", "2027-03-12"}}).status == 303);
    CHECK(browser.post(kalender + "/afwijkend-weg", {{"versie", "3"}, {"datum", "2026-12-24"}}).status == 303);
    CHECK(screens.hours().sluitingsdagen.empty());
    CHECK(screens.hours().afwijkend.empty());
    CHECK(browser.post(kalender + "/sluitingsdag-weg", {{"versie", "4"}, {"datum", "2027-03-12"}}).status == 404);
    CHECK(browser.post(kalender + "/feestdagen", {{"versie", "4"}, {"goede_vrijdag", "open"}, {"bevrijdingsdag", "lustrum"}, {"gelijkgestelde_dagen", "vrij"}, {"weekend", "werkdag"}}).status == 303);
    CHECK(screens.hours().feestdagen == HolidaySettings{Feestdagkeuze::open, Bevrijdingsdag::lustrum, Feestdagkeuze::vrij, Weekend::werkdag});
    CHECK(holds(browser.get(kalender), "Sluit deze dag"));
}

TEST_CASE("each wrong field of a closing day and of other hours is named") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(kalender);
    const auto closing = browser.post(kalender + "/sluitingsdag", {{"versie", "0"}, {"sluiting_datum", "31-02-2026"}, {"sluiting_reden", " "}});
    CHECK(closing.status == 422);
    for (const char* field : {"#sluiting_datum", "#sluiting_reden"}) CHECK_MESSAGE(holds(closing, field), field);
    const auto hours = browser.post(kalender + "/afwijkend", {{"versie", "0"}, {"afwijkend_datum", ""}, {"afwijkend_tijden", "later"}, {"afwijkend_reden", std::string(201, 'x')}});
    CHECK(hours.status == 422);
    for (const char* field : {"#afwijkend_datum", "#afwijkend_tijden", "#afwijkend_reden"}) CHECK_MESSAGE(holds(hours, field), field);
    CHECK(holds(browser.post(kalender + "/sluitingsdag", {{"versie", "0"}, {"sluiting_datum", "2190-01-01"}, {"sluiting_reden", "x"}}), "Dit jaar ligt te ver weg."));
    CHECK(browser.post(kalender + "/feestdagen", {{"versie", "0"}, {"goede_vrijdag", "soms"}}).status == 422);
}

TEST_CASE("who was second sees both versions, keeps what he typed, and saves on the newest") {
    Screens screens;
    Browser first = screens.browser(1), second = screens.browser(1);
    first.get(kalender);
    second.get(kalender);
    CHECK(first.post(kalender + "/week", week_fields("9.00-15.00", "0")).status == 303);
    const auto page = second.post(kalender + "/week", week_fields("10.00-16.00", "0"));
    CHECK(page.status == 409);
    for (const char* words : {"Een collega was je voor", "9.00-15.00", "value=\"10.00-16.00\"", "name=\"versie\" value=\"1\"", "anders"}) CHECK_MESSAGE(holds(page, words), words);
    CHECK(second.post(kalender + "/week", week_fields("10.00-16.00", "1")).status == 303);
    CHECK(second.post(kalender + "/sluitingsdag", {{"sluiting_datum", "2026-12-24"}, {"sluiting_reden", "x"}}).status == 409);
}

TEST_CASE("the list of norms says what each measures, how much, for what, since when and from where") {
    Screens screens;
    const auto page = screens.browser(1).get(normen);
    CHECK(page.status == 200);
    for (const char* words : {"Servicenormen van Oeverland", "email.antwoord", "Volledig antwoord", "5 werkdagen", "2 uur openingstijd", "5 minuten, ook als we dicht zijn",
                              "Elke vraag", "altijd", "Midden-Delfland, Visie op dienstverlening", "Dit zijn de normen waarmee elke gemeente begint"})
        CHECK_MESSAGE(holds(page, words), words);
    CHECK(holds(screens.browser(2).get(normen), "Probeer een vraag"));
    CHECK_FALSE(holds(screens.browser(2).get(normen), "Nieuwe norm"));
}

TEST_CASE("a norm is added, changed and ended") {
    Screens screens;
    Browser browser = screens.browser(1);
    CHECK(holds(browser.get(normen + "/nieuw"), "value=\"2026-11-18\""));
    const auto added = browser.post(normen + "/nieuw", norm_fields("email.bomen", "0"));
    CHECK(location(added) == normen + "?gedaan=norm-nieuw");
    const auto made = [&] {
        const auto all = screens.norms();
        const auto at = std::find_if(all.begin(), all.end(), [](const Servicenorm& n) { return n.code == "email.bomen"; });
        CHECK_THAT(at != all.end());
        return *at;
    };
    CHECK(made().term == Term(WorkingDays{3}));
    CHECK(made().onderwerp == bomen);
    const std::string url = normen + "/" + made().id.text();
    CHECK(holds(browser.get(url), "value=\"collegebesluit 2026\""));
    Fields changed = norm_fields("email.bomen", "1");
    changed[4].second = "90";
    changed[5].second = "minuten";
    changed[6].second = "werktijd";
    CHECK(browser.post(url, changed).status == 303);
    CHECK(made().term == Term(WorkingTime{minutes(90)}));
    CHECK(holds(browser.get(url), "value=\"90\""));
    CHECK(browser.post(url + "/einde", {{"versie", "2"}, {"einde", "2025-01-01"}}).status == 422);
    CHECK(browser.post(url + "/einde", {{"versie", "2"}, {"einde", ""}}).status == 422);
    CHECK(browser.post(url + "/einde", {{"versie", "2"}, {"einde", "2026-11-18"}}).status == 303);
    CHECK(made().tot == make_day(2026, 11, 18));
    CHECK(holds(browser.get(normen), "1 norm die niet meer geldt"));
    CHECK(holds(browser.get(normen + "/nieuw?kopie=" + made().id.text()), "value=\"email.bomen\""));
}

TEST_CASE("a shipped norm keeps the source it came with when something else of it changes") {
    Screens screens;
    Browser browser = screens.browser(1);
    const auto shipped = shipped_norms()[1];
    const std::string url = normen + "/" + shipped.id.text();
    CHECK(holds(browser.get(url), "Midden-Delfland"));
    Fields fields = norm_fields("email.antwoord", "0");
    fields[11].second = "";
    fields[12].second = "";
    fields[14].second = access::testing::test_texts().of(html::Taal::nl)(shipped.bron);
    CHECK(browser.post(url, fields).status == 303);
    const auto all = screens.norms();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Servicenorm& n) { return n.id == shipped.id; });
    REQUIRE(at != all.end());
    CHECK(at->bron == shipped.bron);
    CHECK(at->term == Term(WorkingDays{3}));
    CHECK(at->van == shipped.van);
}

TEST_CASE("each wrong field of a norm is named once, and what was typed stays") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(normen + "/nieuw");
    const auto page = browser.post(normen + "/nieuw", {{"versie", "0"}, {"code", "Heel Fout"}, {"aanleiding", "zomaar"}, {"meet", "volledig_antwoord"}, {"aantal", "vijf"},
                                                       {"eenheid", "weken"}, {"soort", "werkdagen"}, {"product", "x"}, {"van", "gisteren"}, {"bron", ""}});
    CHECK(page.status == 422);
    for (const char* field : {"#code", "#aanleiding", "#aantal", "#eenheid", "#product", "#van", "#bron"}) CHECK_MESSAGE(holds(page, field), field);
    CHECK(holds(page, "value=\"Heel Fout\""));
    Fields twice = norm_fields("email.antwoord", "0");
    twice[12].second = "";
    CHECK(holds(browser.post(normen + "/nieuw", twice), "Er is al een norm met deze code"));
    Fields legal = norm_fields("wet", "0");
    legal[5].second = "uren";
    legal[6].second = "wettelijk";
    CHECK(holds(browser.post(normen + "/nieuw", legal), "#eenheid"));
}

TEST_CASE("a norm that a colleague changed meanwhile shows both versions") {
    Screens screens;
    Browser browser = screens.browser(1);
    const std::string url = normen + "/" + shipped_norms()[1].id.text();
    browser.get(url);
    CHECK(browser.post(normen + "/nieuw", norm_fields("email.bomen", "0")).status == 303);
    const auto page = browser.post(url, norm_fields("email.antwoord", "0"));
    CHECK(page.status == 409);
    for (const char* words : {"Een collega was je voor", "5 werkdagen", "3 werkdagen", "name=\"versie\" value=\"1\""}) CHECK_MESSAGE(holds(page, words), words);
    CHECK(browser.post(normen + "/nieuw", norm_fields("email.twee", "0")).status == 409);
    const auto end = browser.post(url + "/einde", {{"versie", "0"}, {"einde", "2026-12-01"}});
    CHECK(end.status == 409);
    CHECK(holds(end, "1 december 2026"));
}

TEST_CASE("the try box says which norm won, why, what it beat and when it is due") {
    Screens screens;
    Browser browser = screens.browser(1);
    browser.get(normen + "/nieuw");
    browser.post(normen + "/nieuw", norm_fields("email.bomen", "0"));
    const auto page = browser.get(normen + "?aanleiding=vraag&kanaal=email&onderwerp=" + bomen.text() + "&product=&dag=2026-12-24&tijd=10:00");
    CHECK(page.status == 200);
    for (const char* words : {"De norm email.bomen geldt.", "Deze norm is voor dit onderwerp.", "email.antwoord: 5 werkdagen", "Uiterlijk woensdag 30 december, 17.00 uur",
                              "eerste kerstdag", "Ontvangst bevestigd", "Uiterlijk donderdag 24 december, 10.05 uur"})
        CHECK_MESSAGE(holds(page, words), words);
    const auto wrong = browser.get(normen + "?aanleiding=vraag&kanaal=email&dag=morgen&tijd=25:00");
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "#dag"));
    CHECK(holds(wrong, "#tijd"));
    CHECK(holds(browser.get(normen + "?aanleiding=vraag&kanaal=email&dag=2150-01-01&tijd=10:00"), "Deze datum ligt te ver weg om mee te rekenen."));
}

TEST_CASE("the screens speak English too, and no text is missing") {
    Screens screens;
    Browser browser = screens.browser(1);
    for (const char* taal : {"nl", "en"}) {
        browser.get(std::string("/taal/") + taal);
        for (const std::string& url : {kalender, kalender + "?jaar=2030", normen, normen + "/nieuw", normen + "/" + shipped_norms()[4].id.text(),
                                       normen + "?aanleiding=toewijzing&kanaal=chat&dag=2026-12-24&tijd=10.00"}) {
            CAPTURE(url);
            const auto page = browser.get(url);
            CHECK(page.status == 200);
            CHECK_FALSE(holds(page, "«"));
        }
    }
    CHECK(holds(browser.get(kalender), "Opening hours of Oeverland"));
}

}  // namespace dichtbij::norm::norm_desk_test
