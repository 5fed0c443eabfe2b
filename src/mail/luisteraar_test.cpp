#include "mail/luisteraar.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <rapidcheck.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <thread>

#include "mail/netwerk.h"

namespace dichtbij::mail::luisteraar_test {

// Keeps what was delivered; answers by the local part: "later@", "vol@", "weg@" and so on.
class Bus {
  public:
    struct Brief {
        Aflevering envelop;
        std::string ruw;
    };

    Ontvangst ontvangst() {
        return {[](std::string_view adres) {
                    if (adres.starts_with("onbekend@")) return Ontvanger::onbekend;
                    if (adres.starts_with("gooit@")) throw std::runtime_error("store");
                    return adres.starts_with("straks@") ? Ontvanger::later : Ontvanger::ja;
                },
                [this](const Aflevering& envelop, std::string_view ruw) {
                    const std::lock_guard lock(mutex_);
                    if (throws) throw std::runtime_error("disk full");
                    brieven_.push_back({envelop, std::string(ruw)});
                    std::vector<Uitkomst> outcomes;
                    for (const auto& adres : envelop.aan)
                        outcomes.push_back(adres.starts_with("later@") ? Uitkomst::later : adres.starts_with("vol@") ? Uitkomst::vol : adres.starts_with("groot@") ? Uitkomst::te_groot : adres.starts_with("nee@") ? Uitkomst::geweigerd : Uitkomst::aangenomen);
                    if (forgets) outcomes.pop_back();
                    return outcomes;
                }};
    }
    std::vector<Brief> brieven() {
        const std::lock_guard lock(mutex_);
        return brieven_;
    }
    std::atomic<bool> throws{false}, forgets{false};

  private:
    std::mutex mutex_;
    std::vector<Brief> brieven_;
};

class Klant {  // the other side of a socket
  public:
    explicit Klant(std::uint16_t port) : file_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(port);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(file_, reinterpret_cast<sockaddr*>(&where), sizeof(where)) == 0);
    }
    explicit Klant(const std::string& path) : file_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        std::memcpy(where.sun_path, path.data(), path.size());
        REQUIRE(::connect(file_, reinterpret_cast<sockaddr*>(&where), sizeof(where)) == 0);
    }
    ~Klant() { ::close(file_); }
    Klant(const Klant&) = delete;

    void say(std::string_view text) {
        while (!text.empty()) {
            const auto count = ::send(file_, text.data(), text.size(), MSG_NOSIGNAL);
            if (count <= 0) return;
            text.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    // The next line without CRLF; "" when the other closed.
    std::string line() {
        while (read_.find("\r\n") == std::string::npos) {
            char piece[4096];
            const auto count = ::recv(file_, piece, sizeof(piece), 0);
            if (count <= 0) return std::exchange(read_, "");
            read_.append(piece, static_cast<std::size_t>(count));
        }
        std::string found = read_.substr(0, read_.find("\r\n"));
        read_.erase(0, found.size() + 2);
        return found;
    }
    // The last line of an answer.
    std::string answer() {
        std::string found = line();
        while (found.size() > 3 && found[3] == '-') found = line();
        return found;
    }
    std::string ask(const std::string& command) {
        say(command + "\r\n");
        return answer();
    }
    std::string hello(const std::string& verb = "LHLO") {
        answer();
        return ask(verb + " klant.example");
    }

  private:
    int file_;
    std::string read_;
};

Luisterkeuzes choices(Protocol protocol = Protocol::lmtp) {
    Luisterkeuzes chosen;
    chosen.adressen = {{"127.0.0.1:0", protocol}};
    return chosen;
}

std::unique_ptr<Luisteraar> listen(const Luisterkeuzes& chosen, Bus& bus) {
    auto opened = Luisteraar::open(chosen, bus.ontvangst());
    REQUIRE(opened);
    return std::move(*opened);
}

TEST_CASE("LMTP takes a mail in and answers for each recipient") {
    Bus bus;
    const auto listener = listen(choices(), bus);
    Klant klant(listener->poorten().front());
    CHECK(klant.answer() == "220 dichtbij LMTP Dichtbij");
    CHECK(klant.ask("EHLO x").starts_with("500 "));
    CHECK(klant.ask("MAIL FROM:<a@b.example>").starts_with("503 "));
    klant.say("LHLO klant.example\r\n");
    std::string offered;
    for (std::string line = klant.line();; line = klant.line()) {
        offered += line.substr(4) + " ";
        if (line[3] == ' ') break;
    }
    CHECK(offered == "dichtbij PIPELINING SIZE 67108864 8BITMIME SMTPUTF8 ENHANCEDSTATUSCODES ");
    CHECK(klant.ask("MAIL FROM:<jan@example.nl> SIZE=100 BODY=8BITMIME") == "250 2.1.0 Ok");
    CHECK(klant.ask("DATA").starts_with("503 "));
    CHECK(klant.ask("RCPT TO:<onbekend@zeewijk.example>").starts_with("550 5.1.1"));
    CHECK(klant.ask("RCPT TO:<straks@zeewijk.example>").starts_with("451 4."));
    CHECK(klant.ask("RCPT TO:<gooit@zeewijk.example>").starts_with("451 4."));
    for (const auto* who : {"info", "later", "vol", "groot", "nee"}) CHECK(klant.ask("RCPT TO:<" + std::string(who) + "@zeewijk.example>") == "250 2.1.5 Ok");
    CHECK(klant.ask("DATA").starts_with("354 "));
    klant.say("Subject: x\r\n\r\n..punt\r\nr\xc3\xa9gel\r\n.\r\n");
    for (const auto* code : {"250 2.0.0", "451 4.3.0", "452 4.3.1", "552 5.3.4", "554 5.7.1"}) CHECK(klant.answer().starts_with(code));
    CHECK(klant.ask("VRFY jan").starts_with("502 "));
    CHECK(klant.ask("NOOP") == "250 2.0.0 Ok");
    CHECK(klant.ask("RSET") == "250 2.0.0 Ok");
    CHECK(klant.ask("QUIT") == "221 2.0.0 Bye");
    REQUIRE(bus.brieven().size() == 1);
    CHECK(bus.brieven()[0].ruw == "Return-Path: <jan@example.nl>\r\nSubject: x\r\n\r\n.punt\r\nr\xc3\xa9gel\r\n");
    CHECK(bus.brieven()[0].envelop.aan.size() == 5);
    CHECK(bus.brieven()[0].envelop.afkomst == "127.0.0.1");
    CHECK(bus.brieven()[0].envelop.genoemd == "klant.example");
}

std::string deliver(Klant& klant, const std::string& to, const std::string& text) {
    CHECK(klant.ask("MAIL FROM:<>") == "250 2.1.0 Ok");
    CHECK(klant.ask("RCPT TO:<" + to + ">") == "250 2.1.5 Ok");
    CHECK(klant.ask("DATA").starts_with("354 "));
    klant.say(text + "\r\n.\r\n");
    return klant.answer();
}

TEST_CASE("what cannot be stored stays with the sender") {
    Bus bus;
    const auto listener = listen(choices(), bus);
    Klant klant(listener->poorten().front());
    klant.hello();
    bus.throws = true;
    CHECK(deliver(klant, "info@zeewijk.example", "x").starts_with("451 4.3.0"));
    bus.throws = false;
    bus.forgets = true;
    CHECK(deliver(klant, "info@zeewijk.example", "x").starts_with("451 4.3.0"));
    bus.forgets = false;
    CHECK(deliver(klant, "info@zeewijk.example", "x").starts_with("250 2.0.0"));
}

TEST_CASE("SMTP has one answer, and asks again when one recipient must wait") {
    Bus bus;
    const auto listener = listen(choices(Protocol::smtp), bus);
    Klant klant(listener->poorten().front());
    CHECK(klant.hello("LHLO").starts_with("500 "));
    CHECK(klant.ask("HELO klant.example") == "250 dichtbij");
    CHECK(deliver(klant, "info@zeewijk.example", "x").starts_with("250 "));
    klant.ask("MAIL FROM:<a@b.example>");
    klant.ask("RCPT TO:<info@zeewijk.example>");
    klant.ask("RCPT TO:<later@zeewijk.example>");
    klant.ask("DATA");
    klant.say("x\r\n.\r\n");
    CHECK(klant.answer().starts_with("451 "));
    CHECK(klant.ask("NOOP") == "250 2.0.0 Ok");
}

TEST_CASE("all at once in one packet is answered in order") {
    Bus bus;
    const auto listener = listen(choices(), bus);
    Klant klant(listener->poorten().front());
    klant.say("LHLO k\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<info@zeewijk.example>\r\nDATA\r\neen\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<info@zeewijk.example>\r\nDATA\r\ntwee\r\n.\r\nQUIT\r\n");
    for (const auto* code : {"220", "250", "250", "250", "354", "250", "250", "250", "354", "250", "221"}) CHECK(klant.answer().starts_with(code));
    CHECK(klant.line().empty());
    CHECK(bus.brieven().size() == 2);
}

TEST_CASE("only CRLF.CRLF ends a mail, so no second one can be hidden in it") {
    Bus bus;
    const auto listener = listen(choices(), bus);
    for (const auto* end : {"\n.\n", "\n.\r\n", "\r.\r", "\r\n.\n", "\r\n.\r", "\r.\r\n"}) {
        Klant klant(listener->poorten().front());
        klant.hello();
        const std::string body = "een" + std::string(end) + "MAIL FROM:<boef@example.com>\r\n";
        CHECK(deliver(klant, "info@zeewijk.example", body).starts_with("250 "));
        CHECK(bus.brieven().back().ruw.find("MAIL FROM:<boef") != std::string::npos);
    }
    CHECK(bus.brieven().size() == 6);
    Klant klant(listener->poorten().front());
    klant.hello();
    klant.say("NOOP\nNOOP\r\n");
    CHECK(klant.answer().starts_with("500 5.5.2"));
    CHECK(klant.line().empty());
}

TEST_CASE("a mail that is too large is refused, told beforehand or not") {
    Bus bus;
    auto chosen = choices();
    chosen.sessie.bericht_bytes = 1u << 20;
    const auto listener = listen(chosen, bus);
    Klant klant(listener->poorten().front());
    klant.hello();
    CHECK(klant.ask("MAIL FROM:<a@b.example> SIZE=1048577").starts_with("552 5.3.4"));
    CHECK(deliver(klant, "info@zeewijk.example", std::string(3u << 20, 'x')).starts_with("552 5.3.4"));
    CHECK(bus.brieven().empty());
    CHECK(deliver(klant, "info@zeewijk.example", std::string(1'000'000, 'x')).starts_with("250 "));
}

TEST_CASE("when the memory for mails is used up the sender waits, and it comes free again") {
    Bus bus;
    auto chosen = choices();
    chosen.geheugen = 3u << 20;
    const auto listener = listen(chosen, bus);
    Klant klant(listener->poorten().front());
    klant.hello();
    CHECK(deliver(klant, "info@zeewijk.example", std::string(8u << 20, 'x')).starts_with("452 4.3.1"));
    for (int i = 0; i < 5; ++i) CHECK(deliver(klant, "info@zeewijk.example", std::string(900'000, 'x')).starts_with("250 "));
}

TEST_CASE("long lines, many commands, many faults and many recipients have an end") {
    Bus bus;
    auto chosen = choices();
    chosen.sessie.opdrachten = 50;
    chosen.sessie.fouten = 5;
    chosen.sessie.ontvangers = 3;
    const auto listener = listen(chosen, bus);
    {
        Klant klant(listener->poorten().front());
        klant.hello();
        CHECK(klant.ask(std::string(100'000, 'x')).starts_with("500 5.5.2"));
        CHECK(klant.ask("MAIL FROM:<a@b.example>").starts_with("250"));
        for (int i = 0; i < 3; ++i) CHECK(klant.ask("RCPT TO:<info@zeewijk.example>").starts_with("250"));
        CHECK(klant.ask("RCPT TO:<info@zeewijk.example>").starts_with("452 4.5.3"));
        for (int i = 0; i < 4; ++i) klant.ask("ONZIN");
        CHECK(klant.answer().starts_with("421 4.7.0"));
        CHECK(klant.line().empty());
    }
    Klant klant(listener->poorten().front());
    klant.hello();
    for (int i = 0; i < 49; ++i) CHECK(klant.ask("NOOP") == "250 2.0.0 Ok");
    CHECK(klant.ask("NOOP").starts_with("421 4.7.0"));
}

TEST_CASE("who says nothing is sent away") {
    Bus bus;
    auto chosen = choices();
    chosen.stilte = std::chrono::seconds(1);
    const auto listener = listen(chosen, bus);
    Klant klant(listener->poorten().front());
    klant.hello();
    CHECK(klant.answer().starts_with("421 4.4.2"));
    CHECK(klant.line().empty());
}

TEST_CASE("only so many at once, and only from networks that may") {
    Bus bus;
    auto chosen = choices();
    chosen.per_adres = 2;
    {
        const auto listener = listen(chosen, bus);
        Klant one(listener->poorten().front()), two(listener->poorten().front());
        CHECK(one.hello().starts_with("250"));
        CHECK(two.hello().starts_with("250"));
        Klant three(listener->poorten().front());
        CHECK(three.answer().starts_with("421 4.7.0"));
    }
    chosen.netwerken = {"192.0.2.0/24"};
    const auto listener = listen(chosen, bus);
    Klant stranger(listener->poorten().front());
    CHECK(stranger.answer().starts_with("554 5.7.1"));
}

TEST_CASE("stopping tells who is connected, and waits for a mail that is being stored") {
    Bus bus;
    std::mutex mutex;
    std::condition_variable turn;
    bool is_storing = false, may_go_on = false;
    Ontvangst slow = bus.ontvangst();
    slow.neem_aan = [&](const Aflevering& envelop, std::string_view) {
        std::unique_lock lock(mutex);
        is_storing = true;
        turn.notify_all();
        turn.wait(lock, [&] { return may_go_on; });
        return std::vector<Uitkomst>(envelop.aan.size(), Uitkomst::aangenomen);
    };
    auto opened = Luisteraar::open(choices(), slow);
    REQUIRE(opened);
    Klant idle((*opened)->poorten().front()), busy((*opened)->poorten().front());
    idle.hello();
    busy.hello();
    busy.say("MAIL FROM:<>\r\nRCPT TO:<info@zeewijk.example>\r\nDATA\r\nx\r\n.\r\n");
    {
        std::unique_lock lock(mutex);
        turn.wait(lock, [&] { return is_storing; });
    }
    std::thread stopping([&] { opened->reset(); });
    CHECK(idle.answer().starts_with("421 4.3.2"));
    {
        const std::lock_guard lock(mutex);
        may_go_on = true;
    }
    turn.notify_all();
    for (const auto* code : {"250", "250", "354", "250 2.0.0"}) CHECK(busy.answer().starts_with(code));
    stopping.join();
}

TEST_CASE("a unix socket works too, also when a dead process left its file") {
    Bus bus;
    const auto folder = std::filesystem::temp_directory_path() / ("lmtp" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string path = folder / "lmtp";
    auto chosen = choices();
    chosen.adressen = {{"unix:" + path, Protocol::lmtp}};
    {
        const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un where{};
        where.sun_family = AF_UNIX;
        std::memcpy(where.sun_path, path.data(), path.size());
        REQUIRE(::bind(left, reinterpret_cast<sockaddr*>(&where), sizeof(where)) == 0);
        ::close(left);
        const auto listener = listen(chosen, bus);
        struct stat there{};
        ::stat(path.c_str(), &there);
        CHECK((there.st_mode & 0777) == 0660);
        Klant klant(path);
        klant.hello();
        CHECK(deliver(klant, "info@zeewijk.example", "x").starts_with("250 "));
        CHECK(bus.brieven()[0].envelop.afkomst.empty());
    }
    CHECK(!std::filesystem::exists(path));
    std::filesystem::remove_all(folder);
}

TEST_CASE("addresses to listen at and networks are checked at the start") {
    Bus bus;
    for (const auto* wrong : {"24", "localhost:24", "127.0.0.1:99999", "[::1]", "unix:kort", ":24", "127.0.0.1:"}) {
        CAPTURE(wrong);
        auto chosen = choices();
        chosen.adressen = {{wrong, Protocol::lmtp}};
        CHECK(!Luisteraar::open(chosen, bus.ontvangst()));
    }
    struct Row {
        const char* network;
        const char* ip;
        bool holds;
    };
    for (const auto& row : {Row{"127.0.0.0/8", "127.1.2.3", true}, {"127.0.0.0/8", "128.0.0.1", false}, {"127.0.0.0/8", "::ffff:127.0.0.1", true}, {"::1", "::1", true}, {"2001:db8::/32", "2001:db8:5::1", true},
                            {"2001:db8::/32", "2001:db9::1", false}, {"0.0.0.0/0", "::1", false}, {"0.0.0.0/0", "8.8.8.8", true}, {"192.0.2.7", "192.0.2.8", false}}) {
        CAPTURE(row.network);
        CAPTURE(row.ip);
        REQUIRE(Netwerk::lees(row.network));
        CHECK(Netwerk::lees(row.network)->bevat(row.ip) == row.holds);
    }
    for (const auto* wrong : {"", "x", "127.0.0.1/8", "127.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1"}) CHECK(!Netwerk::lees(wrong));
}

TEST_CASE("addresses in commands are understood or refused, never guessed") {
    Bus bus;
    const Ontvangst reception = bus.ontvangst();
    struct Row {
        const char* command;
        const char* code;
    };
    const Row rows[] = {{"MAIL FROM:<>", "250"}, {"mail from:<a@b.example>", "250"}, {"MAIL FROM: <a@b.example>", "250"}, {"MAIL FROM:<\"a b>\"@b.example>", "250"}, {"MAIL FROM:<@x.example:a@b.example>", "250"},
                        {"MAIL FROM:a@b.example", "501"}, {"MAIL FROM:<a>", "501"}, {"MAIL FROM:<a b@c.example>", "501"}, {"MAIL FROM:<a@b.example", "501"}, {"MAIL FROM:<a@b.example>x", "501"},
                        {"MAIL FROM:<\xc3\xa9@b.example>", "501"}, {"MAIL FROM:<\xc3\xa9@b.example> SMTPUTF8", "250"}, {"MAIL FROM:<\xc3@b.example> SMTPUTF8", "501"}, {"MAIL FROM:<a@b.example> SIZE=x", "501"},
                        {"MAIL FROM:<a@b.example> SIZE=99999999999999999999", "552"}, {"MAIL FROM:<a@b.example> AUTH=<>", "555"}, {"MAIL FROM:<a@b\texample>", "501"}, {"MAIL", "501"}, {"MAIL TO:<a@b.example>", "501"}};
    for (const auto& row : rows) {
        Sessie session(Protocol::lmtp, "x", reception, {}, "");
        session.opdracht("LHLO k");
        CAPTURE(row.command);
        CHECK(session.opdracht(row.command).tekst.starts_with(row.code));
    }
}

TEST_CASE("a mail comes out as it went in, in whatever pieces it arrives") {
    rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(".", "..", "\r\n", "\n", "\r", "x", "\r\n.", "regel"));
        std::string text;
        for (const auto& piece : pieces) text += piece;
        if (!text.ends_with("\r\n")) text += "\r\n";
        std::string sent;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool is_start = at == 0 || (at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\r');
            if (is_start && text[at] == '.') sent += '.';
            sent += text[at];
        }
        sent += ".\r\nQUIT\r\n";
        Dataontvangst reader;
        std::string got;
        std::size_t at = 0;
        while (at < sent.size() && !reader.is_klaar()) {
            const auto size = *rc::gen::inRange<std::size_t>(1, 5);
            at += reader.neem(std::string_view(sent).substr(at, size), got, 1'000'000);
        }
        RC_ASSERT(got == text);
        RC_ASSERT(sent.substr(at) == "QUIT\r\n");
    });
}

}  // namespace dichtbij::mail::luisteraar_test
