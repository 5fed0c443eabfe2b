#pragma once
// A real Postfix with a queue and ports of its own, that delivers zeewijk.example by LMTP to a port of ours. Needs root,
// as Postfix itself does; everything of it is gone afterwards.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dichtbij::testing {

class BezorgendePostfix {
  public:
    static bool is_here() { return ::geteuid() == 0 && std::filesystem::exists("/usr/sbin/postfix") && std::filesystem::exists("/usr/lib/postfix/sbin/lmtp"); }

    explicit BezorgendePostfix(std::uint16_t lmtp_port) : folder_(std::filesystem::temp_directory_path() / ("postfix" + std::to_string(::getpid()))), port_(free_port()) {
        for (const auto* part : {"conf", "queue", "data"}) std::filesystem::create_directories(folder_ / part);
        run("chmod 755 " + folder_.string() + " && chown postfix " + (folder_ / "data").string());
        const std::string at = folder_.string();
        std::ofstream(folder_ / "conf/main.cf")
            << "compatibility_level = 3.6\nqueue_directory = " << at << "/queue\ndata_directory = " << at << "/data\nmail_owner = postfix\nsetgid_group = postdrop\n"
            << "myhostname = mx.zeewijk.example\nmydestination =\nmynetworks = 127.0.0.0/8\ninet_interfaces = 127.0.0.1\ninet_protocols = ipv4\n"
            << "relay_domains = zeewijk.example\nrelay_transport = lmtp:inet:127.0.0.1:" << lmtp_port << "\nrelay_recipient_maps =\nalias_maps =\n"
            << "local_recipient_maps =\ndefault_transport = error:no way out of a test\nmaillog_file = " << at << "/log\nmaillog_file_prefixes = " << at << "\n"
            << "minimal_backoff_time = 1s\nmaximal_backoff_time = 1s\nqueue_run_delay = 1s\ntransport_retry_time = 1s\n";
        std::ofstream(folder_ / "conf/master.cf")
            << "127.0.0.1:" << port_ << " inet n - n - - smtpd\n"
            << "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 1 1 qmgr\nrewrite unix - - n - - trivial-rewrite\n"
            << "bounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\ntrace unix - - n - 0 bounce\nflush unix n - n 1000? 0 flush\n"
            << "proxymap unix - - n - - proxymap\nerror unix - - n - - error\nretry unix - - n - - error\nlmtp unix - - n - - lmtp\n"
            << "anvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\npostlog unix-dgram n - n - 1 postlogd\ntlsmgr unix - - n 1000? 1 tlsmgr\n";
        run("postfix -c " + at + "/conf start");
    }
    ~BezorgendePostfix() {
        [[maybe_unused]] const int stopped = std::system(("postfix -c " + (folder_ / "conf").string() + " stop >/dev/null 2>&1").c_str());
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    BezorgendePostfix(const BezorgendePostfix&) = delete;

    // Hands Postfix a mail by SMTP, its lines as they go over the wire (a dot before a dot). It is in the queue when this
    // returns; throws when it was refused.
    void send(const std::string& from, const std::string& to, const std::string& text) const {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where = loopback(port_);
        std::string said;
        for (int tries = 0; ::connect(socket, reinterpret_cast<sockaddr*>(&where), sizeof(where)) != 0;) {
            if (++tries == 100) throw std::runtime_error("postfix does not answer");
            ::usleep(100'000);
        }
        for (const std::string& line : {std::string(), std::string("EHLO test"), "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", std::string("DATA"), text + "\r\n.", std::string("QUIT")}) {
            if (!line.empty() && ::send(socket, (line + "\r\n").data(), line.size() + 2, MSG_NOSIGNAL) < 0) break;
            said = answer(socket);
            if (said.empty() || (said[0] != '2' && said[0] != '3')) break;
        }
        ::close(socket);
        if (!said.starts_with("221")) throw std::runtime_error("postfix said: " + said);
    }

  private:
    static sockaddr_in loopback(std::uint16_t port) {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(port);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return where;
    }
    static std::uint16_t free_port() {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in where = loopback(0);
        socklen_t size = sizeof(where);
        if (::bind(socket, reinterpret_cast<sockaddr*>(&where), size) != 0) throw std::runtime_error("no port");
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&where), &size);
        ::close(socket);
        return ntohs(where.sin_port);
    }
    // The last line of an answer.
    static std::string answer(int socket) {
        std::string text;
        for (;;) {
            char piece[2048];
            const auto count = ::recv(socket, piece, sizeof(piece), 0);
            if (count <= 0) return {};
            text.append(piece, static_cast<std::size_t>(count));
            if (!text.ends_with("\r\n")) continue;
            const auto before = text.rfind("\r\n", text.size() - 3);
            const std::string last = before == std::string::npos ? text : text.substr(before + 2);
            if (last.size() > 3 && last[3] == ' ') return last;
        }
    }
    static void run(const std::string& command) {
        if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) throw std::runtime_error("failed: " + command);
    }

    const std::filesystem::path folder_;
    const std::uint16_t port_;
};

}  // namespace dichtbij::testing
