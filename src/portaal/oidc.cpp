#include "portaal/oidc.h"

#include <spdlog/spdlog.h>

#include "base/text.h"
#include "partij/identificator.h"

namespace dichtbij::portaal {
namespace {

namespace json = boost::json;
using oidc::Antwoordfout;
using oidc::claim_of;
using oidc::Claimpad;

std::string text_of(const json::object& object, std::string_view name) { return claim_of(object, {std::string(name)}); }

Aanmeldfout fout_of(Antwoordfout fout) { return fout == Antwoordfout::buiten_dienst ? Aanmeldfout::buiten_dienst : Aanmeldfout::ongeldig; }

}  // namespace

void OidcClient::log(std::string_view what) const { spdlog::warn("sign-in through {}: {}", aanbieder_.code, what); }

tl::expected<std::string, Aanmeldfout> OidcClient::authorization_url(const Poging& poging) {
    auto url = client_.authorization_url({poging.state, poging.nonce, poging.verifier, poging.taal, aanbieder_.acr_values(poging.niveau)});
    if (!url) return tl::make_unexpected(Aanmeldfout::buiten_dienst);
    return std::move(*url);
}

tl::expected<Bewering, Aanmeldfout> OidcClient::redeem(std::string_view code, const Poging& poging) {
    const auto tokens = client_.redeem(code, poging.verifier, poging.nonce);
    if (!tokens) return tl::make_unexpected(fout_of(tokens.error()));
    json::object more;
    if (!noemt_nummer(tokens->id)) {
        auto asked = client_.userinfo(tokens->access_token, text_of(tokens->id, "sub"));
        if (!asked) return tl::make_unexpected(fout_of(asked.error()));
        more = std::move(*asked);
    }
    return bewering(tokens->id, more);
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

}  // namespace dichtbij::portaal
