#include "oidc/token.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "oidc/provider.h"

namespace dichtbij::oidc {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& inhoud, std::string_view name) { return claim_of(inhoud, {std::string(name)}); }

std::optional<Instant> moment_of(const json::object& inhoud, std::string_view name) {
    const auto* value = inhoud.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    const double at = value->to_number<double>();
    if (!(at > 0 && at < 1e11)) return std::nullopt;
    return Instant(seconds(static_cast<std::int64_t>(at)));
}

bool is_for(const json::object& inhoud, const std::string& client_id) {
    const auto* audience = inhoud.if_contains("aud");
    const std::string party = text_of(inhoud, "azp");
    if (!audience || (!party.empty() && party != client_id)) return false;
    if (audience->is_string()) return audience->get_string() == client_id;
    if (!audience->is_array()) return false;
    const auto& all = audience->get_array();
    const bool is_named = std::any_of(all.begin(), all.end(), [&](const json::value& one) { return one.is_string() && one.get_string() == client_id; });
    return is_named && (all.size() == 1 || party == client_id);
}

}  // namespace

Claimpad read_claimpad(std::string_view written) { return parts_of(written, " > "); }

const json::value* value_of(const json::object& inhoud, const Claimpad& pad) {
    const json::object* in = &inhoud;
    for (std::size_t i = 0; i < pad.size(); ++i) {
        const json::value* value = in->if_contains(pad[i]);
        if (!value || i + 1 == pad.size()) return value;
        if (!value->is_object()) return nullptr;
        in = &value->get_object();
    }
    return nullptr;
}

std::string claim_of(const json::object& inhoud, const Claimpad& pad) {
    const json::value* value = value_of(inhoud, pad);
    if (value && value->is_string()) return std::string(value->get_string());
    if (value && value->is_int64()) return std::to_string(value->get_int64());
    return {};
}

std::optional<Tokenfout> check_inhoud(const json::object& inhoud, const Verwachting& wil) {
    if (text_of(inhoud, "iss") != wil.uitgever) return Tokenfout::uitgever;
    if (!is_for(inhoud, wil.client_id)) return Tokenfout::bestemming;
    const auto until = moment_of(inhoud, "exp");
    const auto made = moment_of(inhoud, "iat");
    if (!until || !made) return Tokenfout::onvolledig;
    if (*until + klokverschil <= wil.now) return Tokenfout::verlopen;
    if (*made > wil.now + klokverschil) return Tokenfout::nog_niet_geldig;
    if (inhoud.contains("nbf")) {
        const auto from = moment_of(inhoud, "nbf");
        if (!from) return Tokenfout::onvolledig;
        if (*from > wil.now + klokverschil) return Tokenfout::nog_niet_geldig;
    }
    if (wil.nonce ? wil.nonce->empty() || text_of(inhoud, "nonce") != *wil.nonce : inhoud.contains("nonce")) return Tokenfout::nonce;
    return std::nullopt;
}

}  // namespace dichtbij::oidc
