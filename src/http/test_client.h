#pragma once
// A client of plain sockets for the tests of the server: it sends exactly the bytes it is given.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "http/headers.h"

namespace dichtbij::http {

struct Reply {
    int status = 0;  // 0: the connection was closed without an answer
    Headers headers;
    std::string body;
};

class TestClient {
  public:
    explicit TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    }
    ~TestClient() { close(); }
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    bool is_connected() const { return is_connected_; }

    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

    // False when the other side has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    Reply ask(std::string_view bytes) {
        send(bytes);
        return read_reply();
    }
    Reply get(const std::string& target, const std::string& more_headers = "") {
        return ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more_headers + "\r\n");
    }
    Reply post(const std::string& target, const std::string& type, const std::string& body) {
        return ask("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
                   "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }

    Reply read_reply() {
        Reply reply = read_head();
        if (reply.headers.get("Transfer-Encoding") == "chunked") {
            while (true) {
                const std::size_t size = std::strtoul(read_line().c_str(), nullptr, 16);
                if (size == 0) break;
                reply.body += read_bytes(size);
                read_line();
            }
            read_line();
        } else if (const std::string* length = reply.headers.find("Content-Length")) {
            reply.body = read_bytes(std::strtoul(length->c_str(), nullptr, 10));
        }
        return reply;
    }

    // Status line and header only: for HEAD, upgrades and streams.
    Reply read_head() {
        Reply reply;
        const std::string first = read_line();
        if (first.size() < 12) return reply;
        reply.status = std::atoi(first.c_str() + 9);
        for (std::string line = read_line(); !line.empty(); line = read_line()) {
            const std::size_t colon = line.find(": ");
            reply.headers.add(line.substr(0, colon), line.substr(colon + 2));
        }
        return reply;
    }

    std::string read_line() {
        std::size_t end = std::string::npos;
        while ((end = received_.find("\r\n")) == std::string::npos)
            if (!receive()) return std::exchange(received_, {});
        std::string line = received_.substr(0, end);
        received_.erase(0, end + 2);
        return line;
    }

    // Fewer when the other side closes.
    std::string read_bytes(std::size_t count) {
        while (received_.size() < count && receive()) {
        }
        std::string bytes = received_.substr(0, count);
        received_.erase(0, count);
        return bytes;
    }

    // Waits for the other side to close, and gives what it still sent.
    std::string read_until_closed() {
        while (receive()) {
        }
        return std::exchange(received_, {});
    }

  private:
    // False when the other side has closed. Throws when nothing comes at all.
    bool receive() {
        char bytes[4096];
        const auto count = ::recv(socket_, bytes, sizeof(bytes), 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("nothing received");
        if (count <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    bool is_connected_ = false;
    std::string received_;
};

}  // namespace dichtbij::http
