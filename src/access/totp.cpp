#include "access/totp.h"

#include "access/digest.h"
#include "base/id.h"
#include "base/result.h"
#include "base/text.h"
#include "http/params.h"

namespace dichtbij::access {
namespace {

// 32 signs, without 0, 1, l and o.
constexpr std::string_view readable_signs = "23456789abcdefghijkmnpqrstuvwxyz";
static_assert(readable_signs.size() == 32);
constexpr std::size_t readable_length = 16;
constexpr std::size_t readable_group = 4;

}  // namespace

std::int64_t totp_step_at(Instant at) { return at.time_since_epoch() / totp_step; }

std::string totp_code(std::string_view secret, std::int64_t step, int digits) {
    CHECK_THAT(digits >= 6 && digits <= 8);
    std::string counter(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) counter[i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i) & 0xff);
    const std::string mac = hmac_sha1(secret, counter);
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(mac[at])); };
    const std::size_t offset = byte(mac.size() - 1) & 0xf;
    std::uint32_t number = (byte(offset) & 0x7f) << 24 | byte(offset + 1) << 16 | byte(offset + 2) << 8 | byte(offset + 3);
    std::string code(static_cast<std::size_t>(digits), '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10) *digit = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, Instant now, std::int64_t last_step) {
    std::string code;
    for (const char c : typed)
        if (c != ' ') code += c;
    if (code.size() != totp_digits) return std::nullopt;
    const std::int64_t current = totp_step_at(now);
    std::optional<std::int64_t> found;
    for (std::int64_t step = current - 1; step <= current + 1; ++step)
        if (equal_in_constant_time(totp_code(secret, step), code) && step > last_step && !found) found = step;
    return found;
}

std::string base32(std::string_view bytes) {
    static constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8 | static_cast<unsigned char>(c)) & 0xffff;
        for (bits += 8; bits >= 5; bits -= 5) text += signs[held >> (bits - 5) & 31];
    }
    if (bits > 0) text += signs[held << (5 - bits) & 31];
    return text;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret) {
    const std::string by = http::percent_encoded(issuer);
    return "otpauth://totp/" + by + ":" + http::percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + by;
}

std::string readable_secret() {
    std::string text;
    const std::string random = random_bytes(readable_length);
    for (std::size_t i = 0; i < random.size(); ++i) {
        if (i > 0 && i % readable_group == 0) text += '-';
        text += readable_signs[static_cast<unsigned char>(random[i]) & 31];
    }
    return text;
}

std::string normalised_secret(std::string_view typed) {
    std::string text;
    for (const char c : lower_ascii(typed))
        if (c != ' ' && c != '-') text += c;
    return text;
}

}  // namespace dichtbij::access
