#include "access/account_beheer.h"

#include <doctest/doctest.h>

#include "access/testing.h"
#include "support/stores.h"

namespace dichtbij::access::account_beheer_test {
namespace {

using testing::desk;
using testing::heidedal;
using testing::oeverland;
using testing::test_id;

const Grant beheer_oeverland{Rol::beheerder, oeverland, {}};
const Grant beheer_heidedal{Rol::beheerder, heidedal, {}};
const Grant kcc_oeverland{Rol::kcc_medewerker, oeverland, {}};
const Grant kcc_heidedal{Rol::kcc_medewerker, heidedal, {}};
const Grant lead_oeverland{Rol::teamleider, oeverland, test_id<Team>(5)};

// 1: beheerder of Oeverland, 2: of Heidedal, 3: works for both, 4: for Heidedal only, 5: no role yet.
struct Two {
    testing::Desk t;
    explicit Two(store::Store& store) : t(store) {
        t.add(1, {beheer_oeverland});
        t.add(2, {beheer_heidedal});
        t.add(3, {kcc_oeverland, kcc_heidedal});
        t.add(4, {kcc_heidedal});
        t.add(5, {});
    }
    Result<Done> give(int by, int to, std::vector<Grant> grants,
                      std::optional<std::vector<std::string>> domeinen = std::nullopt) {
        const auto info = account_detail(t.accounts, system_caller("proef"), test_id<Medewerker>(to)).value().info;
        return set_rights(t.accounts, t.caller(by),
                          {test_id<Medewerker>(to), info.versie, std::move(grants), std::move(domeinen)});
    }
};

}  // namespace

TEST_CASE("a beheerder makes an account whose one-time password must be changed at once") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        testing::Desk& t = two.t;
        const NewAccount account{.medewerker = test_id<Medewerker>(9),
                                 .email = "Nieuw@Oeverland.example",
                                 .naam = " Nour ",
                                 .grants = {kcc_oeverland}};
        const auto password = make_account(t.accounts, t.caller(1), account);
        REQUIRE(password);
        const auto signed_in = sign_in(t.accounts, "nieuw@oeverland.example", *password, desk);
        REQUIRE(signed_in);
        CHECK(signed_in->fase == Fase::wachtwoord_wijzigen);
        const auto changed =
            change_password(t.accounts, *t.session(*signed_in), {"", "zeehond kapstok regen", "zeehond kapstok regen"}, desk);
        REQUIRE(changed);
        CHECK(t.session(*changed)->fase == Fase::volledig);
        CHECK(t.session(*changed)->caller.naam == "Nour");
        CHECK(t.told("account.gemaakt"));
        CHECK(t.told("account.rol_gegeven"));
    }
}

TEST_CASE("an account is refused with a wrong address, a taken one, and for who has one") {
    const auto fresh = fresh_sqlite(migrations());
    Two two(*fresh->store);
    const auto make = [&](int n, std::string email, std::string naam) {
        return make_account(two.t.accounts, two.t.caller(1),
                            {.medewerker = test_id<Medewerker>(n), .email = std::move(email), .naam = std::move(naam)});
    };
    for (const char* bad : {"", "geen adres", "a@b@c", "@b", "a@", "a b@c.nl"}) {
        CAPTURE(bad);
        CHECK(make(9, bad, "Nour").error().fields.front().field == "email");
    }
    CHECK(make(9, "a@b.example", " ").error().fields.front().field == "naam");
    CHECK(make(9, testing::Desk::email(3), "Nour").error().fields.front().key == "access.account.email_bezet");
    CHECK(make(3, "a@b.example", "Nour").error().key == "access.account.bestaat");
}

TEST_CASE("who is no beheerder does nothing with accounts") {
    const auto fresh = fresh_sqlite(migrations());
    Two two(*fresh->store);
    const Caller kcc = two.t.caller(3);
    const auto target = test_id<Medewerker>(4);
    CHECK(list_accounts(two.t.accounts, kcc, {}).error().reason == Reason::forbidden);
    CHECK(account_detail(two.t.accounts, kcc, target).error().reason == Reason::forbidden);
    CHECK(make_account(two.t.accounts, kcc, {}).error().reason == Reason::forbidden);
    CHECK(reset_password(two.t.accounts, kcc, target).error().reason == Reason::forbidden);
    CHECK(reset_totp(two.t.accounts, kcc, target).error().reason == Reason::forbidden);
    CHECK(disable_account(two.t.accounts, kcc, target).error().reason == Reason::forbidden);
    CHECK(enable_account(two.t.accounts, kcc, target).error().reason == Reason::forbidden);
    CHECK(set_rights(two.t.accounts, kcc, {target, 1, {}, {}}).error().reason == Reason::forbidden);
}

TEST_CASE("an account of another gemeente is not found, and one that works for both is changed in part only") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        testing::Desk& t = two.t;
        const Caller beheerder = t.caller(1);
        CHECK(account_detail(t.accounts, beheerder, test_id<Medewerker>(4)).error().reason == Reason::not_found);
        CHECK(reset_password(t.accounts, beheerder, test_id<Medewerker>(4)).error().reason == Reason::not_found);
        CHECK(two.give(1, 4, {kcc_oeverland}).error().reason == Reason::not_found);
        CHECK(two.give(1, 3, {kcc_heidedal}).error().reason == Reason::not_found);

        const auto shared = account_detail(t.accounts, beheerder, test_id<Medewerker>(3));
        REQUIRE(shared);
        CHECK(shared->grants == std::vector<Grant>{kcc_oeverland});
        CHECK_FALSE(shared->is_geheel);
        CHECK(reset_password(t.accounts, beheerder, test_id<Medewerker>(3)).error().reason == Reason::forbidden);
        CHECK(disable_account(t.accounts, beheerder, test_id<Medewerker>(3)).error().reason == Reason::forbidden);
        CHECK(two.give(1, 3, {kcc_oeverland}, std::vector<std::string>{"wmo"}).error().reason == Reason::forbidden);
        REQUIRE(two.give(1, 3, {lead_oeverland}));
        CHECK(t.caller(3).grants.size() == 2);
        CHECK(has_role(t.caller(3), heidedal, {Rol::kcc_medewerker}));
        CHECK_FALSE(has_role(t.caller(3), oeverland, {Rol::kcc_medewerker}));
    }
}

TEST_CASE("the list shows accounts of one's gemeenten and those without a role, by name, a page at a time") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        testing::Desk& t = two.t;
        CHECK(list_accounts(t.accounts, t.caller(1), {})->accounts.size() == 3);
        CHECK(list_accounts(t.accounts, t.caller(1), {"M3@", {}})->accounts.size() == 1);
        CHECK(list_accounts(t.accounts, t.caller(1), {"medewerker 5", {}})->accounts.size() == 1);
        CHECK(list_accounts(t.accounts, t.caller(1), {"%", {}})->accounts.size() == 3);
        for (int n = 100; n < 160; ++n) t.add(n, {kcc_oeverland});
        const auto first = list_accounts(t.accounts, t.caller(1), {}).value();
        CHECK(first.accounts.size() == accounts_per_page);
        CHECK_FALSE(first.is_last);
        const auto second = list_accounts(t.accounts, t.caller(1), {"", first.accounts.back().medewerker}).value();
        CHECK(second.is_last);
        CHECK(first.accounts.size() + second.accounts.size() == 63);
        CHECK(first.accounts.back().naam < second.accounts.front().naam);
    }
}

TEST_CASE("a gemeente keeps a beheerder who can sign in") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        testing::Desk& t = two.t;
        CHECK(two.give(1, 1, {kcc_oeverland}).error().key == "access.account.laatste_beheerder");
        CHECK(disable_account(t.accounts, system_caller("proef"), test_id<Medewerker>(1)).error().key ==
              "access.account.laatste_beheerder");
        REQUIRE(two.give(1, 5, {beheer_oeverland}));
        REQUIRE(two.give(5, 1, {kcc_oeverland}));
        CHECK(two.give(5, 5, {}).error().key == "access.account.laatste_beheerder");
        CHECK(disable_account(t.accounts, t.caller(5), test_id<Medewerker>(5)).error().key == "access.account.jezelf");
    }
}

TEST_CASE("who still has open work cannot be disabled") {
    const auto fresh = fresh_sqlite(migrations());
    Two two(*fresh->store);
    two.t.may_not_leave = "werk.open_werk_eerst_overdragen";
    const auto refused = disable_account(two.t.accounts, two.t.caller(2), test_id<Medewerker>(4));
    CHECK(refused.error().key == "werk.open_werk_eerst_overdragen");
    CHECK(two.t.sign_in_as(4));
    two.t.may_not_leave.reset();
    REQUIRE(disable_account(two.t.accounts, two.t.caller(2), test_id<Medewerker>(4)));
    CHECK_FALSE(two.t.sign_in_as(4));
    REQUIRE(enable_account(two.t.accounts, two.t.caller(2), test_id<Medewerker>(4)));
    CHECK(two.t.sign_in_as(4));
}

TEST_CASE("a change made on an old view of the account is refused") {
    const auto fresh = fresh_sqlite(migrations());
    Two two(*fresh->store);
    const RightsChange change{test_id<Medewerker>(5), 1, {kcc_oeverland}, {}};
    REQUIRE(set_rights(two.t.accounts, two.t.caller(1), change));
    CHECK(set_rights(two.t.accounts, two.t.caller(1), change).error().key == "access.account.intussen_gewijzigd");
}

TEST_CASE("roles and domains that cannot be are refused") {
    const auto fresh = fresh_sqlite(migrations());
    Two two(*fresh->store);
    CHECK(two.give(1, 5, {{Rol::beheerder, oeverland, test_id<Team>(5)}}).error().fields.front().key ==
          "access.account.beheerder_heel");
    CHECK(two.give(1, 5, {kcc_oeverland, kcc_oeverland}).error().fields.front().key == "access.account.rol_dubbel");
    CHECK(two.give(1, 5, {kcc_oeverland}, std::vector<std::string>{"geheim"}).error().fields.front().key ==
          "access.account.domein_onbekend");
    REQUIRE(two.give(1, 5, {kcc_oeverland}, std::vector<std::string>{"wmo", "jeugd", "wmo"}));
    CHECK(two.t.caller(5).domeinen == std::vector<std::string>{"jeugd", "wmo"});
}

TEST_CASE("a reset gives a new password or app and ends all sessions") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        testing::Desk& t = two.t;
        const auto before = t.sign_in_as(4).value();
        const auto password = reset_password(t.accounts, t.caller(2), test_id<Medewerker>(4));
        REQUIRE(password);
        CHECK_FALSE(t.session(before));
        CHECK_FALSE(t.sign_in_as(4));
        CHECK(t.sign_in_as(4, *password)->fase == Fase::wachtwoord_wijzigen);
        CHECK(reset_totp(t.accounts, t.caller(2), test_id<Medewerker>(4)));
        CHECK(t.told("account.totp_hersteld"));
    }
}

TEST_CASE("the organisation keeps up name and e-mail, and asks who has a role") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Two two(*fresh->store);
        fresh->store->write([&](store::Tx& tx) {
            CHECK(rename(tx, test_id<Medewerker>(4), "Ander", "Ander@Heidedal.example"));
            CHECK(rename(tx, test_id<Medewerker>(77), "Niemand", "niemand@heidedal.example"));
            CHECK_FALSE(rename(tx, test_id<Medewerker>(4), "Ander", testing::Desk::email(3)));
            CHECK(rename(tx, test_id<Medewerker>(4), "Ander", ""));
            CHECK(with_role(tx, Rol::kcc_medewerker, heidedal).size() == 2);
        });
        CHECK(sign_in(two.t.accounts, "ander@heidedal.example", testing::good_password, desk));
        REQUIRE(disable_account(two.t.accounts, two.t.caller(2), test_id<Medewerker>(4)));
        fresh->store->read([&](store::Tx& tx) {
            CHECK(with_role(tx, Rol::kcc_medewerker, heidedal).size() == 1);
            CHECK_FALSE(caller_of(tx, test_id<Medewerker>(4)));
        });
    }
}

}  // namespace dichtbij::access::account_beheer_test
