#include "access/extern.h"

#include <doctest/doctest.h>

#include <functional>

#include "access/desk_testing.h"
#include "access/profile_desk.h"
#include "access/session_store.h"
#include "support/stores.h"

namespace dichtbij::access::extern_test {
namespace {

using namespace testing;

// One case on both stores.
void on_each(const std::function<void(store::Store&)>& act) {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        act(*fresh->store);
    }
}

const Uuid extern_een{{1, 2, 3}};
constexpr seconds vertrouwd{570};

struct Proef {
    testing::Desk desk;
    explicit Proef(store::Store& store) : desk(store) {}

    Id<Medewerker> add_external(int n, std::vector<Grant> grants) {
        const NewAccount account{.medewerker = test_id<Medewerker>(n), .email = testing::Desk::email(n), .naam = "Medewerker " + std::to_string(n), .grants = std::move(grants)};
        desk.accounts.store().write([&](store::Tx& tx) { return make_external_account(desk.accounts, tx, system_caller("proef"), account); }).value();
        return account.medewerker;
    }
    SignedIn open(Id<Medewerker> medewerker, Factoren factoren = Factoren::meer) {
        return desk.accounts.store().write([&](store::Tx& tx) {
            return open_external(desk.accounts, tx, medewerker, {extern_een, desk.clock.now() + vertrouwd}, factoren, testing::desk);
        });
    }
};

}  // namespace

TEST_CASE("a session through the provider counts until it was vouched for, and not a second longer") {
    on_each([](store::Store& store) {
        Proef p(store);
        const auto made = p.open(p.add_external(1, {{Rol::kcc_medewerker, oeverland, {}}}));
        REQUIRE(made.fase == Fase::volledig);
        p.desk.clock.advance(vertrouwd - seconds(1));
        REQUIRE(p.desk.session(made));
        p.desk.clock.advance(seconds(1));
        CHECK_FALSE(p.desk.session(made));
        p.desk.accounts.store().write([&](store::Tx& tx) { trust_external(p.desk.accounts, tx, {extern_een, p.desk.clock.now() + vertrouwd}); });
        CHECK(p.desk.session(made));
        p.desk.accounts.store().write([&](store::Tx& tx) { end_external(p.desk.accounts, tx, extern_een); });
        CHECK_FALSE(p.desk.session(made));
    });
}

TEST_CASE("after one factor at the provider the role asks our own, and what the provider vouched for goes along") {
    on_each([](store::Store& store) {
        Proef p(store);
        Options options = cheap_options();
        options.totp_rollen = {Rol::beheerder};
        testing::Desk strict(store, options);
        const auto wie = p.add_external(1, {{Rol::beheerder, oeverland, {}}});
        const auto begun = store.write([&](store::Tx& tx) { return open_external(strict.accounts, tx, wie, {extern_een, strict.clock.now() + vertrouwd}, Factoren::een, testing::desk); });
        REQUIRE(begun.fase == Fase::totp_instellen);
        const auto session = strict.session(begun);
        const auto secret = totp_in_progress(strict.accounts, *session);
        const auto done = confirm_totp(strict.accounts, *session, totp_code(*secret, strict.clock.now().time_since_epoch().count() / 30), testing::desk);
        REQUIRE(done);
        CHECK(strict.session(done->session)->fase == Fase::volledig);
        CHECK(store.read([&](store::Tx& tx) { return external_is_open(tx, extern_een, strict.clock.now()); }));
        strict.clock.advance(vertrouwd);
        CHECK_FALSE(strict.session(done->session));
    });
}

TEST_CASE("who signs in through the provider has no password, and gets none") {
    on_each([](store::Store& store) {
        Proef p(store);
        const auto wie = p.desk.add(1, {{Rol::kcc_medewerker, oeverland, {}}});
        p.desk.add(9, {{Rol::beheerder, oeverland, {}}});
        const auto local = p.desk.sign_in_as(1);
        REQUIRE(local);
        store.write([&](store::Tx& tx) { return link_external(p.desk.accounts, tx, system_caller("proef"), wie); }).value();
        CHECK_FALSE(p.desk.session(*local));
        CHECK_FALSE(p.desk.sign_in_as(1));
        CHECK_FALSE(p.desk.sign_in_as(1, ""));
        CHECK(reset_password(p.desk.accounts, p.desk.caller(9), wie).error().key == "access.account.geen_wachtwoord");
        CHECK(p.desk.told("account.gekoppeld"));
    });
}

TEST_CASE("where passwords are for noodtoegang only, others get none, and its use is told") {
    on_each([](store::Store& store) {
        Proef p(store);
        p.desk.add(1, {{Rol::kcc_medewerker, oeverland, {}}});
        p.desk.add(9, {{Rol::beheerder, oeverland, {}}});
        const auto nood = p.desk.add(2, {{Rol::beheerder, oeverland, {}}});
        const auto password = give_noodtoegang(p.desk.accounts, p.desk.caller(9), nood);
        REQUIRE(password);
        allow_passwords(p.desk.accounts, Wachtwoorden::noodtoegang);
        CHECK_FALSE(p.desk.sign_in_as(1));
        CHECK_FALSE(p.desk.sign_in_as(9));
        CHECK(p.desk.sign_in_as(2, *password)->fase == Fase::wachtwoord_wijzigen);
        CHECK(p.desk.told("account.noodtoegang_gebruikt"));
        CHECK(noodtoegangen(p.desk.accounts, p.desk.caller(9))->size() == 1);
        CHECK(make_account(p.desk.accounts, p.desk.caller(9), {.medewerker = test_id<Medewerker>(3), .email = "n@oeverland.example", .naam = "Nieuw"}).value().empty());
        const Caller beheerder = p.desk.caller(9);
        CHECK(store.write([&](store::Tx& tx) { return link_external(p.desk.accounts, tx, beheerder, nood); }).error().reason == Reason::conflict);
    });
}

TEST_CASE("the page to sign in shows the work account first, and the password when it is asked") {
    on_each([](store::Store& store) {
        testing::Desk desk(store);
        http::Router router;
        DeskSite site({router, desk.accounts, test_texts(), [](std::string_view file) { return "/assets/" + std::string(file); }, {}, {}});
        add_sign_in_screens(site, Werkaccount{"/inloggen/werkaccount", "", "", [](const Session&) { return std::optional<std::string>("https://idp.example/uit"); }});
        add_profile_screens(site);
        desk.add(1, {{Rol::kcc_medewerker, oeverland, {}}});
        Browser browser(router);
        const auto page = browser.get("/inloggen?naar=/taken");
        CHECK(holds(page, "href=\"/inloggen/werkaccount?naar=%2Ftaken\""));
        CHECK(page.body.find("werkaccount") < page.body.find("wachtwoord\""));
        CHECK(browser.post("/inloggen", {{"email", testing::Desk::email(1)}, {"wachtwoord", "fout"}}).status == 422);
        CHECK(browser.sign_in(1).status == 303);
        browser.get("/profiel");
        const auto out = browser.post("/uitloggen", {});
        CHECK(out.headers.get("Refresh") == "0; url=https://idp.example/uit");
    });
}

}  // namespace dichtbij::access::extern_test
