#include "mail/lees_apart.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace dichtbij::mail::lees_apart_test {

// The test program is the program that reads, as the server is: before doctest sees an argument it does not know.
// A mail that asks for it makes the reader behave badly.
const bool is_reader = [] {
    std::ifstream in("/proc/self/cmdline");
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    const std::string begin = std::string(1, '\0') + std::string(lees_opdracht);
    if (line.find(begin) == std::string::npos) return false;
    const char* how = std::getenv("DICHTBIJ_TEST_LEZER");
    const std::string manner = how ? how : "";
    if (manner == "crash") std::abort();
    if (manner == "hang") ::sleep(60);
    if (manner == "liar") {
        [[maybe_unused]] const auto count = ::write(STDOUT_FILENO, "\xff\xff\xff\xff\xff\xff\xff\x7f", 8);
        ::_exit(0);
    }
    if (manner == "flood")
        for (const std::string much(1u << 20, 'x'); ::write(STDOUT_FILENO, much.data(), much.size()) > 0;) {}
    const int code = voer_lees_opdracht_uit();
    // What it may not do any more, it cannot: told by the exit code.
    if (manner == "socket" && ::socket(AF_INET, SOCK_STREAM, 0) >= 0) ::_exit(9);
    if (manner == "program") {
        ::execl("/bin/true", "true", nullptr);
        if (errno != EPERM) ::_exit(9);
    }
    ::_exit(code);
}();

struct Manner {
    explicit Manner(const char* how) { ::setenv("DICHTBIJ_TEST_LEZER", how, 1); }
    ~Manner() { ::unsetenv("DICHTBIJ_TEST_LEZER"); }
};

const std::string simple = "From: Jan <jan@example.nl>\r\nSubject: =?utf-8?Q?=C3=A9=C3=A9n?=\r\n\r\ntekst\r\n";
constexpr std::chrono::milliseconds patience{60'000};

bool is_unread(const Mail& mail) { return mail.gebreken == std::vector<std::string>{"niet_gelezen"} && mail.onderwerp.empty(); }

TEST_CASE("a mail read apart is the mail read here") {
    const Mail here = lees(simple);
    const Mail apart = lees_apart(simple, {}, patience);
    CHECK(apart.onderwerp == "één");
    CHECK(in_bytes(here) == in_bytes(apart));
    std::ifstream in("tests/mail/bounce_postfix.eml", std::ios::binary);
    const std::string bounce{std::istreambuf_iterator<char>(in), {}};
    CHECK(in_bytes(lees_apart(bounce, {}, patience)) == in_bytes(lees(bounce)));
}

TEST_CASE("limits are kept apart too") {
    Grenzen limits;
    limits.bytes = 1000;
    const Mail mail = lees_apart(simple + std::string(5000, 'x'), limits, patience);
    CHECK(mail.gebreken == std::vector<std::string>{"bytes"});
    CHECK(mail.tekst.size() < 1000);
}

TEST_CASE("a large mail goes there and back") {
    const std::string raw = simple.substr(0, simple.find("\r\n\r\n")) + "\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n" + std::string(20u << 20, 'p');
    const Mail mail = lees_apart(raw, {}, patience);
    REQUIRE(mail.delen.size() == 1);
    CHECK(mail.delen.front().inhoud.size() == (20u << 20));
}

TEST_CASE("a reader that crashes, lies or floods leaves a mail that was not read") {
    for (const auto* how : {"crash", "liar", "flood"}) {
        CAPTURE(how);
        const Manner manner(how);
        CHECK(is_unread(lees_apart(simple, {}, patience)));
    }
    CHECK(is_unread(lees_apart(simple, {}, patience, {"/bin/false"})));
    CHECK_THROWS(lees_apart(simple, {}, patience, {"/er/is/niets"}));
}

TEST_CASE("a reader that never ends is ended") {
    const Manner manner("hang");
    const auto begin = std::chrono::steady_clock::now();
    CHECK(is_unread(lees_apart(simple, {}, std::chrono::milliseconds(200))));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}

TEST_CASE("the reader has no network and starts no programs") {
    for (const auto* how : {"socket", "program"}) {
        CAPTURE(how);
        const Manner manner(how);
        CHECK(lees_apart(simple, {}, patience).onderwerp == "één");
    }
}

TEST_CASE("bytes that are no mail do not become one") {
    Mail mail = lees(simple);
    mail.rapport = Rapport{"a", "b", "c", "d", "e", false};
    mail.delen = {{"naam", "mime", "cid", true, std::string("\0\1", 2)}};
    mail.verzonden_op = Instant(seconds(-5));
    const std::string whole = in_bytes(mail);
    const auto back = uit_bytes(whole);
    REQUIRE(back);
    CHECK(in_bytes(*back) == whole);
    for (std::size_t end = 0; end < whole.size(); ++end) CHECK(!uit_bytes(std::string_view(whole).substr(0, end)));
    rc::check([&](std::size_t at, char c) {
        std::string changed = whole;
        changed[at % changed.size()] = c;
        uit_bytes(changed);
    });
}

}  // namespace dichtbij::mail::lees_apart_test
