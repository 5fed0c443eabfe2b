#include "oidc/oidc_client.h"

#include <openssl/evp.h>
#include <spdlog/spdlog.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/parse.hpp>

#include "base/id.h"
#include "base/text.h"
#include "http/params.h"

namespace dichtbij::oidc {
namespace {

namespace json = boost::json;

constexpr seconds assertion_valid{60};
constexpr std::string_view logout_event = "http://schemas.openid.net/event/backchannel-logout";

std::string text_of(const json::object& object, std::string_view name) { return claim_of(object, {std::string(name)}); }

std::optional<json::object> object_of(const std::string& text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string pair(std::string_view name, std::string_view value) {
    return std::string(name) + "=" + http::percent_encoded(value);
}

std::string base64(std::string_view text) {
    std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

void OidcClient::log(std::string_view what) const { spdlog::warn("sign-in through {}: {}", provider_.code, what); }

std::optional<OidcClient::Metadata> OidcClient::read_metadata() {
    std::string issuer = provider_.issuer;
    while (issuer.ends_with('/')) issuer.pop_back();
    const auto answer = web_.send({.url = issuer + "/.well-known/openid-configuration", .headers = {{"Accept", "application/json"}}});
    if (!answer || answer->status != 200) {
        log(answer ? "the configuration came with status " + std::to_string(answer->status) : answer.error());
        return std::nullopt;
    }
    const auto text = object_of(answer->body);
    if (!text || text_of(*text, "issuer") != provider_.issuer) {
        log("the configuration is not that of the issuer");
        return std::nullopt;
    }
    Metadata found{text_of(*text, "authorization_endpoint"), text_of(*text, "token_endpoint"), text_of(*text, "userinfo_endpoint"),
                   text_of(*text, "end_session_endpoint"), text_of(*text, "jwks_uri"), false};
    const auto* names = text->if_contains("authorization_response_iss_parameter_supported");
    found.noemt_uitgever = names && names->is_bool() && names->get_bool();
    for (const std::string* url : {&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri})
        if (!provider_.mag_heen(*url)) {
            log("an address in the configuration is on a host that the settings do not name (hosts)");
            return std::nullopt;
        }
    for (std::string* url : {&found.userinfo_endpoint, &found.end_session_endpoint})
        if (!provider_.mag_heen(*url)) url->clear();
    return found;
}

std::shared_ptr<const OidcClient::Metadata> OidcClient::metadata() {
    const Instant now = clock_.now();
    {
        const std::lock_guard lock(mutex_);
        if (metadata_.waarde && now - metadata_.op < metadata_geldig) return metadata_.waarde;
        if (metadata_.mislukt_op && now - *metadata_.mislukt_op < storing_rust) return metadata_.waarde;
    }
    auto read = read_metadata();
    const std::lock_guard lock(mutex_);
    if (read) metadata_ = {std::make_shared<const Metadata>(std::move(*read)), now, std::nullopt};
    else metadata_.mislukt_op = now;
    return metadata_.waarde;
}

std::optional<OidcClient::Sleutels> OidcClient::read_sleutels() {
    const auto where = metadata();
    if (!where) return std::nullopt;
    const auto answer = web_.send({.url = where->jwks_uri, .headers = {{"Accept", "application/json"}}});
    if (!answer || answer->status != 200) {
        log(answer ? "the keys came with status " + std::to_string(answer->status) : answer.error());
        return std::nullopt;
    }
    auto keys = parse_jwks(answer->body);
    if (!keys || keys->empty()) {
        log("there are no keys that can be used");
        return std::nullopt;
    }
    return std::move(*keys);
}

// Keys that are too old count no more, also when new ones cannot be had: one of them may have been taken back.
std::shared_ptr<const OidcClient::Sleutels> OidcClient::sleutels(bool opnieuw) {
    const Instant now = clock_.now();
    {
        const std::lock_guard lock(mutex_);
        const bool is_fresh = sleutels_.waarde && now - sleutels_.op < sleutels_geldig;
        if (is_fresh && !opnieuw) return sleutels_.waarde;
        if (is_fresh && now - sleutels_.op < sleutels_rust) return sleutels_.waarde;
        if (sleutels_.mislukt_op && now - *sleutels_.mislukt_op < storing_rust) return is_fresh ? sleutels_.waarde : nullptr;
    }
    auto read = read_sleutels();
    const std::lock_guard lock(mutex_);
    if (read) {
        sleutels_ = {std::make_shared<const Sleutels>(std::move(*read)), now, std::nullopt};
        return sleutels_.waarde;
    }
    sleutels_.mislukt_op = now;
    return sleutels_.waarde && now - sleutels_.op < sleutels_geldig ? sleutels_.waarde : nullptr;
}

// By kid; a token without one is taken when just one key can be it.
const Sleutel* OidcClient::find(const Sleutels& keys, const Jwt& token) const {
    const Sleutel* found = nullptr;
    for (const Sleutel& key : keys) {
        if (!past_bij(key.waarde, token.algoritme) || (key.algoritme && *key.algoritme != token.algoritme)) continue;
        if (!token.kid.empty() && key.kid == token.kid) return &key;
        if (token.kid.empty()) {
            if (found) return nullptr;
            found = &key;
        }
    }
    return found;
}

tl::expected<json::object, Tokenfout> OidcClient::authentic(std::string_view text) {
    auto token = parse_jwt(text);
    if (!token) return tl::make_unexpected(Tokenfout::onleesbaar);
    auto keys = sleutels(false);
    const Sleutel* key = keys ? find(*keys, *token) : nullptr;
    if (keys && !key) {
        keys = sleutels(true);
        key = keys ? find(*keys, *token) : nullptr;
    }
    if (!key) return tl::make_unexpected(Tokenfout::sleutel_onbekend);
    if (!is_echt(*token, *key)) return tl::make_unexpected(Tokenfout::handtekening);
    return std::move(token->inhoud);
}

std::optional<Tokenfout> OidcClient::check(const json::object& inhoud, const std::optional<std::string>& nonce) const {
    return check_inhoud(inhoud, {provider_.issuer, provider_.client_id, nonce, clock_.now()});
}

tl::expected<json::object, Tokenfout> OidcClient::verify(std::string_view text, const std::optional<std::string>& nonce) {
    auto inhoud = authentic(text);
    if (!inhoud) return inhoud;
    if (const auto wrong = check(*inhoud, nonce)) return tl::make_unexpected(*wrong);
    return inhoud;
}

std::optional<std::string> OidcClient::authorization_url(const Uitnodiging& wens) {
    const auto where = metadata();
    if (!where) return std::nullopt;
    std::string url = where->authorization_endpoint + (where->authorization_endpoint.find('?') == std::string::npos ? "?" : "&");
    url += "response_type=code&" + pair("client_id", provider_.client_id) + "&" + pair("redirect_uri", redirect_uri_) + "&" +
           pair("scope", provider_.scopes) + "&" + pair("state", wens.state) + "&" + pair("nonce", wens.nonce) +
           "&code_challenge_method=S256&" + pair("code_challenge", pkce_challenge(wens.verifier)) + "&" + pair("ui_locales", wens.taal);
    if (!wens.acr_values.empty()) url += "&" + pair("acr_values", wens.acr_values);
    return url;
}

bool OidcClient::is_goede_uitgever(const std::string* iss) {
    if (iss) return *iss == provider_.issuer;
    const auto where = metadata();
    return where && !where->noemt_uitgever;
}

client::Webvraag OidcClient::token_vraag(const Metadata& where, std::string form) const {
    client::Webvraag vraag{.url = where.token_endpoint,
                   .headers = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}},
                   .form = std::move(form)};
    if (!provider_.private_key) {
        vraag.headers.emplace_back("Authorization", "Basic " + base64(http::percent_encoded(provider_.client_id) + ":" +
                                                                       http::percent_encoded(provider_.client_secret)));
        return vraag;
    }
    const std::int64_t now = clock_.now().time_since_epoch().count();
    const json::object claims{{"iss", view(provider_.client_id)}, {"sub", view(provider_.client_id)},
                              {"aud", view(provider_.issuer)},    {"iat", now},
                              {"exp", now + assertion_valid.count()}, {"jti", view(base64url(random_bytes(16)))}};
    vraag.form += "&" + pair("client_id", provider_.client_id) + "&" +
                  pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&" +
                  pair("client_assertion", sign_jwt(claims, provider_.private_key, provider_.algoritme, provider_.key_id));
    return vraag;
}

tl::expected<json::object, Antwoordfout> OidcClient::ask_tokens(std::string form) {
    const auto where = metadata();
    if (!where) return tl::make_unexpected(Antwoordfout::buiten_dienst);
    const auto answer = web_.send(token_vraag(*where, std::move(form)));
    if (!answer) {
        log(answer.error());
        return tl::make_unexpected(Antwoordfout::buiten_dienst);
    }
    auto body = object_of(answer->body);
    if (answer->status == 200 && body) return std::move(*body);
    const std::string error = body ? text_of(*body, "error") : std::string();
    log("the code or token was refused with status " + std::to_string(answer->status) + " " + shortened(error, 60));
    if (answer->status >= 500 || answer->status == 429) return tl::make_unexpected(Antwoordfout::buiten_dienst);
    for (const std::string_view no : {"invalid_grant", "interaction_required", "login_required", "consent_required"})
        if (error == no) return tl::make_unexpected(Antwoordfout::geweigerd);
    return tl::make_unexpected(Antwoordfout::ongeldig);
}

Antwoordfout OidcClient::refused(Tokenfout fout) {
    log(std::string("the token was refused: ") + boost::describe::enum_to_string(fout, ""));
    // Without keys nothing can be trusted, and that is not the fault of who signs in.
    return fout == Tokenfout::sleutel_onbekend && !sleutels(false) ? Antwoordfout::buiten_dienst : Antwoordfout::ongeldig;
}

tl::expected<Tokens, Antwoordfout> OidcClient::redeem(std::string_view code, std::string_view verifier, const std::string& nonce) {
    const auto answer = ask_tokens("grant_type=authorization_code&" + pair("code", code) + "&" + pair("redirect_uri", redirect_uri_) + "&" +
                                   pair("code_verifier", verifier));
    if (!answer) return tl::make_unexpected(answer.error());
    auto id = verify(text_of(*answer, "id_token"), nonce);
    if (!id) return tl::make_unexpected(refused(id.error()));
    return Tokens{std::move(*id), text_of(*answer, "access_token"), text_of(*answer, "refresh_token")};
}

tl::expected<Tokens, Antwoordfout> OidcClient::refresh(std::string_view refresh_token) {
    const auto answer = ask_tokens("grant_type=refresh_token&" + pair("refresh_token", refresh_token));
    if (!answer) return tl::make_unexpected(answer.error());
    Tokens tokens{{}, text_of(*answer, "access_token"), text_of(*answer, "refresh_token")};
    const std::string id_token = text_of(*answer, "id_token");
    if (id_token.empty()) return tokens;
    auto id = authentic(id_token);
    if (!id) return tl::make_unexpected(refused(id.error()));
    // It should hold no nonce, and may hold that of the sign-in (OpenID Connect Core 12.2); asked by ourselves it needs none.
    id->erase("nonce");
    if (const auto wrong = check(*id, std::nullopt)) return tl::make_unexpected(refused(*wrong));
    tokens.id = std::move(*id);
    return tokens;
}

tl::expected<json::object, Antwoordfout> OidcClient::userinfo(std::string_view access_token, std::string_view sub) {
    const auto where = metadata();
    if (!where || where->userinfo_endpoint.empty() || access_token.empty()) return json::object();
    for (const char c : access_token)
        if (c <= ' ' || c >= 0x7f) return tl::make_unexpected(Antwoordfout::ongeldig);
    const auto answer = web_.send({.url = where->userinfo_endpoint,
                                   .headers = {{"Authorization", "Bearer " + std::string(access_token)}, {"Accept", "application/json, application/jwt"}}});
    if (!answer || answer->status != 200) {
        log(answer ? "userinfo came with status " + std::to_string(answer->status) : answer.error());
        return tl::make_unexpected(Antwoordfout::buiten_dienst);
    }
    std::optional<json::object> more;
    if (answer->content_type.starts_with("application/jwt")) {
        auto inhoud = authentic(answer->body);
        if (inhoud && text_of(*inhoud, "iss") == provider_.issuer) more = std::move(*inhoud);
    } else {
        more = object_of(answer->body);
    }
    if (!more || sub.empty() || text_of(*more, "sub") != sub) {
        log("userinfo is about someone else, or cannot be read");
        return tl::make_unexpected(Antwoordfout::ongeldig);
    }
    return std::move(*more);
}

std::optional<Afmelding> OidcClient::read_logout_token(std::string_view token) {
    const auto inhoud = verify(token, std::nullopt);
    if (!inhoud) {
        log(std::string("a logout token was refused: ") + boost::describe::enum_to_string(inhoud.error(), ""));
        return std::nullopt;
    }
    const auto* events = inhoud->if_contains("events");
    Afmelding found{text_of(*inhoud, "sid"), text_of(*inhoud, "sub")};
    if (!events || !events->is_object() || !events->get_object().contains(logout_event) || (found.sid.empty() && found.onderwerp.empty())) return std::nullopt;
    return found;
}

std::optional<std::string> OidcClient::end_session_url(std::string_view terug) {
    const auto where = metadata();
    if (!where || where->end_session_endpoint.empty()) return std::nullopt;
    const bool has_query = where->end_session_endpoint.find('?') != std::string::npos;
    return where->end_session_endpoint + (has_query ? "&" : "?") + pair("client_id", provider_.client_id) + "&" + pair("post_logout_redirect_uri", terug);
}

}  // namespace dichtbij::oidc
