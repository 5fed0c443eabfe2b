#pragma once
// The provider through which employees sign in, as it stands in the settings: "employee_provider.FIELD = value". Pure.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "oidc/provider.h"

namespace dichtbij::aanmelding {

// Whose second factor counts.
enum class TweedeFactor {
    volgens_token,  // the provider's when the token says that there was one (amr, acr); else our own, by role
    aanbieder,      // the provider sees to it
    eigen,          // always our own, by role
};

struct Werkaanbieder : oidc::Provider {
    oidc::Claimpad onderwerp{"sub"};
    oidc::Claimpad email{"email"};
    oidc::Claimpad email_bevestigd{"email_verified"};
    oidc::Claimpad naam_claim{"name"};
    oidc::Claimpad groepen{"groups"};
    std::string eigen_url;               // where employees reach this program; no slash at the end
    std::string gemeente;                // code: of a new employee whose groups name none
    bool alleen = false;                 // no passwords but of noodtoegang
    TweedeFactor tweede_factor = TweedeFactor::volgens_token;
    std::vector<std::string> acr_sterk;  // values of acr that mean more than one factor
    minutes controle_na{5};              // the provider is asked again
};

// From the settings, by field. All that is wrong with it stops the start.
tl::expected<Werkaanbieder, oidc::Veldfout> read_werkaanbieder(const oidc::Velden&, oidc::Leesbestand);
std::vector<std::pair<std::string_view, std::string_view>> werkaanbieder_velden();
// The key under which refresh tokens are kept: follows from the secret by which the provider knows us.
std::string bewaarsleutel(const Werkaanbieder&);

}  // namespace dichtbij::aanmelding
