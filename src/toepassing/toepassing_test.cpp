// Applications, their tokens, and who comes in.

#include <doctest/doctest.h>

#include <set>

#include "access/digest.h"
#include "base/text.h"
#include "toepassing/bewaring.h"
#include "toepassing/jwt.h"
#include "toepassing/testing.h"
#include "toepassing/zegel.h"

namespace dichtbij::toepassing::toepassing_test {
namespace {

using access::Actie;
using access::Groep;
using testing::Buiten;

template <class F>
void on_both_stores(F test, const Opties& opties = {}) {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        Buiten b(*fresh->store, opties);
        test(b);
    }
}

std::string secret_of(const std::string& header) { return header.substr(header.find(' ') + 1); }

Token only_token(Buiten& b, const Applicatie& one) { return b.service.get(b.beheerder(), one.id)->tokens.front(); }

Geweigerd refusal(Buiten& b, std::string_view authorization) {
    const auto found = b.service.toegang(authorization, b.clock.now());
    REQUIRE_FALSE(found.has_value());
    return found.error();
}

std::vector<std::string> told(Buiten& b, const Applicatie& one) {
    std::vector<std::string> events;
    b.store.read([&](store::Tx& tx) {
        for (const auto& line : journal::timeline_of_object(tx, journal::Object::applicatie, one.id.bytes, {}, 50)) events.push_back(line.gebeurtenis);
    });
    return events;
}

}  // namespace

TEST_CASE("a token lets its application in, behind either word") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string token = secret_of(b.koptekst(kiss));
        CHECK(token.size() >= 40);
        CHECK(token.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == std::string::npos);
        for (const char* word : {"Token ", "token ", "Bearer ", "BEARER  "}) CHECK(b.komt_binnen(word + token));
        CHECK(b.service.toegang("Token " + token, b.clock.now()).value()->applicatie.naam == "KISS");
        CHECK(refusal(b, "") == Geweigerd::geen);
        CHECK(refusal(b, "   ") == Geweigerd::geen);
        CHECK(refusal(b, token) == Geweigerd::onleesbaar);
        CHECK(refusal(b, "Basic " + token) == Geweigerd::onleesbaar);
        CHECK(refusal(b, "Token ") == Geweigerd::onleesbaar);
        CHECK(refusal(b, "Token " + std::string(5000, 'x')) == Geweigerd::onleesbaar);
        CHECK(refusal(b, "Token " + token + "x") == Geweigerd::onbekend);
        CHECK(refusal(b, "Token " + token.substr(1)) == Geweigerd::onbekend);
    });
}

TEST_CASE("the store holds no token") {
    on_both_stores([](Buiten& b) {
        const std::string token = secret_of(b.koptekst(b.applicatie()));
        b.store.read([&](store::Tx& tx) {
            CHECK(tx.value<std::int64_t>("select count(*) from applicatie_token where sleutel = ?1", store::Blob{access::sha256(token)}) == 1);
            CHECK(tx.value<std::int64_t>("select count(*) from applicatie_token where length(geheim) > 0") == 0);
            CHECK(tx.value<std::string>("select kenmerk from applicatie_token") == token.substr(token.size() - 4));
        });
    });
}

TEST_CASE("a revoked token is refused at once, and stays to be seen") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string one = b.koptekst(kiss), other = b.koptekst(kiss);
        REQUIRE(b.komt_binnen(one));
        const auto tokens = b.service.get(b.beheerder(), kiss.id)->tokens;
        REQUIRE(b.service.revoke(b.beheerder(), tokens.at(1).id));
        CHECK(refusal(b, one) == Geweigerd::ingetrokken);
        CHECK(b.komt_binnen(other));
        CHECK(b.service.get(b.beheerder(), kiss.id)->tokens.size() == 2);
        CHECK(b.service.revoke(b.beheerder(), tokens.at(1).id).has_value());
        CHECK(told(b, kiss) == std::vector<std::string>{"token.ingetrokken", "token.gemaakt", "token.gemaakt", "applicatie.gemaakt"});
    });
}

TEST_CASE("another node hears of a revoked token within a second") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string header = b.koptekst(kiss);
        REQUIRE(b.komt_binnen(header));
        ToepassingService other(b.store, b.clock, b.ids);
        REQUIRE(other.revoke(b.beheerder(), only_token(b, kiss).id));
        b.clock.set(b.clock.now() + seconds(1));
        CHECK(refusal(b, header) == Geweigerd::ingetrokken);
    });
}

TEST_CASE("a replaced token works beside the new one until the chosen moment") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string old = b.koptekst(kiss);
        const auto made = b.service.rotate(b.beheerder(), only_token(b, kiss).id, b.clock.now() + hours(24));
        REQUIRE(made.has_value());
        CHECK(b.komt_binnen(old));
        CHECK(b.komt_binnen("Token " + made->geheim));
        b.clock.set(b.clock.now() + hours(24));
        CHECK(refusal(b, old) == Geweigerd::verlopen);
        CHECK(b.komt_binnen("Token " + made->geheim));
        const auto again = b.service.rotate(b.beheerder(), made->id, b.clock.now());
        REQUIRE(again.has_value());
        CHECK(refusal(b, "Token " + made->geheim) == Geweigerd::ingetrokken);
        CHECK_FALSE(b.service.rotate(b.beheerder(), made->id, b.clock.now()).has_value());
    });
}

TEST_CASE("a token and an application end on the day that was chosen, and may be switched off before") {
    on_both_stores([](Buiten& b) {
        auto gegevens = b.gegevens();
        gegevens.verloopt_op = b.clock.now() + days(10);
        const Applicatie kiss = b.applicatie(gegevens);
        const auto shorter = b.service.add_token(b.beheerder(), kiss.id, {.verloopt_op = b.clock.now() + days(2)});
        const std::string first = "Token " + shorter->geheim, second = b.koptekst(kiss);
        b.clock.set(b.clock.now() + days(3));
        CHECK(refusal(b, first) == Geweigerd::verlopen);
        REQUIRE(b.komt_binnen(second));
        const auto off = b.service.switch_off(b.beheerder(), kiss.id, kiss.versie);
        REQUIRE(off.has_value());
        CHECK(refusal(b, second) == Geweigerd::uit);
        REQUIRE(b.service.switch_on(b.beheerder(), kiss.id, off->versie));
        CHECK(b.komt_binnen(second));
        b.clock.set(b.clock.now() + days(8));
        CHECK(refusal(b, second) == Geweigerd::verlopen);
        CHECK_FALSE(b.service.add_token(b.beheerder(), kiss.id, {.verloopt_op = b.clock.now()}).has_value());
    });
}

TEST_CASE("last used is noted to the minute, once a minute") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string header = b.koptekst(kiss);
        CHECK_FALSE(only_token(b, kiss).gebruikt_op.has_value());
        b.clock.set(*parse_instant("2026-11-23T10:00:42Z"));
        REQUIRE(b.komt_binnen(header));
        CHECK(only_token(b, kiss).gebruikt_op == parse_instant("2026-11-23T10:00:00Z"));
        b.clock.set(*parse_instant("2026-11-23T10:00:59Z"));
        REQUIRE(b.komt_binnen(header));
        b.clock.set(*parse_instant("2026-11-23T10:05:01Z"));
        REQUIRE(b.komt_binnen(header));
        CHECK(only_token(b, kiss).gebruikt_op == parse_instant("2026-11-23T10:05:00Z"));
        CHECK(b.service.list(b.beheerder())->front().gebruikt_op == parse_instant("2026-11-23T10:05:00Z"));
    });
}

TEST_CASE("a client that signs its requests comes in with its secret alone, and only for its time") {
    for (const std::string& sleutel : {std::string(), std::string(sleutel_bytes, 'k')})
        on_both_stores([](Buiten& b) {
            const Applicatie kiss = b.applicatie();
            const auto made = b.service.add_token(b.beheerder(), kiss.id, {.soort = Tokensoort::zgw, .client_id = "kiss-prod"});
            REQUIRE(made.has_value());
            CHECK(made->client_id == "kiss-prod");
            const Instant now = b.clock.now();
            const auto header = [&](std::string_view geheim, Instant op) { return "Bearer " + sign_zgw_jwt("kiss-prod", geheim, op); };
            CHECK(b.komt_binnen(header(made->geheim, now)));
            CHECK(b.komt_binnen(header(made->geheim, now + seconds(30))));
            CHECK(b.komt_binnen(header(made->geheim, now - minutes(59))));
            CHECK(refusal(b, header(made->geheim, now - hours(1))) == Geweigerd::verlopen);
            CHECK(refusal(b, header(made->geheim, now + minutes(5))) == Geweigerd::verlopen);
            CHECK(refusal(b, header("raad maar", now)) == Geweigerd::onbekend);
            CHECK(refusal(b, "Bearer " + sign_zgw_jwt("een-ander", made->geheim, now)) == Geweigerd::onbekend);
            CHECK(refusal(b, "Bearer kiss-prod") == Geweigerd::onbekend);
            CHECK(refusal(b, "Token " + made->geheim) == Geweigerd::onbekend);
        }, {.sleutel = sleutel});
}

TEST_CASE("both secrets of a client work while one replaces the other, and another application cannot take its name") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie(), ita = b.applicatie(b.gegevens("ITA"));
        const auto made = b.service.add_token(b.beheerder(), kiss.id, {.soort = Tokensoort::zgw, .client_id = "kiss"});
        const auto next = b.service.rotate(b.beheerder(), made->id, b.clock.now() + hours(1));
        REQUIRE(next.has_value());
        CHECK(next->client_id == "kiss");
        const auto header = [&](const std::string& geheim) { return "Bearer " + sign_zgw_jwt("kiss", geheim, b.clock.now()); };
        CHECK(b.komt_binnen(header(made->geheim)));
        CHECK(b.komt_binnen(header(next->geheim)));
        b.clock.set(b.clock.now() + hours(1));
        CHECK(refusal(b, header(made->geheim)) == Geweigerd::verlopen);
        CHECK(b.komt_binnen(header(next->geheim)));
        const auto taken = b.service.add_token(b.beheerder(), ita.id, {.soort = Tokensoort::zgw, .client_id = "kiss"});
        REQUIRE_FALSE(taken.has_value());
        CHECK(taken.error().fields.front() == FieldError{"client_id", "toepassing.fout.client_bestaat", {}});
        CHECK_FALSE(b.service.add_token(b.beheerder(), ita.id, {.soort = Tokensoort::zgw, .client_id = "geen spaties"}).has_value());
        CHECK_FALSE(b.service.add_token(b.beheerder(), ita.id, {.soort = Tokensoort::zgw, .client_id = std::string(51, 'x')}).has_value());
        CHECK(b.service.add_token(b.beheerder(), ita.id, {.soort = Tokensoort::zgw})->client_id.size() > 8);
    });
}

TEST_CASE("a secret is read only with the key that it was kept under") {
    const std::string key(sleutel_bytes, 'a'), other(sleutel_bytes, 'b');
    CHECK(open_zegel(verzegel("geheim", key), key) == "geheim");
    CHECK(open_zegel(verzegel("geheim", ""), "") == "geheim");
    CHECK(open_zegel(verzegel("geheim", ""), key) == "geheim");
    CHECK_FALSE(open_zegel(verzegel("geheim", key), other).has_value());
    CHECK_FALSE(open_zegel(verzegel("geheim", key), "").has_value());
    CHECK(verzegel("geheim", key).find("geheim") == std::string::npos);
    std::string touched = verzegel("geheim", key);
    touched.back() = static_cast<char>(touched.back() ^ 1);
    CHECK_FALSE(open_zegel(touched, key).has_value());
    for (const char* rubbish : {"", "1", "2x", "1kort"}) CHECK_FALSE(open_zegel(rubbish, key).has_value());
}

TEST_CASE("what is no token of the standard is not read") {
    constexpr Instant now{seconds(1'795'000'000)};
    const auto made = [](std::string_view header, std::string_view claims) { return base64url(header) + "." + base64url(claims) + "." + base64url("handtekening"); };
    const std::string hs256 = R"({"typ":"JWT","alg":"HS256"})", iat = R"({"client_id":"x","iat":1795000000})";
    CHECK(parse_zgw_jwt(made(hs256, iat)).has_value());
    CHECK(parse_zgw_jwt(made(hs256, R"({"iss":"x","iat":1795000000.5})"))->client_id == "x");
    CHECK(parse_zgw_jwt(sign_zgw_jwt("x", "y", now)).has_value());
    struct Row {
        std::string header;
        std::string claims;
    };
    for (const Row& row : std::vector<Row>{{R"({"alg":"none"})", iat}, {R"({"alg":"hs256"})", iat}, {R"({"alg":"RS256"})", iat}, {R"({"alg":"HS256","crit":["x"]})", iat},
                                           {"[]", iat}, {"", iat}, {hs256, "[]"}, {hs256, R"({"client_id":"x"})"}, {hs256, R"({"iat":1795000000})"},
                                           {hs256, R"({"client_id":"x","iat":"1795000000"})"}, {hs256, R"({"client_id":"x","iat":-5})"},
                                           {hs256, R"({"client_id":"x","iat":1795000000,"exp":"morgen"})"}, {hs256, R"({"client_id":"","iat":1795000000})"},
                                           {hs256, R"({"client_id":"x","client_id":"y","iat":1795000000})"}}) {
        CAPTURE(row.header + row.claims);
        CHECK_FALSE(parse_zgw_jwt(made(row.header, row.claims)).has_value());
    }
    for (const char* text : {"", ".", "..", "a.b", "a.b.c", "ä.ö.ü", "a.b.c.d"}) CHECK_FALSE(parse_zgw_jwt(text).has_value());
    CHECK_FALSE(parse_zgw_jwt(made(hs256, iat) + "=").has_value());
    CHECK_FALSE(parse_zgw_jwt(std::string(5000, 'a') + "." + iat + ".x").has_value());
}

TEST_CASE("an application is neither the system nor an employee, and has the roles of the operation only") {
    on_both_stores([](Buiten& b) {
        auto gegevens = b.gegevens();
        gegevens.rechten = testing::rechten({{Groep::klantcontacten, Actie::lezen}});
        gegevens.domeinen = {"jeugd"};
        const Applicatie kiss = b.applicatie(gegevens);
        const auto caller = caller_of(kiss, {{Groep::klantcontacten, Actie::lezen}}, "api/proef", "1");
        REQUIRE(caller.has_value());
        CHECK_FALSE(caller->is_system());
        CHECK_FALSE(caller->is_employee());
        CHECK_FALSE(caller->employee().has_value());
        CHECK(access::has_role(*caller, b.v.oeverland, {access::Rol::kcc_medewerker}));
        CHECK_FALSE(access::has_role(*caller, b.v.oeverland, {access::Rol::teamleider, access::Rol::manager, access::Rol::beheerder}));
        CHECK_FALSE(access::is_active_in(*caller, b.v.heidedal));
        CHECK(access::may_read_domein(*caller, "jeugd"));
        CHECK_FALSE(access::may_read_domein(*caller, "wmo"));
        CHECK(access::require_recht(*caller, b.v.oeverland, {Groep::klantcontacten, Actie::lezen}).has_value());
        CHECK(access::require_recht(*caller, b.v.oeverland, {Groep::klantcontacten, Actie::schrijven}).error().reason == Reason::forbidden);
        CHECK(access::require_recht(*caller, b.v.heidedal, {Groep::klantcontacten, Actie::lezen}).error().reason == Reason::not_found);
        CHECK(caller_of(kiss, {{Groep::klantcontacten, Actie::schrijven}}, "api/proef", "1").error().reason == Reason::forbidden);
        CHECK(caller_of(kiss, {{Groep::taken, Actie::lezen}}, "api/proef", "1").error().reason == Reason::forbidden);
        // An employee has roles and no rights.
        CHECK(access::require_recht(b.beheerder(), b.v.oeverland, {Groep::klantcontacten, Actie::lezen}).error().reason == Reason::forbidden);
        CHECK(access::require_recht(access::system_caller("proef"), b.v.oeverland, {Groep::klantcontacten, Actie::lezen}).has_value());
    });
}

TEST_CASE("an operation may ask other roles than those that come with its right") {
    on_both_stores([](Buiten& b) {
        const auto caller = caller_of(b.applicatie(), {{Groep::partijen, Actie::schrijven}, {access::Rol::beheerder}}, "api/proef", "1");
        CHECK(caller->grants == std::vector<access::Grant>{{access::Rol::beheerder, b.v.oeverland, std::nullopt}});
    });
}

TEST_CASE("what an application did stands in the journal under its name") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const auto caller = caller_of(kiss, {{Groep::partijen, Actie::schrijven}}, "api/proef", "1").value();
        b.store.write([&](store::Tx& tx) {
            journal::append(tx, journal::entry(caller, b.clock.now(), "proef.gedaan", b.v.oeverland, journal::Object::systeem, Uuid{1}));
        });
        b.store.read([&](store::Tx& tx) {
            const auto line = journal::timeline_of_object(tx, journal::Object::systeem, Uuid{1}, {}, 1).at(0);
            CHECK_FALSE(line.door.has_value());
            CHECK(line.applicatie() == kiss.id);
            CHECK(wie_deed(tx, line) == "KISS");
            const auto by_employee = journal::timeline_of_object(tx, journal::Object::applicatie, kiss.id.bytes, {}, 1).at(0);
            CHECK(wie_deed(tx, by_employee) == organisatie::naam_of(tx, b.v.sanne));
        });
    });
}

TEST_CASE("an administrator sees and changes the applications of his own gemeenten") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie();
        const std::string header = b.koptekst(kiss);
        CHECK(b.service.list(b.beheerder())->size() == 1);
        CHECK(b.service.list(b.beheerder())->front().tokens == 1);
        CHECK(b.service.list(b.beheerder_elders())->empty());
        const auto tom = organisatie::testing::caller(b.v.tom, {{access::Rol::kcc_medewerker, b.v.oeverland, {}}});
        const Id<dichtbij::Token> token = only_token(b, kiss).id;
        CHECK(b.service.list(tom).error().reason == Reason::forbidden);
        for (const auto& [who, reason] : {std::pair{tom, Reason::forbidden}, std::pair{b.beheerder_elders(), Reason::not_found}}) {
            CHECK(b.service.get(who, kiss.id).error().reason == reason);
            CHECK(b.service.make(who, b.v.oeverland, b.gegevens("X")).error().reason == reason);
            CHECK(b.service.change(who, kiss.id, kiss.versie, b.gegevens("X")).error().reason == reason);
            CHECK(b.service.switch_off(who, kiss.id, kiss.versie).error().reason == reason);
            CHECK(b.service.switch_on(who, kiss.id, kiss.versie).error().reason == reason);
            CHECK(b.service.add_token(who, kiss.id, {}).error().reason == reason);
            CHECK(b.service.rotate(who, token, b.clock.now()).error().reason == reason);
            CHECK(b.service.revoke(who, token).error().reason == reason);
        }
        CHECK(b.komt_binnen(header));
        auto less = b.gegevens("KISS 3");
        less.rechten = testing::rechten({{Groep::partijen, Actie::lezen}});
        const auto changed = b.service.change(b.beheerder(), kiss.id, kiss.versie, less);
        REQUIRE(changed.has_value());
        CHECK(b.service.toegang(header, b.clock.now()).value()->applicatie.rechten == less.rechten);
        CHECK(b.service.change(b.beheerder(), kiss.id, kiss.versie, less).error().key == "fout.gewijzigd");
        CHECK(told(b, kiss).front() == "applicatie.gewijzigd");
    });
}

TEST_CASE("what is filled in wrongly is told beside its field") {
    on_both_stores([](Buiten& b) {
        b.applicatie();
        const auto refused = [&](const std::function<void(Gegevens&)>& edit) {
            auto gegevens = b.gegevens("Nieuw");
            edit(gegevens);
            const auto made = b.service.make(b.beheerder(), b.v.oeverland, gegevens);
            return made ? std::string() : made.error().fields.at(0).field + " " + made.error().fields.at(0).key;
        };
        CHECK(refused([](Gegevens& g) { g.naam = "  "; }) == "naam toepassing.fout.naam");
        CHECK(refused([](Gegevens& g) { g.naam = std::string(101, 'x'); }) == "naam fout.veld.te_lang");
        CHECK(refused([](Gegevens& g) { g.naam = "kiss"; }) == "naam toepassing.fout.naam_bestaat");
        CHECK(refused([](Gegevens& g) { g.contact = std::string(201, 'x'); }) == "contact fout.veld.te_lang");
        CHECK(refused([](Gegevens& g) { g.rechten = {}; }) == "rechten toepassing.fout.geen_rechten");
        CHECK(refused([](Gegevens& g) { g.domeinen = {"sport"}; }) == "domeinen fout.veld.onbekend");
        CHECK(refused([&](Gegevens& g) { g.verloopt_op = b.clock.now(); }) == "verloopt toepassing.fout.voorbij");
        CHECK(refused([](Gegevens&) {}).empty());
    });
}

TEST_CASE("an application is kept for five years after it was switched off") {
    on_both_stores([](Buiten& b) {
        const Applicatie kiss = b.applicatie(), ita = b.applicatie(b.gegevens("ITA"));
        b.koptekst(kiss);
        REQUIRE(b.service.switch_off(b.beheerder(), kiss.id, kiss.versie));
        access::Bewaring bewaring(b.store);
        bewaring.add(bewaar_regels());
        bewaring.run(b.clock.now() + days(1826));
        CHECK(b.service.get(b.beheerder(), kiss.id).has_value());
        bewaring.run(b.clock.now() + days(1828));
        CHECK_FALSE(b.service.get(b.beheerder(), kiss.id).has_value());
        CHECK(b.service.get(b.beheerder(), ita.id).has_value());
        b.store.read([&](store::Tx& tx) { CHECK(naam_of(tx, kiss.id).empty()); });
    });
}

}  // namespace dichtbij::toepassing::toepassing_test
