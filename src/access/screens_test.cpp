#include <doctest/doctest.h>

#include <set>

#include "access/beheer_desk.h"
#include "access/desk_testing.h"
#include "access/profile_desk.h"
#include "support/stores.h"

namespace dichtbij::access::screens_test {
namespace {

using testing::Browser;
using testing::heidedal;
using testing::holds;
using testing::location;
using testing::moment;
using testing::oeverland;
using testing::test_id;

const Id<Team> team_kcc = test_id<Team>(5);

// 1: beheerder of Oeverland, 2: at its contact centre, 7: an employee without an account.
struct Whole : testing::Site {
    Directory directory;
    AccessLog log;

    static Options with_totp() {
        Options options = testing::cheap_options();
        options.totp_rollen = {Rol::teamleider};
        return options;
    }
    Whole(store::Store& store, store::Store& log_store)
        : Site(store, with_totp()),
          directory{[](store::Tx&) { return std::vector<Directory::GemeenteNaam>{{oeverland, "Oeverland"}, {heidedal, "Heidedal"}}; },
                    [](store::Tx&) { return std::vector<Directory::TeamNaam>{{team_kcc, oeverland, "Team KCC"}}; },
                    [](store::Tx&, const Caller&) {
                        return std::vector<Directory::MedewerkerNaam>{{test_id<Medewerker>(7), "Nour <b>", "nour@oeverland.example"}};
                    },
                    [](store::Tx&, Id<Applicatie>) { return std::string("Formulieren"); }},
          log(log_store, desk.clock) {
        desk.add(1, {{Rol::beheerder, oeverland, {}}});
        desk.add(2, {{Rol::kcc_medewerker, oeverland, {}}});
        add_profile_screens(site);
        add_account_screens(site, directory);
        add_access_log_screens(site, directory, log);
    }
};

struct Fresh {
    std::unique_ptr<store::testing::FreshStore> main = fresh_sqlite(migrations());
    std::unique_ptr<store::testing::FreshStore> log = fresh_sqlite(access_log_migrations());
    Whole whole{*main->store, *log->store};
    Browser browser{whole.router};
};

std::string between(const std::string& text, std::string_view before, std::string_view after) {
    const auto at = text.find(before);
    if (at == std::string::npos) return {};
    return text.substr(at + before.size(), text.find(after, at + before.size()) - at - before.size());
}

std::string app_code(const std::string& page, Instant now) {
    std::string letters = between(page, "<code class=\"num\">", "</code>");
    std::erase(letters, ' ');
    std::string secret;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : letters) {
        held = (held << 5 | static_cast<std::uint32_t>(std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").find(c))) & 0xffff;
        if (bits += 5; bits >= 8) secret += static_cast<char>(held >> (bits -= 8) & 0xff);
    }
    return totp_code(secret, totp_step_at(now));
}

}  // namespace

TEST_CASE("a wrong password shows the form again with what was typed and what to do") {
    Fresh t;
    t.browser.get("/inloggen");
    const auto page = t.browser.post("/inloggen", {{"email", "m1@oeverland.example"}, {"wachtwoord", "mijn-geheim-7"}});
    CHECK(page.status == 422);
    CHECK(holds(page, "<title>Fout: Inloggen"));
    CHECK(holds(page, "value=\"m1@oeverland.example\""));
    CHECK(holds(page, "href=\"#email\""));
    CHECK_FALSE(holds(page, "mijn-geheim-7"));
    for (int i = 0; i < 5; ++i) t.browser.post("/inloggen", {{"email", "m1@oeverland.example"}, {"wachtwoord", "fout"}});
    const auto wait = t.browser.post("/inloggen", {{"email", "m1@oeverland.example"}, {"wachtwoord", testing::good_password}});
    CHECK(wait.status == 429);
    CHECK(holds(wait, "Wacht 1 min"));
}

TEST_CASE("a team lead enrols an app, keeps his codes, and gives a code the next time") {
    Fresh t;
    t.whole.desk.add(3, {{Rol::teamleider, oeverland, team_kcc}});
    CHECK(location(t.browser.sign_in(3, "/profiel")) == "/inloggen/app?naar=%2Fprofiel");
    CHECK(location(t.browser.get("/profiel")) == "/inloggen/app?naar=%2Fprofiel");  // nothing opens before
    const auto enrol = t.browser.get("/inloggen/app?naar=%2Fprofiel");
    CHECK(holds(enrol, "<svg class=\"qr\" role=\"img\""));
    CHECK(t.browser.post("/inloggen/app", {{"code", "000000"}}).status == 422);
    const auto codes = t.browser.post("/inloggen/app", {{"code", app_code(enrol.body, moment)}, {"naar", "/profiel"}});
    CHECK(codes.status == 200);
    CHECK(holds(codes, "href=\"/profiel\""));
    const std::string recovery = between(codes.body, "<li><code>", "</code>");
    CHECK(recovery.size() == 19);
    CHECK(t.browser.get("/profiel").status == 200);

    Browser other(t.whole.router);
    CHECK(location(other.sign_in(3)) == "/inloggen/code");
    CHECK(other.get("/inloggen/code").status == 200);
    CHECK(other.post("/inloggen/code", {{"code", app_code(enrol.body, moment)}}).status == 422);
    CHECK(location(other.post("/inloggen/code", {{"code", recovery}})) == "/");
    CHECK(other.get("/profiel").status == 200);
}

TEST_CASE("a person changes his language, password and sessions himself") {
    Fresh t;
    Browser elsewhere(t.whole.router);
    elsewhere.sign_in(2);
    t.browser.sign_in(2);
    const auto profile = t.browser.get("/profiel");
    CHECK(holds(profile, "Firefox, Windows"));
    t.browser.post("/profiel", {{"taal", "en"}});
    CHECK(holds(t.browser.get("/profiel"), "My account"));
    CHECK(holds(t.browser.get("/profiel"), "data-single-keys=\"off\""));

    t.browser.get("/profiel/wachtwoord");
    const auto wrong = t.browser.post("/profiel/wachtwoord", {{"huidig", "x"}, {"nieuw", "zeehond kapstok regen"}, {"herhaald", "zeehond kapstok regen"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "href=\"#huidig\""));
    const auto changed = t.browser.post("/profiel/wachtwoord", {{"huidig", testing::good_password}, {"nieuw", "zeehond kapstok regen"}, {"herhaald", "zeehond kapstok regen"}});
    CHECK(location(changed) == "/profiel");
    CHECK(t.browser.get("/profiel").status == 200);
    CHECK(elsewhere.get("/profiel").status == 303);
    t.browser.get("/profiel");
    CHECK(location(t.browser.post("/uitloggen", {})) == "/inloggen");
    CHECK(t.browser.get("/profiel").status == 303);
}

TEST_CASE("an app is set up from the profile after the password") {
    Fresh t;
    t.browser.sign_in(2);
    CHECK(holds(t.browser.get("/profiel/app"), "name=\"wachtwoord\""));
    CHECK(t.browser.post("/profiel/app", {{"wachtwoord", "fout"}}).status == 422);
    CHECK(location(t.browser.post("/profiel/app", {{"wachtwoord", testing::good_password}})) == "/profiel/app");
    const auto enrol = t.browser.get("/profiel/app");
    CHECK(t.browser.post("/profiel/app/bevestig", {{"code", "000000"}}).status == 422);
    CHECK(holds(t.browser.post("/profiel/app/bevestig", {{"code", app_code(enrol.body, moment)}}), "herstelcodes"));
    CHECK(holds(t.browser.get("/profiel"), "App voor inlogcodes staat aan"));
}

TEST_CASE("a beheerder makes an account, gives and takes roles, and switches it off and on") {
    Fresh t;
    t.browser.sign_in(1);
    const auto form = t.browser.get("/beheer/accounts/nieuw");
    CHECK(holds(form, "Nour &lt;b&gt; (nour@oeverland.example)"));
    CHECK_FALSE(holds(form, "Heidedal"));
    const std::string nour = test_id<Medewerker>(7).text();
    CHECK(t.browser.post("/beheer/accounts/nieuw", {{"medewerker", "x"}}).status == 422);
    const auto made = t.browser.post("/beheer/accounts/nieuw", {{"medewerker", nour}, {"rol", "kcc_medewerker"}, {"waar", oeverland.text() + "|" + team_kcc.text()}});
    REQUIRE(made.status == 200);
    CHECK(made.headers.get("Cache-Control") == "no-store");
    const std::string password = between(made.body, "<strong><code>", "</code>");
    CHECK(sign_in(t.whole.desk.accounts, "nour@oeverland.example", password, testing::desk)->fase == Fase::wachtwoord_wijzigen);

    const std::string url = "/beheer/accounts/" + nour;
    CHECK(holds(t.browser.get(url), "Oeverland, Team KCC"));
    const auto version = [&] { return between(t.browser.get(url).body, "name=\"versie\" value=\"", "\""); };
    CHECK(location(t.browser.post(url + "/rol", {{"versie", version()}, {"rol", "behandelaar"}, {"waar", oeverland.text()}})) == url);
    CHECK(t.whole.desk.caller(7).grants.size() == 2);
    CHECK(t.browser.post(url + "/rol", {{"versie", version()}, {"rol", "behandelaar"}, {"waar", oeverland.text()}}).status == 422);
    CHECK(t.browser.post(url + "/rol", {{"versie", "1"}, {"rol", "manager"}, {"waar", oeverland.text()}}).status == 409);
    CHECK(t.browser.post(url + "/rol", {{"versie", version()}, {"rol", "manager"}, {"waar", heidedal.text()}}).status == 404);
    t.browser.post(url + "/rol-weg", {{"versie", version()}, {"rol", "behandelaar"}, {"waar", oeverland.text()}});
    CHECK(t.whole.desk.caller(7).grants.size() == 1);
    t.browser.post(url + "/domeinen", {{"versie", version()}, {"domeinen", "wmo"}});
    CHECK(t.whole.desk.caller(7).domeinen == std::vector<std::string>{"wmo"});
    CHECK(location(t.browser.post(url + "/uit", {})) == url);
    CHECK(holds(t.browser.get(url), "Zet account aan"));
    t.browser.post(url + "/aan", {});
    CHECK(holds(t.browser.post(url + "/wachtwoord", {}), "Eenmalig wachtwoord"));
    t.whole.desk.may_not_leave = "access.account.jezelf";
    CHECK(t.browser.post(url + "/uit", {}).status == 409);
}

TEST_CASE("who is no beheerder sees no accounts and no log") {
    Fresh t;
    t.browser.sign_in(2);
    for (const char* url : {"/beheer/accounts", "/beheer/accounts/nieuw", "/beheer/inzage"}) {
        CAPTURE(url);
        CHECK(t.browser.get(url).status == 403);
    }
    CHECK(t.browser.get("/beheer/accounts/" + test_id<Medewerker>(1).text()).status == 403);
    t.browser.sign_in(1);
    Browser beheerder(t.whole.router);
    beheerder.sign_in(1);
    CHECK(beheerder.get("/beheer/accounts/onzin").status == 404);
    CHECK(beheerder.get("/beheer/accounts/" + test_id<Medewerker>(99).text()).status == 404);
}

TEST_CASE("the access log is searched by employee, person and day") {
    Fresh t;
    Caller employee = t.whole.desk.caller(2);
    employee.scherm = "klantbeeld";
    const std::string partij = test_id<Partij>(33).text();
    t.whole.log.record(employee, {.gemeente = oeverland, .partijen = {test_id<Partij>(33)}});
    t.whole.log.record(employee, {.soort = Inzagesoort::zoekopdracht, .gemeente = oeverland, .zoek = "jansen & co"});
    t.whole.log.flush();
    t.browser.sign_in(1);
    const auto all = t.browser.get("/beheer/inzage");
    CHECK(holds(all, "Medewerker 2"));
    CHECK(holds(all, "KCC-medewerker"));
    CHECK(holds(all, "jansen &amp; co"));
    CHECK(holds(all, "/personen/" + partij));
    CHECK_FALSE(holds(t.browser.get("/beheer/inzage?partij=" + partij), "jansen"));
    CHECK(holds(t.browser.get("/beheer/inzage?medewerker=m2%40oeverland.example&van=2026-11-18"), "jansen"));
    CHECK(holds(t.browser.get("/beheer/inzage?tot=2026-11-01"), "Niets gevonden"));
    const auto wrong = t.browser.get("/beheer/inzage?van=gisteren&partij=x&medewerker=wie");
    CHECK(wrong.status == 422);
    for (const char* field : {"#van", "#partij", "#medewerker"}) CHECK(holds(wrong, std::string("href=\"") + field + "\""));
}

}  // namespace dichtbij::access::screens_test
