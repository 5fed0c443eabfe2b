#include "notificatie/bestemming.h"

#include <algorithm>

#include "base/text.h"
#include "notificatie/notificatie.h"

namespace dichtbij::notificatie {
namespace {

constexpr std::size_t host_bytes = 253;

bool is_host_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

bool is_hostname(std::string_view host) {
    return !host.empty() && host.size() <= host_bytes && host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos &&
           std::all_of(host.begin(), host.end(), is_host_character);
}

bool is_port(std::string_view port) { return !port.empty() && port.size() <= 5 && all_digits(port); }

// Path and query: what RFC 3986 allows there.
bool is_rest(std::string_view rest) {
    return std::all_of(rest.begin(), rest.end(), [](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return is_letter || std::string_view("-._~:/?[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
    });
}

// "host", "host:8080", "[::1]:8080".
std::optional<std::string> host_of(std::string_view authority) {
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string host(authority.substr(1, end - 1));
        const std::string_view behind = authority.substr(end + 1);
        if (host.find(':') == std::string::npos || !http::parse_address(host)) return std::nullopt;
        if (!behind.empty() && (behind.front() != ':' || !is_port(behind.substr(1)))) return std::nullopt;
        return host;
    }
    const auto colon = authority.find(':');
    if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return std::nullopt;
    std::string host = lower_ascii(authority.substr(0, colon));
    if (!is_hostname(host)) return std::nullopt;
    return host;
}

// RFC 6890 and its successors. IPv6 that carries an IPv4 address inside (NAT64, 6to4, Teredo) could lead anywhere.
constexpr const char* not_public[] = {"0.0.0.0/8",    "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                                      "192.0.2.0/24", "192.168.0.0/16",  "198.18.0.0/15",  "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",  "240.0.0.0/4",
                                      "::/96",        "64:ff9b::/96",    "64:ff9b:1::/48", "100::/64",        "2001::/23",      "2001:db8::/32", "2002::/16",
                                      "fc00::/7",     "fe80::/10",       "ff00::/8"};

const http::TrustedProxies& closed_networks() {
    static const http::TrustedProxies networks = http::TrustedProxies::parse({std::begin(not_public), std::end(not_public)}).value();
    return networks;
}

std::string text_of(const http::IpAddress& address) {
    std::string text;
    for (std::size_t i = 0; i < address.size(); i += 2)
        text += (i == 0 ? "" : ":") + hex(std::string_view(reinterpret_cast<const char*>(address.data()) + i, 2));
    return text;
}

}  // namespace

std::optional<Adres> adres_van(std::string_view url) {
    if (url.size() > url_limit) return std::nullopt;
    const auto colon = url.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string scheme(url.substr(0, colon));
    if (scheme != "https" && scheme != "http") return std::nullopt;
    const std::string_view left = url.substr(colon + 3);
    const auto slash = std::min(left.find_first_of("/?"), left.size());
    if (!is_rest(left.substr(slash))) return std::nullopt;
    auto host = host_of(left.substr(0, slash));
    if (!host) return std::nullopt;
    return Adres{scheme, std::move(*host)};
}

bool is_besloten(const http::IpAddress& address) { return closed_networks().contains(text_of(address)); }

Result<Bestemmingen> Bestemmingen::parse(const std::vector<std::string>& hosts_and_networks) {
    Bestemmingen made;
    std::vector<std::string> networks;
    for (const std::string& given : hosts_and_networks) {
        const std::string one = lower_ascii(trimmed(given));
        const std::string_view name = std::string_view(one).substr(one.starts_with("*.") ? 2 : 0);
        if (http::parse_address(one) || one.find('/') != std::string::npos) networks.push_back(one);
        else if (is_hostname(name) && name.find('.') != std::string_view::npos) made.hosts_.push_back(one.starts_with("*.") ? one.substr(1) : one);
        else if (is_hostname(one)) made.hosts_.push_back(one);
        else return Fail({Reason::invalid, "no host and no network: " + given, {}, {}});
    }
    made.has_networks_ = !networks.empty();
    TRY(made.networks_, http::TrustedProxies::parse(networks));
    return made;
}

bool Bestemmingen::is_listed(const std::string& hostnaam) const {
    if (http::parse_address(hostnaam)) return networks_.contains(hostnaam);
    return std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& one) {
        return one.starts_with('.') ? hostnaam.size() > one.size() && hostnaam.ends_with(one) : hostnaam == one;
    });
}

bool Bestemmingen::mag(std::string_view url) const {
    const auto adres = adres_van(url);
    return adres && is_listed(adres->hostnaam) && (adres->scheme == "https" || has_networks_);
}

bool Bestemmingen::mag_verbinden(std::string_view url, std::string_view ip) const {
    const auto adres = adres_van(url);
    const auto address = http::parse_address(ip);
    if (!adres || !address || !is_listed(adres->hostnaam)) return false;
    if (networks_.contains(ip)) return true;
    return adres->scheme == "https" && !is_besloten(*address);
}

}  // namespace dichtbij::notificatie
