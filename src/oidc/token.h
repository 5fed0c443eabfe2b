#pragma once
// What a signed token must say (OpenID Connect Core 3.1.3.7, Back-Channel Logout 2.6). Pure.

#include <boost/describe/enum.hpp>
#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace dichtbij::oidc {

enum class Tokenfout { onleesbaar, sleutel_onbekend, handtekening, uitgever, bestemming, verlopen, nog_niet_geldig, nonce, onvolledig };
BOOST_DESCRIBE_ENUM(Tokenfout, onleesbaar, sleutel_onbekend, handtekening, uitgever, bestemming, verlopen, nog_niet_geldig, nonce, onvolledig)

inline constexpr seconds klokverschil{60};  // between the provider's clock and ours

struct Verwachting {
    std::string uitgever;
    std::string client_id;
    std::optional<std::string> nonce;  // none: there may be none (a logout token)
    Instant now;
};
// Nothing: all is as expected. Signature and key are another matter.
std::optional<Tokenfout> check_inhoud(const boost::json::object& inhoud, const Verwachting&);

// Where a claim stands: one name, or names one inside the other. Written "act > sub". Empty: not asked.
using Claimpad = std::vector<std::string>;
Claimpad read_claimpad(std::string_view written);

// The claim at a path, as text; numbers too. Empty: it is not there.
std::string claim_of(const boost::json::object&, const Claimpad&);
// The claim at a path as it stands; nullptr: it is not there.
const boost::json::value* value_of(const boost::json::object&, const Claimpad&);

}  // namespace dichtbij::oidc
