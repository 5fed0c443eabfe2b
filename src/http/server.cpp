#include "http/server.h"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <thread>

#include "base/result.h"
#include "http/connection.h"
#include "http/log.h"

namespace dichtbij::http {

namespace {

using namespace std::chrono_literals;

// Connections above the limit that are being told so; more are closed without a word.
constexpr std::size_t refused_at_once = 64;
constexpr auto pause_after_failed_accept = 100ms;
constexpr auto time_after_abort = 10s;
constexpr auto shortest_sweep = 5ms;
constexpr auto longest_sweep = 500ms;

[[noreturn]] void cannot_listen(const std::string& listen, const std::error_code& error) {
    throw std::system_error(error, "cannot listen on " + listen);
}

tcp::endpoint parse_listen(const std::string& listen) {
    const std::size_t colon = listen.rfind(':');
    const auto refused = std::make_error_code(std::errc::invalid_argument);
    if (colon == std::string::npos) cannot_listen(listen, refused);
    std::string host = listen.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    error_code error;
    const auto address = asio::ip::make_address(host, error);
    std::uint16_t port = 0;
    const char* end = listen.data() + listen.size();
    const auto [stop, problem] = std::from_chars(listen.data() + colon + 1, end, port);
    if (error || problem != std::errc() || stop != end || colon + 1 == listen.size()) cannot_listen(listen, refused);
    return {address, port};
}

// Deadlines are looked at in passing: often enough for the shortest of them, seldom enough to cost nothing.
std::chrono::milliseconds sweep_interval(const ServerLimits& limits) {
    const auto shortest =
        std::min({limits.header_time, limits.body_time, limits.keep_alive_time, limits.write_time});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, shortest_sweep, longest_sweep);
}

}  // namespace

struct Server::Running {
    Running(ServerOptions options, const Router& router)
        : core(std::move(options), router), acceptor(core.io), sweeper(core.io) {}

    void listen();
    void start();
    void stop();

    asio::awaitable<void> accept_connections();
    asio::awaitable<void> sweep();
    void welcome(tcp::socket socket);
    template <class Task>
    void spawn(Task task);

    Core core;
    tcp::acceptor acceptor;
    asio::steady_timer sweeper;
    std::uint16_t port = 0;
    bool is_stopped = false;
    std::thread thread;
};

Server::Server(ServerOptions options, const Router& router)
    : running_(std::make_unique<Running>(std::move(options), router)) {
    CHECK_THAT(running_->core.options.live_endpoints.empty() || running_->core.options.live != nullptr);
    running_->listen();
    running_->start();
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return running_->port; }

void Server::stop() { running_->stop(); }

void Server::Running::listen() {
    const std::string& where = core.options.listen;
    const tcp::endpoint endpoint = parse_listen(where);
    error_code error;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) cannot_listen(where, error);
    port = acceptor.local_endpoint().port();
}

void Server::Running::start() {
    spawn([this] { return accept_connections(); });
    spawn([this] { return sweep(); });
    thread = std::thread([this] { core.io.run(); });
}

void Server::Running::stop() {
    if (std::exchange(is_stopped, true)) return;
    asio::post(core.io, [this] {
        core.is_draining = true;
        error_code ignored;
        acceptor.close(ignored);
        if (core.options.live != nullptr) core.options.live->close_all();
        for (Connection* connection : core.connections) connection->drain();
        core.connection_ended();
    });
    if (!core.last_one_out.wait(core.options.limits.drain_time)) {
        core.is_aborted = true;
        asio::post(core.io, [this] {
            for (Connection* connection : core.connections) connection->abort();
        });
    }
    core.pool.finish();
    // Every connection now has its answer, or no socket: none can last.
    core.last_one_out.wait(time_after_abort);
    core.io.stop();
    thread.join();
}

template <class Task>
void Server::Running::spawn(Task task) {
    asio::co_spawn(core.io, std::move(task), [](const std::exception_ptr& failure) {
        if (!failure) return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            log_problem(std::string("connection failed: ") + error.what());
        }
    });
}

asio::awaitable<void> Server::Running::accept_connections() {
    while (acceptor.is_open()) {
        auto [error, socket] = co_await acceptor.async_accept(as_value);
        if (!error) {
            welcome(std::move(socket));
        } else if (acceptor.is_open()) {
            // Out of file descriptors, most likely: leave the others time to end.
            log_problem("cannot accept: " + error.message());
            asio::steady_timer pause(core.io, pause_after_failed_accept);
            co_await pause.async_wait(as_value);
        }
    }
}

void Server::Running::welcome(tcp::socket socket) {
    const std::size_t limit = core.options.limits.connections;
    const std::size_t open = core.connections.size();
    if (open >= limit) ++core.metrics.refused_connections;
    if (open >= limit + refused_at_once) return;
    auto connection = std::make_shared<Connection>(core, std::move(socket));
    spawn([connection = std::move(connection), refused = open >= limit]() -> asio::awaitable<void> {
        if (refused) co_await connection->run_refused();
        else co_await connection->run();
    });
}

asio::awaitable<void> Server::Running::sweep() {
    while (true) {
        sweeper.expires_after(sweep_interval(core.options.limits));
        co_await sweeper.async_wait(as_value);
        const auto now = std::chrono::steady_clock::now();
        for (Connection* connection : core.connections) connection->check_deadline(now);
    }
}

}  // namespace dichtbij::http
