#pragma once
// From a request as it came over the wire to an answer ready for it: everything but sockets.

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "http/server.h"

namespace dichtbij::http {

enum class KeepAlive { no, yes };
enum class Version { http_1_0, http_1_1 };

// One request and how its answer has to be framed.
struct Exchange {
    Request request;
    std::string peer_address;
    Version version = Version::http_1_1;
    KeepAlive keep_alive = KeepAlive::yes;
    int refused_status = 0;  // 0, or the status that the connection decided on: 413
    std::chrono::steady_clock::time_point started;
};

enum class LiveTransport { websocket, events };

enum class Framing { whole, chunked, until_close };

struct Outgoing {
    std::string head;  // status line and header, with the empty line
    std::string body;
    std::shared_ptr<const std::string> shared_body;
    BodySource stream;
    std::optional<std::uint64_t> stream_bytes;  // that `stream` must give
    Framing framing = Framing::whole;
    KeepAlive keep_alive = KeepAlive::no;
    int status = 0;
    std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

class Answerer {
  public:
    Answerer(const ServerOptions& options, const Router& router);

    // Never throws. Reads the form, runs filters and handler, maps failures, compresses, adds the
    // security headers, counts and writes the access line.
    Outgoing answer(Exchange& exchange) const;
    // An answer that did not come from a route, with the same headers.
    Outgoing finish(const Exchange& exchange, Response response) const;
    // For a connection that broke off before there was a request; counts and logs it.
    Outgoing refuse(int status) const;
    // Asks the endpoint, or refuses. Never throws.
    std::variant<Subscription, Outgoing> authorise(Exchange& exchange, const LiveEndpoint& endpoint,
                                                   LiveTransport transport) const;
    // Counts, and writes the access line.
    void note(const Exchange& exchange, int status) const;

  private:
    Response respond(Exchange& exchange) const;
    Response respond_to_exception(const std::exception& error, Request& request) const;
    void compress(const Request& request, Response& response) const;
    std::string next_request_id() const;

    const ServerOptions& options_;
    const Router& router_;
    const std::string id_prefix_;
    mutable std::atomic<std::uint64_t> last_id_{0};
};

}  // namespace dichtbij::http
