#include "http/connection.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "http/log.h"
#include "http/request_parser.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t header_read_bytes = 4 * 1024;
constexpr std::size_t body_read_bytes = 64 * 1024;
constexpr std::size_t idle_buffer_bytes = 16 * 1024;  // kept while nothing comes in
// What a client may still send after it was refused, before we hang up: long enough to read the answer.
constexpr std::size_t discarded_bytes_at_most = 1024 * 1024;
constexpr std::chrono::milliseconds gentle_close_time{2'000};
constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

std::string address_of(const tcp::socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return {};
    const auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

struct LiveMatch {
    const LiveEndpoint* endpoint = nullptr;
    LiveTransport transport = LiveTransport::websocket;
};

LiveMatch find_live(const ServerOptions& options, const Request& request) {
    if (options.live == nullptr || request.method != Method::get) return {};
    for (const LiveEndpoint& endpoint : options.live_endpoints) {
        if (request.raw_path == endpoint.websocket_path &&
            equals_ignoring_case(trimmed(request.headers.get("Upgrade")), "websocket"))
            return {&endpoint, LiveTransport::websocket};
        if (request.raw_path == endpoint.events_path) return {&endpoint, LiveTransport::events};
    }
    return {};
}

std::optional<std::string> multipart_boundary_of(const Request& request) {
    const std::string_view type = request.headers.get("Content-Type");
    if (!equals_ignoring_case(trimmed(type.substr(0, type.find(';'))), "multipart/form-data")) return std::nullopt;
    return multipart_boundary(type);
}

}  // namespace

std::string framed(std::string piece, Framing framing) {
    if (framing != Framing::chunked) return piece;
    return fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
}

Connection::Connection(Core& core, tcp::socket socket)
    : core_(core), socket_(std::move(socket)), peer_address_(address_of(socket_)) {
    core_.connections.insert(this);
    ++core_.metrics.connections;
    error_code ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
}

Connection::~Connection() {
    core_.connections.erase(this);
    --core_.metrics.connections;
    core_.connection_ended();
}

asio::awaitable<void> Connection::run() {
    while (co_await wait_for_request()) {
        Exchange exchange;
        exchange.peer_address = peer_address_;
        const int status = co_await read_request(exchange);
        if (status == gone) co_return;
        if (status != 0 && status != 413) {
            co_await send(core_.answerer.refuse(status));
            co_return co_await close_gently();
        }
        exchange.refused_status = status;
        if (status != 0 || core_.is_draining) exchange.keep_alive = KeepAlive::no;
        if (const LiveMatch live = find_live(core_.options, exchange.request); live.endpoint != nullptr)
            co_return co_await go_live(exchange, *live.endpoint, live.transport);
        if (co_await answer(exchange)) continue;
        const bool has_read_all = status == 0 && buffer_.size() == 0;
        if (has_read_all) co_return;
        co_return co_await close_gently();
    }
}

asio::awaitable<void> Connection::run_refused() {
    co_await send(core_.answerer.refuse(503));
    co_await close_gently();
}

void Connection::check_deadline(SteadyTime now) {
    if (now < deadline_) return;
    is_late_ = true;
    deadline_ = SteadyTime::max();
    error_code ignored;
    socket_.cancel(ignored);
}

void Connection::drain() {
    if (is_idle_) abort();
}

void Connection::abort() {
    error_code ignored;
    socket_.close(ignored);
}

// False when no more requests will come.
asio::awaitable<bool> Connection::wait_for_request() {
    if (core_.is_draining && buffer_.size() == 0) co_return false;
    if (buffer_.size() > 0) co_return true;
    if (buffer_.capacity() > idle_buffer_bytes) buffer_.shrink_to_fit();
    expect_within(core_.options.limits.keep_alive_time);
    is_idle_ = true;
    const bool has_bytes = co_await read_some(header_read_bytes);
    is_idle_ = false;
    co_return has_bytes;
}

asio::awaitable<int> Connection::read_request(Exchange& exchange) {
    RequestParser parser(exchange, core_.options.limits);
    expect_within(core_.options.limits.header_time);
    int status = co_await read_header(exchange, parser);
    exchange.keep_alive = parser.is_header_done() && parser.keep_alive() ? KeepAlive::yes : KeepAlive::no;
    if (status == 0 && !parser.is_done()) status = co_await read_body(exchange, parser);
    expect_nothing();
    exchange.started = std::chrono::steady_clock::now();
    co_return status;
}

asio::awaitable<int> Connection::read_header(Exchange&, RequestParser& parser) {
    while (true) {
        error_code error;
        buffer_.consume(parser.put(buffer_.data(), error));
        if (error && error != boost::beast::http::error::need_more) co_return parser.refusal(error);
        if (parser.is_header_done()) co_return 0;
        if (error && !co_await read_some(header_read_bytes)) co_return is_late_ ? 408 : gone;
    }
}

asio::awaitable<int> Connection::read_body(Exchange& exchange, RequestParser& parser) {
    const Request& request = exchange.request;
    const RouteOptions* route = core_.router.find_options(request.method, request.raw_path);
    std::size_t most = core_.options.limits.body_bytes;
    if (const std::string* expected = request.headers.find("Expect"); expected != nullptr)
        if (!equals_ignoring_case(*expected, "100-continue")) co_return 417;
    if (route != nullptr && route->uploads == Uploads::streamed) {
        if (multipart_boundary_of(request)) co_return co_await read_upload(exchange, parser, *route);
        most = std::min(most, route->max_body_bytes.value_or(most));  // what is no form with files stays in memory
    } else if (route != nullptr) {
        most = route->max_body_bytes.value_or(most);
    }
    parser.set_body_bytes(most);
    if (parser.content_length().value_or(0) > most) co_return 413;
    expect_within(core_.options.limits.body_time);
    if (!co_await agree_to_body(request)) co_return gone;
    expect_within(core_.options.limits.body_time);
    parser.eager(true);
    while (true) {
        error_code error;
        buffer_.consume(parser.put(buffer_.data(), error));
        if (error && error != boost::beast::http::error::need_more) co_return parser.refusal(error);
        if (parser.is_done()) co_return 0;
        if (!co_await read_some(body_read_bytes)) co_return is_late_ ? 408 : gone;
    }
}

// False when the client is gone.
asio::awaitable<bool> Connection::agree_to_body(const Request& request) {
    if (!request.headers.has("Expect") || buffer_.size() > 0) co_return true;
    co_return co_await write(continue_line, {});
}

// False at the end of the stream, on an error, and after the deadline (is_late_).
asio::awaitable<bool> Connection::read_some(std::size_t bytes) {
    const auto [error, count] = co_await socket_.async_read_some(buffer_.prepare(bytes), as_value);
    buffer_.commit(count);
    co_return !error && count > 0;
}

// False when the connection is to be closed.
asio::awaitable<bool> Connection::answer(Exchange& exchange) {
    Outgoing out;
    auto work = [&] { out = core_.answerer.answer(exchange); };
    ++core_.metrics.requests_in_flight;
    const bool ran = co_await core_.on_worker(work, Admission::limited);
    --core_.metrics.requests_in_flight;
    if (!ran) out = core_.answerer.refuse(503);
    const bool stays = out.keep_alive == KeepAlive::yes;
    const bool sent = co_await send(std::move(out));
    co_return sent && stays && !core_.is_draining;
}

asio::awaitable<void> Connection::go_live(Exchange& exchange, const LiveEndpoint& endpoint, LiveTransport transport) {
    std::variant<Subscription, Outgoing> verdict;
    auto work = [&] { verdict = core_.answerer.authorise(exchange, endpoint, transport); };
    if (!co_await core_.on_worker(work, Admission::limited)) verdict = core_.answerer.refuse(503);
    if (auto* refusal = std::get_if<Outgoing>(&verdict)) {
        refusal->keep_alive = KeepAlive::no;
        co_await send(std::move(*refusal));
        co_return co_await close_gently();
    }
    Subscription subscription = std::get<Subscription>(std::move(verdict));
    buffer_.clear();  // a browser waits for the answer before it sends more
    if (transport == LiveTransport::websocket)
        co_await run_websocket(core_, socket_, exchange, std::move(subscription));
    else
        co_await run_events(core_, socket_, exchange, std::move(subscription));
}

asio::awaitable<bool> Connection::send(Outgoing out) {
    if (!out.stream) co_return co_await write(out.head, out.content());
    const bool sent = co_await send_stream(out);
    // What the source holds (a cursor, a file) is given back where it was taken: on a worker.
    core_.pool.run([source = std::move(out.stream)] {});
    co_return sent;
}

asio::awaitable<bool> Connection::send_stream(Outgoing& out) {
    std::string head = std::move(out.head);
    std::uint64_t sent = 0;
    bool has_more = true;
    while (has_more) {
        std::string chunk;
        bool is_broken = false;
        auto work = [&] {
            try {
                has_more = out.stream(chunk);
            } catch (const std::exception& error) {
                // The status is on its way already: all that is left is to break off, so that the
                // client sees that the answer is not whole.
                log_problem(std::string("stream broke off: ") + error.what());
                is_broken = true;
            }
        };
        if (!co_await core_.on_worker(work, Admission::always) || is_broken) co_return false;
        if (core_.is_aborted) co_return false;
        sent += chunk.size();
        // More than was announced would be taken for the next answer.
        if (out.stream_bytes && sent > *out.stream_bytes) co_return false;
        const std::string piece = chunk.empty() ? std::string() : framed(std::move(chunk), out.framing);
        if (!co_await write(head, piece)) co_return false;
        head.clear();
    }
    if (out.stream_bytes) co_return sent == *out.stream_bytes;
    if (out.framing != Framing::chunked) co_return false;
    co_return co_await write("0\r\n\r\n", {});
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    while (!head.empty() || !body.empty()) {
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
        expect_within(core_.options.limits.write_time);
        const auto [error, count] = co_await socket_.async_write_some(buffers, as_value);
        expect_nothing();
        if (error) co_return false;
        const std::size_t of_head = std::min(count, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(count - of_head);
    }
    co_return true;
}

// Closing while bytes of the client are still under way would reset the connection, and the client
// might lose the answer: so say that we are done, and read on for a moment.
asio::awaitable<void> Connection::close_gently() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    expect_within(gentle_close_time);
    std::size_t discarded = 0;
    buffer_.clear();
    while (discarded < discarded_bytes_at_most && co_await read_some(header_read_bytes)) {
        discarded += buffer_.size();
        buffer_.clear();
    }
    expect_nothing();
}

void Connection::expect_within(std::chrono::milliseconds time) {
    is_late_ = false;
    deadline_ = std::chrono::steady_clock::now() + time;
}

}  // namespace dichtbij::http
