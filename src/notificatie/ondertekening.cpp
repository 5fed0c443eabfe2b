#include "notificatie/ondertekening.h"

#include "access/digest.h"
#include "base/id.h"

namespace dichtbij::notificatie {
namespace {

constexpr std::string_view start = "whsec_";
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t n) { return i + n < bytes.size() ? static_cast<unsigned char>(bytes[i + n]) : 0u; };
        const unsigned group = at(0) << 16 | at(1) << 8 | at(2);
        for (unsigned n = 0; n < 4; ++n) text += i + n > bytes.size() ? '=' : digits[group >> (18 - 6 * n) & 63];
    }
    return text;
}

std::optional<std::string> bytes_of(std::string_view base64_text) {
    while (base64_text.ends_with('=')) base64_text.remove_suffix(1);
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char c : base64_text) {
        const auto value = digits.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 255);
    }
    return bytes;
}

}  // namespace

std::string nieuw_geheim() { return std::string(start) + base64(random_bytes(geheim_bytes)); }

std::optional<std::string> handtekening(const TeOndertekenen& what, std::string_view geheim) {
    if (!geheim.starts_with(start)) return std::nullopt;
    const auto key = bytes_of(geheim.substr(start.size()));
    if (!key || key->empty()) return std::nullopt;
    std::string message(what.id);
    message.append(".").append(std::to_string(what.op.time_since_epoch().count())).append(".").append(what.body);
    return "v1," + base64(access::hmac_sha256(*key, message));
}

}  // namespace dichtbij::notificatie
