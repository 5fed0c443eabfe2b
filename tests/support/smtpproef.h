#pragma once
// A mail server for tests that says what it is told to: a line for each command, or the end of the connection.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "mail/smtp.h"

namespace dichtbij::testing {

class Smtpproef {
  public:
    // By verb ("MAIL", "RCPT", "DATA", "." for the end of the mail, "EHLO", "" for the greeting): what is answered; "" ends
    // the connection without a word.
    using Antwoorden = std::map<std::string, std::string>;
    explicit Smtpproef(Antwoorden antwoorden = {}) : antwoorden_(std::move(antwoorden)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(listener_, 8);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~Smtpproef() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    mail::Smtpserver server() const {
        mail::Smtpserver server;
        server.host = "127.0.0.1";
        server.poort = port_;
        server.beveiliging = mail::Beveiliging::geen;
        server.verbind_ms = 2000;
        server.totaal_ms = 3000;
        return server;
    }
    std::vector<std::string> mails() const {
        const std::lock_guard lock(mutex_);
        return mails_;
    }
    std::vector<std::string> commands() const {
        const std::lock_guard lock(mutex_);
        return commands_;
    }
    // Until this many mails came, or this many commands that begin so; false after ten seconds.
    bool wait_for_mails(std::size_t count) {
        std::unique_lock lock(mutex_);
        return came_.wait_for(lock, std::chrono::seconds(10), [&] { return mails_.size() >= count; });
    }
    bool wait_for_commands(const std::string& verb, std::ptrdiff_t count) {
        std::unique_lock lock(mutex_);
        return came_.wait_for(lock, std::chrono::seconds(10), [&] {
            return std::count_if(commands_.begin(), commands_.end(), [&](const std::string& one) { return one.starts_with(verb); }) >= count;
        });
    }
    int connections() const { return connections_; }
    // Ends each connection after this many mails.
    std::atomic<int> mails_per_connection{1000};

  private:
    void serve() {
        while (true) {
            const int client = ::accept(listener_, nullptr, nullptr);
            if (client < 0) return;
            ++connections_;
            talk(client);
            ::close(client);
        }
    }
    bool say(int client, const std::string& verb, const std::string& otherwise) {
        const auto found = antwoorden_.find(verb);
        const std::string line = (found == antwoorden_.end() ? otherwise : found->second) + "\r\n";
        if (line == "\r\n") return false;
        return ::send(client, line.data(), line.size(), MSG_NOSIGNAL) > 0;
    }
    void talk(int client) {
        std::string held;
        bool in_mail = false;
        int taken = 0;
        if (!say(client, "", "220 proef")) return;
        char bytes[4096];
        for (ssize_t got; (got = ::recv(client, bytes, sizeof bytes, 0)) > 0;) {
            held.append(bytes, static_cast<std::size_t>(got));
            while (true) {
                const std::string edge = in_mail ? "\r\n.\r\n" : "\r\n";
                const auto end = held.find(edge);
                if (end == std::string::npos) break;
                const std::string part = held.substr(0, end);
                held.erase(0, end + edge.size());
                if (!answer(client, part, in_mail)) return;
                if (!in_mail && part.size() > 100 && ++taken >= mails_per_connection) return;
            }
        }
    }
    bool answer(int client, const std::string& part, bool& in_mail) {
        if (in_mail) {
            in_mail = false;
            const std::lock_guard lock(mutex_);
            mails_.push_back(part + "\r\n");
            came_.notify_all();
            return say(client, ".", "250 2.0.0 Ok: queued");
        }
        const std::string verb = part.substr(0, 4);
        {
            const std::lock_guard lock(mutex_);
            commands_.push_back(part);
            came_.notify_all();
        }
        if (verb == "QUIT") return say(client, verb, "221 2.0.0 Bye");
        if (verb == "DATA") {
            const auto found = antwoorden_.find(verb);
            in_mail = found == antwoorden_.end();
            return say(client, verb, "354 Go on");
        }
        return say(client, verb, "250 2.1.0 Ok");
    }

    const Antwoorden antwoorden_;
    mutable std::mutex mutex_;
    std::condition_variable came_;
    std::vector<std::string> mails_;
    std::vector<std::string> commands_;
    std::atomic<int> connections_{0};
    int listener_;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace dichtbij::testing
