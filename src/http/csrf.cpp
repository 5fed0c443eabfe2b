#include "http/csrf.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/id.h"
#include "base/result.h"
#include "base/text.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t nonce_bytes = 12;

std::string signature(std::string_view nonce, std::string_view session_secret) {
    CHECK_THAT(!session_secret.empty());
    // The label keeps these apart from other uses of the same secret.
    const std::string message = "csrf:" + std::string(nonce);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    const auto* made =
        HMAC(EVP_sha256(), session_secret.data(), static_cast<int>(session_secret.size()),
             reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest, &size);
    CHECK_THAT(made != nullptr);
    return base64url(std::string_view(reinterpret_cast<const char*>(digest), size));
}

// "https://Example.nl:443" and "example.nl" name the same place.
std::string place(std::string_view host, std::string_view default_port) {
    std::string name = lower_ascii(host);
    if (name.ends_with(default_port)) name.resize(name.size() - default_port.size());
    return name;
}

bool same_place(std::string_view origin, std::string_view host) {
    if (host.empty()) return false;
    for (const auto& [scheme, port] : {std::pair<std::string_view, std::string_view>{"https://", ":443"},
                                       std::pair<std::string_view, std::string_view>{"http://", ":80"}})
        if (origin.starts_with(scheme)) return place(origin.substr(scheme.size()), port) == place(host, port);
    return false;
}

}  // namespace

std::string make_csrf_token(std::string_view session_secret) {
    const std::string nonce = hex(random_bytes(nonce_bytes));
    return nonce + "." + signature(nonce, session_secret);
}

bool is_csrf_token(std::string_view token, std::string_view session_secret) {
    const std::size_t dot = token.find('.');
    if (dot != nonce_bytes * 2) return false;
    const std::string expected = signature(token.substr(0, dot), session_secret);
    const std::string_view given = token.substr(dot + 1);
    return given.size() == expected.size() && CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

bool has_own_origin(const Request& request) { return same_place(request.headers.get("Origin"), request.host); }

Source source_of(const Request& request) {
    if (const std::string* site = request.headers.find("Sec-Fetch-Site"); site != nullptr) {
        if (*site == "same-origin") return Source::same_origin;
        // "none": the person himself, by the address bar or a bookmark.
        return *site == "none" ? Source::unknown : Source::elsewhere;
    }
    if (!request.headers.has("Origin")) return Source::unknown;
    return has_own_origin(request) ? Source::same_origin : Source::elsewhere;
}

CsrfVerdict check_csrf(const Request& request, std::string_view session_secret) {
    if (!changes_state(request.method)) return CsrfVerdict::accepted;
    if (source_of(request) == Source::elsewhere) return CsrfVerdict::foreign_source;
    const std::string* token = request.headers.find(csrf_header);
    if (token == nullptr) token = request.form.find(csrf_field);
    if (token == nullptr) return CsrfVerdict::missing_token;
    return is_csrf_token(*token, session_secret) ? CsrfVerdict::accepted : CsrfVerdict::wrong_token;
}

}  // namespace dichtbij::http
