#include "mail/draad.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

#include "base/result.h"
#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr std::string_view draad_letters = "0123456789abcdefghijklmnopqrstuv";  // base32hex, RFC 4648
constexpr std::size_t draad_id_bytes = 16;
constexpr std::size_t draad_controle_bytes = 10;
constexpr std::size_t draad_lengte = ((draad_id_bytes + draad_controle_bytes) * 8 + 4) / 5;
constexpr std::size_t lokaal_limit = 64;

std::string hmac(std::string_view key, std::string_view message) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    const auto* done = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                            digest.data(), &length);
    CHECK_THAT(done != nullptr);
    return {reinterpret_cast<const char*>(digest.data()), length};
}

std::string to_base32(std::string_view bytes) {
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += draad_letters[held >> (bits - 5) & 31];
    }
    if (bits > 0) text += draad_letters[held << (5 - bits) & 31];
    return text;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char letter : text) {
        const auto value = draad_letters.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 5 | static_cast<unsigned>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 255);
    }
    return bytes;
}

std::string_view without_brackets(std::string_view text) {
    if (text.starts_with('<')) text.remove_prefix(1);
    if (text.ends_with('>')) text.remove_suffix(1);
    return text;
}

}  // namespace

Draadsleutel::Draadsleutel(std::string_view geheim) {
    // A key of its own: what is signed with the same secret elsewhere is no token here.
    if (!geheim.empty()) sleutel_ = hmac(geheim, "dichtbij draad 1");
}

std::string Draadsleutel::controle(std::string_view id) const { return hmac(sleutel_, id).substr(0, draad_controle_bytes); }

std::string Draadsleutel::token(Id<Werk> werk) const {
    if (sleutel_.empty()) return {};
    const std::string id(werk.bytes.begin(), werk.bytes.end());
    return to_base32(id + controle(id));
}

std::optional<Id<Werk>> Draadsleutel::werk_van(std::string_view token) const {
    if (sleutel_.empty() || token.size() != draad_lengte) return std::nullopt;
    const auto bytes = from_base32(lower_ascii(token));
    if (!bytes || bytes->size() != draad_id_bytes + draad_controle_bytes) return std::nullopt;
    const std::string id = bytes->substr(0, draad_id_bytes), expected = controle(id);
    if (CRYPTO_memcmp(bytes->data() + draad_id_bytes, expected.data(), draad_controle_bytes) != 0) return std::nullopt;
    Id<Werk> werk;
    std::copy(id.begin(), id.end(), werk.bytes.begin());
    return werk;
}

std::string Draadsleutel::antwoordadres(std::string_view adres, Id<Werk> werk) const {
    const std::string one = token(werk);
    const auto at = adres.rfind('@');
    if (one.empty() || at == std::string_view::npos || at + 1 + one.size() > lokaal_limit) return std::string(adres);
    return std::string(adres.substr(0, at)) + "+" + one + std::string(adres.substr(at));
}

std::string Draadsleutel::message_id(const Uuid& bericht, Id<Werk> werk, std::string_view host) const {
    std::string id = to_string(bericht);
    std::erase(id, '-');
    const std::string one = token(werk);
    return id + (one.empty() ? "" : "." + one) + "@" + std::string(host);
}

std::optional<Id<Werk>> Draadsleutel::vind(std::string_view given) const {
    std::string_view lokaal = without_brackets(given);
    const auto at = lokaal.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    lokaal = lokaal.substr(0, at);
    const auto before = lokaal.find_last_of("+.");
    if (before == std::string_view::npos) return std::nullopt;
    return werk_van(lokaal.substr(before + 1));
}

std::optional<Id<Werk>> Draadsleutel::vind(std::span<const std::string> all) const {
    for (const std::string& one : all)
        if (const auto werk = vind(std::string_view(one))) return werk;
    return std::nullopt;
}

std::string zonder_toevoeging(std::string_view adres) {
    const auto at = adres.rfind('@');
    const auto plus = adres.find('+');
    if (at == std::string_view::npos || plus == std::string_view::npos || plus == 0 || plus > at) return std::string(adres);
    return std::string(adres.substr(0, plus)) + std::string(adres.substr(at));
}

}  // namespace dichtbij::mail
