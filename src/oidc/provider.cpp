#include "oidc/provider.h"

#include <algorithm>

#include "base/text.h"
#include "client/adres.h"

namespace dichtbij::oidc {
namespace {

using client::adresdelen;
using client::is_deze_machine;

std::string set_secret_file(Provider& p, const std::string& value, Leesbestand lees) {
    const auto content = lees(value);
    if (!content || trimmed(*content).empty()) return "names a file that cannot be read";
    p.client_secret = trimmed(*content);
    return {};
}

std::string set_private_key(Provider& p, const std::string& value, Leesbestand lees) {
    const auto content = lees(value);
    if (!content) return "names a file that cannot be read";
    auto key = parse_private_key(*content);
    if (!key) return "names a file that holds no private key in PEM (RSA of 2048 bits or more, or P-256)";
    p.private_key = std::move(*key);
    return {};
}

std::string set_algoritme(Provider& p, const std::string& value, Leesbestand) {
    const auto found = algoritme_of(value);
    if (!found) return "is RS256, PS256 or ES256";
    p.algoritme = *found;
    return {};
}

std::string set_hosts(Provider& p, const std::string& value, Leesbestand) {
    p.hosts = parts_of(lower_ascii(value), ",");
    return {};
}

}  // namespace

const std::vector<Veld<Provider>>& provider_velden() {
    static const std::vector<Veld<Provider>> table = {
        {"issuer", "address of the provider, as it stands in its tokens", text_veld(&Provider::issuer)},
        {"client_id", "what the provider calls us", text_veld(&Provider::client_id)},
        {"client_secret", "or client_secret_file or private_key_file", text_veld(&Provider::client_secret)},
        {"client_secret_file", "file that holds the secret", set_secret_file},
        {"private_key_file", "file with a key in PEM, for private_key_jwt", set_private_key},
        {"key_id", "kid of that key, when the provider wants one", text_veld(&Provider::key_id)},
        {"signing_algorithm", "PS256, RS256 or ES256", set_algoritme},
        {"hosts", "hosts that may be called beside the issuer's", set_hosts},
        {"scopes", "separated by spaces; with openid", text_veld(&Provider::scopes)},
        {"name_nl", "on the button, in Dutch", text_veld(&Provider::naam_nl)},
        {"name_en", "on the button, in English", text_veld(&Provider::naam_en)},
    };
    return table;
}

std::optional<Veldfout> problem_of(const Provider& p) {
    const auto parts = adresdelen(p.issuer);
    if (!parts) return Veldfout{"issuer", "is an address that begins with https://"};
    if (parts->scheme != "https" && !is_deze_machine(parts->hostnaam)) return Veldfout{"issuer", "is not https"};
    if (p.client_id.empty()) return Veldfout{"client_id", "is missing"};
    if (p.client_secret.empty() == (p.private_key == nullptr)) return Veldfout{"client_secret", "give either a client secret or private_key_file"};
    if (p.private_key && !past_bij(p.private_key, p.algoritme)) return Veldfout{"signing_algorithm", "does not fit the private key"};
    const auto scopes = " " + p.scopes + " ";
    if (scopes.find(" openid ") == std::string::npos) return Veldfout{"scopes", "must hold openid"};
    return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        if (const auto part = trimmed(text.substr(0, at)); !part.empty()) parts.emplace_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

bool Provider::mag_heen(std::string_view url) const {
    const auto here = adresdelen(url);
    const auto own = adresdelen(issuer);
    if (!here || !own) return false;
    if (here->scheme != "https" && !(own->scheme == "http" && is_deze_machine(here->hostnaam))) return false;
    return here->host == own->host || std::find(hosts.begin(), hosts.end(), here->host) != hosts.end();
}

}  // namespace dichtbij::oidc
