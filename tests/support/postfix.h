#pragma once
// A real mail server for tests: Postfix in a folder of its own, on a free port of loopback, that offers STARTTLS and delivers
// fatima@voorbeeld.example into a maildir. It needs root, as Postfix does; without, there is none.

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "mail/smtp.h"
#include "support/stores.h"

namespace dichtbij::testing {

class Postfix {
  public:
    static bool is_here() { return geteuid() == 0 && std::filesystem::exists("/usr/sbin/postfix"); }

    Postfix() : port_(free_port()) {
        std::filesystem::permissions(dir_.path(), std::filesystem::perms(0755));
        for (const char* part : {"etc", "queue", "data", "mail"}) std::filesystem::create_directory(at(part));
        run("chown postfix '" + at("data") + "' && chown 65534 '" + at("mail") + "'");
        run("openssl req -x509 -newkey rsa:2048 -nodes -keyout '" + at("etc/key.pem") + "' -out '" + at("etc/cert.pem") +
            "' -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost >/dev/null 2>&1");
        std::ofstream(at("etc/main.cf")) << "compatibility_level = 3.6\nqueue_directory = " << at("queue") << "\ndata_directory = " << at("data")
                                         << "\nmail_owner = postfix\nsetgid_group = postdrop\nmyhostname = mail.proef.example\nmydestination =\nlocal_recipient_maps =\nalias_maps =\n"
                                            "inet_interfaces = loopback-only\ninet_protocols = ipv4\nvirtual_mailbox_domains = voorbeeld.example\nvirtual_mailbox_base = "
                                         << at("mail") << "\nvirtual_mailbox_maps = inline:{ fatima@voorbeeld.example=fatima/ }\nvirtual_minimum_uid = 1\n"
                                         << "virtual_uid_maps = static:65534\nvirtual_gid_maps = static:65534\nsmtpd_tls_cert_file = " << at("etc/cert.pem")
                                         << "\nsmtpd_tls_key_file = " << at("etc/key.pem") << "\nsmtpd_tls_security_level = may\nsmtpd_relay_restrictions = reject_unauth_destination\n"
                                         << "maillog_file = " << at("log") << "\nmaillog_file_prefixes = " << dir_.path() << "\n";
        std::ofstream master(at("etc/master.cf"));
        master << "127.0.0.1:" << port_ << " inet n - n - - smtpd\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\ntlsmgr unix - - n 1000? 1 tlsmgr\n"
               << "rewrite unix - - n - - trivial-rewrite\nproxymap unix - - n - - proxymap\nvirtual unix - n n - - virtual\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n";
        for (const char* one : {"bounce", "defer", "trace"}) master << one << " unix - - n - 0 bounce\n";
        for (const char* one : {"error", "retry"}) master << one << " unix - - n - - error\n";
        master << "smtp unix - - n - - smtp\nverify unix - - n - 1 verify\nflush unix n - n 1000? 0 flush\nscache unix - - n - 1 scache\n";
        master.close();
        run("postfix -c '" + at("etc") + "' start >/dev/null 2>&1");
    }
    ~Postfix() { static_cast<void>(std::system(("postfix -c '" + at("etc") + "' stop >/dev/null 2>&1").c_str())); }
    Postfix(const Postfix&) = delete;

    mail::Smtpserver server() const {
        mail::Smtpserver server;
        server.host = "localhost";
        server.poort = port_;
        server.vertrouwd = at("etc/cert.pem");
        server.groet = "dichtbij.proef.example";
        return server;
    }
    void stop_serving() { run("postfix -c '" + at("etc") + "' stop >/dev/null 2>&1"); }
    // What stands in the mailbox of Fatima, once there are `count` of them; at most ten seconds.
    std::vector<std::string> mailbox(std::size_t count) const {
        std::vector<std::string> found;
        for (int i = 0; i < 100; ++i) {
            found.clear();
            if (std::error_code none; std::filesystem::exists(at("mail/fatima/new"), none))
                for (const auto& one : std::filesystem::directory_iterator(at("mail/fatima/new"))) {
                    std::ifstream file(one.path(), std::ios::binary);
                    found.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
                }
            if (found.size() >= count) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return found;
    }

  private:
    static int free_port() {
        const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(handle, reinterpret_cast<sockaddr*>(&address), size) == 0);
        ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
        ::close(handle);
        return ntohs(address.sin_port);
    }
    std::string at(const std::string& part) const { return dir_.path() + "/" + part; }
    static void run(const std::string& command) {
        const int done = std::system(command.c_str());
        REQUIRE_MESSAGE(done == 0, command);
    }

    TempDir dir_;
    int port_;
};

}  // namespace dichtbij::testing
