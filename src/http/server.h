#pragma once
// The HTTP/1.1 server. Sockets are handled by one thread of its own; handlers are plain blocking
// functions on worker threads. TLS is the business of a proxy in front (see `trusted_proxies`).

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/form.h"
#include "http/live.h"
#include "http/metrics.h"
#include "http/proxy.h"
#include "http/router.h"

namespace dichtbij::http {

struct ServerLimits {
    using ms = std::chrono::milliseconds;

    std::size_t connections = 4096;           // more: 503 and closed
    std::size_t queued_requests = 1024;       // that wait for a worker; more: 503
    std::size_t target_bytes = 8 * 1024;      // path and query; more: 414
    std::size_t header_bytes = 16 * 1024;     // more: 431
    std::size_t body_bytes = 2 * 1024 * 1024; // more: 413; a route may have its own (RouteOptions)
    FormLimits form;
    ms header_time{10'000};       // from the first byte to the end of the header; longer: 408
    ms body_time{60'000};         // longer: 408
    ms upload_time{900'000};      // the same for streamed uploads,
    ms upload_idle_time{30'000};  // and between two pieces of them
    std::size_t uploads_at_once = 32;                                 // streamed; more: 503
    std::uint64_t upload_drained_bytes = 512ull * 1024 * 1024;        // of a too large upload that is read on, so that the
                                                                      // browser shows our answer; more: closed
    ms keep_alive_time{60'000};   // between two requests; longer: closed
    ms write_time{30'000};        // without the client taking a byte; longer: closed
    ms drain_time{20'000};        // what stop() gives to running requests
};

struct ServerOptions {
    std::string listen = "127.0.0.1:0";  // ADDR:PORT or [ADDR]:PORT; port 0: a free one
    std::size_t workers = 16;
    ServerLimits limits;
    TrustedProxies trusted_proxies;
    int gzip_level = 1;                  // of pages made on the spot; 0: never
    std::size_t gzip_from_bytes = 1024;
    // What an exception from a handler becomes. Without: the status page for 500. Always logged.
    std::function<Response(const std::exception&, Request&)> on_error;
    std::filesystem::path upload_folder = {};  // for streamed uploads; empty: the system's own
    Metrics* metrics = nullptr;          // optional; must outlive the server
    LiveHub* live = nullptr;             // needed when there are live endpoints; must outlive the server
    std::vector<LiveEndpoint> live_endpoints;
};

class Server {
  public:
    // Listens and answers from here on. Throws std::system_error (with the address in its text) when
    // it cannot listen. `router` and what the options point to must outlive the server.
    Server(ServerOptions options, const Router& router);
    ~Server();  // stop()

    std::uint16_t port() const;
    // Refuses new connections, answers what runs, closes idle connections, and returns when all are
    // gone or after `limits.drain_time`. Not from a handler. A second call returns at once.
    void stop();

  private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace dichtbij::http
