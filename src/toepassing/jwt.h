#pragma once
// The token that a client of the ZGW standards signs for each request: a JWT (RFC 7519) with HMAC-SHA256 and no other
// algorithm. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace dichtbij::toepassing {

inline constexpr std::size_t jwt_bytes_limit = 4096;
inline constexpr seconds jwt_geldig = hours(1);   // after iat, when it names no end
inline constexpr seconds jwt_speling{60};         // how far clocks may differ

struct ZgwJwt {
    std::string client_id;
    Instant iat;
    std::optional<Instant> exp;
    std::string getekend;      // the bytes that were signed
    std::string handtekening;  // raw
};

// Whether it could be one: three parts with points between.
bool lijkt_jwt(std::string_view token);
// nullopt: no JWT, another algorithm than HS256, no client_id (or iss), no iat.
std::optional<ZgwJwt> parse_zgw_jwt(std::string_view token);
bool is_echt(const ZgwJwt&, std::string_view geheim);
bool is_op_tijd(const ZgwJwt&, Instant now);

// For tests and for asking others: a token signed now.
std::string sign_zgw_jwt(std::string_view client_id, std::string_view geheim, Instant now);

}  // namespace dichtbij::toepassing
