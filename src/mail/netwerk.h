#pragma once
// Networks as people write them: "127.0.0.0/8", "2001:db8::/32", "192.0.2.7". Pure.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dichtbij::mail {

class Netwerk {
  public:
    // nullopt for what is none, and for bits set behind the prefix.
    static std::optional<Netwerk> lees(std::string_view tekst);
    // IPv4 within IPv6 (::ffff:192.0.2.7) is taken as IPv4.
    bool bevat(std::string_view ip) const;

  private:
    std::array<std::uint8_t, 16> begin_{};
    int bits_ = 0;  // of the 128; IPv4 stands at ::ffff:0:0/96
};

}  // namespace dichtbij::mail
