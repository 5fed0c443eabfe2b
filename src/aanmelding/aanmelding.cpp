#include "aanmelding/aanmelding.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "base/text.h"

namespace dichtbij::aanmelding {
namespace {

namespace json = boost::json;
using access::Factoren;
using oidc::claim_of;
using oidc::Claimpad;

template <class T>
bool contains(const std::vector<T>& list, const T& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

template <class T>
void add_once(std::vector<T>& list, const T& item) {
    if (!contains(list, item)) list.push_back(item);
}

template <class T>
std::vector<T> without(const std::vector<T>& list, const std::vector<T>& taken) {
    std::vector<T> rest;
    for (const T& one : list)
        if (!contains(taken, one)) rest.push_back(one);
    return rest;
}

Gaven without(const Gaven& all, const Gaven& taken) {
    return {without(all.rollen, taken.rollen), without(all.teams, taken.teams), without(all.domeinen, taken.domeinen)};
}

std::vector<std::string> texts_of(const json::value* value) {
    std::vector<std::string> texts;
    if (!value) return texts;
    const auto add = [&](const json::value& one) {
        if (one.is_string() && texts.size() < groepen_limit && one.get_string().size() <= groep_characters) texts.emplace_back(one.get_string());
    };
    if (value->is_array())
        for (const json::value& one : value->get_array()) add(one);
    else add(*value);
    return texts;
}

// Entra ID leaves groups out when there are more than fit a token, and says where they are instead.
bool points_elsewhere(const json::object& claims, const Claimpad& pad) {
    if (const auto* has = claims.if_contains("hasgroups"); has && has->is_bool() && has->get_bool()) return true;
    const auto* names = claims.if_contains("_claim_names");
    return names && names->is_object() && !pad.empty() && names->get_object().contains(pad.front());
}

bool is_true(const json::value* value) {
    if (!value) return false;
    return (value->is_bool() && value->get_bool()) || (value->is_string() && (value->get_string() == "true" || value->get_string() == "1")) ||
           (value->is_int64() && value->get_int64() == 1);
}

// amr (RFC 8176): "mfa", or a password beside something else.
Factoren factoren_van(const Werkaanbieder& a, const json::object& id) {
    if (a.tweede_factor == TweedeFactor::eigen) return Factoren::een;
    if (a.tweede_factor == TweedeFactor::aanbieder) return Factoren::meer;
    if (contains(a.acr_sterk, claim_of(id, {"acr"}))) return Factoren::meer;
    const auto ways = texts_of(id.if_contains("amr"));
    if (contains<std::string>(ways, "mfa")) return Factoren::meer;
    constexpr std::array<std::string_view, 8> second{"otp", "hwk", "swk", "sms", "tel", "fpt", "face", "rsa"};
    const bool knows = contains<std::string>(ways, "pwd") || contains<std::string>(ways, "pin");
    const bool has = std::any_of(ways.begin(), ways.end(), [&](const std::string& way) { return std::find(second.begin(), second.end(), way) != second.end(); });
    return knows && has ? Factoren::meer : Factoren::een;
}

}  // namespace

std::string groepsnaam(std::string_view typed) {
    auto name = trimmed(typed);
    if (name.starts_with('/')) name.remove_prefix(1);
    return std::string(name);
}

Gaven gaven_van(const std::vector<Toewijzing>& toewijzingen, const std::vector<std::string>& groepen) {
    std::vector<std::string> names;
    for (const std::string& groep : groepen) names.push_back(groepsnaam(groep));
    Gaven gaven;
    for (const Toewijzing& one : toewijzingen) {
        if (!contains(names, groepsnaam(one.groep))) continue;
        if (const auto* rol = std::get_if<access::Grant>(&one.gave)) {
            add_once(gaven.rollen, *rol);
            if (rol->team) add_once(gaven.teams, *rol->team);
        } else if (const auto* lid = std::get_if<Teamlid>(&one.gave)) {
            add_once(gaven.teams, lid->team);
        } else {
            add_once(gaven.domeinen, std::get<Vertrouwelijk>(one.gave).domein);
        }
    }
    return gaven;
}

Verschil verschil(const Gaven& nu, const Gaven& eerder_gegeven, const Gaven& gewenst) {
    return {without(gewenst, nu), without(eerder_gegeven, gewenst)};
}

bool is_onvolledig(const Werkaanbieder& a, const json::object& id) {
    if (points_elsewhere(id, a.groepen)) return false;
    return !oidc::value_of(id, a.groepen) || claim_of(id, a.email).empty() || claim_of(id, a.naam_claim).empty();
}

std::optional<Verklaring> verklaring_van(const Werkaanbieder& a, const json::object& id, const json::object& meer) {
    const auto claim = [&](const Claimpad& pad) {
        std::string value = claim_of(id, pad);
        return value.empty() ? claim_of(meer, pad) : value;
    };
    Verklaring v;
    // Of the token alone: what says who it is, must be signed.
    v.onderwerp = claim_of(id, a.onderwerp);
    v.sub = claim_of(id, {"sub"});
    if (v.onderwerp.empty() || v.sub.empty()) return std::nullopt;
    v.sid = claim_of(id, {"sid"});
    v.email = lower_ascii(trimmed(claim(a.email)));
    const auto* confirmed = oidc::value_of(id, a.email_bevestigd);
    v.email_bevestigd = is_true(confirmed ? confirmed : oidc::value_of(meer, a.email_bevestigd));
    v.naam = shortened(std::string(trimmed(claim(a.naam_claim))), 100);
    const auto* groepen = oidc::value_of(id, a.groepen);
    v.groepen = texts_of(groepen ? groepen : oidc::value_of(meer, a.groepen));
    v.groepen_elders = v.groepen.empty() && (points_elsewhere(id, a.groepen) || points_elsewhere(meer, a.groepen));
    v.factoren = factoren_van(a, id);
    return v;
}

}  // namespace dichtbij::aanmelding
