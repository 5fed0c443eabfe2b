#pragma once
// Calls to other machines over HTTP. An interface at the outside world: tests put their own in its place.

#include <atomic>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace dichtbij::client {

struct Webvraag {
    std::string url;  // https, or http to this machine; whoever asks has checked that it may go there
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string form = {};  // urlencoded, or what a header Content-Type says; not empty: a POST
    // For addresses that others gave: asked with the IP address that the name of the host led to, before anything is sent.
    // Then no proxy is used: it would connect for us.
    std::function<bool(const std::string& ip)> mag_verbinden = {};
};

struct Webantwoord {
    int status = 0;
    std::string content_type;
    std::string body;
};

class Web {
  public:
    virtual ~Web() = default;
    // Blocks, with a limit on time and size; follows no redirects. The error says what failed, without
    // what was sent. Never inside a transaction.
    virtual tl::expected<Webantwoord, std::string> send(const Webvraag&) = 0;
};

struct Webgrenzen {
    long connect_ms = 3'000;
    long total_ms = 6'000;
    std::size_t body_bytes = 256 * 1024;
    int at_once = 2;  // calls; more are refused at once, so that a slow provider does not take all workers
};

// Files in PEM: who we are for a machine that asks a certificate, and whom to trust beside the system's list. Empty: not used.
struct Webidentiteit {
    std::string certificaat;
    std::string sleutel;
    std::string vertrouwd;
};

class CurlWeb final : public Web {
  public:
    explicit CurlWeb(Webgrenzen grenzen = {}, Webidentiteit identiteit = {});
    tl::expected<Webantwoord, std::string> send(const Webvraag&) override;

  private:
    const Webgrenzen grenzen_;
    const Webidentiteit identiteit_;
    std::atomic<int> running_{0};
};

}  // namespace dichtbij::client
