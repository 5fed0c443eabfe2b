#include "aanmelding/aanmeld_service.h"

#include <doctest/doctest.h>

#include <functional>

#include "aanmelding/testing.h"
#include "access/access.h"
#include "support/stores.h"

namespace dichtbij::aanmelding::aanmeld_test {
namespace {

using access::Grant;
using access::Rol;
using testing::Persoon;
using testing::Wereld;

void on_each(const std::function<void(store::Store&)>& act) {
    for (const auto& fresh : fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        act(*fresh->store);
    }
}

Afwijzing why(const tl::expected<Binnen, Buiten>& got) {
    REQUIRE_FALSE(got);
    REQUIRE(std::holds_alternative<Afwijzing>(got.error()));
    return std::get<Afwijzing>(got.error());
}

Aanmeldfout fault(const tl::expected<Binnen, Buiten>& got) {
    REQUIRE_FALSE(got);
    REQUIRE(std::holds_alternative<Aanmeldfout>(got.error()));
    return std::get<Aanmeldfout>(got.error());
}

Id<Medewerker> account(Wereld& w, Id<Medewerker> id, const std::string& email, std::vector<Grant> grants) {
    const access::NewAccount made{.medewerker = id, .email = email, .naam = "Iemand", .grants = std::move(grants)};
    w.store.write([&](store::Tx& tx) {
        return access::make_account(w.accounts, tx, access::system_caller("proef"), made, {w.accounts.hasher().hash(access::testing::good_password), access::Geldigheid::blijvend});
    }).value();
    return id;
}

std::string email_of(Wereld& w, Id<Medewerker> id) {
    return w.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, id)->email; });
}

}  // namespace

TEST_CASE("who signs in first becomes an employee with the roles and team of his groups") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        w.geef("kcc", Teamlid{w.v.kcc});
        const auto in = w.enter({.groepen = {"/kcc", "koffie"}});
        REQUIRE(in);
        CHECK(in->naar == "/taken");
        const auto session = w.session(*in);
        REQUIRE(session);
        CHECK(session->caller.naam == "Nina Nieuw");
        CHECK(session->caller.grants == std::vector<Grant>{{Rol::kcc_medewerker, w.v.oeverland, {}}});
        CHECK(session->caller.domeinen.empty());
        CHECK(w.teams_of(session->caller.medewerker) == std::vector<Id<Team>>{w.v.kcc});
        const auto again = w.enter({.groepen = {"kcc"}});
        REQUIRE(again);
        CHECK(w.session(*again)->caller.medewerker == session->caller.medewerker);
        CHECK_FALSE(access::sign_in(w.accounts, "nieuw@oeverland.example", "", access::testing::desk));
    });
}

TEST_CASE("nobody comes in without a group that gives something, and a beheerder sees who tried") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        CHECK(why(w.enter({.groepen = {"koffie", "thee"}})) == Afwijzing::geen_groep);
        CHECK(why(w.enter({.groepen = {}})) == Afwijzing::geen_groep);
        const auto seen = w.beheer.afgewezenen(w.baas).value();
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].wie.email == "nieuw@oeverland.example");
        CHECK_FALSE(store.read([&](store::Tx& tx) { return organisatie::medewerker_by_email(tx, "nieuw@oeverland.example"); }));
        REQUIRE(w.enter({.groepen = {"kcc"}}));
        CHECK(w.beheer.afgewezenen(w.baas)->empty());
    });
}

TEST_CASE("an answer that is not to be trusted lets nobody in") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const Persoon p{.groepen = {"kcc"}};
        const std::int64_t at = w.clock.now().time_since_epoch().count();
        struct Row {
            const char* what;
            std::function<void(Wereld&, testing::json::object&)> spoil;
            Aanmeldfout fout;
        };
        for (const Row& row : std::vector<Row>{
                 {"expired", [&](Wereld&, auto& c) { c["exp"] = at - 120; }, Aanmeldfout::ongeldig},
                 {"wrong nonce", [](Wereld&, auto& c) { c["nonce"] = "ander"; }, Aanmeldfout::ongeldig},
                 {"wrong audience", [](Wereld&, auto& c) { c["aud"] = "ander"; }, Aanmeldfout::ongeldig},
                 {"wrong issuer", [](Wereld&, auto& c) { c["iss"] = "https://kwaad.example"; }, Aanmeldfout::ongeldig},
                 {"nobody", [](Wereld&, auto& c) { c.erase("sub"); }, Aanmeldfout::ongeldig},
                 {"unknown key", [](Wereld& x, auto& c) { x.nep.id_token = oidc::sign_jwt(c, oidc::testing::new_rsa(), oidc::Algoritme::RS256, "verzonnen"); }, Aanmeldfout::ongeldig},
                 {"code used before", [](Wereld& x, auto&) { x.nep.weigering = "invalid_grant"; }, Aanmeldfout::verlopen},
                 {"provider gone", [](Wereld& x, auto&) { x.nep.ligt_eruit = true; }, Aanmeldfout::buiten_dienst}}) {
            CAPTURE(row.what);
            const auto url = w.service.begin("/", "nl", "browser");
            REQUIRE(url);
            w.nep.claims = w.claims_of(p, testing::query_value(*url, "nonce"));
            row.spoil(w, w.nep.claims);
            const Terugkomst back{testing::query_value(*url, "state"), "c", "", std::string(oidc::testing::issuer), "browser", access::testing::desk};
            CHECK(fault(w.service.finish(back)) == row.fout);
            w.nep.weigering.clear();
            w.nep.id_token.clear();
            w.nep.ligt_eruit = false;
            CHECK(fault(w.service.finish(back)) == Aanmeldfout::verlopen);  // an attempt works once
        }
    });
}

TEST_CASE("an attempt belongs to the browser that began it, and lasts ten minutes") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const auto finish = [&](seconds later, const std::string& browser, const std::string& iss) {
            const auto url = w.service.begin("/", "nl", "browser");
            w.nep.claims = w.claims_of({.groepen = {"kcc"}}, testing::query_value(*url, "nonce"));
            w.clock.advance(later);
            return w.service.finish({testing::query_value(*url, "state"), "c", "", iss, browser, access::testing::desk});
        };
        CHECK(fault(finish(seconds(0), "ander", oidc::testing::issuer)) == Aanmeldfout::verlopen);
        CHECK(fault(finish(minutes(10), "browser", oidc::testing::issuer)) == Aanmeldfout::verlopen);
        CHECK(fault(finish(seconds(0), "browser", "https://kwaad.example")) == Aanmeldfout::ongeldig);
        CHECK(finish(seconds(0), "browser", oidc::testing::issuer));
        CHECK(fault(w.service.finish({"verzonnen", "c", "", std::string(oidc::testing::issuer), "browser", access::testing::desk})) == Aanmeldfout::verlopen);
    });
}

TEST_CASE("an account with the same address is linked only when the provider vouches for it, and never silently that of a beheerder") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        account(w, w.v.tom, email_of(w, w.v.tom), {{Rol::behandelaar, w.v.oeverland, {}}});
        account(w, w.v.sanne, email_of(w, w.v.sanne), {{Rol::beheerder, w.v.oeverland, {}}});
        CHECK(why(w.enter({.sub = "tom", .email = email_of(w, w.v.tom), .groepen = {"kcc"}, .bevestigd = false})) == Afwijzing::te_koppelen);
        const auto tom = w.enter({.sub = "tom", .email = email_of(w, w.v.tom), .groepen = {"kcc"}});
        REQUIRE(tom);
        CHECK(w.session(*tom)->caller.medewerker == w.v.tom);
        CHECK(access::has_role(w.session(*tom)->caller, w.v.oeverland, {Rol::behandelaar}));  // given by hand
        CHECK_FALSE(access::sign_in(w.accounts, email_of(w, w.v.tom), access::testing::good_password, access::testing::desk));
        // His address given out again: someone else at the provider.
        CHECK(why(w.enter({.sub = "tom2", .email = email_of(w, w.v.tom), .groepen = {"kcc"}})) == Afwijzing::te_koppelen);

        const Persoon sanne{.sub = "sanne", .email = email_of(w, w.v.sanne), .groepen = {"kcc"}};
        CHECK(why(w.enter(sanne)) == Afwijzing::te_koppelen);
        auto kcc_only = w.baas;
        kcc_only.grants = {{Rol::kcc_medewerker, w.v.oeverland, {}}};
        CHECK(w.beheer.koppel(kcc_only, "sanne").error().reason == Reason::forbidden);
        auto elsewhere = w.baas;
        elsewhere.grants = {{Rol::beheerder, w.v.heidedal, {}}};
        CHECK(w.beheer.koppel(elsewhere, "sanne").error().reason == Reason::not_found);
        REQUIRE(w.beheer.koppel(w.baas, "sanne"));
        CHECK(w.session(w.enter(sanne).value())->caller.medewerker == w.v.sanne);
    });
}

TEST_CASE("an employee without an account gets one, and an account that is off does not come in") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const Persoon ilse{.sub = "ilse", .email = email_of(w, w.v.ilse), .groepen = {"kcc"}};
        const auto in = w.enter(ilse);
        REQUIRE(in);
        CHECK(w.session(*in)->caller.medewerker == w.v.ilse);
        REQUIRE(access::disable_account(w.accounts, access::system_caller("proef"), w.v.ilse));
        CHECK_FALSE(w.session(*in));
        CHECK(why(w.enter(ilse)) == Afwijzing::uitgezet);
        w.nep.userinfo = {{"sub", "x"}};
        CHECK(why(w.enter({.sub = "x", .email = "", .groepen = {"kcc"}})) == Afwijzing::geen_email);
    });
}

TEST_CASE("each sign-in brings roles and teams up to date; what was given by hand stays") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        w.geef("kcc", Teamlid{w.v.kcc});
        w.geef("groen", Grant{Rol::behandelaar, w.v.oeverland, w.v.vergunningen});
        w.geef("wmo", Vertrouwelijk{"wmo"});
        const auto first = w.session(w.enter({.groepen = {"kcc", "wmo"}}).value())->caller;
        CHECK(first.domeinen == std::vector<std::string>{"wmo"});
        store.write([&](store::Tx& tx) { organisatie::add_member(tx, w.v.jeugd, first.medewerker); });
        const auto later = w.session(w.enter({.groepen = {"groen"}}).value())->caller;
        CHECK(later.grants == std::vector<Grant>{{Rol::behandelaar, w.v.oeverland, w.v.vergunningen}});
        CHECK(later.domeinen.empty());
        const auto teams = w.teams_of(first.medewerker);
        CHECK(std::find(teams.begin(), teams.end(), w.v.kcc) == teams.end());
        CHECK(std::find(teams.begin(), teams.end(), w.v.vergunningen) != teams.end());
        CHECK(std::find(teams.begin(), teams.end(), w.v.jeugd) != teams.end());
    });
}

TEST_CASE("when the provider withdraws someone, his session ends within ten minutes") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const Persoon p{.groepen = {"kcc"}};
        const auto in = w.enter(p).value();
        w.now_says(p);
        w.pass(minutes(25));
        REQUIRE(w.session(in));
        CHECK(w.nep.last.form.find("grant_type=refresh_token") == 0);
        w.nep.weigering = "invalid_grant";
        w.pass(minutes(6));
        CHECK_FALSE(w.session(in));
    });
}

TEST_CASE("when a group is taken away, the session goes on with less, and ends with the last one") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        w.geef("groen", Grant{Rol::behandelaar, w.v.oeverland, {}});
        const auto in = w.enter({.groepen = {"kcc", "groen"}}).value();
        const auto id = w.session(in)->caller.medewerker;
        w.now_says({.groepen = {"kcc"}});
        w.pass(minutes(6));
        REQUIRE(w.session(in));
        CHECK(w.session(in)->caller.grants == std::vector<Grant>{{Rol::kcc_medewerker, w.v.oeverland, {}}});
        w.now_says({.groepen = {}});
        w.pass(minutes(6));
        CHECK_FALSE(w.session(in));
        CHECK(store.read([&](store::Tx& tx) { return access::caller_of(tx, id); })->grants.empty());
    });
}

TEST_CASE("a provider that does not answer is asked again, and nobody is trusted longer than ten minutes") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const Persoon p{.groepen = {"kcc"}};
        const auto in = w.enter(p).value();
        w.now_says(p);
        w.nep.ligt_eruit = true;
        w.pass(minutes(9));
        CHECK(w.session(in));
        w.nep.ligt_eruit = false;
        w.pass(seconds(25));
        CHECK(w.session(in));
        w.pass(minutes(4));
        w.nep.ligt_eruit = true;
        w.pass(minutes(10));
        CHECK_FALSE(w.session(in));
        w.nep.ligt_eruit = false;
        w.pass(minutes(1));
        CHECK_FALSE(w.session(in));  // once ended, it stays so
    });
}

TEST_CASE("after a restart a session is asked about again, and ends when nobody asks") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const Persoon p{.groepen = {"kcc"}};
        const auto in = w.enter(p).value();
        AanmeldService restarted(w.accounts, w.ids, w.aanbieder, w.client);
        w.clock.advance(minutes(6));
        w.now_says(p);
        CHECK(restarted.recheck(w.clock.now(), 10) == 1);
        CHECK(w.session(in));
        w.clock.advance(vertrouwd_na);
        CHECK_FALSE(w.session(in));
    });
}

TEST_CASE("a refresh token is not in the store, and with another client secret it is worth nothing") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        w.nep.refresh_token = "heel-geheim-token";
        const auto in = w.enter({.groepen = {"kcc"}}).value();
        const auto kept = store.read([](store::Tx& tx) { return AanmeldingStore(tx).due(*parse_instant("2030-01-01T00:00:00Z"), 10); });
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].refresh->bytes.find("geheim") == std::string::npos);
        const Werkaanbieder other = testing::werkaanbieder({{"client_secret", "ander"}});
        AanmeldService changed(w.accounts, w.ids, other, w.client);
        w.clock.advance(minutes(6));
        changed.recheck(w.clock.now(), 10);
        CHECK_FALSE(w.session(in));
    });
}

TEST_CASE("a refresh that comes back about someone else confirms nobody") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const auto in = w.enter({.groepen = {"kcc"}}).value();
        w.now_says({.sub = "p2", .groepen = {"kcc"}});
        w.pass(minutes(10));
        CHECK_FALSE(w.session(in));
    });
}

TEST_CASE("the provider ends a session by a logout token or its id, and others go on") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const auto in = w.enter({.groepen = {"kcc"}}).value();
        auto token = w.claims_of({}, "");
        token.erase("nonce");
        CHECK_FALSE(w.service.end_by_token(oidc::sign_jwt(token, w.nep.key, oidc::Algoritme::RS256, "k1")));
        CHECK(w.session(in));
        w.service.end_by_sid("https://kwaad.example", "s1");
        w.service.end_by_sid(oidc::testing::issuer, "s2");
        CHECK(w.session(in));
        token["events"] = testing::json::object{{"http://schemas.openid.net/event/backchannel-logout", testing::json::object()}};
        CHECK(w.service.end_by_token(oidc::sign_jwt(token, w.nep.key, oidc::Algoritme::RS256, "k1")));
        CHECK_FALSE(w.session(in));
        const auto next = w.enter({.groepen = {"kcc"}}).value();
        w.service.end_by_sid(oidc::testing::issuer, "s1");
        CHECK_FALSE(w.session(next));
    });
}

TEST_CASE("signing out names the page of the provider only for who came in through it") {
    on_each([](store::Store& store) {
        Wereld w(store);
        w.geef("kcc", Grant{Rol::kcc_medewerker, w.v.oeverland, {}});
        const auto in = w.enter({.groepen = {"kcc"}}).value();
        CHECK(w.service.sign_out_url(*w.session(in), "https://kcc.example/inloggen")->starts_with("https://broker.example/uit?"));
        account(w, w.v.tom, "tom@oeverland.example", {{Rol::kcc_medewerker, w.v.oeverland, {}}});
        const auto local = access::sign_in(w.accounts, "tom@oeverland.example", access::testing::good_password, access::testing::desk).value();
        CHECK_FALSE(w.service.sign_out_url(*access::find_session(w.accounts, local.token, access::testing::desk.user_agent), "https://kcc.example/inloggen"));
    });
}

}  // namespace dichtbij::aanmelding::aanmeld_test
