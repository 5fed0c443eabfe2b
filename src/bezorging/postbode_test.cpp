#include "bezorging/postbode.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>

#include "support/bezorging.h"
#include "support/postfix.h"

namespace dichtbij::bezorging::postbode_test {
namespace {

using dichtbij::testing::Postfix;

constexpr int people = 6;
constexpr int killed_at = 3;  // of the mails that were taken

// Gives to the real server, and dies by SIGKILL before the answer to mail number `last` is noted.
class Sterveling final : public mail::Mailtransport {
  public:
    Sterveling(const mail::Smtpserver& server, int last) : below_(server), last_(last) {}
    mail::Smtpantwoord send(const mail::Envelop& envelop, std::string_view text) override {
        auto answer = below_.send(envelop, text);
        if (++sent_ == last_) ::kill(::getpid(), SIGKILL);
        return answer;
    }

  private:
    mail::SmtpTransport below_;
    int last_;
    int sent_ = 0;
};

std::string message_id_of(const std::string& mail) {
    const auto at = mail.find("\nMessage-ID: ");
    return at == std::string::npos ? "" : mail.substr(at + 13, mail.find('\n', at + 1) - at - 13);
}

// In a process of its own: six messages leave the outbox, and it is killed while it carries them.
void carry_and_die(const std::string& path, const mail::Smtpserver& server) {
    const auto store = store::open_sqlite({.path = path});
    store::migrate(*store, testing::bezorg_schema());
    testing::Bezorgpost p(*store);
    for (int i = 0; i < people; ++i) {
        const auto werk = p.asked(p.mailer("Fatima", {"fatima@voorbeeld.example"}));
        p.left(werk);
    }
    Postbode postbode(p.bezorgen, bericht::testing::texts(), p.clock, [&] { return std::make_unique<Sterveling>(server, killed_at); }, [](Id<Gemeente>) { return html::Theme(); });
    postbode.run_until_idle(p.clock.now());
}

}  // namespace

TEST_CASE("killed between the server's acceptance and our note, that mail alone goes again, under its Message-ID" * doctest::skip(!Postfix::is_here())) {
    Postfix postfix;
    const store::testing::TempDir dir;
    const std::string path = dir.path() + "/dichtbij.sqlite";
    const mail::Smtpserver server = postfix.server();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            carry_and_die(path, server);
        } catch (...) {
        }
        ::_exit(0);
    }
    int ended = 0;
    REQUIRE(::waitpid(child, &ended, 0) == child);
    REQUIRE(WIFSIGNALED(ended));
    CHECK(WTERMSIG(ended) == SIGKILL);
    // Another process takes over, once the mails are given again.
    const auto store = store::open_sqlite({.path = path});
    SimulatedClock clock(dichtbij::testing::at("2026-11-24 10:00"));
    IdSource ids(clock, 8);
    const auto norms = dichtbij::testing::shipped_norms();
    werk::WerkService werk(*store, clock, ids, norms);
    const auto log_store = fresh_sqlite(access::access_log_migrations());
    access::AccessLog log(*log_store->store, clock);
    partij::PartijService partijen(*store, clock, ids, log);
    bericht::VerzendService verzenden(*store, clock, ids, bericht::testing::texts(), {"email"});
    BezorgService bezorgen(*store, clock, {verzenden, werk, partijen}, mail::Draadsleutel("geheim van de proef"), testing::options());
    Postbode postbode(bezorgen, bericht::testing::texts(), clock, [&] { return std::make_unique<mail::SmtpTransport>(server); }, [](Id<Gemeente>) { return html::Theme(); });
    CHECK(postbode.run_until_idle(clock.now()) == people - killed_at + 1);
    std::map<std::string, int> arrived;
    for (const std::string& one : postfix.mailbox(people + 1)) ++arrived[message_id_of(one)];
    CHECK(arrived.size() == people);
    int twice = 0;
    for (const auto& [id, count] : arrived) {
        CHECK_FALSE(id.empty());
        CHECK(count <= 2);
        twice += count == 2;
    }
    CHECK(twice == 1);
}

}  // namespace dichtbij::bezorging::postbode_test
