#include "aanmelding/werkaanbieder.h"

#include "access/digest.h"
#include "base/text.h"
#include "client/adres.h"

namespace dichtbij::aanmelding {
namespace {

using oidc::claim_veld;
using oidc::Leesbestand;

constexpr int controle_minuten_max = 8;

std::string set_only(Werkaanbieder& a, const std::string& value, Leesbestand) {
    a.alleen = value == "yes";
    return value == "yes" || value == "no" ? "" : "is yes or no";
}

std::string set_factor(Werkaanbieder& a, const std::string& value, Leesbestand) {
    if (value == "token") a.tweede_factor = TweedeFactor::volgens_token;
    else if (value == "provider") a.tweede_factor = TweedeFactor::aanbieder;
    else if (value == "own") a.tweede_factor = TweedeFactor::eigen;
    else return "is token, provider or own";
    return {};
}

std::string set_acr(Werkaanbieder& a, const std::string& value, Leesbestand) {
    a.acr_sterk = oidc::parts_of(value, ",");
    return {};
}

std::string set_recheck(Werkaanbieder& a, const std::string& value, Leesbestand) {
    if (value.size() != 1 || value[0] < '1' || value[0] > '0' + controle_minuten_max) return "is 1 to 8";
    a.controle_na = minutes(value[0] - '0');
    return {};
}

std::string set_url(Werkaanbieder& a, const std::string& value, Leesbestand) {
    std::string_view text = value;
    while (text.ends_with('/')) text.remove_suffix(1);
    const auto parts = client::adresdelen(text);
    if (!parts || !parts->pad.empty() || (parts->scheme != "https" && !client::is_deze_machine(parts->hostnaam))) return "is an address such as https://kcc.oeverland.nl";
    a.eigen_url = text;
    return {};
}

std::string set_gemeente(Werkaanbieder& a, const std::string& value, Leesbestand) {
    a.gemeente = lower_ascii(value);
    return {};
}

const std::vector<oidc::Veld<Werkaanbieder>>& velden_tabel() {
    static const std::vector<oidc::Veld<Werkaanbieder>> table = {
        {"url", "where employees reach this program: https://kcc.oeverland.nl; the provider sends them back to it", set_url},
        {"groups_claim", "path of the groups; left out: groups. Keycloak's realm roles: 'realm_access > roles'", claim_veld(&Werkaanbieder::groepen)},
        {"subject_claim", "path of what names someone for good; left out: sub. Entra ID: oid", claim_veld(&Werkaanbieder::onderwerp)},
        {"email_claim", "path of the e-mail address; left out: email", claim_veld(&Werkaanbieder::email)},
        {"email_verified_claim", "path of whether that address is verified; left out: email_verified. Entra ID: xms_edov", claim_veld(&Werkaanbieder::email_bevestigd)},
        {"name_claim", "path of the name; left out: name", claim_veld(&Werkaanbieder::naam_claim)},
        {"gemeente", "code of the gemeente of a new employee whose groups name none", set_gemeente},
        {"only", "yes or no: passwords only for emergency access", set_only},
        {"second_factor", "token, provider or own: whose second factor counts", set_factor},
        {"strong_acr", "values of acr that mean more than one factor, separated by commas", set_acr},
        {"recheck_minutes", "1 to 8: the provider is asked again after so many minutes", set_recheck},
    };
    return table;
}

}  // namespace

tl::expected<Werkaanbieder, oidc::Veldfout> read_werkaanbieder(const oidc::Velden& velden, Leesbestand lees) {
    Werkaanbieder a;
    a.code = "medewerkers";
    if (auto wrong = oidc::read_velden(a, velden, velden_tabel(), lees)) return tl::make_unexpected(std::move(*wrong));
    if (a.naam_en.empty()) a.naam_en = a.naam_nl;
    if (auto wrong = oidc::problem_of(a)) return tl::make_unexpected(std::move(*wrong));
    if (a.eigen_url.empty()) return tl::make_unexpected(oidc::Veldfout{"url", "is missing"});
    for (const auto& [veld, pad] : {std::pair{"groups_claim", &a.groepen}, {"subject_claim", &a.onderwerp}, {"email_claim", &a.email}})
        if (pad->empty()) return tl::make_unexpected(oidc::Veldfout{veld, "is empty"});
    return a;
}

std::vector<std::pair<std::string_view, std::string_view>> werkaanbieder_velden() { return oidc::describe_velden(velden_tabel()); }

std::string bewaarsleutel(const Werkaanbieder& a) {
    return access::sha256("dichtbij refresh tokens\n" + (a.private_key ? oidc::private_bytes(a.private_key) : a.client_secret));
}

}  // namespace dichtbij::aanmelding
