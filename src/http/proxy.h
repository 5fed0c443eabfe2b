#pragma once
// Which machines in front of us may speak for their clients: by address, never by a header.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij::http {

// An IPv4 address is kept as IPv6 (::ffff:a.b.c.d), so that both compare.
using IpAddress = std::array<std::uint8_t, 16>;
std::optional<IpAddress> parse_address(std::string_view text);

class TrustedProxies {
  public:
    TrustedProxies() = default;
    // Each "10.0.0.4", "10.0.0.0/8" or "fd00::/8".
    static Result<TrustedProxies> parse(const std::vector<std::string>& ranges);

    bool contains(std::string_view address) const;
    // The last address in X-Forwarded-For that is not a trusted proxy itself: the only one that a
    // trusted machine has seen. What stands before it is hearsay. `nearest` when it cannot be read.
    std::string client_of(std::string_view forwarded_for, std::string_view nearest) const;

  private:
    struct Range {
        IpAddress address;
        unsigned prefix_bits;
    };
    std::vector<Range> ranges_;
};

}  // namespace dichtbij::http
