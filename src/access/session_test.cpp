#include "access/session.h"

#include <doctest/doctest.h>

#include "access/testing.h"
#include "support/stores.h"

namespace dichtbij::access::session_test {
namespace {

using testing::desk;
using testing::good_password;
using testing::oeverland;
using testing::test_id;

const std::vector<Grant> kcc{{Rol::kcc_medewerker, oeverland, {}}};
const std::string next_password = "zeehond kapstok regen";

}  // namespace

TEST_CASE("a session ends when nothing is asked for half an hour, and after twelve hours in any case") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc);
        const auto idle = t.sign_in_as(1).value();
        t.clock.advance(minutes(30));
        CHECK_FALSE(t.session(idle));
        const auto busy = t.sign_in_as(1).value();
        for (int quarter = 1; quarter < 48; ++quarter) {
            t.clock.advance(minutes(15));
            REQUIRE(t.session(busy));
        }
        t.clock.advance(minutes(15));
        CHECK_FALSE(t.session(busy));
    }
}

TEST_CASE("a token is worth nothing in another browser, cut short or made up") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store);
    t.add(1, kcc);
    const auto signed_in = t.sign_in_as(1).value();
    CHECK(t.session(signed_in));
    CHECK_FALSE(t.session(signed_in, {desk.adres, "curl/8.0"}));
    CHECK(t.session(signed_in));
    for (const std::string& bad : {std::string(), signed_in.token.substr(1), signed_in.token + "A", std::string("x")})
        CHECK_FALSE(find_session(t.accounts, bad, desk.user_agent));
}

TEST_CASE("signing out ends this session, and all others when asked") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc);
        t.add(2, kcc);
        const auto a = t.sign_in_as(1).value();
        const auto b = t.sign_in_as(1).value();
        const auto c = t.sign_in_as(1).value();
        const auto other = t.sign_in_as(2).value();
        const auto own = own_sessions(t.accounts, *t.session(a));
        REQUIRE(own.size() == 3);
        CHECK(own[0].toestel == "Firefox, Windows");
        CHECK(std::count_if(own.begin(), own.end(), [](const SessionInfo& s) { return s.is_deze; }) == 1);
        sign_out(t.accounts, *t.session(c));
        CHECK_FALSE(t.session(c));
        CHECK(sign_out_elsewhere(t.accounts, *t.session(a)) == 1);
        CHECK_FALSE(t.session(b));
        CHECK(t.session(a));
        CHECK(t.session(other));
    }
}

TEST_CASE("one of one's own sessions can be ended, one of another not") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store);
    t.add(1, kcc);
    t.add(2, kcc);
    const auto mine = t.sign_in_as(1).value();
    const auto other = t.sign_in_as(2).value();
    const std::string id = own_sessions(t.accounts, *t.session(other)).front().id;
    CHECK(end_session(t.accounts, *t.session(mine), id).error().reason == Reason::not_found);
    CHECK(t.session(other));
    CHECK(end_session(t.accounts, *t.session(other), id));
    CHECK_FALSE(t.session(other));
}

TEST_CASE("a new password ends the other sessions and asks the old one") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc);
        const auto elsewhere = t.sign_in_as(1).value();
        const auto here = t.sign_in_as(1).value();
        const auto session = t.session(here);
        const auto wrong = change_password(t.accounts, *session, {"verkeerd", next_password, next_password}, desk);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().fields.front() == FieldError{"huidig", "access.wachtwoord.huidig_onjuist", {}});
        const auto weak = change_password(t.accounts, *session, {good_password, "Welkom2026!!", "Welkom2026!"}, desk);
        REQUIRE_FALSE(weak);
        CHECK(weak.error().fields.size() == 2);
        CHECK(change_password(t.accounts, *session, {good_password, good_password, good_password}, desk)
                  .error()
                  .fields.front()
                  .key == "access.wachtwoord.zelfde");
        const auto changed = change_password(t.accounts, *session, {good_password, next_password, next_password}, desk);
        REQUIRE(changed);
        CHECK(t.session(*changed));
        CHECK_FALSE(t.session(here));
        CHECK_FALSE(t.session(elsewhere));
        CHECK_FALSE(t.sign_in_as(1));
        CHECK(t.sign_in_as(1, next_password));
    }
}

TEST_CASE("guessing the old password from an open screen is braked as signing in is") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store);
    t.add(1, kcc);
    const auto session = t.session(t.sign_in_as(1).value());
    for (int i = 0; i < 5; ++i)
        CHECK_FALSE(change_password(t.accounts, *session, {"verkeerd", next_password, next_password}, desk));
    const auto blocked = change_password(t.accounts, *session, {good_password, next_password, next_password}, desk);
    REQUIRE_FALSE(blocked);
    CHECK(is_wait(blocked.error()));
}

TEST_CASE("a change of roles shows at the next request") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        const auto id = t.add(1, kcc);
        const auto signed_in = t.sign_in_as(1).value();
        CHECK(t.session(signed_in)->caller.grants == kcc);
        const auto detail = account_detail(t.accounts, system_caller("proef"), id).value();
        REQUIRE(set_rights(t.accounts, system_caller("proef"), {id, detail.info.versie, {}, std::nullopt}));
        CHECK(t.session(signed_in)->caller.grants.empty());
        REQUIRE(disable_account(t.accounts, system_caller("proef"), id));
        CHECK_FALSE(t.session(signed_in));
    }
}

TEST_CASE("language and keys are kept with the account") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store);
    t.add(1, kcc);
    const auto signed_in = t.sign_in_as(1).value();
    CHECK_FALSE(set_profile(t.accounts, *t.session(signed_in), "de", Sneltoetsen::aan));
    REQUIRE(set_profile(t.accounts, *t.session(signed_in), "en", Sneltoetsen::uit));
    CHECK(t.session(signed_in)->taal == "en");
    CHECK_FALSE(t.session(signed_in)->sneltoetsen);
}

TEST_CASE("a browser is named well enough to recognise it") {
    struct Row {
        const char* agent;
        const char* device;
    };
    for (const Row& row :
         {Row{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 "
              "Edg/140.0",
              "Edge, Windows"},
          Row{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Mobile Safari/604.1",
              "Safari, iPhone"},
          Row{"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"}, Row{"curl/8.0", ""}})
        CHECK(device_of(row.agent) == row.device);
}

}  // namespace dichtbij::access::session_test
