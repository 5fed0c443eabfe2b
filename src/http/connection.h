#pragma once
// One connection of a browser, request after request. Lives on the thread of the Core.

#include <boost/beast/core/flat_buffer.hpp>

#include <span>

#include "http/net.h"

namespace dichtbij::http {

class FormSpool;
class RequestParser;

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Core& core, tcp::socket socket);
    ~Connection();

    // Until either side is done with it. The caller keeps the connection alive.
    asio::awaitable<void> run();
    // One connection too many: says so and closes.
    asio::awaitable<void> run_refused();
    // Called now and then; cuts off what takes too long.
    void check_deadline(SteadyTime now);
    // At a stop: closes when no request is coming in or being answered.
    void drain();
    void abort();

  private:
    // 0: read. Positive: the status to refuse with. `gone`: nobody left to answer.
    static constexpr int gone = -1;

    asio::awaitable<bool> wait_for_request();
    asio::awaitable<int> read_request(Exchange& exchange);
    asio::awaitable<int> read_header(Exchange& exchange, RequestParser& parser);
    asio::awaitable<int> read_body(Exchange& exchange, RequestParser& parser);
    asio::awaitable<int> read_upload(Exchange& exchange, RequestParser& parser, const RouteOptions& route);
    asio::awaitable<int> spool_pieces(Exchange& exchange, RequestParser& parser, FormSpool& spool, std::uint64_t most);
    asio::awaitable<int> drain_upload(Exchange& exchange, RequestParser& parser);
    asio::awaitable<bool> agree_to_body(const Request& request);
    asio::awaitable<bool> read_some(std::size_t bytes);
    asio::awaitable<bool> answer(Exchange& exchange);
    asio::awaitable<void> go_live(Exchange& exchange, const LiveEndpoint& endpoint, LiveTransport transport);
    asio::awaitable<bool> send(Outgoing out);
    asio::awaitable<bool> send_stream(Outgoing& out);
    asio::awaitable<bool> write(std::string_view head, std::string_view body);
    asio::awaitable<void> close_gently();

    void expect_within(std::chrono::milliseconds time);
    void expect_nothing() { deadline_ = SteadyTime::max(); }

    Core& core_;
    tcp::socket socket_;
    std::string peer_address_;
    boost::beast::flat_buffer buffer_;
    SteadyTime deadline_ = SteadyTime::max();
    bool is_late_ = false;
    bool is_idle_ = false;
};

}  // namespace dichtbij::http
