#pragma once
// A bare Boost.Beast server for the floors of measurements: one thread, GET only, JSON or 404.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <unistd.h>

#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::bench {

// The JSON for a target; nothing: 404.
using BareAnswer = std::function<std::optional<std::string>(std::string_view target)>;

inline boost::asio::awaitable<void> serve_connection(boost::asio::ip::tcp::socket socket, const BareAnswer& answer) {
    namespace asio = boost::asio;
    namespace http = boost::beast::http;
    constexpr auto as_value = asio::as_tuple(asio::use_awaitable);
    socket.set_option(asio::ip::tcp::no_delay(true));
    boost::beast::flat_buffer buffer;
    while (true) {
        http::request<http::string_body> request;
        if (const auto [error, count] = co_await http::async_read(socket, buffer, request, as_value); error) co_return;
        http::response<http::string_body> response(http::status::not_found, request.version());
        if (auto found = answer({request.target().data(), request.target().size()})) {
            response.result(http::status::ok);
            response.set(http::field::content_type, "application/json");
            response.body() = std::move(*found);
        }
        response.keep_alive(request.keep_alive());
        response.prepare_payload();
        if (const auto [error, count] = co_await http::async_write(socket, response, as_value); error) co_return;
    }
}

inline boost::asio::awaitable<void> accept_connections(boost::asio::ip::tcp::acceptor& acceptor, const BareAnswer& answer) {
    while (true) {
        auto socket = co_await acceptor.async_accept(boost::asio::use_awaitable);
        boost::asio::co_spawn(acceptor.get_executor(), serve_connection(std::move(socket), answer), boost::asio::detached);
    }
}

// Prints its port, and serves until its input ends.
inline void serve_bare(const BareAnswer& answer) {
    namespace asio = boost::asio;
    asio::io_context io(1);
    asio::ip::tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
    asio::co_spawn(io, accept_connections(acceptor, answer), asio::detached);
    asio::posix::stream_descriptor input(io, ::dup(STDIN_FILENO));
    char byte = 0;
    input.async_read_some(asio::buffer(&byte, 1), [&](auto, auto) { io.stop(); });
    std::printf("%d\n", acceptor.local_endpoint().port());
    std::fflush(stdout);
    io.run();
}

}  // namespace dichtbij::bench
