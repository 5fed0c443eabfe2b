#include "mail/netwerk.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

#include "base/text.h"

namespace dichtbij::mail {
namespace {

using Adresbytes = std::array<std::uint8_t, 16>;

struct Ip {
    Adresbytes bytes{};
    bool is_v4 = false;
};

std::optional<Ip> read_ip(std::string_view text) {
    const std::string name(text.substr(0, 64));
    Ip ip;
    if (::inet_pton(AF_INET6, name.c_str(), ip.bytes.data()) == 1) return ip;
    ip.bytes = {};
    ip.bytes[10] = ip.bytes[11] = 0xff;
    ip.is_v4 = true;
    if (::inet_pton(AF_INET, name.c_str(), ip.bytes.data() + 12) == 1) return ip;
    return std::nullopt;
}

bool are_alike(const Adresbytes& one, const Adresbytes& other, int bits) {
    for (int at = 0; at < bits; ++at) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> (at % 8));
        if ((one[static_cast<std::size_t>(at / 8)] & mask) != (other[static_cast<std::size_t>(at / 8)] & mask)) return false;
    }
    return true;
}

}  // namespace

std::optional<Netwerk> Netwerk::lees(std::string_view tekst) {
    tekst = trimmed(tekst);
    const auto slash = tekst.find('/');
    const auto ip = read_ip(tekst.substr(0, slash));
    if (!ip) return std::nullopt;
    Netwerk network;
    network.begin_ = ip->bytes;
    network.bits_ = 128;
    if (slash != std::string_view::npos) {
        const std::string_view prefix = tekst.substr(slash + 1);
        if (prefix.empty() || prefix.size() > 3 || !all_digits(prefix)) return std::nullopt;
        network.bits_ = std::stoi(std::string(prefix)) + (ip->is_v4 ? 96 : 0);
        if (network.bits_ > 128) return std::nullopt;
    }
    for (int at = network.bits_; at < 128; ++at)
        if ((network.begin_[static_cast<std::size_t>(at / 8)] & (0x80 >> (at % 8))) != 0) return std::nullopt;
    return network;
}

bool Netwerk::bevat(std::string_view ip) const {
    const auto read = read_ip(ip);
    return read && are_alike(read->bytes, begin_, bits_);
}

}  // namespace dichtbij::mail
