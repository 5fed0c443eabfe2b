#include "access/sign_in.h"

#include <doctest/doctest.h>

#include "access/account_store.h"
#include "access/testing.h"
#include "support/stores.h"

namespace dichtbij::access::sign_in_test {
namespace {

using testing::desk;
using testing::good_password;
using testing::moment;
using testing::oeverland;
using testing::test_id;

const std::vector<Grant> kcc{{Rol::kcc_medewerker, oeverland, {}}};
const std::vector<Grant> lead{{Rol::teamleider, oeverland, test_id<Team>(5)}};

std::string key_of(const Result<SignedIn>& result) {
    if (result) return "signed in";
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().key;
}

Options with_totp_for_leads() {
    Options options = testing::cheap_options();
    options.totp_rollen = {Rol::beheerder, Rol::teamleider};
    return options;
}

// Enrols an app for account `n`; the secret.
std::string enrol(testing::Desk& t, int n) {
    const auto begun = t.session(t.sign_in_as(n).value());
    const std::string secret = totp_in_progress(t.accounts, *begun).value();
    CHECK_THAT(confirm_totp(t.accounts, *begun, totp_code(secret, totp_step_at(t.clock.now())), desk).has_value());
    return secret;
}

}  // namespace

TEST_CASE("who knows e-mail and password gets a session with his roles and domains") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc, {"wmo"});
        const auto signed_in = sign_in(t.accounts, "  M1@Oeverland.example ", good_password, desk);
        REQUIRE(signed_in);
        CHECK(signed_in->fase == Fase::volledig);
        const auto session = t.session(*signed_in);
        REQUIRE(session);
        CHECK(session->caller.medewerker == test_id<Medewerker>(1));
        CHECK(session->caller.grants == kcc);
        CHECK(session->caller.domeinen == std::vector<std::string>{"wmo"});
        CHECK(t.told("account.ingelogd"));
    }
}

TEST_CASE("a wrong password, an unknown account and a disabled account get the same answer") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc);
        t.add(2, kcc);
        REQUIRE(disable_account(t.accounts, system_caller("proef"), test_id<Medewerker>(2)));
        CHECK(key_of(t.sign_in_as(1, "verkeerd wachtwoord")) == "access.inloggen.onjuist");
        CHECK(key_of(t.sign_in_as(2)) == "access.inloggen.onjuist");
        CHECK(key_of(t.sign_in_as(3)) == "access.inloggen.onjuist");
        CHECK(key_of(t.sign_in_as(1, "")) == "access.inloggen.onjuist");
        CHECK(key_of(t.sign_in_as(1, std::string(100'000, 'x'))) == "access.inloggen.onjuist");
    }
}

TEST_CASE("after five wrong attempts an account waits, longer each time but never for good") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store);
        t.add(1, kcc);
        for (int i = 0; i < 5; ++i) CHECK(key_of(t.sign_in_as(1, "verkeerd")) == "access.inloggen.onjuist");
        const auto waits = t.sign_in_as(1);
        CHECK(key_of(waits) == "access.inloggen.wacht");
        CHECK(is_wait(waits.error()));
        CHECK(waits.error().fields.front().args == std::vector<std::string>{"1"});
        for (const seconds wait :
             {seconds(30), seconds(60), seconds(120), seconds(240), seconds(480), seconds(900), seconds(900)}) {
            t.clock.advance(wait - seconds(1));
            CHECK(key_of(t.sign_in_as(1)) == "access.inloggen.wacht");
            t.clock.advance(seconds(1));
            CHECK(key_of(t.sign_in_as(1, "verkeerd")) == "access.inloggen.onjuist");
        }
        t.clock.advance(minutes(15));
        CHECK(t.sign_in_as(1));
        CHECK(key_of(t.sign_in_as(1, "verkeerd")) == "access.inloggen.onjuist");
        CHECK(t.sign_in_as(1));
    }
}

TEST_CASE("an account that does not exist waits too, so that waiting tells nothing") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store);
    for (int i = 0; i < 5; ++i) CHECK(key_of(t.sign_in_as(9, "verkeerd")) == "access.inloggen.onjuist");
    CHECK(key_of(t.sign_in_as(9)) == "access.inloggen.wacht");
}

TEST_CASE("one address may try a limited number of times a minute, whatever the account") {
    const auto fresh = fresh_sqlite(migrations());
    Options options = testing::cheap_options();
    options.attempts_per_minute = 3;
    testing::Desk t(*fresh->store, options);
    t.add(1, kcc);
    for (int n = 10; n < 13; ++n) CHECK(key_of(t.sign_in_as(n, "verkeerd")) == "access.inloggen.onjuist");
    CHECK(key_of(t.sign_in_as(1)) == "access.inloggen.wacht");
    CHECK(t.sign_in_as(1, good_password, {"192.0.2.11", desk.user_agent}));
    t.clock.advance(minutes(1));
    CHECK(t.sign_in_as(1));
}

TEST_CASE("who must use an authenticator app enrols it first and gives a code from then on") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store, with_totp_for_leads());
        t.add(1, lead);
        const auto first = t.sign_in_as(1);
        REQUIRE(first);
        CHECK(first->fase == Fase::totp_instellen);
        const auto begun = t.session(*first);
        const auto secret = totp_in_progress(t.accounts, *begun);
        REQUIRE(secret);
        const std::int64_t step = totp_step_at(moment);
        CHECK_FALSE(confirm_totp(t.accounts, *begun, "000000", desk));
        const auto enrolled = confirm_totp(t.accounts, *begun, totp_code(*secret, step), desk);
        REQUIRE(enrolled);
        CHECK(enrolled->session.fase == Fase::volledig);
        CHECK(enrolled->herstelcodes.size() == 8);
        CHECK_FALSE(t.session(*first));  // the token of the step before is gone

        const auto asked = t.sign_in_as(1);
        REQUIRE(asked);
        CHECK(asked->fase == Fase::totp_vragen);
        const auto half = t.session(*asked);
        CHECK_FALSE(enter_code(t.accounts, *half, totp_code(*secret, step), desk));  // used at enrolment
        t.clock.advance(seconds(30));
        const auto done = enter_code(t.accounts, *half, totp_code(*secret, step + 1), desk);
        REQUIRE(done);
        CHECK(t.session(*done)->fase == Fase::volledig);
        CHECK_FALSE(t.session(*asked));
    }
}

TEST_CASE("a recovery code opens once") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store, with_totp_for_leads());
        t.add(1, lead);
        const auto begun = t.session(t.sign_in_as(1).value());
        const std::string secret = totp_in_progress(t.accounts, *begun).value();
        const auto enrolled = confirm_totp(t.accounts, *begun, totp_code(secret, totp_step_at(moment)), desk);
        REQUIRE(enrolled);
        const std::string& code = enrolled->herstelcodes[3];
        CHECK(enter_code(t.accounts, *t.session(t.sign_in_as(1).value()), " " + code + " ", desk));
        CHECK_FALSE(enter_code(t.accounts, *t.session(t.sign_in_as(1).value()), code, desk));
    }
}

TEST_CASE("codes cannot be guessed: after five wrong ones the account waits") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        testing::Desk t(*fresh->store, with_totp_for_leads());
        t.add(1, lead);
        const std::string secret = enrol(t, 1);
        t.clock.advance(seconds(90));
        const auto half = t.session(t.sign_in_as(1).value());
        for (int i = 0; i < 5; ++i) CHECK(key_of(enter_code(t.accounts, *half, "12345x", desk)) == "access.code.onjuist");
        CHECK(key_of(enter_code(t.accounts, *half, totp_code(secret, totp_step_at(t.clock.now())), desk)) ==
              "access.inloggen.wacht");
        t.clock.advance(seconds(30));
        CHECK(enter_code(t.accounts, *half, totp_code(secret, totp_step_at(t.clock.now())), desk));
    }
}

TEST_CASE("from a trusted network no code is asked") {
    const auto fresh = fresh_sqlite(migrations());
    Options options = with_totp_for_leads();
    options.totp_vrije_netten = http::TrustedProxies::parse({"10.20.0.0/16"}).value();
    testing::Desk t(*fresh->store, options);
    t.add(1, lead);
    CHECK(t.sign_in_as(1)->fase == Fase::totp_instellen);
    CHECK(t.sign_in_as(1, good_password, {"10.20.3.4", desk.user_agent})->fase == Fase::volledig);
}

TEST_CASE("a half finished session opens nothing and ends after ten minutes") {
    const auto fresh = fresh_sqlite(migrations());
    testing::Desk t(*fresh->store, with_totp_for_leads());
    t.add(1, lead);
    const auto half = t.sign_in_as(1).value();
    CHECK(t.session(half)->fase == Fase::totp_instellen);
    CHECK_FALSE(
        change_password(t.accounts, *t.session(half), {good_password, "een ander goed woord", "een ander goed woord"}, desk));
    CHECK_FALSE(enter_code(t.accounts, *t.session(half), "123456", desk));
    t.clock.advance(minutes(10));
    CHECK_FALSE(t.session(half));
}

}  // namespace dichtbij::access::sign_in_test
