// A server that really listens, and a Bezorger with its threads and its real client.

#include "notificatie/bezorger.h"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <unistd.h>

#include <thread>

#include "notificatie/ondertekening.h"
#include "support/notificatie.h"

namespace dichtbij::notificatie::bezorger_test {
namespace {

using testing::Luisteraar;
using testing::Ontvangen;
using testing::Verteller;

client::Webgrenzen quick() {
    client::Webgrenzen limits = call_limits();
    limits.connect_ms = 1'000;
    limits.total_ms = 1'500;
    return limits;
}

// Takes connections and never answers.
class Zwijger {
  public:
    Zwijger() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        CHECK_THAT(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
        CHECK_THAT(::listen(socket_, 64) == 0);
        socklen_t size = sizeof(address);
        CHECK_THAT(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    ~Zwijger() { ::close(socket_); }
    Zwijger(const Zwijger&) = delete;
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/haak"; }

  private:
    int socket_;
    int port_ = 0;
};

struct Wereld {
    Wereld() : fresh(fresh_sqlite(testing::verteller_schema())), t(*fresh->store) {}
    int send() {
        t.follow();
        return bezorger.run_until_idle(t.clock.now());
    }
    std::unique_ptr<FreshStore> fresh;
    Verteller t;
    client::CurlWeb web{quick()};
    Bezorger bezorger{t.bezorgen, web, t.clock, {.threads = 4, .ronde_time = seconds(5), .pause = std::chrono::milliseconds(10)}};
};

http::Response answer(int status) {
    http::Response response = http::Response::empty(status);
    return response;
}

}  // namespace

TEST_CASE("a subscriber that refuses at first gets it again, with its own header and the body of the standard") {
    const Luisteraar ear([](const Ontvangen&, int nummer) { return answer(nummer == 1 ? 500 : 204); });
    Wereld w;
    w.t.abonneer(ear.url(), {{"partijen", {}}});
    const auto yusuf = w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    CHECK(w.send() == 1);
    w.t.rename(yusuf, "Joesoef");
    CHECK(w.send() == 0);
    w.t.clock.advance(seconds(10));
    CHECK(w.send() == 2);
    const auto got = ear.ontvangen();
    REQUIRE(got.size() == 3);
    CHECK(got[0].body == got[1].body);
    CHECK(got[1].kort() == "create " + yusuf.text());
    CHECK(got[2].kort() == "update " + yusuf.text());
    for (const Ontvangen& one : got) {
        CHECK(one.kop("Authorization") == "Bearer geheim");
        CHECK(one.kop("Content-Type") == "application/json");
    }
}

TEST_CASE("a receiver can check the signature with the secret that was shown") {
    const Luisteraar ear;
    Wereld w;
    const auto made = w.t.webhook(ear.url());
    w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    CHECK(w.send() == 1);
    const Ontvangen got = ear.ontvangen().at(0);
    const Instant op{seconds(std::stoll(got.kop("webhook-timestamp")))};
    CHECK(op == w.t.clock.now());
    CHECK(got.kop("webhook-signature") == handtekening({got.kop("webhook-id"), op, got.body}, made.geheim));
    CHECK(got.kop("Authorization").empty());
}

TEST_CASE("a redirect is not followed and counts as a refusal") {
    const Luisteraar other;
    const Luisteraar ear([&](const Ontvangen&, int) { return http::Response::redirect(other.url(), 307); });
    Wereld w;
    const auto haak = w.t.webhook(ear.url()).abonnement;
    w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    CHECK(w.send() == 1);
    CHECK(ear.aantal() == 1);
    CHECK(other.aantal() == 0);
    CHECK(w.t.regel(haak).abonnement.storingen == 1);
}

TEST_CASE("an answer that is too large is broken off") {
    const Luisteraar ear([](const Ontvangen&, int) { return http::Response::text(std::string(200'000, 'x')); });
    Wereld w;
    const auto haak = w.t.webhook(ear.url()).abonnement;
    w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    CHECK(w.send() == 1);
    CHECK(w.t.regel(haak).abonnement.storingen == 1);
}

TEST_CASE("a name that leads to this machine is not connected to, however it is written") {
    const Luisteraar ear;
    Wereld w;
    w.t.opties.bestemmingen = Bestemmingen::parse({"localhost", "10.9.9.0/24"}).value();
    const auto port = ear.url().substr(std::string("http://127.0.0.1").size());
    const auto haak = w.t.webhook("http://localhost" + port).abonnement;
    w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    CHECK(w.send() == 1);
    CHECK(ear.aantal() == 0);
    CHECK(w.t.regel(haak).abonnement.storingen == 1);
    w.t.opties.bestemmingen = Bestemmingen::parse({"localhost", "127.0.0.0/8", "::1"}).value();
    w.t.clock.advance(minutes(1));
    CHECK(w.send() == 1);
    CHECK(ear.aantal() == 1);
}

TEST_CASE("while one subscriber hangs and another is gone, the third hears at once") {
    const Luisteraar ear;
    const Zwijger silent;
    Wereld w;
    for (int i = 0; i < 6; ++i) w.t.webhook(silent.url() + std::to_string(i));
    w.t.webhook("http://127.0.0.1:1/haak");
    w.t.webhook(ear.url());
    for (int i = 0; i < 25; ++i) w.t.person("Persoon", std::to_string(i), w.t.v.oeverland);
    w.t.follow();
    w.bezorger.start();
    CHECK(ear.wacht_op(25));
    w.bezorger.stop();
    CHECK(ear.aantal() == 25);
    CHECK(w.t.told_faults().empty());
}

TEST_CASE("a process that is killed between sending and noting sends again when it is back, and nothing is lost") {
    const Luisteraar ear;
    Wereld w;
    w.t.webhook(ear.url());
    const auto yusuf = w.t.person("Yusuf", "Demir", w.t.v.oeverland);
    w.t.rename(yusuf, "Joesoef");
    w.t.follow();
    {
        // Sends, and is gone before it can note.
        struct Killed {};
        struct KilledAfter final : client::Web {
            client::Web& inner;
            explicit KilledAfter(client::Web& web) : inner(web) {}
            tl::expected<client::Webantwoord, std::string> send(const client::Webvraag& vraag) override {
                CHECK(inner.send(vraag).has_value());
                throw Killed{};
            }
        } killed(w.web);
        Bezorger dying(w.t.bezorgen, killed, w.t.clock);
        CHECK_THROWS_AS(dying.run_until_idle(w.t.clock.now()), Killed);
    }
    CHECK(ear.aantal() == 1);
    w.t.clock.advance(BezorgService::in_hand);
    CHECK(w.send() == 2);
    const auto got = ear.ontvangen();
    REQUIRE(got.size() == 3);
    CHECK(got[0].kop("webhook-id") == got[1].kop("webhook-id"));
    CHECK(got[1].kort() == "create " + yusuf.text());
    CHECK(got[2].kort() == "update " + yusuf.text());
}

TEST_CASE("starting and stopping leaves nothing behind, also when nothing was to be sent") {
    Wereld w;
    w.bezorger.start();
    w.bezorger.wake();
    w.bezorger.stop();
    w.bezorger.stop();
    w.bezorger.start();
    w.bezorger.stop();
}

}  // namespace dichtbij::notificatie::bezorger_test
