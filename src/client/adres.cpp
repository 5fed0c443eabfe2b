#include "client/adres.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::client {

std::optional<Adresdelen> adresdelen(std::string_view url) {
    const auto colon = url.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    Adresdelen parts;
    parts.scheme = lower_ascii(url.substr(0, colon));
    if (parts.scheme != "https" && parts.scheme != "http") return std::nullopt;
    const std::string_view rest = url.substr(colon + 3);
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    parts.host = lower_ascii(rest.substr(0, end));
    parts.pad = rest.substr(end);
    // No user, no spaces, nothing that readers of addresses disagree about.
    if (parts.host.empty() || parts.host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") != std::string::npos) return std::nullopt;
    for (const char c : parts.pad)
        if (c <= ' ' || c == '\\' || c == 0x7f) return std::nullopt;
    const auto port = parts.host.rfind(':');
    const bool has_port = port != std::string::npos && parts.host.find(']', port) == std::string::npos;
    parts.hostnaam = has_port ? parts.host.substr(0, port) : parts.host;
    if (has_port && (port + 1 == parts.host.size() || !all_digits(std::string_view(parts.host).substr(port + 1)))) return std::nullopt;
    return parts;
}

bool is_deze_machine(std::string_view hostnaam) { return hostnaam == "127.0.0.1" || hostnaam == "[::1]" || hostnaam == "localhost"; }

}  // namespace dichtbij::client
