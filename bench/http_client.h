#pragma once
// The least of an HTTP client: one kept connection, blocking, answers read whole. For measuring servers.

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::bench {

inline constexpr const char* user_agent = "Dichtbij-bench";

inline double seconds_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}
inline double now_s() { return seconds_of(CLOCK_MONOTONIC); }
// CPU seconds that a process has used, all its threads together.
inline double cpu_of(pid_t process) {
    clockid_t clock{};
    return clock_getcpuclockid(process, &clock) == 0 ? seconds_of(clock) : 0;
}

struct Answer {
    int status = 0;
    std::string location;  // where a redirect leads
    std::string body;
    // The page, or the one thing that was searched for; not the way to the sign-in page.
    bool is_served() const { return status == 200 || (status == 303 && !location.starts_with("/inloggen")); }
};

class HttpClient {
  public:
    // `session` is what a browser shows; `token` what another system shows. Either may be empty.
    HttpClient(int port, const std::string& session, const std::string& token = {}) : port_(port) {
        rest_ = std::string(" HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: ") + user_agent + "\r\nAccept-Encoding: gzip\r\n";
        if (!session.empty()) rest_ += "Cookie: " + (session.find('=') == std::string::npos ? "sessie=" + session : session) + "\r\n";
        if (!token.empty()) rest_ += "Authorization: Token " + token + "\r\n";
    }
    ~HttpClient() { disconnect(); }
    HttpClient(const HttpClient&) = delete;

    // Nothing when the connection broke twice.
    std::optional<Answer> get(std::string_view path) { return send_twice("GET " + std::string(path) + rest_ + "\r\n"); }
    // JSON. May have been done although nothing came back.
    std::optional<Answer> post(std::string_view path, const std::string& body) {
        return send_twice("POST " + std::string(path) + rest_ + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }

  private:
    std::optional<Answer> send_twice(const std::string& request) {
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (socket_ < 0 && !connect()) return std::nullopt;
            if (auto answer = exchange(request)) return answer;
            disconnect();
        }
        return std::nullopt;
    }

    bool connect() {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port_));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return true;
        disconnect();
        return false;
    }

    void disconnect() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
        buffer_.clear();
    }

    std::optional<Answer> exchange(const std::string& request) {
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) return std::nullopt;
        std::size_t head_end = 0;
        while ((head_end = buffer_.find("\r\n\r\n")) == std::string::npos)
            if (!read_more()) return std::nullopt;
        const std::string_view head(buffer_.data(), head_end);
        Answer answer;
        answer.status = std::atoi(buffer_.c_str() + std::string_view("HTTP/1.1 ").size());
        const auto length_at = head.find("Content-Length: ");
        if (const auto at = head.find("\r\nLocation: "); at != std::string_view::npos) answer.location = head.substr(at + 12, head.find("\r\n", at + 12) - at - 12);
        const std::size_t length = length_at == std::string_view::npos ? 0 : std::strtoul(buffer_.c_str() + length_at + 16, nullptr, 10);
        while (buffer_.size() < head_end + 4 + length)
            if (!read_more()) return std::nullopt;
        answer.body = buffer_.substr(head_end + 4, length);
        buffer_.erase(0, head_end + 4 + length);
        return answer;
    }

    bool read_more() {
        char bytes[65536];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        buffer_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int port_;
    int socket_ = -1;
    std::string rest_;
    std::string buffer_;
};

}  // namespace dichtbij::bench
