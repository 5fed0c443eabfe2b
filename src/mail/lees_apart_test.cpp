#include "mail/lees_apart.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <rapidcheck.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace dichtbij::mail::lees_apart_test {

// The test program is the program that reads, as the server is: before doctest sees an argument it does not know.
// Called by another name it behaves badly.
const bool is_reader = [] {
    std::ifstream in("/proc/self/cmdline");
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    const std::string begin = std::string(1, '\0') + std::string(lees_opdracht);
    if (line.find(begin) == std::string::npos) return false;
    const std::string program = line.substr(0, line.find('\0'));
    const std::string manner = program.substr(program.rfind('/') + 1);
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
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    if (manner == "file" && ::open("/etc/passwd", O_RDONLY) >= 0) ::_exit(9);
#endif
    if (manner == "environment" && environ && *environ) ::_exit(9);
    ::_exit(code);
}();

// The program under another name.
class Manner {
  public:
    explicit Manner(const char* how) : folder_(std::filesystem::temp_directory_path() / ("lezer" + std::to_string(::getpid()))), program_(folder_ / how) {
        std::filesystem::create_directories(folder_);
        std::filesystem::create_symlink(std::filesystem::read_symlink("/proc/self/exe"), program_);
    }
    ~Manner() { std::filesystem::remove_all(folder_); }
    Apart apart() const { return {program_}; }

  private:
    const std::filesystem::path folder_, program_;
};

const std::string simple = "From: Jan <jan@example.nl>\r\nSubject: =?utf-8?Q?=C3=A9=C3=A9n?=\r\n\r\ntekst\r\n";
constexpr std::chrono::milliseconds patience{60'000};

bool is_unread(const Mail& mail) { return mail.gebreken == std::vector<std::string>{"niet_gelezen"} && mail.onderwerp.empty(); }

TEST_CASE("a mail read apart is the mail read here") {
    const Mail here = lees(simple);
    const Mail apart = lees_apart(simple, {}, patience);
    CHECK(apart.onderwerp == "één");
    CHECK(in_bytes(here) == in_bytes(apart));
    for (const auto& entry : std::filesystem::directory_iterator("tests/mail")) {
        if (entry.path().extension() != ".eml") continue;
        CAPTURE(entry.path().string());
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string raw{std::istreambuf_iterator<char>(in), {}};
        CHECK(in_bytes(lees_apart(raw, {}, patience)) == in_bytes(lees(raw)));
    }
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
        CHECK(is_unread(lees_apart(simple, {}, patience, manner.apart())));
    }
    CHECK(is_unread(lees_apart(simple, {}, patience, {"/bin/false"})));
    CHECK_THROWS(lees_apart(simple, {}, patience, {"/er/is/niets"}));
}

TEST_CASE("a reader that never ends is ended") {
    const Manner manner("hang");
    const auto begin = std::chrono::steady_clock::now();
    CHECK(is_unread(lees_apart(simple, {}, std::chrono::milliseconds(200), manner.apart())));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}

TEST_CASE("the reader has no network, no files, no environment and starts no programs") {
    for (const auto* how : {"socket", "program", "file", "environment"}) {
        CAPTURE(how);
        const Manner manner(how);
        CHECK(lees_apart(simple, {}, patience, manner.apart()).onderwerp == "één");
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
