#include "http/proxy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/text.h"

namespace dichtbij::http {

namespace {

constexpr unsigned ipv4_offset_bits = 96;

bool in_prefix(const IpAddress& address, const IpAddress& network, unsigned bits) {
    for (unsigned i = 0; i < bits; ++i) {
        const auto mask = static_cast<std::uint8_t>(0x80u >> (i % 8));
        if ((address[i / 8] & mask) != (network[i / 8] & mask)) return false;
    }
    return true;
}

// "1.2.3.4:5678" and "[::1]:5678" without the port.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        return end == std::string_view::npos ? text : text.substr(1, end - 1);
    }
    if (std::count(text.begin(), text.end(), ':') == 1) return text.substr(0, text.find(':'));
    return text;
}

}  // namespace

std::optional<IpAddress> parse_address(std::string_view text) {
    const std::string name(text);
    IpAddress address{};
    if (inet_pton(AF_INET6, name.c_str(), address.data()) == 1) return address;
    std::array<std::uint8_t, 4> v4{};
    if (inet_pton(AF_INET, name.c_str(), v4.data()) != 1) return std::nullopt;
    address = {};
    address[10] = address[11] = 0xff;
    std::copy(v4.begin(), v4.end(), address.begin() + 12);
    return address;
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& ranges) {
    TrustedProxies proxies;
    for (const std::string& range : ranges) {
        const std::size_t slash = range.find('/');
        const std::string name = range.substr(0, slash);
        const auto address = parse_address(name);
        if (!address) return Fail({Reason::invalid, "not an address: " + range, {}, {}});
        const bool is_v4 = name.find(':') == std::string::npos;
        const unsigned most = is_v4 ? 32 : 128;
        unsigned bits = most;
        if (slash != std::string::npos) {
            const char* end = range.data() + range.size();
            const auto [stop, error] = std::from_chars(range.data() + slash + 1, end, bits);
            if (error != std::errc() || stop != end || bits > most)
                return Fail({Reason::invalid, "not a prefix length: " + range, {}, {}});
        }
        proxies.ranges_.push_back({*address, is_v4 ? bits + ipv4_offset_bits : bits});
    }
    return proxies;
}

bool TrustedProxies::contains(std::string_view text) const {
    const auto address = parse_address(text);
    return address && std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
               return in_prefix(*address, range.address, range.prefix_bits);
           });
}

std::string TrustedProxies::client_of(std::string_view forwarded_for, std::string_view nearest) const {
    std::string client(nearest);
    while (!forwarded_for.empty()) {
        const std::size_t comma = forwarded_for.rfind(',');
        const std::string_view last =
            comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1);
        forwarded_for = comma == std::string_view::npos ? std::string_view() : forwarded_for.substr(0, comma);
        const std::string_view address = without_port(trimmed(last));
        if (!parse_address(address)) return client;
        client = address;
        if (!contains(address)) return client;
    }
    return client;
}

}  // namespace dichtbij::http
