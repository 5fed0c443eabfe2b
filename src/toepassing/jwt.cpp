#include "toepassing/jwt.h"

#include <array>
#include <cmath>

#include "access/digest.h"
#include "base/text.h"
#include "json/parse.h"
#include "json/writer.h"
#include "toepassing/toepassing.h"

namespace dichtbij::toepassing {
namespace {

int value_of(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '-') return 62;
    return c == '_' ? 63 : -1;
}

// Without padding and without other characters.
std::optional<std::string> decoded(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const int value = value_of(c);
        if (value < 0) return std::nullopt;
        bits = bits << 6 | static_cast<unsigned>(value);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held & 0xff);
    }
    return bytes;
}

std::optional<json::Value> object_of(std::string_view part) {
    const auto bytes = decoded(part);
    if (!bytes) return std::nullopt;
    auto value = json::parse(*bytes, {.bytes = jwt_bytes_limit, .depth = 8, .values = 200});
    if (!value || !value->object()) return std::nullopt;
    return std::move(*value);
}

std::optional<Instant> moment_of(const json::Value& claims, std::string_view name) {
    const json::Value* value = claims.find(name);
    if (!value) return std::nullopt;
    constexpr double last = 4e9;  // the year 2096
    if (const auto* whole = value->integer(); whole && *whole > 0 && static_cast<double>(*whole) < last) return Instant(seconds(*whole));
    if (const auto* number = value->number(); number && *number > 0 && *number < last) return Instant(seconds(static_cast<std::int64_t>(*number)));
    return std::nullopt;
}

std::string text_of(const json::Value& claims, std::string_view name) {
    const json::Value* value = claims.find(name);
    return value && value->text() ? *value->text() : std::string();
}

}  // namespace

bool lijkt_jwt(std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    return first != std::string_view::npos && last > first;
}

std::optional<ZgwJwt> parse_zgw_jwt(std::string_view token) {
    if (token.size() > jwt_bytes_limit || !lijkt_jwt(token)) return std::nullopt;
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    const auto header = object_of(token.substr(0, first));
    if (!header || text_of(*header, "alg") != "HS256" || header->find("crit")) return std::nullopt;
    const auto claims = object_of(token.substr(first + 1, last - first - 1));
    auto signature = decoded(token.substr(last + 1));
    if (!claims || !signature) return std::nullopt;
    ZgwJwt jwt;
    jwt.client_id = text_of(*claims, "client_id");
    if (jwt.client_id.empty()) jwt.client_id = text_of(*claims, "iss");
    const auto iat = moment_of(*claims, "iat");
    if (jwt.client_id.empty() || jwt.client_id.size() > client_id_limit || !iat) return std::nullopt;
    jwt.iat = *iat;
    jwt.exp = moment_of(*claims, "exp");
    if (claims->find("exp") && !jwt.exp) return std::nullopt;
    jwt.getekend = token.substr(0, last);
    jwt.handtekening = std::move(*signature);
    return jwt;
}

bool is_echt(const ZgwJwt& jwt, std::string_view geheim) {
    return !geheim.empty() && access::equal_in_constant_time(access::hmac_sha256(geheim, jwt.getekend), jwt.handtekening);
}

bool is_op_tijd(const ZgwJwt& jwt, Instant now) {
    if (jwt.iat > now + jwt_speling) return false;
    if (jwt.exp && now >= *jwt.exp + jwt_speling) return false;
    return now < jwt.iat + jwt_geldig;
}

std::string sign_zgw_jwt(std::string_view client_id, std::string_view geheim, Instant now) {
    std::string claims;
    json::Writer w(claims);
    w.begin_object().key("iss").text(client_id).key("iat").integer(now.time_since_epoch().count());
    w.key("client_id").text(client_id).key("user_id").text("").key("user_representation").text("").end_object();
    const std::string signed_part = base64url(R"({"typ":"JWT","alg":"HS256"})") + "." + base64url(claims);
    return signed_part + "." + base64url(access::hmac_sha256(geheim, signed_part));
}

}  // namespace dichtbij::toepassing
