#include "portaal/oidc.h"

#include <doctest/doctest.h>

#include "portaal/testing.h"

namespace dichtbij::portaal::oidc_test {
namespace {

using namespace testing;

constexpr Instant now{seconds(1'795'424'400)};

struct Proef {
    SimulatedClock clock{now};
    Nepaanbieder aanbieder;
    OidcClient client{digid(), "https://mijn.example/oidc/digid/terug", aanbieder, clock};
};

}  // namespace

TEST_CASE("the browser goes to the provider with PKCE, state, nonce and the levels that are enough") {
    Proef p;
    const auto url = p.client.authorization_url({"s t", "n", "v", Betrouwbaarheidsniveau::substantieel, "en"});
    REQUIRE(url);
    CHECK(url->starts_with("https://broker.example/auth?response_type=code&client_id=dichtbij&redirect_uri=https%3A%2F%2Fmijn.example%2Foidc%2Fdigid%2Fterug&scope=openid&state=s%20t&nonce=n&"));
    CHECK(query_value(*url, "code_challenge_method") == "S256");
    CHECK(query_value(*url, "code_challenge") == oidc::pkce_challenge("v"));
    CHECK(query_value(*url, "acr_values").find("PasswordProtectedTransport") == std::string::npos);
    CHECK(query_value(*url, "acr_values").find("LoA%2Fsubstantial") != std::string::npos);
    p.aanbieder.ligt_eruit = true;
    p.clock.advance(oidc::metadata_geldig);
    Proef dead;
    dead.aanbieder.ligt_eruit = true;
    CHECK(dead.client.authorization_url({}).error() == Aanmeldfout::buiten_dienst);
}

TEST_CASE("what the provider says becomes a number that is checked, from userinfo when the token lacks it") {
    Proef p;
    const Poging poging{"s", "n", "v", Betrouwbaarheidsniveau::laag, "nl"};
    p.aanbieder.claims = claims_of(now, "n", bsn_fatima);
    auto wie = p.client.redeem("c", poging);
    REQUIRE(wie);
    CHECK(wie->bsn == bsn_fatima);
    CHECK(wie->niveau == Betrouwbaarheidsniveau::substantieel);
    CHECK(p.aanbieder.last.form.find("code_verifier=v") != std::string::npos);
    CHECK(p.aanbieder.last.headers.back().second == "Basic ZGljaHRiaWo6Z2VoZWlt");

    p.aanbieder.claims.erase("urn:nl-eid-gdi:1.0:id:BSN");
    CHECK(p.client.redeem("c", poging).error() == Aanmeldfout::ongeldig);  // userinfo is about nobody
    p.aanbieder.userinfo = {{"sub", "p1"}, {"urn:nl-eid-gdi:1.0:id:BSN", bsn_fatima}};
    CHECK(p.client.redeem("c", poging)->bsn == bsn_fatima);
    p.aanbieder.userinfo["sub"] = "p2";
    CHECK(p.client.redeem("c", poging).error() == Aanmeldfout::ongeldig);
    p.aanbieder.userinfo = {{"sub", "p1"}, {"urn:nl-eid-gdi:1.0:id:BSN", "123456789"}};
    CHECK(p.client.redeem("c", poging).error() == Aanmeldfout::geen_nummer);

    p.aanbieder.claims = claims_of(now, "n", bsn_fatima);
    p.aanbieder.claims["acr"] = "urn:verzonnen";
    CHECK(p.client.redeem("c", poging).error() == Aanmeldfout::te_laag);
}

}  // namespace dichtbij::portaal::oidc_test
