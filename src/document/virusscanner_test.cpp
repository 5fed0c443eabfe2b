#include "document/virusscanner.h"

#include <doctest/doctest.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <thread>

#include "document/getallen.h"
#include "store/testing.h"

namespace dichtbij::document::virusscanner_test {
namespace {

using namespace std::chrono_literals;

// Speaks clamd's side of INSTREAM on a real socket, for one connection after another until it ends.
class Clamd {
  public:
    enum class Socket { unix_, tcp };
    explicit Clamd(Socket socket, std::size_t limit = 1'000'000) : limit_(limit), listener_(::socket(socket == Socket::unix_ ? AF_UNIX : AF_INET, SOCK_STREAM, 0)) {
        if (socket == Socket::unix_) {
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            const std::string path = folder_.path() + "/clamd.ctl";
            path.copy(address.sun_path, sizeof(address.sun_path) - 1);
            REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
            adres = "unix:" + path;
        } else {
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof(address);
            REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
            adres = "tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        }
        REQUIRE(::listen(listener_, 8) == 0);
        thread_ = std::thread([this] { work(); });
    }
    ~Clamd() {
        ::shutdown(listener_, SHUT_RDWR);
        ::close(listener_);
        thread_.join();
    }

    std::string adres;
    std::string received;   // of the last stream; read after scan() returned

  private:
    void work() {
        while (true) {
            const int client = ::accept(listener_, nullptr, nullptr);
            if (client < 0) return;
            serve(client);
            ::close(client);
        }
    }
    static bool read(int client, char* into, std::size_t count) {
        while (count > 0) {
            const auto got = ::recv(client, into, count, 0);
            if (got <= 0) return false;
            into += got;
            count -= static_cast<std::size_t>(got);
        }
        return true;
    }
    void serve(int client) {
        std::string command(10, '\0');
        if (!read(client, command.data(), command.size()) || command != std::string_view("zINSTREAM\0", 10)) return answer(client, "UNKNOWN COMMAND");
        received.clear();
        while (true) {
            char length[4];
            if (!read(client, length, 4)) return;
            const std::size_t size = u32_be({length, 4}, 0);
            if (size == 0) break;
            if (received.size() + size > limit_) return answer(client, "INSTREAM size limit exceeded. ERROR");
            std::string piece(size, '\0');
            if (!read(client, piece.data(), size)) return;
            received += piece;
        }
        if (received == "zwijg") return;
        answer(client, received.find("EICAR") != std::string::npos ? "stream: Win.Test.EICAR_HDB-1 FOUND" : received == "vreemd" ? "stream: misschien" : "stream: OK");
    }
    static void answer(int client, const std::string& text) { ::send(client, text.c_str(), text.size() + 1, MSG_NOSIGNAL); }

    store::testing::TempDir folder_;
    const std::size_t limit_;
    int listener_;
    std::thread thread_;
};

Scan scan(const std::string& adres, std::string_view content) {
    const auto scanner = open_clamd({adres, 2000ms}).value();
    MemoryBytes bytes(content);
    return scanner->scan(bytes);
}

}  // namespace

TEST_CASE("clamd is asked over a unix socket and over TCP, and sees every byte") {
    for (const auto socket : {Clamd::Socket::unix_, Clamd::Socket::tcp}) {
        Clamd clamd(socket);
        std::string large;
        for (int i = 0; i < 30'000; ++i) large += std::to_string(i);
        CHECK(scan(clamd.adres, large) == Scan{Scanuitslag::schoon, ""});
        CHECK(clamd.received == large);
        CHECK(scan(clamd.adres, "X5O!P%@AP EICAR") == Scan{Scanuitslag::besmet, "Win.Test.EICAR_HDB-1"});
    }
}

TEST_CASE("a scanner that is silent, away, confused or finds it too large has not scanned") {
    std::string adres;
    {
        Clamd clamd(Clamd::Socket::tcp, 100);
        adres = clamd.adres;
        CHECK(scan(adres, "zwijg").uitslag == Scanuitslag::niet_gelukt);
        CHECK(scan(adres, "vreemd") == Scan{Scanuitslag::niet_gelukt, "answer: stream: misschien"});
        CHECK(scan(adres, std::string(5'000'000, 'g')).uitslag == Scanuitslag::niet_gelukt);
    }
    CHECK(scan(adres, "weg").uitslag == Scanuitslag::niet_gelukt);
    CHECK(scan("unix:/nergens/clamd.ctl", "weg").uitslag == Scanuitslag::niet_gelukt);
}

TEST_CASE("a scanner that takes the connection and says nothing is left after the time-out") {
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    const auto scanner = open_clamd({"tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port)), 50ms}).value();
    MemoryBytes bytes("iets");
    CHECK(scanner->scan(bytes).uitslag == Scanuitslag::niet_gelukt);
    ::close(listener);
}

TEST_CASE("an address that is none is refused") {
    for (const char* adres : {"", "unix:", "unix:los", "tcp:", "tcp:3310", "tcp::3310", "tcp:host:", "tcp:host:123456", "http://x"}) CHECK_FALSE(open_clamd({adres, 1s}));
}

}  // namespace dichtbij::document::virusscanner_test
