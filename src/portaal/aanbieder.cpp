#include "portaal/aanbieder.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::portaal {
namespace {

using Niveau = Betrouwbaarheidsniveau;
using oidc::claim_veld;
using oidc::parts_of;

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

std::optional<Niveau> niveau_named(std::string_view name) {
    if (name == "laag") return Niveau::laag;
    if (name == "substantieel") return Niveau::substantieel;
    if (name == "hoog") return Niveau::hoog;
    return std::nullopt;
}

std::string set_gemeenten(Aanbieder& a, const std::string& value, Leesbestand) {
    a.gemeenten = parts_of(lower_ascii(value), ",");
    return {};
}

std::string set_soort(Aanbieder& a, const std::string& value, Leesbestand) {
    if (value != "digid" && value != "eherkenning") return "is digid or eherkenning";
    a.soort = value == "digid" ? Aanbiedersoort::digid : Aanbiedersoort::eherkenning;
    return {};
}

std::string set_niveaus(Aanbieder& a, const std::string& value, Leesbestand) {
    a.niveaus.clear();
    for (const std::string& one : parts_of(value, ",")) {
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

const std::vector<oidc::Veld<Aanbieder>>& velden_tabel() {
    static const std::vector<oidc::Veld<Aanbieder>> table = {
        {"kind", "digid or eherkenning", set_soort},
        {"gemeenten", "codes, separated by commas; left out: all", set_gemeenten},
        {"bsn_claim", "path of the claim, 'a > b' for b inside a", claim_veld(&Aanbieder::bsn)},
        {"kvk_claim", "path of the claim", claim_veld(&Aanbieder::kvk_nummer)},
        {"establishment_claim", "path of the vestigingsnummer", claim_veld(&Aanbieder::vestiging)},
        {"pseudonym_claim", "path of who acts in the company", claim_veld(&Aanbieder::pseudoniem)},
        {"represented_bsn_claim", "path of the BSN of who is represented", claim_veld(&Aanbieder::vertegenwoordigde_bsn)},
        {"represented_kvk_claim", "path of the KvK-nummer of who is represented", claim_veld(&Aanbieder::vertegenwoordigde_kvk_nummer)},
        {"level_claim", "path of the level of assurance; left out: acr", claim_veld(&Aanbieder::niveau)},
        {"levels", "what the provider calls laag, substantieel and hoog", set_niveaus},
        {"default_level", "when the provider sends no level", set_default},
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

tl::expected<Aanbieder, Aanbiederfout> read_aanbieder(std::string_view code, const oidc::Velden& velden, Leesbestand lees) {
    Aanbieder a;
    a.code = code;
    if (code.empty() || code.size() > 40 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
        return tl::make_unexpected(Aanbiederfout{"", "the name of a provider is 1 to 40 letters, digits and hyphens"});
    if (auto wrong = oidc::read_velden(a, velden, velden_tabel(), lees)) return tl::make_unexpected(std::move(*wrong));
    if (!velden.contains("kind")) return tl::make_unexpected(Aanbiederfout{"kind", "is missing: digid or eherkenning"});
    fill_defaults(a);
    if (auto wrong = oidc::problem_of(a)) return tl::make_unexpected(std::move(*wrong));
    return a;
}

std::vector<std::pair<std::string_view, std::string_view>> aanbieder_velden() { return oidc::describe_velden(velden_tabel()); }

}  // namespace dichtbij::portaal
