#pragma once
// Where may be called. An address that another system gave is fetched only when its host is on the list of the setting
// notification_hosts, and the machine that its name leads to is looked at once more when the connection is made. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/proxy.h"

namespace dichtbij::notificatie {

// The parts of an http or https address, as strict as can be: no user or password, no fragment, only plain characters, so
// that no other reader of addresses can see another host in it.
struct Adres {
    std::string scheme;    // "https"
    std::string hostnaam;  // lower case, without port; of IPv6 without brackets
    bool operator==(const Adres&) const = default;
};
std::optional<Adres> adres_van(std::string_view url);

// Not on the public internet: this machine, private networks, link-local, multicast, and what only looks public.
bool is_besloten(const http::IpAddress&);

class Bestemmingen {
  public:
    Bestemmingen() = default;
    // Each a host ("ita.oeverland.nl"), all hosts below a name ("*.oeverland.nl"), an address or a network ("10.20.0.0/16").
    static Result<Bestemmingen> parse(const std::vector<std::string>& hosts_and_networks);

    bool empty() const { return hosts_.empty() && !has_networks_; }
    // Before it is kept and before each call: the host is listed by name, or is an address in a listed network.
    // http only where a network is listed: what goes over the internet is encrypted.
    bool mag(std::string_view url) const;
    // When the connection is made, with the address that the name led to. What is not public only in a listed network;
    // `url` that is not https likewise.
    bool mag_verbinden(std::string_view url, std::string_view ip) const;

  private:
    bool is_listed(const std::string& hostnaam) const;

    std::vector<std::string> hosts_;  // ".oeverland.nl" for all below it
    http::TrustedProxies networks_;
    bool has_networks_ = false;
};

}  // namespace dichtbij::notificatie
