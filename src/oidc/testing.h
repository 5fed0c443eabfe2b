#pragma once
// For tests of signing in through a provider: keys, and a provider that is not there.

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.h"
#include "http/params.h"
#include "oidc/oidc_client.h"

namespace dichtbij::oidc::testing {

namespace json = boost::json;

inline Sleutelwaarde new_rsa() { return {EVP_RSA_gen(2048), EVP_PKEY_free}; }
inline Sleutelwaarde new_p256() { return {EVP_EC_gen("P-256"), EVP_PKEY_free}; }

inline std::string param_of(const Sleutelwaarde& key, const char* name, std::size_t bytes) {
    BIGNUM* number = nullptr;
    CHECK_THAT(EVP_PKEY_get_bn_param(key.get(), name, &number) == 1);
    std::string out(bytes != 0 ? bytes : static_cast<std::size_t>(BN_num_bytes(number)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(number);
    return base64url(out);
}

inline json::object jwk_of(const Sleutelwaarde& key, const std::string& kid) {
    if (EVP_PKEY_is_a(key.get(), "RSA") == 1) return {{"kty", "RSA"}, {"kid", kid}, {"use", "sig"}, {"n", param_of(key, "n", 0)}, {"e", param_of(key, "e", 0)}};
    return {{"kty", "EC"}, {"crv", "P-256"}, {"kid", kid}, {"x", param_of(key, "qx", 32)}, {"y", param_of(key, "qy", 32)}};
}

inline constexpr const char* issuer = "https://broker.example";

// Answers as a provider does. What it says is set by the test.
struct Nepaanbieder final : client::Web {
    Sleutelwaarde key = new_rsa();
    std::string kid = "k1";
    Algoritme algoritme = Algoritme::RS256;
    json::object claims;             // of the id token
    json::object userinfo;
    std::string id_token;            // instead of one made from the claims
    std::string refresh_token;       // given with every answer; empty: none
    std::string weigering;           // the error that the token endpoint answers; empty: none
    bool ligt_eruit = false;
    int keys_asked = 0;
    int tokens_asked = 0;
    client::Webvraag last;           // of the token endpoint

    tl::expected<client::Webantwoord, std::string> send(const client::Webvraag& vraag) override {
        if (ligt_eruit) return tl::make_unexpected(std::string("Connection refused"));
        const std::string base = issuer;
        if (vraag.url == base + "/.well-known/openid-configuration")
            return ok({{"issuer", issuer}, {"authorization_endpoint", base + "/auth"}, {"token_endpoint", base + "/token"}, {"userinfo_endpoint", base + "/me"},
                       {"end_session_endpoint", base + "/uit"}, {"jwks_uri", base + "/jwks"}, {"authorization_response_iss_parameter_supported", true}});
        if (vraag.url == base + "/jwks") {
            ++keys_asked;
            return ok({{"keys", json::array{jwk_of(key, kid)}}});
        }
        if (vraag.url == base + "/me") return ok(userinfo);
        last = vraag;
        ++tokens_asked;
        if (!weigering.empty()) return client::Webantwoord{400, "application/json", json::serialize(json::object{{"error", json::string_view(weigering)}})};
        json::object body{{"access_token", "a"}, {"token_type", "Bearer"}, {"id_token", json::string_view(id_token.empty() ? sign_jwt(claims, key, algoritme, kid) : id_token)}};
        if (!refresh_token.empty()) body["refresh_token"] = json::string_view(refresh_token);
        return ok(body);
    }
    static client::Webantwoord ok(const json::object& body) { return {200, "application/json", json::serialize(body)}; }
};

// One value of a query in an address.
inline std::string query_value(const std::string& url, const std::string& name) {
    const auto at = url.find(name + "=");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 1;
    return url.substr(from, url.find('&', from) - from);
}

inline Provider provider() {
    Provider made;
    made.code = "proef";
    made.issuer = issuer;
    made.client_id = "dichtbij";
    made.client_secret = "geheim";
    return made;
}

// What such a provider says of someone, ready to be spoiled by a test.
inline json::object token_claims(Instant now, std::string_view nonce) {
    const std::int64_t at = now.time_since_epoch().count();
    return {{"iss", issuer}, {"aud", "dichtbij"}, {"sub", "p1"}, {"sid", "s1"}, {"iat", at}, {"exp", at + 300}, {"nonce", json::string_view(nonce.data(), nonce.size())}};
}

}  // namespace dichtbij::oidc::testing
