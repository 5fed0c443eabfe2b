#include "document/virusscanner.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "base/text.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::size_t answer_bytes = 1024;
constexpr std::size_t name_characters = 100;

struct Address {
    int family = AF_UNIX;
    sockaddr_storage where{};
    socklen_t size = 0;
};

class Failed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] void fail(const std::string& step) { throw Failed(step + ": " + std::generic_category().message(errno)); }

std::optional<Address> unix_address(std::string_view path) {
    Address address;
    auto* where = reinterpret_cast<sockaddr_un*>(&address.where);
    if (path.empty() || path.size() >= sizeof(where->sun_path)) return std::nullopt;
    where->sun_family = AF_UNIX;
    std::memcpy(where->sun_path, path.data(), path.size());
    address.size = sizeof(sockaddr_un);
    return address;
}

// Resolved at each scan: the address of a name may change while we run.
std::optional<Address> tcp_address(const std::string& host, const std::string& port) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0 || !found) return std::nullopt;
    Address address;
    address.family = found->ai_family;
    address.size = found->ai_addrlen;
    std::memcpy(&address.where, found->ai_addr, found->ai_addrlen);
    ::freeaddrinfo(found);
    return address;
}

// A connection on which every step has a deadline. Steps throw Failed.
class Line {
  public:
    Line(const Address& address, std::chrono::milliseconds patience)
        : patience_(static_cast<int>(patience.count())), socket_(::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        if (socket_ < 0) fail("socket");
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address.where), address.size) == 0) return;
        if (errno != EINPROGRESS) {
            close_and_fail("connect");
        }
        int error = 0;
        socklen_t size = sizeof(error);
        if (!is_ready(POLLOUT) || ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) {
            if (error != 0) errno = error;
            close_and_fail("connect");
        }
    }
    ~Line() { ::close(socket_); }
    Line(const Line&) = delete;

    // False when the other side does not take more: it may have answered already.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count >= 0) bytes.remove_prefix(static_cast<std::size_t>(count));
            else if (errno == EPIPE || errno == ECONNRESET) return false;
            else if (errno != EAGAIN && errno != EINTR) fail("send");
            else if (!is_ready(POLLOUT)) fail("send");
        }
        return true;
    }

    std::string receive() {
        std::string answer;
        while (answer.size() < answer_bytes) {
            std::array<char, 256> piece{};
            const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
            if (count == 0) break;
            if (count < 0 && errno != EAGAIN && errno != EINTR) fail("receive");
            if (count < 0) {
                if (!is_ready(POLLIN)) fail("receive");
                continue;
            }
            answer.append(piece.data(), static_cast<std::size_t>(count));
            if (answer.find('\0') != std::string::npos) break;
        }
        return answer.substr(0, answer.find('\0'));
    }

  private:
    bool is_ready(short what) {
        pollfd waiting{socket_, what, 0};
        const int ready = ::poll(&waiting, 1, patience_);
        if (ready == 0) errno = ETIMEDOUT;
        return ready > 0;
    }
    [[noreturn]] void close_and_fail(const char* step) {
        const int error = errno;
        ::close(socket_);
        errno = error;
        fail(step);
    }

    const int patience_;
    int socket_;
};

std::string length_of(std::size_t size) {
    std::string bytes(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<char>(size >> (24 - 8 * i) & 0xff);
    return bytes;
}

// "stream: OK", "stream: Win.Test.EICAR_HDB-1 FOUND", "INSTREAM size limit exceeded. ERROR".
Scan read_answer(std::string_view answer) {
    const std::string_view text = trimmed(answer);
    constexpr std::string_view begin = "stream: ";
    constexpr std::string_view found = " FOUND";
    if (text == "stream: OK") return {Scanuitslag::schoon, ""};
    if (text.starts_with(begin) && text.ends_with(found) && text.size() > begin.size() + found.size()) {
        const std::string name = cleaned(text.substr(begin.size(), text.size() - begin.size() - found.size()));
        return {Scanuitslag::besmet, is_utf8(name) ? shortened(name, name_characters) : "?"};
    }
    return {Scanuitslag::niet_gelukt, text.empty() ? "no answer" : "answer: " + std::string(text)};
}

class Clamd final : public Virusscanner {
  public:
    Clamd(std::string host, std::string port, std::chrono::milliseconds patience) : host_(std::move(host)), port_(std::move(port)), patience_(patience) {}

    Scan scan(Bytes& bytes) override {
        const auto address = port_.empty() ? unix_address(host_) : tcp_address(host_, port_);
        if (!address) return {Scanuitslag::niet_gelukt, "address not known: " + host_};
        try {
            Line line(*address, patience_);
            bool is_taking = line.send(std::string_view("zINSTREAM\0", 10));
            for (std::int64_t at = 0; is_taking && at < bytes.size();) {
                const std::string piece = bytes.piece(at, piece_bytes);
                if (piece.empty()) return {Scanuitslag::niet_gelukt, "the file ends early"};
                is_taking = line.send(length_of(piece.size()) + piece);
                at += static_cast<std::int64_t>(piece.size());
            }
            if (is_taking) line.send(length_of(0));
            return read_answer(line.receive());
        } catch (const Failed& error) {  // a scanner that is away is an answer of its own
            return {Scanuitslag::niet_gelukt, error.what()};
        }
    }

  private:
    const std::string host_;
    const std::string port_;  // empty: host_ is the path of a unix socket
    const std::chrono::milliseconds patience_;
};

Fail refused(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

}  // namespace

Result<std::unique_ptr<Virusscanner>> open_clamd(const ClamdOptions& options) {
    const std::string_view adres = options.adres;
    if (adres.starts_with("unix:") && adres.size() > 6 && adres[5] == '/') {
        if (!unix_address(adres.substr(5))) return refused("the path of the socket is too long");
        return std::make_unique<Clamd>(std::string(adres.substr(5)), "", options.wachttijd);
    }
    const std::size_t colon = adres.rfind(':');
    if (!adres.starts_with("tcp:") || colon <= 4 || !all_digits(adres.substr(colon + 1)) || adres.size() - colon > 6)
        return refused("an address is unix:/PATH or tcp:HOST:PORT");
    std::string host(adres.substr(4, colon - 4));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return std::make_unique<Clamd>(std::move(host), std::string(adres.substr(colon + 1)), options.wachttijd);
}

}  // namespace dichtbij::document
