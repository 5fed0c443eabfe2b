#include "portaal/oidc.h"

#include <openssl/evp.h>
#include <spdlog/spdlog.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/parse.hpp>

#include "base/id.h"
#include "base/text.h"
#include "http/params.h"
#include "partij/identificator.h"

namespace dichtbij::portaal {
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

void OidcClient::log(std::string_view what) const { spdlog::warn("sign-in through {}: {}", aanbieder_.code, what); }

std::optional<OidcClient::Metadata> OidcClient::read_metadata() {
    std::string issuer = aanbieder_.issuer;
    while (issuer.ends_with('/')) issuer.pop_back();
    const auto answer = web_.send({.url = issuer + "/.well-known/openid-configuration", .headers = {{"Accept", "application/json"}}});
    if (!answer || answer->status != 200) {
        log(answer ? "the configuration came with status " + std::to_string(answer->status) : answer.error());
        return std::nullopt;
    }
    const auto text = object_of(answer->body);
    if (!text || text_of(*text, "issuer") != aanbieder_.issuer) {
        log("the configuration is not that of the issuer");
        return std::nullopt;
    }
    Metadata found{text_of(*text, "authorization_endpoint"), text_of(*text, "token_endpoint"), text_of(*text, "userinfo_endpoint"),
                   text_of(*text, "end_session_endpoint"), text_of(*text, "jwks_uri"), false};
    const auto* names = text->if_contains("authorization_response_iss_parameter_supported");
    found.noemt_uitgever = names && names->is_bool() && names->get_bool();
    for (const std::string* url : {&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri})
        if (!aanbieder_.mag_heen(*url)) {
            log("an address in the configuration is on a host that the settings do not name (hosts)");
            return std::nullopt;
        }
    for (std::string* url : {&found.userinfo_endpoint, &found.end_session_endpoint})
        if (!aanbieder_.mag_heen(*url)) url->clear();
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

tl::expected<json::object, Tokenfout> OidcClient::verify(std::string_view text, const std::optional<std::string>& nonce) {
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
    if (const auto wrong = check_inhoud(token->inhoud, {aanbieder_.issuer, aanbieder_.client_id, nonce, clock_.now()}))
        return tl::make_unexpected(*wrong);
    return std::move(token->inhoud);
}

tl::expected<std::string, Aanmeldfout> OidcClient::authorization_url(const Poging& poging) {
    const auto where = metadata();
    if (!where) return tl::make_unexpected(Aanmeldfout::buiten_dienst);
    std::string url = where->authorization_endpoint + (where->authorization_endpoint.find('?') == std::string::npos ? "?" : "&");
    url += "response_type=code&" + pair("client_id", aanbieder_.client_id) + "&" + pair("redirect_uri", redirect_uri_) + "&" +
           pair("scope", aanbieder_.scopes) + "&" + pair("state", poging.state) + "&" + pair("nonce", poging.nonce) +
           "&code_challenge_method=S256&" + pair("code_challenge", pkce_challenge(poging.verifier)) + "&" + pair("ui_locales", poging.taal);
    if (const auto values = aanbieder_.acr_values(poging.niveau); !values.empty()) url += "&" + pair("acr_values", values);
    return url;
}

bool OidcClient::is_goede_uitgever(const std::string* iss) {
    if (iss) return *iss == aanbieder_.issuer;
    const auto where = metadata();
    return where && !where->noemt_uitgever;
}

client::Webvraag OidcClient::token_vraag(const Metadata& where, std::string form) const {
    client::Webvraag vraag{.url = where.token_endpoint,
                   .headers = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}},
                   .form = std::move(form)};
    if (!aanbieder_.private_key) {
        vraag.headers.emplace_back("Authorization", "Basic " + base64(http::percent_encoded(aanbieder_.client_id) + ":" +
                                                                       http::percent_encoded(aanbieder_.client_secret)));
        return vraag;
    }
    const std::int64_t now = clock_.now().time_since_epoch().count();
    const json::object claims{{"iss", view(aanbieder_.client_id)}, {"sub", view(aanbieder_.client_id)},
                              {"aud", view(aanbieder_.issuer)},    {"iat", now},
                              {"exp", now + assertion_valid.count()}, {"jti", view(base64url(random_bytes(16)))}};
    vraag.form += "&" + pair("client_id", aanbieder_.client_id) + "&" +
                  pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&" +
                  pair("client_assertion", sign_jwt(claims, aanbieder_.private_key, aanbieder_.algoritme, aanbieder_.key_id));
    return vraag;
}

tl::expected<json::object, Aanmeldfout> OidcClient::tokens(std::string_view code, const Poging& poging) {
    const auto where = metadata();
    if (!where) return tl::make_unexpected(Aanmeldfout::buiten_dienst);
    const auto answer = web_.send(token_vraag(*where, "grant_type=authorization_code&" + pair("code", code) + "&" +
                                                          pair("redirect_uri", redirect_uri_) + "&" + pair("code_verifier", poging.verifier)));
    if (!answer) {
        log(answer.error());
        return tl::make_unexpected(Aanmeldfout::buiten_dienst);
    }
    auto body = object_of(answer->body);
    if (answer->status == 200 && body) return std::move(*body);
    const std::string error = body ? shortened(text_of(*body, "error"), 60) : std::string();
    log("the code was refused with status " + std::to_string(answer->status) + " " + error);
    return tl::make_unexpected(answer->status >= 500 ? Aanmeldfout::buiten_dienst : Aanmeldfout::ongeldig);
}

tl::expected<json::object, Aanmeldfout> OidcClient::userinfo(const json::object& tokens, const json::object& id) {
    const auto where = metadata();
    const std::string access_token = text_of(tokens, "access_token");
    if (!where || where->userinfo_endpoint.empty() || access_token.empty()) return json::object();
    for (const char c : access_token)
        if (c <= ' ' || c >= 0x7f) return tl::make_unexpected(Aanmeldfout::ongeldig);
    const auto answer = web_.send({.url = where->userinfo_endpoint, .headers = {{"Authorization", "Bearer " + access_token}, {"Accept", "application/json, application/jwt"}}});
    if (!answer || answer->status != 200) {
        log(answer ? "userinfo came with status " + std::to_string(answer->status) : answer.error());
        return tl::make_unexpected(Aanmeldfout::buiten_dienst);
    }
    std::optional<json::object> more;
    if (answer->content_type.starts_with("application/jwt")) {
        auto token = parse_jwt(answer->body);
        const auto keys = sleutels(false);
        const Sleutel* key = token && keys ? find(*keys, *token) : nullptr;
        if (key && is_echt(*token, *key) && text_of(token->inhoud, "iss") == aanbieder_.issuer) more = std::move(token->inhoud);
    } else {
        more = object_of(answer->body);
    }
    if (!more || text_of(*more, "sub") != text_of(id, "sub")) {
        log("userinfo is about someone else, or cannot be read");
        return tl::make_unexpected(Aanmeldfout::ongeldig);
    }
    return std::move(*more);
}

bool OidcClient::noemt_nummer(const json::object& claims) const {
    const Claimpad& wanted = aanbieder_.soort == Aanbiedersoort::digid ? aanbieder_.bsn : aanbieder_.kvk_nummer;
    return !claim_of(claims, wanted).empty();
}

tl::expected<Bewering, Aanmeldfout> OidcClient::bewering(const json::object& id, const json::object& more) const {
    const auto claim = [&](const Claimpad& pad) {
        std::string value = claim_of(id, pad);
        return value.empty() ? claim_of(more, pad) : value;
    };
    const auto number = [&](const Claimpad& pad, std::string_view soort) {
        return partij::normal_object_id(soort, claim(pad)).value_or(std::string());
    };
    Bewering found;
    found.onderwerp = text_of(id, "sub");
    found.sid = text_of(id, "sid");
    found.bsn = number(aanbieder_.bsn, partij::soort_bsn);
    found.kvk_nummer = number(aanbieder_.kvk_nummer, partij::soort_kvk_nummer);
    found.vestiging = shortened(claim(aanbieder_.vestiging), 20);
    found.pseudoniem = claim(aanbieder_.pseudoniem);
    found.vertegenwoordigde_bsn = number(aanbieder_.vertegenwoordigde_bsn, partij::soort_bsn);
    found.vertegenwoordigde_kvk_nummer = number(aanbieder_.vertegenwoordigde_kvk_nummer, partij::soort_kvk_nummer);
    if (found.onderwerp.empty()) return tl::make_unexpected(Aanmeldfout::ongeldig);
    if (found.bsn.empty() && found.kvk_nummer.empty()) {
        log("the answer names nobody: the claim is missing or holds no valid number");
        return tl::make_unexpected(Aanmeldfout::geen_nummer);
    }
    const std::string level = claim(aanbieder_.niveau);
    const auto niveau = level.empty() ? aanbieder_.niveau_zonder_claim : aanbieder_.niveau_van(level);
    if (!niveau) {
        log("the level of assurance is unknown: " + shortened(level, 100));
        return tl::make_unexpected(Aanmeldfout::te_laag);
    }
    found.niveau = *niveau;
    return found;
}

tl::expected<Bewering, Aanmeldfout> OidcClient::redeem(std::string_view code, const Poging& poging) {
    auto answer = tokens(code, poging);
    if (!answer) return tl::make_unexpected(answer.error());
    const auto id = verify(text_of(*answer, "id_token"), poging.nonce);
    if (!id) {
        log(std::string("the token was refused: ") + boost::describe::enum_to_string(id.error(), ""));
        // Without keys nothing can be trusted, and that is not the fault of who signs in.
        return tl::make_unexpected(id.error() == Tokenfout::sleutel_onbekend && !sleutels(false) ? Aanmeldfout::buiten_dienst : Aanmeldfout::ongeldig);
    }
    json::object more;
    if (!noemt_nummer(*id)) {
        auto asked = userinfo(*answer, *id);
        if (!asked) return tl::make_unexpected(asked.error());
        more = std::move(*asked);
    }
    return bewering(*id, more);
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
    return where->end_session_endpoint + (has_query ? "&" : "?") + pair("client_id", aanbieder_.client_id) + "&" + pair("post_logout_redirect_uri", terug);
}

}  // namespace dichtbij::portaal
