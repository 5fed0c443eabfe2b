#include "oidc/jose.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "access/digest.h"
#include "base/text.h"

namespace dichtbij::oidc {
namespace {

namespace json = boost::json;

constexpr int rsa_bits_min = 2048;
constexpr int rsa_bits_max = 8192;
constexpr std::size_t p256_bytes = 32;
constexpr std::size_t keys_limit = 50;

template <auto free_it>
struct Free {
    template <class T>
    void operator()(T* thing) const {
        free_it(thing);
    }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Number number_of(std::string_view bytes) { return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)); }

std::string string_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<json::object> parse_object(std::string_view text) {
    boost::system::error_code error;
    json::value value = json::parse({text.data(), text.size()}, error);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

Sleutelwaarde from_params(const char* kind, OSSL_PARAM_BLD* builder) {
    const std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>> params(OSSL_PARAM_BLD_to_param(builder));
    const std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>> context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return {key, EVP_PKEY_free};
}

using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;

Sleutelwaarde rsa_key(const json::object& jwk) {
    const auto modulus = from_base64url(string_of(jwk, "n"));
    const auto exponent = from_base64url(string_of(jwk, "e"));
    if (!modulus || !exponent || modulus->empty() || exponent->empty() || modulus->size() > rsa_bits_max / 8) return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new());
    const Number n = number_of(*modulus);
    const Number e = number_of(*exponent);
    if (!builder || !n || !e || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    auto key = from_params("RSA", builder.get());
    return key && EVP_PKEY_get_bits(key.get()) >= rsa_bits_min ? key : nullptr;
}

Sleutelwaarde p256_key(const json::object& jwk) {
    const auto x = from_base64url(string_of(jwk, "x"));
    const auto y = from_base64url(string_of(jwk, "y"));
    if (string_of(jwk, "crv") != "P-256" || !x || !y || x->size() != p256_bytes || y->size() != p256_bytes) return nullptr;
    const std::string point = "\x04" + *x + *y;
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return nullptr;
    return from_params("EC", builder.get());  // refuses a point that is not on the curve
}

std::optional<Sleutel> key_of(const json::object& jwk) {
    const std::string use = string_of(jwk, "use");
    if (!use.empty() && use != "sig") return std::nullopt;
    const std::string kind = string_of(jwk, "kty");
    Sleutel key{string_of(jwk, "kid"), std::nullopt, kind == "RSA" ? rsa_key(jwk) : kind == "EC" ? p256_key(jwk) : nullptr};
    if (!key.waarde) return std::nullopt;
    if (const std::string name = string_of(jwk, "alg"); !name.empty()) {
        key.algoritme = algoritme_of(name);
        if (!key.algoritme || !past_bij(key.waarde, *key.algoritme)) return std::nullopt;
    }
    return key;
}

bool set_padding(EVP_PKEY_CTX* context, Algoritme algoritme) {
    if (algoritme != Algoritme::PS256) return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

// JWS writes r and s one after the other, OpenSSL as DER.
std::optional<std::string> der_of(std::string_view raw) {
    if (raw.size() != 2 * p256_bytes) return std::nullopt;
    const Signature signature(ECDSA_SIG_new());
    Number r = number_of(raw.substr(0, p256_bytes));
    Number s = number_of(raw.substr(p256_bytes));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.release(), s.release()) != 1) return std::nullopt;
    unsigned char* out = nullptr;
    const int length = i2d_ECDSA_SIG(signature.get(), &out);
    if (length <= 0) return std::nullopt;
    std::string der(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
    OPENSSL_free(out);
    return der;
}

std::string raw_of(std::string_view der) {
    const unsigned char* at = bytes_of(der);
    const Signature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    CHECK_THAT(signature != nullptr);
    std::string raw(2 * p256_bytes, '\0');
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    CHECK_THAT(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, p256_bytes) == static_cast<int>(p256_bytes));
    CHECK_THAT(BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + p256_bytes, p256_bytes) == static_cast<int>(p256_bytes));
    return raw;
}

}  // namespace

std::optional<Algoritme> algoritme_of(std::string_view name) {
    for (const auto one : {Algoritme::RS256, Algoritme::PS256, Algoritme::ES256})
        if (to_string(one) == name) return one;
    return std::nullopt;
}

std::string_view to_string(Algoritme algoritme) {
    switch (algoritme) {
        case Algoritme::RS256: return "RS256";
        case Algoritme::PS256: return "PS256";
        case Algoritme::ES256: break;
    }
    return "ES256";
}

bool past_bij(const Sleutelwaarde& key, Algoritme algoritme) {
    return EVP_PKEY_is_a(key.get(), algoritme == Algoritme::ES256 ? "EC" : "RSA") == 1;
}

Result<std::vector<Sleutel>> parse_jwks(std::string_view text) {
    const auto set = parse_object(text);
    const auto* list = set ? set->if_contains("keys") : nullptr;
    if (!list || !list->is_array() || list->get_array().size() > keys_limit) return invalid("jwks", "fout.veld.ongeldig");
    std::vector<Sleutel> keys;
    for (const auto& one : list->get_array())
        if (one.is_object())
            if (auto key = key_of(one.get_object())) keys.push_back(std::move(*key));
    return keys;
}

Result<Sleutelwaarde> parse_private_key(std::string_view pem) {
    const std::unique_ptr<BIO, Free<BIO_free>> memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // Without a password: a key that asks for one is refused instead of asking the terminal.
    const Sleutelwaarde key(PEM_read_bio_PrivateKey(memory.get(), nullptr, [](char*, int, int, void*) { return -1; }, nullptr),
                            EVP_PKEY_free);
    const bool is_usable = key && ((EVP_PKEY_is_a(key.get(), "RSA") == 1 && EVP_PKEY_get_bits(key.get()) >= rsa_bits_min) ||
                                   (EVP_PKEY_is_a(key.get(), "EC") == 1 && EVP_PKEY_get_bits(key.get()) == 256));
    if (!is_usable) return invalid("private_key", "fout.veld.ongeldig");
    return key;
}

std::string private_bytes(const Sleutelwaarde& key) {
    unsigned char* out = nullptr;
    const int length = i2d_PrivateKey(key.get(), &out);
    CHECK_THAT(length > 0);
    std::string der(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
    OPENSSL_clear_free(out, static_cast<std::size_t>(length));
    return der;
}

Result<Jwt> parse_jwt(std::string_view token) {
    const auto bad = [](const char* why) {
        Failure failure{Reason::invalid, why, {}, {}};
        return tl::make_unexpected(std::move(failure));
    };
    if (token.size() > token_bytes_limit) return bad("the token is too long");
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (first == std::string_view::npos || first == last || token.substr(first + 1, last - first - 1).find('.') != std::string_view::npos)
        return bad("the token has no three parts");
    const auto head_text = from_base64url(token.substr(0, first));
    const auto body_text = from_base64url(token.substr(first + 1, last - first - 1));
    auto signature = from_base64url(token.substr(last + 1));
    auto head = head_text ? parse_object(*head_text) : std::nullopt;
    auto body = body_text ? parse_object(*body_text) : std::nullopt;
    if (!head || !body || !signature) return bad("the token cannot be read");
    const auto algoritme = algoritme_of(string_of(*head, "alg"));
    if (!algoritme) return bad("the token is signed in a way that is not accepted");
    if (head->contains("crit")) return bad("the token asks for what we do not know");
    return Jwt{*algoritme, string_of(*head, "kid"), std::move(*body), std::string(token.substr(0, last)), std::move(*signature)};
}

bool is_echt(const Jwt& token, const Sleutel& key) {
    if (!past_bij(key.waarde, token.algoritme) || (key.algoritme && *key.algoritme != token.algoritme)) return false;
    std::string signature = token.handtekening;
    if (token.algoritme == Algoritme::ES256) {
        auto der = der_of(signature);
        if (!der) return false;
        signature = std::move(*der);
    }
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* of_key = nullptr;
    return context && EVP_DigestVerifyInit(context.get(), &of_key, EVP_sha256(), nullptr, key.waarde.get()) == 1 &&
           set_padding(of_key, token.algoritme) &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(token.getekend), token.getekend.size()) == 1;
}

std::string sign_jwt(const json::object& inhoud, const Sleutelwaarde& key, Algoritme algoritme, std::string_view kid) {
    CHECK_THAT(past_bij(key, algoritme));
    json::object head{{"alg", json::string_view(to_string(algoritme).data(), to_string(algoritme).size())}, {"typ", "JWT"}};
    if (!kid.empty()) head["kid"] = json::string_view(kid.data(), kid.size());
    const std::string text = base64url(json::serialize(head)) + "." + base64url(json::serialize(inhoud));
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* of_key = nullptr;
    std::size_t length = 0;
    CHECK_THAT(context && EVP_DigestSignInit(context.get(), &of_key, EVP_sha256(), nullptr, key.get()) == 1 &&
               set_padding(of_key, algoritme) &&
               EVP_DigestSign(context.get(), nullptr, &length, bytes_of(text), text.size()) == 1);
    std::string signature(length, '\0');
    CHECK_THAT(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes_of(text), text.size()) == 1);
    signature.resize(length);
    return text + "." + base64url(algoritme == Algoritme::ES256 ? raw_of(signature) : signature);
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    unsigned value = 0;
    int bits = 0;
    for (const char c : text) {
        unsigned six = 0;
        if (c >= 'A' && c <= 'Z') six = static_cast<unsigned>(c - 'A');
        else if (c >= 'a' && c <= 'z') six = static_cast<unsigned>(c - 'a') + 26;
        else if (c >= '0' && c <= '9') six = static_cast<unsigned>(c - '0') + 52;
        else if (c == '-') six = 62;
        else if (c == '_') six = 63;
        else return std::nullopt;
        value = (value << 6 | six) & 0xffff;
        if ((bits += 6) >= 8) bytes += static_cast<char>(value >> (bits -= 8) & 0xff);
    }
    if ((value & ((1u << bits) - 1)) != 0) return std::nullopt;  // one text for the same bytes
    return bytes;
}

std::string pkce_challenge(std::string_view verifier) { return base64url(access::sha256(verifier)); }

}  // namespace dichtbij::oidc
