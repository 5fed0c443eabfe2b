#include "mail/luisteraar.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "base/text.h"
#include "mail/netwerk.h"

namespace dichtbij::mail {
namespace {

using Klok = std::chrono::steady_clock;
constexpr std::size_t piece_size = 64u << 10;
constexpr std::size_t first_room = 256u << 10;
constexpr std::size_t return_path_room = 400;

class Stopcontact {  // an open socket
  public:
    explicit Stopcontact(int file = -1) : file_(file) {}
    Stopcontact(Stopcontact&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    Stopcontact& operator=(Stopcontact&& other) noexcept {
        std::swap(file_, other.file_);
        return *this;
    }
    ~Stopcontact() {
        if (file_ >= 0) ::close(file_);
    }
    int get() const { return file_; }

  private:
    int file_;
};

// Bytes that all mails on their way in may take together.
class Geheugen {
  public:
    explicit Geheugen(std::size_t most) : most_(most) {}
    bool take(std::size_t bytes) {
        if (taken_.fetch_add(bytes) + bytes <= most_) return true;
        taken_.fetch_sub(bytes);
        return false;
    }
    void give_back(std::size_t bytes) { taken_.fetch_sub(bytes); }

  private:
    const std::size_t most_;
    std::atomic<std::size_t> taken_{0};
};

// A mail that is coming in. Grows by doubling, and asks for the new room before it gives the old back.
class Ruimte {
  public:
    explicit Ruimte(Geheugen& memory) : memory_(memory) {}
    ~Ruimte() { memory_.give_back(room_); }
    Ruimte(const Ruimte&) = delete;
    bool make(std::size_t extra, std::size_t most) {
        const std::size_t needed = std::min(bytes.size() + extra, most);
        if (needed <= room_) return true;
        const std::size_t next = std::min(std::max({2 * room_, needed, first_room}), std::max(most, needed));
        if (!memory_.take(next)) return false;
        bytes.reserve(next);
        memory_.give_back(room_);
        room_ = next;
        return true;
    }
    std::string bytes;

  private:
    Geheugen& memory_;
    std::size_t room_ = 0;
};

// One conversation over a socket.
class Gesprek {
  public:
    Gesprek(int socket, int stop, const Luisterkeuzes& choices, Geheugen& memory, Sessie session)
        : socket_(socket), stop_(stop), choices_(choices), memory_(memory), session_(std::move(session)) {}

    void run() {
        if (!send(session_.groet())) return;
        for (;;) {
            const auto line = next_line();
            if (!line) return;
            Antwoord answer = is_broken_ ? session_.te_lang() : session_.opdracht(*line);
            if (is_broken_ && is_bare_) answer.vervolg = Vervolg::sluiten;  // what follows may be another's words
            if (!send(answer.tekst) || answer.vervolg == Vervolg::sluiten) return;
            if (answer.vervolg == Vervolg::bericht && !take_mail()) return;
        }
    }

  private:
    // Without its end. nullopt when the other is gone, too slow, or we stop.
    std::optional<std::string> next_line() {
        const auto deadline = Klok::now() + choices_.stilte;
        is_broken_ = is_bare_ = false;
        for (;;) {
            if (const auto end = waiting_.find('\n'); end != std::string::npos) {
                is_bare_ = end == 0 || waiting_[end - 1] != '\r';
                is_broken_ = is_broken_ || is_bare_ || end >= choices_.sessie.regel_bytes;
                std::string line = waiting_.substr(0, is_bare_ ? end : end - 1);
                waiting_.erase(0, end + 1);
                return line;
            }
            if (waiting_.size() >= choices_.sessie.regel_bytes) {  // its end is waited for, the rest forgotten
                is_broken_ = true;
                waiting_.erase(0, waiting_.size() - 1);
            }
            if (!receive(deadline)) return std::nullopt;
        }
    }

    bool take_mail() {
        const auto deadline = Klok::now() + choices_.bericht;
        const std::size_t most = choices_.sessie.bericht_bytes + return_path_room;
        Ruimte mail(memory_);
        Dataontvangst reader;
        bool has_room = mail.make(first_room, most);
        if (has_room) mail.bytes = session_.return_path();
        // Also what is not kept is read to its end: only then may it be answered.
        for (;;) {
            std::string nowhere;
            if (has_room && !reader.is_te_groot()) has_room = mail.make(waiting_.size(), most);
            if (!has_room) mail.bytes = {};
            const std::size_t used = reader.neem(waiting_, has_room ? mail.bytes : nowhere, has_room ? most : SIZE_MAX);
            waiting_.erase(0, used);
            if (reader.is_klaar()) break;
            if (!receive(std::min(deadline, Klok::now() + choices_.stilte))) return false;
        }
        if (reader.is_te_groot()) return send(session_.bericht_te_groot());
        if (!has_room) return send(session_.geen_ruimte());
        return send(session_.einde_bericht(mail.bytes));
    }

    bool receive(Klok::time_point deadline) {
        if (!wait_for(POLLIN, deadline)) return false;
        const std::size_t before = waiting_.size();
        waiting_.resize(before + piece_size);
        const auto count = ::recv(socket_, waiting_.data() + before, piece_size, 0);
        waiting_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
    }

    bool send(std::string_view bytes) {
        const auto deadline = Klok::now() + choices_.stilte;
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
            else if (count < 0 && errno != EAGAIN && errno != EINTR) return false;
            else if (count < 0 && errno == EAGAIN && !wait_for(POLLOUT, deadline)) return false;
        }
        return true;
    }

    // When we stop or it takes too long, the other is told; while we send, stopping does not hurry us.
    bool wait_for(short what, Klok::time_point deadline) {
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Klok::now()).count();
            std::array<pollfd, 2> waiting{pollfd{socket_, what, 0}, pollfd{what == POLLIN ? stop_ : -1, POLLIN, 0}};
            const int ready = left <= 0 ? 0 : ::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<std::int64_t>(left, 600'000)));
            if (ready < 0 && errno == EINTR) continue;
            if (ready < 0) return false;
            if (waiting[1].revents != 0) return say_last("421 4.3.2 Stopping, try again later\r\n");
            if (waiting[0].revents != 0) return true;
            if (Klok::now() >= deadline) return say_last("421 4.4.2 Too slow\r\n");
        }
    }
    bool say_last(std::string_view line) {
        [[maybe_unused]] const auto count = ::send(socket_, line.data(), line.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        return false;
    }

    const int socket_, stop_;
    const Luisterkeuzes& choices_;
    Geheugen& memory_;
    Sessie session_;
    std::string waiting_;
    bool is_broken_ = false, is_bare_ = false;
};

struct Plek {  // where we listen
    Stopcontact socket;
    Protocol protocol = Protocol::lmtp;
    std::string unix_path;
    std::uint16_t port = 0;
};

std::string message_of(const std::string& what) { return what + ": " + std::generic_category().message(errno); }

struct Socketadres {
    sockaddr_storage where{};
    socklen_t size = 0;
};

// "192.0.2.7:24", "[::1]:24"
std::optional<Socketadres> tcp_place(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    std::string host = text.substr(0, colon);
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !all_digits(port) || std::stoi(port) > 65535) return std::nullopt;
    const in_port_t number = htons(static_cast<std::uint16_t>(std::stoi(port)));
    Socketadres place;
    auto* v4 = reinterpret_cast<sockaddr_in*>(&place.where);
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&place.where);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
        if (::inet_pton(AF_INET6, host.c_str(), &v6->sin6_addr) != 1) return std::nullopt;
        v6->sin6_family = AF_INET6;
        v6->sin6_port = number;
        place.size = sizeof(*v6);
        return place;
    }
    if (::inet_pton(AF_INET, host.c_str(), &v4->sin_addr) != 1) return std::nullopt;
    v4->sin_family = AF_INET;
    v4->sin_port = number;
    place.size = sizeof(*v4);
    return place;
}

// Of a socket file that a dead process left, the way is cleared.
std::optional<Socketadres> unix_place(const std::string& path) {
    Socketadres place;
    auto* at = reinterpret_cast<sockaddr_un*>(&place.where);
    if (path.size() >= sizeof(at->sun_path)) return std::nullopt;
    at->sun_family = AF_UNIX;
    std::memcpy(at->sun_path, path.data(), path.size());
    place.size = sizeof(sockaddr_un);
    struct stat there{};
    if (::lstat(path.c_str(), &there) == 0 && S_ISSOCK(there.st_mode)) ::unlink(path.c_str());
    return place;
}

Result<Plek> listen_at(const Luisteradres& wanted, unsigned rights) {
    const auto refused = [&](const std::string& why) { return Fail({Reason::invalid, wanted.adres + ": " + why, {}, {}}); };
    Plek place;
    place.protocol = wanted.protocol;
    if (wanted.adres.starts_with("unix:/")) place.unix_path = wanted.adres.substr(5);
    auto found = place.unix_path.empty() ? tcp_place(wanted.adres) : unix_place(place.unix_path);
    if (!found) return refused("an address is IP:PORT, [IPV6]:PORT or unix:/PATH");
    auto& [where, size] = *found;
    place.socket = Stopcontact(::socket(where.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    if (place.socket.get() < 0) return refused(message_of("socket"));
    if (place.unix_path.empty()) ::setsockopt(place.socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (::bind(place.socket.get(), reinterpret_cast<const sockaddr*>(&where), size) != 0) return refused(message_of("bind"));
    if (!place.unix_path.empty() && ::chmod(place.unix_path.c_str(), rights) != 0) return refused(message_of("chmod"));
    if (::listen(place.socket.get(), 64) != 0) return refused(message_of("listen"));
    ::getsockname(place.socket.get(), reinterpret_cast<sockaddr*>(&where), &size);
    if (where.ss_family == AF_INET) place.port = ntohs(reinterpret_cast<sockaddr_in*>(&where)->sin_port);
    if (where.ss_family == AF_INET6) place.port = ntohs(reinterpret_cast<sockaddr_in6*>(&where)->sin6_port);
    return place;
}

std::string ip_of(const sockaddr_storage& from) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (from.ss_family == AF_INET) ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(from).sin_addr, text.data(), text.size());
    if (from.ss_family == AF_INET6) ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(from).sin6_addr, text.data(), text.size());
    const std::string_view ip = text.data();
    return std::string(ip.starts_with("::ffff:") ? ip.substr(7) : ip);
}

class Poort final : public Luisteraar {
  public:
    Poort(Luisterkeuzes choices, Ontvangst reception, std::vector<Netwerk> networks, std::vector<Plek> places)
        : choices_(std::move(choices)), reception_(std::move(reception)), networks_(std::move(networks)), places_(std::move(places)), memory_(choices_.geheugen),
          stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (stop_.get() < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
        doorman_ = std::thread([this] { wait_at_the_door(); });
    }

    ~Poort() override {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto count = ::write(stop_.get(), &one, sizeof(one));
        doorman_.join();
        for (Bezoek& visit : visits_) visit.thread.join();
        for (const Plek& place : places_)
            if (!place.unix_path.empty()) ::unlink(place.unix_path.c_str());
    }

    std::vector<std::uint16_t> poorten() const override {
        std::vector<std::uint16_t> ports;
        for (const Plek& place : places_) ports.push_back(place.port);
        return ports;
    }

  private:
    struct Bezoek {
        std::thread thread;
        std::string ip;
        std::atomic<bool> is_over{false};
    };

    void wait_at_the_door() {
        std::vector<pollfd> doors{{stop_.get(), POLLIN, 0}};
        for (const Plek& place : places_) doors.push_back({place.socket.get(), POLLIN, 0});
        for (;;) {
            const int ready = ::poll(doors.data(), doors.size(), 1000);
            if (doors[0].revents != 0 || (ready < 0 && errno != EINTR)) return;
            see_off();
            for (std::size_t i = 1; ready > 0 && i < doors.size(); ++i)
                if (doors[i].revents != 0) let_in(places_[i - 1]);
        }
    }

    void see_off() {
        for (auto visit = visits_.begin(); visit != visits_.end();) {
            if (!visit->is_over) {
                ++visit;
                continue;
            }
            visit->thread.join();
            visit = visits_.erase(visit);
        }
    }

    void let_in(const Plek& place) {
        sockaddr_storage from{};
        socklen_t size = sizeof(from);
        Stopcontact socket(::accept4(place.socket.get(), reinterpret_cast<sockaddr*>(&from), &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (socket.get() < 0) {
            // Without files left the connection stays at the door: look again in a moment, not at once.
            if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) std::this_thread::sleep_for(std::chrono::milliseconds(100));
            return;
        }
        const bool is_unix = !place.unix_path.empty();
        const std::string ip = is_unix ? std::string() : ip_of(from);
        if (const auto refusal = refused(ip, is_unix); !refusal.empty()) {
            [[maybe_unused]] const auto count = ::send(socket.get(), refusal.data(), refusal.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            return;
        }
        Bezoek& visit = visits_.emplace_back();
        visit.ip = ip;
        try {
            visit.thread = std::thread([this, &visit, protocol = place.protocol, open = std::move(socket)] {
                Gesprek(open.get(), stop_.get(), choices_, memory_, Sessie(protocol, choices_.naam, reception_, choices_.sessie, visit.ip)).run();
                ::shutdown(open.get(), SHUT_WR);
                visit.is_over = true;
            });
        } catch (const std::system_error&) {  // no thread to be had: the sender tries again
            visits_.pop_back();
        }
    }

    std::string refused(const std::string& ip, bool is_unix) const {
        const auto holds = [&](const Netwerk& network) { return network.bevat(ip); };
        if (!is_unix && std::none_of(networks_.begin(), networks_.end(), holds)) return "554 5.7.1 Not from there\r\n";
        const auto busy = std::count_if(visits_.begin(), visits_.end(), [](const Bezoek& visit) { return !visit.is_over; });
        const auto same = std::count_if(visits_.begin(), visits_.end(), [&](const Bezoek& visit) { return !visit.is_over && visit.ip == ip; });
        if (busy >= choices_.verbindingen || (!is_unix && same >= choices_.per_adres)) return "421 4.7.0 Too many connections\r\n";
        return {};
    }

    const Luisterkeuzes choices_;
    const Ontvangst reception_;
    const std::vector<Netwerk> networks_;
    const std::vector<Plek> places_;
    Geheugen memory_;
    Stopcontact stop_;
    std::list<Bezoek> visits_;  // of the doorman's thread alone, until it has ended
    std::thread doorman_;
};

}  // namespace

Result<std::unique_ptr<Luisteraar>> Luisteraar::open(const Luisterkeuzes& keuzes, Ontvangst ontvangst) {
    std::vector<Netwerk> networks;
    for (const auto& text : keuzes.netwerken) {
        const auto network = Netwerk::lees(text);
        if (!network) return Fail({Reason::invalid, text + ": no network", {}, {}});
        networks.push_back(*network);
    }
    std::vector<Plek> places;
    for (const auto& address : keuzes.adressen) {
        TRY(Plek place, listen_at(address, keuzes.socketrechten));
        places.push_back(std::move(place));
    }
    return std::make_unique<Poort>(keuzes, std::move(ontvangst), std::move(networks), std::move(places));
}

}  // namespace dichtbij::mail
