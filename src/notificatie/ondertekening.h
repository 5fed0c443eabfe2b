#pragma once
// How a webhook is signed, so that its receiver knows that we sent it and when: as the specification Standard Webhooks
// 1.0 has it, for which there are readers in most languages. Pure.
//
//     webhook-id: 0193...                     the same over all attempts
//     webhook-timestamp: 1764000000           of this attempt; refuse what is older than five minutes
//     webhook-signature: v1,BASE64            HMAC-SHA256 of "ID.TIMESTAMP.BODY" under the bytes of the secret
//
// The secret is "whsec_" with the base64 of its bytes.

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace dichtbij::notificatie {

inline constexpr std::size_t geheim_bytes = 32;

std::string nieuw_geheim();
struct TeOndertekenen {
    std::string_view id;
    Instant op;
    std::string_view body;
};
// The value of webhook-signature; nothing when the secret is none.
std::optional<std::string> handtekening(const TeOndertekenen&, std::string_view geheim);

}  // namespace dichtbij::notificatie
