#include "http/answer.h"

#include <array>
#include <ctime>
#include <limits>

#include "base/id.h"
#include "base/text.h"
#include "http/csrf.h"
#include "http/gzip.h"
#include "http/log.h"

namespace dichtbij::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> default_headers{{
    {"Content-Security-Policy",
     "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
}};
constexpr std::string_view strict_transport = "max-age=31536000";

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

bool is_compressible(std::string_view content_type) {
    for (const std::string_view type : {"text/html", "text/plain", "application/json", "application/problem+json",
                                        "image/svg+xml", "text/css"})
        if (content_type.starts_with(type)) return true;
    return false;
}

void append(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

// RFC 9110 5.6.7, made once a second.
std::string_view http_date() {
    thread_local std::time_t made_for = 0;
    thread_local std::array<char, 40> text{};
    const std::time_t now = std::time(nullptr);
    if (now != made_for) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        made_for = now;
    }
    return text.data();
}

void append_framing(const Exchange& exchange, Outgoing& out) {
    if (out.stream && out.stream_bytes) {
        append(out.head, "Content-Length", std::to_string(*out.stream_bytes));
    } else if (out.stream) {
        out.framing = exchange.version == Version::http_1_1 ? Framing::chunked : Framing::until_close;
        if (out.framing == Framing::chunked) append(out.head, "Transfer-Encoding", "chunked");
        else out.keep_alive = KeepAlive::no;
    } else if (has_body(out.status)) {
        append(out.head, "Content-Length", std::to_string(out.content().size()));
    }
    if (out.keep_alive == KeepAlive::no) append(out.head, "Connection", "close");
    else if (exchange.version == Version::http_1_0) append(out.head, "Connection", "keep-alive");
}

void write_head(const Exchange& exchange, const Response& response, Outgoing& out) {
    out.head.reserve(1024);
    out.head += "HTTP/1.1 ";
    out.head += std::to_string(response.status);
    out.head += ' ';
    out.head += reason_phrase(response.status);
    out.head += "\r\n";
    append(out.head, "Date", http_date());
    for (const Header& field : response.headers) append(out.head, field.name, field.value);
    for (const auto& [name, value] : default_headers)
        if (!response.headers.has(name)) append(out.head, name, value);
    const bool is_secure = exchange.request.is_secure;
    if (is_secure && !response.headers.has("Strict-Transport-Security"))
        append(out.head, "Strict-Transport-Security", strict_transport);
    for (const Cookie& cookie : response.cookies)
        append(out.head, "Set-Cookie", to_header(cookie, is_secure ? Secure::yes : Secure::no));
    if (!exchange.request.id.empty()) append(out.head, "X-Request-Id", exchange.request.id);
    append_framing(exchange, out);
    out.head += "\r\n";
}

bool is_request_id(std::string_view text) {
    constexpr std::size_t longest = 64;
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    return !text.empty() && text.size() <= longest && text.find_first_not_of(allowed) == std::string_view::npos;
}

}  // namespace

Answerer::Answerer(const ServerOptions& options, const Router& router)
    : options_(options), router_(router), id_prefix_(hex(random_bytes(4)) + "-") {}

Outgoing Answerer::answer(Exchange& exchange) const {
    Response response;
    try {
        response = respond(exchange);
    } catch (const std::exception& error) {
        response = respond_to_exception(error, exchange.request);
    }
    try {
        compress(exchange.request, response);
        return finish(exchange, std::move(response));
    } catch (const std::exception& error) {
        // An answer that cannot be written down (a cookie with a line end) is a bug of the handler.
        log_error(exchange.request, error.what());
        return finish(exchange, Response::text(std::string(reason_phrase(500)) + "\n", 500));
    }
}

Response Answerer::respond(Exchange& exchange) const {
    Request& request = exchange.request;
    const Peer peer{exchange.peer_address, &options_.trusted_proxies};
    const auto understood = understand(request, peer, options_.limits.form);
    const std::string_view given_id = request.headers.get("X-Request-Id");
    const bool keeps_id = is_request_id(given_id) && options_.trusted_proxies.contains(exchange.peer_address);
    request.id = keeps_id ? std::string(given_id) : next_request_id();
    if (!understood) return router_.status_page(request, 400);
    if (exchange.version == Version::http_1_1 && request.host.empty()) return router_.status_page(request, 400);
    if (exchange.refused_status != 0) return router_.status_page(request, exchange.refused_status);
    if (!read_form(request, options_.limits.form)) return router_.status_page(request, 400);
    return router_.handle(request);
}

Response Answerer::respond_to_exception(const std::exception& error, Request& request) const {
    log_error(request, error.what());
    try {
        if (options_.on_error) return options_.on_error(error, request);
        return router_.status_page(request, 500);
    } catch (const std::exception& again) {
        log_error(request, again.what());
        return Response::text(std::string(reason_phrase(500)) + "\n", 500);
    }
}

void Answerer::compress(const Request& request, Response& response) const {
    if (options_.gzip_level == 0 || response.stream || response.shared_body ||
        response.body.size() < options_.gzip_from_bytes || response.headers.has("Content-Encoding"))
        return;
    if (!is_compressible(response.headers.get("Content-Type"))) return;
    response.headers.add("Vary", "Accept-Encoding");
    if (!accepts_gzip(request.headers.get("Accept-Encoding"))) return;
    response.body = gzipped(response.body, options_.gzip_level);
    response.headers.add("Content-Encoding", "gzip");
}

Outgoing Answerer::finish(const Exchange& exchange, Response response) const {
    Outgoing out;
    out.status = response.status;
    out.keep_alive = exchange.keep_alive;
    out.stream = std::move(response.stream);
    out.stream_bytes = response.stream_bytes;
    out.shared_body = std::move(response.shared_body);
    out.body = std::move(response.body);
    write_head(exchange, response, out);
    if (exchange.request.method == Method::head || !has_body(out.status)) {
        out.stream = nullptr;
        out.shared_body = nullptr;
        out.body.clear();
        out.framing = Framing::whole;
    }
    note(exchange, out.status);
    return out;
}

Outgoing Answerer::refuse(int status) const {
    Response response = Response::text(std::string(reason_phrase(status)) + "\n", status);
    if (status == 503) response.header("Retry-After", "5");
    Outgoing out;
    out.status = status;
    out.body = std::move(response.body);
    write_head(Exchange{}, response, out);
    log_refused(status);
    if (options_.metrics != nullptr) options_.metrics->count_request("", status, std::chrono::nanoseconds(0));
    return out;
}

std::variant<Subscription, Outgoing> Answerer::authorise(Exchange& exchange, const LiveEndpoint& endpoint,
                                                         LiveTransport transport) const {
    Request& request = exchange.request;
    request.id = next_request_id();
    request.route_pattern = transport == LiveTransport::websocket ? endpoint.websocket_path : endpoint.events_path;
    try {
        const Peer peer{exchange.peer_address, &options_.trusted_proxies};
        if (!understand(request, peer, options_.limits.form)) return finish(exchange, router_.status_page(request, 400));
        // A browser lets any site open a WebSocket to us, cookies included: only Origin tells.
        const bool is_ours = transport == LiveTransport::websocket ? has_own_origin(request)
                                                                   : source_of(request) != Source::elsewhere;
        if (is_ours)
            if (auto subscription = endpoint.authorise(request)) return std::move(*subscription);
        return finish(exchange, router_.status_page(request, 403));
    } catch (const std::exception& error) {
        return finish(exchange, respond_to_exception(error, request));
    }
}

std::string Answerer::next_request_id() const { return id_prefix_ + std::to_string(++last_id_); }

void Answerer::note(const Exchange& exchange, int status) const {
    const auto duration = std::chrono::steady_clock::now() - exchange.started;
    log_access(exchange.request, status, duration);
    if (options_.metrics != nullptr)
        options_.metrics->count_request(exchange.request.route_pattern, status, duration);
}

}  // namespace dichtbij::http
