#include "portaal/aanbieder.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "client/adres.h"

namespace dichtbij::portaal {
namespace {

using client::adresdelen;
using client::is_deze_machine;
using Niveau = Betrouwbaarheidsniveau;
using Set = std::function<std::string(Aanbieder&, const std::string&, Leesbestand)>;  // "": well

struct Bekend {
    std::string_view veld;
    std::string_view betekenis;
    Set set;
};

// What brokers in the Netherlands write in acr (DigiD, eHerkenning, eIDAS), from low to high.
const std::vector<Niveauwaarde>& gewone_niveaus(Aanbiedersoort soort) {
    static const std::vector<Niveauwaarde> digid = {
        {"urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", Niveau::laag},
        {"urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract", Niveau::laag},
        {"http://eidas.europa.eu/LoA/low", Niveau::laag},
        {"urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard", Niveau::substantieel},
        {"http://eidas.europa.eu/LoA/substantial", Niveau::substantieel},
        {"urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI", Niveau::hoog},
        {"http://eidas.europa.eu/LoA/high", Niveau::hoog}};
    static const std::vector<Niveauwaarde> eherkenning = {
        {"urn:etoegang:core:assurance-class:loa2plus", Niveau::laag},    {"http://eidas.europa.eu/LoA/low", Niveau::laag},
        {"urn:etoegang:core:assurance-class:loa3", Niveau::substantieel}, {"http://eidas.europa.eu/LoA/substantial", Niveau::substantieel},
        {"urn:etoegang:core:assurance-class:loa4", Niveau::hoog},         {"http://eidas.europa.eu/LoA/high", Niveau::hoog}};
    return soort == Aanbiedersoort::digid ? digid : eherkenning;
}

std::vector<std::string> delen(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        if (const auto part = trimmed(text.substr(0, at)); !part.empty()) parts.emplace_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

std::optional<Niveau> niveau_named(std::string_view name) {
    if (name == "laag") return Niveau::laag;
    if (name == "substantieel") return Niveau::substantieel;
    if (name == "hoog") return Niveau::hoog;
    return std::nullopt;
}

Set text(std::string Aanbieder::*member) {
    return [member](Aanbieder& a, const std::string& value, Leesbestand) {
        a.*member = value;
        return value.empty() ? std::string("is empty") : std::string();
    };
}

Set claim(Claimpad Aanbieder::*member) {
    return [member](Aanbieder& a, const std::string& value, Leesbestand) {
        a.*member = delen(value, " > ");
        return std::string();
    };
}

Set list(std::vector<std::string> Aanbieder::*member) {
    return [member](Aanbieder& a, const std::string& value, Leesbestand) {
        a.*member = delen(lower_ascii(value), ",");
        return std::string();
    };
}

std::string set_soort(Aanbieder& a, const std::string& value, Leesbestand) {
    if (value != "digid" && value != "eherkenning") return "is digid or eherkenning";
    a.soort = value == "digid" ? Aanbiedersoort::digid : Aanbiedersoort::eherkenning;
    return {};
}

std::string set_secret_file(Aanbieder& a, const std::string& value, Leesbestand lees) {
    const auto content = lees(value);
    if (!content || trimmed(*content).empty()) return "names a file that cannot be read";
    a.client_secret = trimmed(*content);
    return {};
}

std::string set_private_key(Aanbieder& a, const std::string& value, Leesbestand lees) {
    const auto content = lees(value);
    if (!content) return "names a file that cannot be read";
    auto key = parse_private_key(*content);
    if (!key) return "names a file that holds no private key in PEM (RSA of 2048 bits or more, or P-256)";
    a.private_key = std::move(*key);
    return {};
}

std::string set_algoritme(Aanbieder& a, const std::string& value, Leesbestand) {
    const auto found = algoritme_of(value);
    if (!found) return "is RS256, PS256 or ES256";
    a.algoritme = *found;
    return {};
}

std::string set_niveaus(Aanbieder& a, const std::string& value, Leesbestand) {
    a.niveaus.clear();
    for (const std::string& one : delen(value, ",")) {
        const auto is = one.rfind('=');
        const auto niveau = is == std::string::npos ? std::nullopt : niveau_named(trimmed(std::string_view(one).substr(is + 1)));
        if (!niveau) return "is a list such as 'urn:a=laag, urn:b=substantieel, urn:c=hoog'";
        a.niveaus.push_back({std::string(trimmed(std::string_view(one).substr(0, is))), *niveau});
    }
    std::stable_sort(a.niveaus.begin(), a.niveaus.end(), [](const auto& x, const auto& y) { return x.niveau < y.niveau; });
    return a.niveaus.empty() ? "is empty" : "";
}

std::string set_default(Aanbieder& a, const std::string& value, Leesbestand) {
    a.niveau_zonder_claim = niveau_named(value);
    return a.niveau_zonder_claim ? "" : "is laag, substantieel or hoog";
}

// `kind` stands first: it chooses what the others are when they are left out.
const std::vector<Bekend>& bekend() {
    static const std::vector<Bekend> table = {
        {"kind", "digid or eherkenning", set_soort},
        {"issuer", "address of the provider, as it stands in its tokens", text(&Aanbieder::issuer)},
        {"client_id", "what the provider calls us", text(&Aanbieder::client_id)},
        {"client_secret", "or client_secret_file or private_key_file", text(&Aanbieder::client_secret)},
        {"client_secret_file", "file that holds the secret", set_secret_file},
        {"private_key_file", "file with a key in PEM, for private_key_jwt", set_private_key},
        {"key_id", "kid of that key, when the provider wants one", text(&Aanbieder::key_id)},
        {"signing_algorithm", "PS256, RS256 or ES256", set_algoritme},
        {"gemeenten", "codes, separated by commas; left out: all", list(&Aanbieder::gemeenten)},
        {"hosts", "hosts that may be called beside the issuer's", list(&Aanbieder::hosts)},
        {"scopes", "separated by spaces; with openid", text(&Aanbieder::scopes)},
        {"bsn_claim", "path of the claim, 'a > b' for b inside a", claim(&Aanbieder::bsn)},
        {"kvk_claim", "path of the claim", claim(&Aanbieder::kvk_nummer)},
        {"establishment_claim", "path of the vestigingsnummer", claim(&Aanbieder::vestiging)},
        {"pseudonym_claim", "path of who acts in the company", claim(&Aanbieder::pseudoniem)},
        {"represented_bsn_claim", "path of the BSN of who is represented", claim(&Aanbieder::vertegenwoordigde_bsn)},
        {"represented_kvk_claim", "path of the KvK-nummer of who is represented", claim(&Aanbieder::vertegenwoordigde_kvk_nummer)},
        {"level_claim", "path of the level of assurance; left out: acr", claim(&Aanbieder::niveau)},
        {"levels", "what the provider calls laag, substantieel and hoog", set_niveaus},
        {"default_level", "when the provider sends no level", set_default},
        {"name_nl", "on the button, in Dutch", text(&Aanbieder::naam_nl)},
        {"name_en", "on the button, in English", text(&Aanbieder::naam_en)},
    };
    return table;
}

void fill_defaults(Aanbieder& a) {
    const bool is_digid = a.soort == Aanbiedersoort::digid;
    if (is_digid && a.bsn.empty()) a.bsn = {"urn:nl-eid-gdi:1.0:id:BSN"};
    if (!is_digid && a.kvk_nummer.empty()) a.kvk_nummer = {"urn:etoegang:1.9:EntityConcernedID:KvKnr"};
    if (a.niveau.empty()) a.niveau = {"acr"};
    if (a.niveaus.empty()) a.niveaus = gewone_niveaus(a.soort);
    if (a.naam_nl.empty()) a.naam_nl = is_digid ? "DigiD" : "eHerkenning";
    if (a.naam_en.empty()) a.naam_en = a.naam_nl;
}

std::optional<Aanbiederfout> problem_of(const Aanbieder& a) {
    const auto parts = adresdelen(a.issuer);
    if (!parts) return Aanbiederfout{"issuer", "is an address that begins with https://"};
    if (parts->scheme != "https" && !is_deze_machine(parts->hostnaam)) return Aanbiederfout{"issuer", "is not https"};
    if (a.client_id.empty()) return Aanbiederfout{"client_id", "is missing"};
    if (a.client_secret.empty() == (a.private_key == nullptr))
        return Aanbiederfout{"client_secret", "give either a client secret or private_key_file"};
    if (a.private_key && !past_bij(a.private_key, a.algoritme)) return Aanbiederfout{"signing_algorithm", "does not fit the private key"};
    const auto scopes = " " + a.scopes + " ";
    if (scopes.find(" openid ") == std::string::npos) return Aanbiederfout{"scopes", "must hold openid"};
    return std::nullopt;
}

}  // namespace

bool Aanbieder::geldt_voor(std::string_view gemeente) const {
    return gemeenten.empty() || std::find(gemeenten.begin(), gemeenten.end(), gemeente) != gemeenten.end();
}

std::optional<Niveau> Aanbieder::niveau_van(std::string_view waarde) const {
    for (const Niveauwaarde& one : niveaus)
        if (one.waarde == waarde) return one.niveau;
    return std::nullopt;
}

std::string Aanbieder::acr_values(Niveau nodig) const {
    std::string values;
    for (const Niveauwaarde& one : niveaus)
        if (one.niveau >= nodig) values += (values.empty() ? "" : " ") + one.waarde;
    return values;
}

bool Aanbieder::mag_heen(std::string_view url) const {
    const auto here = adresdelen(url);
    const auto own = adresdelen(issuer);
    if (!here || !own) return false;
    if (here->scheme != "https" && !(own->scheme == "http" && is_deze_machine(here->hostnaam))) return false;
    return here->host == own->host || std::find(hosts.begin(), hosts.end(), here->host) != hosts.end();
}

tl::expected<Aanbieder, Aanbiederfout> read_aanbieder(std::string_view code, const std::map<std::string, std::string>& velden, Leesbestand lees) {
    Aanbieder a;
    a.code = code;
    if (code.empty() || code.size() > 40 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
        return tl::make_unexpected(Aanbiederfout{"", "the name of a provider is 1 to 40 letters, digits and hyphens"});
    for (const auto& [veld, value] : velden)
        if (std::none_of(bekend().begin(), bekend().end(), [&name = veld](const Bekend& b) { return b.veld == name; }))
            return tl::make_unexpected(Aanbiederfout{veld, "is no field of an identity provider"});
    for (const Bekend& one : bekend())
        if (const auto given = velden.find(std::string(one.veld)); given != velden.end())
            if (auto wrong = one.set(a, given->second, lees); !wrong.empty())
                return tl::make_unexpected(Aanbiederfout{std::string(one.veld), std::move(wrong)});
    if (!velden.contains("kind")) return tl::make_unexpected(Aanbiederfout{"kind", "is missing: digid or eherkenning"});
    fill_defaults(a);
    if (auto wrong = problem_of(a)) return tl::make_unexpected(std::move(*wrong));
    return a;
}

std::vector<std::pair<std::string_view, std::string_view>> aanbieder_velden() {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const Bekend& one : bekend()) all.emplace_back(one.veld, one.betekenis);
    return all;
}

}  // namespace dichtbij::portaal
