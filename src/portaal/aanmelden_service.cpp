#include "portaal/aanmelden_service.h"

#include <spdlog/spdlog.h>

#include "access/digest.h"
#include "base/text.h"
#include "portaal/sessie_store.h"

namespace dichtbij::portaal {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t code_bytes_limit = 2048;

store::Blob hash_of(std::string_view text) { return store::Blob{access::sha256(text)}; }
std::string secret() { return base64url(random_bytes(secret_bytes)); }

// What the provider says when someone stopped (RFC 6749 4.1.2.1), or has no means at the level asked.
Aanmeldfout fout_of(const std::string& error) {
    if (error == "access_denied" || error == "user_cancelled" || error == "interaction_required" || error == "login_required")
        return Aanmeldfout::geannuleerd;
    if (error == "unmet_authentication_requirements") return Aanmeldfout::te_laag;
    return Aanmeldfout::buiten_dienst;
}

}  // namespace

OidcClient* AanmeldService::aanbieder(std::string_view code) const {
    for (const auto& one : aanbieders_)
        if (one->aanbieder().code == code) return one.get();
    return nullptr;
}

std::vector<const Aanbieder*> AanmeldService::voor(std::string_view gemeente_code) const {
    std::vector<const Aanbieder*> found;
    for (const auto& one : aanbieders_)
        if (one->aanbieder().geldt_voor(gemeente_code)) found.push_back(&one->aanbieder());
    return found;
}

tl::expected<std::string, Aanmeldfout> AanmeldService::begin(const BeginAanmelding& wens) {
    OidcClient* client = aanbieder(wens.aanbieder);
    if (!client || !client->aanbieder().geldt_voor(wens.gemeente_code)) return tl::make_unexpected(Aanmeldfout::verlopen);
    const Poging poging{secret(), secret(), secret(), wens.niveau, wens.taal};
    auto url = client->authorization_url(poging);
    if (!url) return url;
    sessies_.store().write([&](store::Tx& tx) {
        SessieStore(tx).insert(AanmeldingRij{hash_of(poging.state), wens.aanbieder, wens.gemeente, hash_of(wens.browser), poging.nonce,
                                             poging.verifier, wens.niveau, wens.naar, wens.taal, sessies_.now()});
    });
    return url;
}

tl::expected<Aangemeld, NietAangemeld> AanmeldService::finish(const Terugkomst& terug) {
    const auto row = sessies_.store().write([&](store::Tx& tx) { return SessieStore(tx).take_aanmelding(hash_of(terug.state).bytes); });
    Bedoeling bedoeling;
    if (row) bedoeling = {row->gemeente, row->naar, row->niveau};
    const auto failed = [&](Aanmeldfout fout) { return tl::make_unexpected(NietAangemeld{fout, bedoeling}); };
    OidcClient* client = aanbieder(terug.aanbieder);
    const bool is_ours = row && client && row->aanbieder == terug.aanbieder && sessies_.now() - row->begonnen_op < aanmelding_geldig &&
                         access::equal_in_constant_time(row->browser_hash.bytes, access::sha256(terug.browser));
    if (!is_ours) {
        spdlog::warn("sign-in through {}: the answer belongs to no attempt of this browser", shortened(terug.aanbieder, 40));
        return failed(Aanmeldfout::verlopen);
    }
    if (!client->is_goede_uitgever(terug.iss ? &*terug.iss : nullptr)) {
        spdlog::warn("sign-in through {}: the answer comes from another issuer", terug.aanbieder);
        return failed(Aanmeldfout::ongeldig);
    }
    if (!terug.error.empty()) {
        spdlog::info("sign-in through {}: ended with {}", terug.aanbieder, shortened(terug.error, 60));
        return failed(fout_of(terug.error));
    }
    if (terug.code.empty() || terug.code.size() > code_bytes_limit) return failed(Aanmeldfout::ongeldig);
    const Poging poging{terug.state, row->nonce, row->verifier, row->niveau, row->taal};
    auto wie = client->redeem(terug.code, poging);
    if (!wie) return failed(wie.error());
    if (wie->niveau < row->niveau) return failed(Aanmeldfout::te_laag);
    NieuweSessie nieuw{.gemeente = row->gemeente, .aanbieder = terug.aanbieder, .bewering = std::move(*wie)};
    nieuw.taal = row->taal;
    nieuw.user_agent = terug.user_agent;
    return Aangemeld{sessies_.begin(nieuw), std::move(bedoeling)};
}

}  // namespace dichtbij::portaal
