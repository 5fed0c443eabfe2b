#pragma once
// Asio, and what the connections of one server share. Only for server.cpp, connection.cpp and
// live_connection.cpp: a file that includes this takes long to compile.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "http/answer.h"
#include "http/worker_pool.h"

namespace dichtbij::http {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using SteadyTime = std::chrono::steady_clock::time_point;

// Errors come back as values: auto [error, n] = co_await socket.async_read_some(buffer, as_value);
inline constexpr auto as_value = asio::as_tuple(asio::use_awaitable);

class Connection;
enum class Admission { limited, always };

// Tells the thread that stops the server when the last connection has ended.
class LastOneOut {
  public:
    void left_empty() {
        const std::lock_guard lock(mutex_);
        is_empty_ = true;
        emptied_.notify_all();
    }
    bool wait(std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        return emptied_.wait_for(lock, longest, [this] { return is_empty_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable emptied_;
    bool is_empty_ = false;
};

// All members but `pool`, `is_aborted` and `last_one_out` belong to the thread that runs `io`.
struct Core {
    Core(ServerOptions given, const Router& routes)
        : options(std::move(given)),
          router(routes),
          answerer(options, routes),
          metrics(options.metrics != nullptr ? *options.metrics : own_metrics),
          pool(options.workers, options.limits.queued_requests) {}

    // Runs `work` on a worker and comes back to `io`. False when it was not admitted and did not run.
    // After an abort the work is skipped. `work` must live until then and not throw.
    template <class Work>
    asio::awaitable<bool> on_worker(Work& work, Admission admission) {
        const auto start = [this, &work, admission](auto handler) {
            const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
            const auto resume = [this, waiting](bool ran) {
                asio::post(io, [waiting, ran] { std::move (*waiting)(ran); });
            };
            const auto job = [this, resume, &work] {
                if (!is_aborted) work();
                resume(true);
            };
            if (!(admission == Admission::limited ? pool.try_run(job) : pool.run(job))) resume(false);
        };
        return asio::async_initiate<const asio::use_awaitable_t<>, void(bool)>(start, asio::use_awaitable);
    }

    void connection_ended() {
        if (is_draining && connections.empty()) last_one_out.left_empty();
    }

    const ServerOptions options;
    const Router& router;
    Answerer answerer;
    Metrics own_metrics;
    Metrics& metrics;
    LastOneOut last_one_out;
    std::unordered_set<Connection*> connections;
    std::size_t uploads = 0;  // streamed ones that come in now
    bool is_draining = false;
    std::atomic<bool> is_aborted{false};
    asio::io_context io{1};
    WorkerPool pool;  // last: its threads use all the others
};

// Takes over the connection until it ends. `socket` is closed at the end.
asio::awaitable<void> run_websocket(Core& core, tcp::socket& socket, const Exchange& exchange,
                                    Subscription subscription);
asio::awaitable<void> run_events(Core& core, tcp::socket& socket, const Exchange& exchange, Subscription subscription);

// A piece of a body with its chunk frame, when the framing has one.
std::string framed(std::string piece, Framing framing);

}  // namespace dichtbij::http
