#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket.hpp>

#include "http/net.h"

namespace dichtbij::http {

namespace {

namespace websocket = boost::beast::websocket;
using asio::experimental::awaitable_operators::operator&&;

constexpr std::string_view ping_comment = ":\n\n";
constexpr std::string_view follow_word = "follow ";
constexpr std::string_view leave_word = "leave ";

// A connection in the hub, for as long as it lives.
class Membership {
  public:
    Membership(Core& core, const Subscription& subscription)
        : core_(core), ready_(std::make_shared<asio::steady_timer>(core.io)) {
        const auto wake = [&io = core.io, weak = std::weak_ptr(ready_)] {
            asio::post(io, [weak] {
                if (const auto timer = weak.lock()) timer->cancel();
            });
        };
        outbox_ = std::make_shared<LiveOutbox>(hub().limits().queued_messages, wake);
        member_ = hub().join(subscription, outbox_);
        end_ = std::chrono::steady_clock::now() + hub().limits().longest_connection;
        if (core.is_draining) outbox_->close();
        ++core_.metrics.live_connections;
    }
    ~Membership() {
        hub().leave(member_);
        --core_.metrics.live_connections;
    }
    Membership(const Membership&) = delete;
    Membership& operator=(const Membership&) = delete;

    LiveHub& hub() const { return *core_.options.live; }
    LiveHub::Member id() const { return member_; }
    LiveOutbox& outbox() { return *outbox_; }

    // The next message. nullopt after `longest` without one, and when the connection must end.
    asio::awaitable<std::optional<Frame>> next(std::chrono::milliseconds longest) {
        const auto until = std::min(end_, std::chrono::steady_clock::now() + longest);
        while (!must_end()) {
            if (auto frame = outbox_->take()) co_return frame;
            if (std::chrono::steady_clock::now() >= until) break;
            // No message is missed: `wake` runs on this thread too, so not before the wait has begun.
            ready_->expires_at(until);
            co_await ready_->async_wait(as_value);
        }
        co_return std::nullopt;
    }
    bool must_end() const { return outbox_->is_closed() || std::chrono::steady_clock::now() >= end_; }

  private:
    Core& core_;
    std::shared_ptr<asio::steady_timer> ready_;
    std::shared_ptr<LiveOutbox> outbox_;
    LiveHub::Member member_ = 0;
    SteadyTime end_;
};

class WebSocketSession {
  public:
    WebSocketSession(Core& core, tcp::socket& socket, Subscription subscription)
        : core_(core), socket_(socket), stream_(socket), subscription_(std::move(subscription)) {
        const LiveLimits& limits = core.options.live->limits();
        websocket::stream_base::timeout timeout{};
        timeout.handshake_timeout = core.options.limits.header_time;
        timeout.idle_timeout = limits.ping_interval * 2;  // Beast pings at half of it
        timeout.keep_alive_pings = true;
        stream_.set_option(timeout);
        stream_.read_message_max(limits.topic_bytes + follow_word.size());
    }

    asio::awaitable<bool> accept(const Request& request) {
        boost::beast::http::request<boost::beast::http::empty_body> handshake;
        handshake.method(boost::beast::http::verb::get);
        handshake.target(request.target);
        for (const Header& field : request.headers) handshake.insert(field.name, field.value);
        const auto [error] = co_await stream_.async_accept(handshake, as_value);
        co_return !error;
    }

    asio::awaitable<void> run() {
        Membership membership(core_, subscription_);
        co_await (read(membership) && write(membership));
    }

  private:
    asio::awaitable<void> read(Membership& membership) {
        boost::beast::flat_buffer buffer;
        while (true) {
            const auto [error, count] = co_await stream_.async_read(buffer, as_value);
            if (error) break;
            const std::string text(static_cast<const char*>(buffer.cdata().data()), buffer.size());
            buffer.clear();
            co_await obey(membership, text);
        }
        membership.outbox().close();
    }

    asio::awaitable<void> obey(Membership& membership, std::string_view text) {
        if (text.starts_with(leave_word)) {
            membership.hub().leave_topic(membership.id(), text.substr(leave_word.size()));
            co_return;
        }
        const std::string topic(text.starts_with(follow_word) ? text.substr(follow_word.size()) : "");
        if (!membership.hub().is_topic(topic)) {
            membership.outbox().close();
            co_return;
        }
        bool may = false;
        auto work = [&] {
            try {
                may = subscription_.may_follow && subscription_.may_follow(topic);
            } catch (const std::exception&) {
                may = false;
            }
        };
        if (!co_await core_.on_worker(work, Admission::limited)) may = false;
        const bool follows = may && membership.hub().follow(membership.id(), topic);
        membership.outbox().put(std::make_shared<const std::string>((follows ? "! following " : "! refused ") + topic));
    }

    asio::awaitable<void> write(Membership& membership) {
        stream_.text(true);
        bool is_open = true;
        while (is_open && !membership.must_end()) {
            const auto frame = co_await membership.next(core_.options.live->limits().longest_connection);
            if (!frame) continue;
            const auto [error, count] = co_await stream_.async_write(asio::buffer(**frame), as_value);
            is_open = !error;
        }
        if (is_open && stream_.is_open()) co_await stream_.async_close(websocket::close_code::going_away, as_value);
        error_code ignored;
        socket_.close(ignored);
    }

    Core& core_;
    tcp::socket& socket_;
    websocket::stream<tcp::socket&> stream_;
    Subscription subscription_;
};

class EventsSession {
  public:
    EventsSession(Core& core, tcp::socket& socket) : core_(core), socket_(socket) {}

    asio::awaitable<void> run(const Exchange& exchange, const Subscription& subscription) {
        Response response;
        response.header("Content-Type", "text/event-stream").header("X-Accel-Buffering", "no");
        response.stream = [](std::string&) { return false; };  // only for its framing
        const Outgoing out = core_.answerer.finish(exchange, std::move(response));
        framing_ = out.framing;
        if (!co_await send(out.head)) co_return;
        Membership membership(core_, subscription);
        co_await (watch(membership) && write(membership));
    }

  private:
    // Nothing more is to come from the browser: whatever does is its end.
    asio::awaitable<void> watch(Membership& membership) {
        char byte = 0;
        co_await socket_.async_read_some(asio::buffer(&byte, 1), as_value);
        membership.outbox().close();
    }

    asio::awaitable<void> write(Membership& membership) {
        bool is_open = true;
        while (is_open && !membership.must_end()) {
            const auto frame = co_await membership.next(core_.options.live->limits().ping_interval);
            std::string event = frame ? "data: " + **frame + "\n\n" : std::string(ping_comment);
            event = framed(std::move(event), framing_);
            is_open = co_await send(event);
        }
        error_code ignored;
        socket_.close(ignored);
    }

    asio::awaitable<bool> send(std::string_view text) {
        const auto sending = std::make_shared<char>();
        asio::steady_timer limit(core_.io, core_.options.limits.write_time);
        limit.async_wait([this, still = std::weak_ptr(sending)](const error_code& error) {
            error_code ignored;
            if (!error && !still.expired()) socket_.close(ignored);
        });
        const auto [error, count] = co_await asio::async_write(socket_, asio::buffer(text), as_value);
        co_return !error;
    }

    Core& core_;
    tcp::socket& socket_;
    Framing framing_ = Framing::chunked;
};

}  // namespace

asio::awaitable<void> run_websocket(Core& core, tcp::socket& socket, const Exchange& exchange,
                                    Subscription subscription) {
    WebSocketSession session(core, socket, std::move(subscription));
    const bool accepted = co_await session.accept(exchange.request);
    core.answerer.note(exchange, accepted ? 101 : 400);
    if (accepted) co_await session.run();
}

asio::awaitable<void> run_events(Core& core, tcp::socket& socket, const Exchange& exchange,
                                 Subscription subscription) {
    EventsSession session(core, socket);
    co_await session.run(exchange, subscription);
}

}  // namespace dichtbij::http
