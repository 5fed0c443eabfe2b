#pragma once
// Time-based one-time passwords (RFC 6238: HMAC-SHA1, 30 seconds, 6 digits), as authenticator apps make
// them, and the codes to fall back on. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace dichtbij::access {

inline constexpr seconds totp_step{30};
inline constexpr int totp_digits = 6;
inline constexpr std::size_t totp_secret_bytes = 20;  // RFC 4226 4: at least 16, advised 20

std::int64_t totp_step_at(Instant at);
// The code of a step, `digits` long with leading zeros (RFC 4226 5.3).
std::string totp_code(std::string_view secret, std::int64_t step, int digits = totp_digits);

// The step whose code this is: of `now`, one before or one after, and newer than `last_step`, so that a
// code works once (RFC 6238 5.2). Spaces in what a person types do not count.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, Instant now, std::int64_t last_step);

std::string base32(std::string_view bytes);  // RFC 4648, without padding
// What an authenticator app reads from the QR code.
std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret);

// "abcd-efgh-ijkm-npqr": letters and digits that are not mistaken for each other, 80 bits.
std::string readable_secret();
// The same without what a person adds or changes in typing it over.
std::string normalised_secret(std::string_view typed);

}  // namespace dichtbij::access
