#include "http/request.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "http/proxy.h"

namespace dichtbij::http {

namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> methods{{
    {"GET", Method::get},
    {"HEAD", Method::head},
    {"POST", Method::post},
    {"PUT", Method::put},
    {"PATCH", Method::patch},
    {"DELETE", Method::del},
    {"OPTIONS", Method::options},
}};

constexpr std::size_t max_host_bytes = 255;

Fail broken(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

bool is_host(std::string_view host) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_' || c == ':' || c == '[' || c == ']';
    };
    return host.size() <= max_host_bytes && std::all_of(host.begin(), host.end(), allowed);
}

// A proxy speaks for its client; anybody else only for himself.
void apply_forwarding(Request& request, const Peer& peer) {
    request.remote_address = peer.address;
    if (peer.trusted == nullptr || !peer.trusted->contains(peer.address)) return;
    const std::string forwarded = request.headers.joined("X-Forwarded-For", ",");
    if (!forwarded.empty()) request.remote_address = peer.trusted->client_of(forwarded, peer.address);
    const std::string_view proto = request.headers.get("X-Forwarded-Proto");
    request.is_secure = equals_ignoring_case(trimmed(proto.substr(0, proto.find(','))), "https");
}

}  // namespace

std::string_view to_string(Method method) {
    for (const auto& [name, value] : methods)
        if (value == method) return name;
    return "";
}

std::optional<Method> parse_method(std::string_view upper_case) {
    for (const auto& [name, value] : methods)
        if (name == upper_case) return value;
    return std::nullopt;
}

bool changes_state(Method method) {
    return method != Method::get && method != Method::head && method != Method::options;
}

std::string Request::return_path() const {
    // "//host" would leave the site.
    if (raw_path.empty() || raw_path.starts_with("//") || raw_path.find('\\') != std::string::npos) return "/";
    return raw_query.empty() ? raw_path : raw_path + "?" + raw_query;
}

bool split_target(Request& request) {
    std::string_view target = request.target;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t slash = target.find('/', scheme.size());
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    if (target != "*" && !target.starts_with('/')) return false;
    const std::size_t question = target.find('?');
    request.raw_path = target.substr(0, question);
    if (question != std::string_view::npos) request.raw_query = target.substr(question + 1);
    return true;
}

Result<Done> understand(Request& request, const Peer& peer, const FormLimits& limits) {
    if (!percent_decode(request.raw_path, Plus::is_plus, request.path)) return broken("bad escape in the path");
    if (request.path.find('\0') != std::string::npos || !is_utf8(request.path)) return broken("path is not text");
    if (!request.raw_query.empty()) {
        TRY(request.query, parse_urlencoded(request.raw_query, limits));
    }
    if (request.headers.count("Host") > 1) return broken("more than one Host");
    request.host = request.headers.get("Host");
    if (!is_host(request.host)) return broken("bad Host");
    const std::string cookies = request.headers.joined("Cookie", "; ");
    if (!cookies.empty()) request.cookies = parse_cookies(cookies);
    apply_forwarding(request, peer);
    return Done{};
}

Result<Done> read_form(Request& request, const FormLimits& limits) {
    const std::string_view type = request.headers.get("Content-Type");
    if (request.body.empty() || !is_form(type)) return Done{};
    TRY(Form form, parse_form(type, request.body, limits));
    request.form = std::move(form.fields);
    request.files = std::move(form.files);
    request.body = std::string();
    return Done{};
}

}  // namespace dichtbij::http
