#pragma once
// Signed tokens (RFC 7515, 7517, 7519), as far as OpenID Connect needs them. Three algorithms and no others:
// "none", HMAC and everything unknown are refused before a key is looked at. Pure.

#include <boost/json/object.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct evp_pkey_st;

namespace dichtbij::oidc {

inline constexpr std::size_t token_bytes_limit = 32 * 1024;

enum class Algoritme { RS256, PS256, ES256 };
std::optional<Algoritme> algoritme_of(std::string_view name);
std::string_view to_string(Algoritme);

using Sleutelwaarde = std::shared_ptr<evp_pkey_st>;

// A public key of a provider.
struct Sleutel {
    std::string kid;                    // empty: none
    std::optional<Algoritme> algoritme; // the only one it may be used for, when the provider says so
    Sleutelwaarde waarde;
};

// The keys of a JWK set that can verify: RSA of 2048 bits or more, and P-256. Others are left out.
// invalid when the text is no JWK set.
Result<std::vector<Sleutel>> parse_jwks(std::string_view json);
// A private key in PEM. invalid when it is none, or one that none of the algorithms can use.
Result<Sleutelwaarde> parse_private_key(std::string_view pem);
std::string private_bytes(const Sleutelwaarde&);  // a private key as DER
bool past_bij(const Sleutelwaarde&, Algoritme);

struct Jwt {
    Algoritme algoritme = Algoritme::RS256;
    std::string kid;
    boost::json::object inhoud;
    std::string getekend;      // the bytes that were signed
    std::string handtekening;
};
// invalid: too long, not three parts, no JSON objects, an algorithm that is not ours, or a "crit" header.
Result<Jwt> parse_jwt(std::string_view token);
bool is_echt(const Jwt&, const Sleutel&);

// A token of our own, for signing in to the provider.
std::string sign_jwt(const boost::json::object& inhoud, const Sleutelwaarde& key, Algoritme algoritme, std::string_view kid);

std::optional<std::string> from_base64url(std::string_view);  // without padding, no other characters
// The challenge of PKCE, S256.
std::string pkce_challenge(std::string_view verifier);

}  // namespace dichtbij::oidc
