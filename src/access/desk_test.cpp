#include "access/desk.h"

#include <doctest/doctest.h>

#include "access/desk_testing.h"
#include "html/parts.h"
#include "support/stores.h"

namespace dichtbij::access::desk_test {
namespace {

using testing::Browser;
using testing::holds;
using testing::location;
using testing::oeverland;

const std::vector<Grant> kcc{{Rol::kcc_medewerker, oeverland, {}}};

// A site with one screen of a higher layer.
struct Screens : testing::Site {
    int posted = 0;
    std::string seen_by;

    explicit Screens(store::Store& store, FrameFiller fill = {}) : Site(store, testing::cheap_options(), std::move(fill)) {
        desk.add(1, kcc);
        site.get("/taken/{id}", [this](http::Request& request, Desk& on) {
            seen_by = on.caller.naam + "|" + on.caller.scherm + "|" + on.caller.doel + "|" + on.caller.request_id;
            if (request.param("id") == "weg") return on.fail(not_found("gone").value());
            if (request.param("id") == "geheim") return on.fail(forbidden("domain").value());
            if (request.param("id") == "anders") return on.fail(conflict("changed", "").value());
            return on.page("Taak", html::join(html::csrf_field(on.csrf), html::p("Taak ", request.param("id"))));
        });
        site.get("/taken/{id}/deel/{stuk}", [this](http::Request&, Desk& on) {
            seen_by = on.caller.scherm;
            return on.page("Deel", html::p("Deel"));
        });
        site.post("/taken/{id}", [this](http::Request&, Desk&) {
            ++posted;
            return http::Response::redirect("/taken/1");
        });
    }
};

}  // namespace

TEST_CASE("a screen is for who signed in, and he comes back where he wanted to be") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    const auto sent_away = browser.get("/taken/1?toon=alles");
    CHECK(sent_away.status == 303);
    CHECK(location(sent_away) == "/inloggen?naar=%2Ftaken%2F1%3Ftoon%3Dalles");
    CHECK(holds(browser.get(location(sent_away)), "value=\"/taken/1?toon=alles\""));
    CHECK(location(browser.sign_in(1, "/taken/1?toon=alles")) == "/taken/1?toon=alles");
    CHECK(holds(browser.get("/taken/1?toon=alles"), "Taak 1"));
    CHECK(site.seen_by == "Medewerker 1|taken|dienstverlening|r-1");
    browser.get("/taken/1/deel/2");
    CHECK(site.seen_by == "taken/deel");
    CHECK(location(browser.get("/inloggen")) == "/");
}

TEST_CASE("nobody is sent to another site after signing in") {
    for (const char* bad : {"//kwaad.example", "https://kwaad.example", "/\\kwaad.example", "kwaad", "", "/inloggen/code", "/a\r\nSet-Cookie: x=y"}) {
        CAPTURE(bad);
        CHECK(safe_path(bad) == "/");
    }
    CHECK(safe_path("/taken/1?a=b") == "/taken/1?a=b");
}

TEST_CASE("a part of a page asked without a session says that one is signed out") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    browser.is_htmx = true;
    const auto answer = browser.get("/taken/1");
    CHECK(answer.status == 401);
    CHECK(holds(answer, "uitgelogd"));
    CHECK_FALSE(holds(answer, "<html"));
}

TEST_CASE("a form without its token changes nothing, with it does") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    browser.sign_in(1);
    browser.get("/taken/1");
    CHECK(browser.post_without_token("/taken/1").status == 403);
    CHECK(site.posted == 0);
    CHECK(browser.post("/taken/1", {}).status == 303);
    CHECK(site.posted == 1);
    Browser stranger(site.router);
    CHECK(stranger.post("/taken/1", {}).status == 303);  // to sign in
    CHECK(site.posted == 1);
}

TEST_CASE("signing in itself asks a token, so that nobody is signed in as someone else by another site") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    CHECK(browser.post_without_token("/inloggen").status == 403);
    browser.get("/inloggen");
    CHECK(browser.post_without_token("/inloggen").status == 403);
}

TEST_CASE("failures have their page and status, and for htmx a part") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    browser.sign_in(1);
    struct Row {
        const char* id;
        int status;
        const char* words;
    };
    for (const Row& row : {Row{"weg", 404, "Niet gevonden"}, Row{"geheim", 403, "Hier loopt iets"}, Row{"anders", 409, "Dit is net veranderd"}}) {
        CAPTURE(row.id);
        browser.is_htmx = false;
        const auto page = browser.get(std::string("/taken/") + row.id);
        CHECK(page.status == row.status);
        CHECK(holds(page, row.words));
        CHECK(holds(page, "<title>Fout: "));
        CHECK(holds(page, "Medewerker 1"));
        browser.is_htmx = true;
        const auto part = browser.get(std::string("/taken/") + row.id);
        CHECK(part.status == row.status);
        CHECK_FALSE(holds(part, "<html"));
    }
}

TEST_CASE("an unknown page is 404 for everyone, in the frame for who signed in") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    const auto outside = browser.get("/bestaat/niet");
    CHECK(outside.status == 404);
    CHECK_FALSE(holds(outside, "Medewerker 1"));
    browser.sign_in(1);
    CHECK(holds(browser.get("/bestaat/niet"), "Medewerker 1"));
}

TEST_CASE("a broken store is 503, any other fault 500, and neither needs the store to be told") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    http::Request request;
    CHECK(site.site.error_page(store::Unavailable("disk full"), request).status == 503);
    const auto page = site.site.error_page(std::runtime_error("x"), request);
    CHECK(page.status == 500);
    CHECK_FALSE(holds(page, "disk full"));
    CHECK(holds(page, "Wat je eerder bewaarde, is er nog"));
}

TEST_CASE("the frame is filled once for a page, and not for a part or a redirect") {
    const auto fresh = fresh_sqlite(migrations());
    int filled = 0;
    Screens site(*fresh->store, [&](const http::Request&, Desk& on) {
        ++filled;
        on.frame.nav.push_back({"/werk", "list-check", "Mijn werk", 8});
    });
    Browser browser(site.router);
    browser.sign_in(1);
    CHECK(holds(browser.get("/taken/1"), "Mijn werk"));
    CHECK(filled == 1);
    browser.post("/taken/1", {});
    CHECK(filled == 1);
    browser.is_htmx = true;
    CHECK(holds(browser.get("/taken/1"), "Mijn werk"));  // a whole page was asked for after all
    CHECK(filled == 2);
}

TEST_CASE("the language is that of the account, else of the cookie, else of the browser") {
    const auto fresh = fresh_sqlite(migrations());
    Screens site(*fresh->store);
    Browser browser(site.router);
    CHECK(holds(browser.get("/inloggen"), "<html lang=\"nl\""));
    browser.language = "en-GB,en;q=0.9";
    CHECK(holds(browser.get("/inloggen"), "<html lang=\"en\""));
    CHECK(location(browser.get("/taal/nl?naar=/taken/1")) == "/taken/1");
    CHECK(holds(browser.get("/inloggen"), "<html lang=\"nl\""));
    browser.sign_in(1);
    browser.get("/taal/en");
    CHECK(holds(browser.get("/taken/1"), "<html lang=\"en\""));
    Browser elsewhere(site.router);
    elsewhere.sign_in(1);
    CHECK(holds(elsewhere.get("/taken/1"), "<html lang=\"en\""));
}

TEST_CASE("over https the cookie is bound to this host") {
    http::Request request;
    request.is_secure = true;
    http::Response response;
    set_session_cookie(request, response, "t");
    CHECK(response.cookies.front().name == "__Host-sessie");
    CHECK(response.cookies.front().path == "/");
    CHECK(response.cookies.front().script_access == http::ScriptAccess::hidden);
}

}  // namespace dichtbij::access::desk_test
