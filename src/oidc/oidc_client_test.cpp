#include "oidc/oidc_client.h"

#include <doctest/doctest.h>
#include <openssl/hmac.h>

#include <functional>

#include "oidc/testing.h"

namespace dichtbij::oidc::oidc_client_test {
namespace {

using namespace testing;

constexpr Instant now{seconds(1'795'424'400)};

struct Proef {
    SimulatedClock clock{now};
    Nepaanbieder aanbieder;
    Provider ons = provider();
    OidcClient client{ons, "https://mijn.example/oidc/proef/terug", aanbieder, clock};

    tl::expected<json::object, Tokenfout> verify(const json::object& claims) {
        return client.verify(sign_jwt(claims, aanbieder.key, aanbieder.algoritme, aanbieder.kid), "n");
    }
};

std::string without_signature(const json::object& claims) {
    return base64url(R"({"alg":"none"})") + "." + base64url(json::serialize(claims)) + ".";
}

// HMAC with the public key, which everybody has, as its secret.
std::string signed_with_public_key(const json::object& claims, const Sleutelwaarde& key) {
    const std::string text = base64url(R"({"alg":"HS256","kid":"k1"})") + "." + base64url(json::serialize(claims));
    const std::string secret = json::serialize(jwk_of(key, "k1"));
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &length);
    return text + "." + base64url(std::string_view(reinterpret_cast<const char*>(digest), length));
}

}  // namespace

TEST_CASE("a token signed by the provider is accepted, with each of the three algorithms") {
    for (const auto algoritme : {Algoritme::RS256, Algoritme::PS256, Algoritme::ES256}) {
        CAPTURE(to_string(algoritme));
        Proef p;
        p.aanbieder.algoritme = algoritme;
        if (algoritme == Algoritme::ES256) p.aanbieder.key = new_p256();
        const auto claims = p.verify(token_claims(now, "n"));
        REQUIRE(claims);
        CHECK(claim_of(*claims, {"sub"}) == "p1");
    }
}

TEST_CASE("a token that says the wrong thing is refused, with the reason") {
    struct Row {
        const char* what;
        std::function<void(json::object&)> spoil;
        std::optional<Tokenfout> fout;
    };
    const std::int64_t at = now.time_since_epoch().count();
    for (const Row& row : std::vector<Row>{
             {"as it should be", [](json::object&) {}, std::nullopt},
             {"expired", [&](json::object& c) { c["exp"] = at - 61; }, Tokenfout::verlopen},
             {"expired within the skew", [&](json::object& c) { c["exp"] = at - 30; }, std::nullopt},
             {"without an end", [](json::object& c) { c.erase("exp"); }, Tokenfout::onvolledig},
             {"an end that is text", [](json::object& c) { c["exp"] = "later"; }, Tokenfout::onvolledig},
             {"issued in the future", [&](json::object& c) { c["iat"] = at + 61; }, Tokenfout::nog_niet_geldig},
             {"without a moment of issue", [](json::object& c) { c.erase("iat"); }, Tokenfout::onvolledig},
             {"not valid yet", [&](json::object& c) { c["nbf"] = at + 61; }, Tokenfout::nog_niet_geldig},
             {"valid within the skew", [&](json::object& c) { c["nbf"] = at + 30; }, std::nullopt},
             {"wrong nonce", [](json::object& c) { c["nonce"] = "m"; }, Tokenfout::nonce},
             {"without a nonce", [](json::object& c) { c.erase("nonce"); }, Tokenfout::nonce},
             {"wrong audience", [](json::object& c) { c["aud"] = "iemand-anders"; }, Tokenfout::bestemming},
             {"no audience", [](json::object& c) { c.erase("aud"); }, Tokenfout::bestemming},
             {"a list of audiences with us alone", [](json::object& c) { c["aud"] = json::array{"dichtbij"}; }, std::nullopt},
             {"several audiences without azp", [](json::object& c) { c["aud"] = json::array{"dichtbij", "ander"}; }, Tokenfout::bestemming},
             {"several audiences, we are the party", [](json::object& c) { c["aud"] = json::array{"dichtbij", "ander"}; c["azp"] = "dichtbij"; }, std::nullopt},
             {"another party", [](json::object& c) { c["azp"] = "ander"; }, Tokenfout::bestemming},
             {"wrong issuer", [](json::object& c) { c["iss"] = "https://broker.example.kwaad.example"; }, Tokenfout::uitgever},
             {"no issuer", [](json::object& c) { c.erase("iss"); }, Tokenfout::uitgever}}) {
        CAPTURE(row.what);
        Proef p;
        json::object claims = token_claims(now, "n");
        row.spoil(claims);
        const auto got = p.verify(claims);
        CHECK(got.has_value() == !row.fout.has_value());
        if (!got && row.fout) CHECK(got.error() == *row.fout);
    }
}

TEST_CASE("a token that is not signed by the provider's key is refused") {
    Proef p;
    const auto claims = token_claims(now, "n");
    CHECK(p.client.verify(without_signature(claims), "n").error() == Tokenfout::onleesbaar);
    CHECK(p.client.verify(signed_with_public_key(claims, p.aanbieder.key), "n").error() == Tokenfout::onleesbaar);
    CHECK(p.client.verify(sign_jwt(claims, new_rsa(), Algoritme::RS256, "k1"), "n").error() == Tokenfout::handtekening);
    CHECK(p.client.verify(sign_jwt(claims, new_p256(), Algoritme::ES256, "k1"), "n").error() == Tokenfout::sleutel_onbekend);
    std::string changed = sign_jwt(claims, p.aanbieder.key, Algoritme::RS256, "k1");
    changed.replace(changed.find('.') + 1, changed.rfind('.') - changed.find('.') - 1, base64url(json::serialize(json::object{{"sub", "p2"}})));
    CHECK(p.client.verify(changed, "n").error() == Tokenfout::handtekening);
    for (const char* text : {"", ".", "..", "a.b", "a.b.c", "a.b.c.d", "e30.e30.e30"}) {
        CAPTURE(text);
        CHECK(p.client.verify(text, "n").error() == Tokenfout::onleesbaar);
    }
    CHECK(p.client.verify(std::string(token_bytes_limit + 1, 'a'), "n").error() == Tokenfout::onleesbaar);
}

TEST_CASE("an unknown key is asked for once in a while, so that rotation works and nobody makes us ask without end") {
    Proef p;
    const auto claims = [&] { return token_claims(p.clock.now(), "n"); };
    REQUIRE(p.verify(claims()));
    CHECK(p.aanbieder.keys_asked == 1);
    p.aanbieder.key = new_rsa();
    p.aanbieder.kid = "k2";
    CHECK(p.verify(claims()).error() == Tokenfout::sleutel_onbekend);
    CHECK(p.aanbieder.keys_asked == 1);
    p.clock.advance(sleutels_rust);
    CHECK(p.verify(claims()));
    CHECK(p.aanbieder.keys_asked == 2);
    for (int i = 0; i < 20; ++i) CHECK_FALSE(p.client.verify(sign_jwt(claims(), p.aanbieder.key, Algoritme::RS256, "verzonnen"), "n"));
    CHECK(p.aanbieder.keys_asked == 2);
}

TEST_CASE("keys count for an hour; when new ones cannot be had nothing is accepted") {
    Proef p;
    REQUIRE(p.verify(token_claims(now, "n")));
    p.clock.advance(sleutels_geldig - seconds(1));
    p.aanbieder.ligt_eruit = true;
    CHECK(p.verify(token_claims(p.clock.now(), "n")));
    p.clock.advance(seconds(1));
    CHECK(p.verify(token_claims(p.clock.now(), "n")).error() == Tokenfout::sleutel_onbekend);
    p.aanbieder.ligt_eruit = false;
    p.clock.advance(storing_rust);
    CHECK(p.verify(token_claims(p.clock.now(), "n")));
}

TEST_CASE("a refresh token brings new claims; only a clear no of the provider is one") {
    Proef p;
    p.aanbieder.claims = token_claims(now, "n");
    p.aanbieder.refresh_token = "r2";
    auto fresh = p.client.refresh("r1");
    REQUIRE(fresh);
    CHECK(claim_of(fresh->id, {"sub"}) == "p1");
    CHECK(fresh->refresh_token == "r2");
    CHECK(p.aanbieder.last.form == "grant_type=refresh_token&refresh_token=r1");
    p.aanbieder.id_token = sign_jwt(token_claims(now, "n"), new_rsa(), Algoritme::RS256, "k1");
    CHECK(p.client.refresh("r1").error() == Antwoordfout::ongeldig);
    for (const auto& [said, fout] : std::vector<std::pair<const char*, Antwoordfout>>{{"invalid_grant", Antwoordfout::geweigerd}, {"interaction_required", Antwoordfout::geweigerd},
                                                                                      {"invalid_client", Antwoordfout::ongeldig}}) {
        CAPTURE(said);
        p.aanbieder.weigering = said;
        CHECK(p.client.refresh("r1").error() == fout);
    }
    p.aanbieder.ligt_eruit = true;
    CHECK(p.client.refresh("r1").error() == Antwoordfout::buiten_dienst);
}

TEST_CASE("a code that was used before is refused by the provider, and so here") {
    Proef p;
    p.aanbieder.claims = token_claims(now, "n");
    REQUIRE(p.client.redeem("c", "v", "n"));
    p.aanbieder.weigering = "invalid_grant";
    CHECK(p.client.redeem("c", "v", "n").error() == Antwoordfout::geweigerd);
}

TEST_CASE("a logout token ends what it names, and nothing else is one") {
    Proef p;
    json::object claims = token_claims(now, "n");
    claims.erase("nonce");
    const auto read = [&] { return p.client.read_logout_token(sign_jwt(claims, p.aanbieder.key, Algoritme::RS256, "k1")); };
    CHECK_FALSE(read());
    claims["events"] = json::object{{"http://schemas.openid.net/event/backchannel-logout", json::object()}};
    REQUIRE(read());
    CHECK(read()->sid == "s1");
    claims["nonce"] = "n";
    CHECK_FALSE(read());
}

TEST_CASE("calls go to the issuer and to hosts that are named, over https") {
    Provider a = provider();
    a.hosts = {"sleutels.example"};
    for (const auto& [url, may] : std::vector<std::pair<std::string, bool>>{
             {"https://broker.example/token", true}, {"https://sleutels.example/jwks", true}, {"http://broker.example/token", false}, {"https://broker.example:8443/token", false},
             {"https://broker.example@kwaad.example/", false}, {"https://kwaad.example/broker.example", false}, {"https://169.254.169.254/latest", false},
             {"file:///etc/passwd", false}, {"https://broker.example\\@kwaad.example/", false}, {"http://127.0.0.1/", false}, {"", false}}) {
        CAPTURE(url);
        CHECK(a.mag_heen(url) == may);
    }
}

TEST_CASE("base64url has one text for the same bytes, and takes no other characters") {
    CHECK(from_base64url("") == "");
    CHECK(from_base64url("Zm9v") == "foo");
    CHECK(from_base64url("Zm8") == "fo");
    for (const char* text : {"Z", "Zm9v=", "Zm9v ", "Zm9/", "Zm9"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text));
    }
}

}  // namespace dichtbij::oidc::oidc_client_test
