#include "http/live.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "http/server.h"
#include "http/test_client.h"

namespace dichtbij::http::live_test {

namespace {

using namespace std::chrono_literals;

// The presence changes that a hub reported, for a test to wait for.
class Changes {
  public:
    void add(const PresenceChange& change) {
        const std::lock_guard lock(mutex_);
        seen_.push_back(change);
        changed_.notify_all();
    }
    void wait_for(const PresenceChange& change) {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, 20s, [&] { return std::find(seen_.begin(), seen_.end(), change) != seen_.end(); }));
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<PresenceChange> seen_;
};

struct Desk {
    explicit Desk(LiveLimits limits = {}) : hub(limits) {
        spdlog::set_level(spdlog::level::off);
        hub.set_presence_listener([this](const PresenceChange& change) { changes.add(change); });
        options.workers = 2;
        options.metrics = &metrics;
        options.live = &hub;
        options.live_endpoints.push_back({"/live", "/live/events", [](Request& request) -> std::optional<Subscription> {
                                              const std::string_view name = request.cookies.get("naam");
                                              if (name.empty()) return std::nullopt;
                                              Subscription who;
                                              who.label = name;
                                              who.key = "sessie-" + who.label;
                                              who.topics = {"team:1"};
                                              who.may_follow = [](std::string_view topic) { return topic != "geheim"; };
                                              return who;
                                          }});
        server = std::make_unique<Server>(options, router);
    }

    LiveHub hub;
    Changes changes;
    Metrics metrics;
    Router router;
    ServerOptions options;
    std::unique_ptr<Server> server;
};

class WebSocketClient {
  public:
    WebSocketClient(std::uint16_t port, const std::string& name) : client_(port) {
        const std::string host = "localhost:" + std::to_string(port);
        status_ = client_
                      .ask("GET /live HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host + "\r\nCookie: naam=" +
                           name + "\r\n" + handshake + "\r\n")
                      .status;
    }
    static constexpr const char* handshake =
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    int status() const { return status_; }
    // RFC 6455 5.2: a client masks what it sends; this mask is zero.
    void send(const std::string& text) {
        std::string frame = "\x81";
        if (text.size() < 126) {
            frame += static_cast<char>(0x80 | text.size());
        } else {
            frame += static_cast<char>(0x80 | 126);
            frame += static_cast<char>(text.size() >> 8);
            frame += static_cast<char>(text.size() & 0xff);
        }
        client_.send(frame + std::string(4, '\0') + text);
    }
    // The next text; "close" for a close frame, "" for the end of the connection. Pings are passed over.
    std::string read() {
        while (true) {
            const std::string head = client_.read_bytes(2);
            if (head.size() < 2) return "";
            std::size_t size = static_cast<unsigned char>(head[1]);
            if (size == 126) {
                const std::string more = client_.read_bytes(2);
                size = static_cast<unsigned char>(more[0]) * 256u + static_cast<unsigned char>(more[1]);
            }
            const std::string content = client_.read_bytes(size);
            const int code = head[0] & 0x0f;
            if (code == 1) return content;
            if (code == 8) return "close";
            if (code == 9) ++pings_;
        }
    }
    std::string read_until_ping() {
        const std::string head = client_.read_bytes(2);
        return head.size() == 2 && (head[0] & 0x0f) == 9 ? "ping" : "other";
    }
    void close() { client_.close(); }

  private:
    TestClient client_;
    int status_ = 0;
    int pings_ = 0;
};

}  // namespace

TEST_CASE("who follows a topic hears what is published on it, and nothing else") {
    Desk desk;
    WebSocketClient anna(desk.server->port(), "anna");
    REQUIRE(anna.status() == 101);
    desk.changes.wait_for({"team:1", "anna", Presence::joined});
    desk.hub.publish("team:2", "werk:7");
    desk.hub.publish("team:1", "werk:8");
    CHECK(anna.read() == "team:1 werk:8");
}

TEST_CASE("topics are added and left on the way, when the rights allow it") {
    Desk desk;
    WebSocketClient anna(desk.server->port(), "anna");
    anna.send("follow taak:5");
    CHECK(anna.read() == "! following taak:5");
    anna.send("follow geheim");
    CHECK(anna.read() == "! refused geheim");
    desk.hub.publish("geheim", "x");
    desk.hub.publish("taak:5", "changed");
    CHECK(anna.read() == "taak:5 changed");
    CHECK(desk.hub.present("taak:5") == std::vector<std::string>{"anna"});
    anna.send("leave taak:5");
    desk.changes.wait_for({"taak:5", "anna", Presence::left});
    CHECK(desk.hub.present("taak:5").empty());
}

TEST_CASE("two people in one task see each other come and go; two tabs are one person") {
    Desk desk;
    WebSocketClient anna(desk.server->port(), "anna");
    WebSocketClient again(desk.server->port(), "anna");
    WebSocketClient bram(desk.server->port(), "bram");
    desk.changes.wait_for({"team:1", "bram", Presence::joined});
    CHECK(desk.hub.present("team:1") == std::vector<std::string>{"anna", "bram"});
    bram.close();
    desk.changes.wait_for({"team:1", "bram", Presence::left});
    CHECK(desk.hub.present("team:1") == std::vector<std::string>{"anna"});
}

TEST_CASE("a WebSocket from another site, without rights or without handshake is refused") {
    Desk desk;
    const std::uint16_t port = desk.server->port();
    const std::string upgrade = WebSocketClient::handshake;
    struct Row {
        std::string headers;
        int status;
    };
    const Row rows[] = {
        {"Origin: http://localhost\r\nCookie: naam=anna\r\n" + upgrade, 101},
        {"Origin: https://localhost:443\r\nCookie: naam=anna\r\n" + upgrade, 101},
        {"Origin: http://evil.example\r\nCookie: naam=anna\r\n" + upgrade, 403},
        {"Origin: null\r\nCookie: naam=anna\r\n" + upgrade, 403},
        {"Cookie: naam=anna\r\n" + upgrade, 403},
        {"Origin: http://localhost\r\n" + upgrade, 403},
        {"Origin: http://localhost\r\nCookie: naam=anna\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n", 400},
        {"Origin: http://localhost\r\nCookie: naam=anna\r\n", 404},
    };
    for (const Row& row : rows) {
        CAPTURE(row.headers);
        TestClient client(port);
        CHECK(client.get("/live", row.headers).status == row.status);
    }
}

TEST_CASE("a browser that sends rubbish or too much is disconnected") {
    Desk desk;
    for (const std::string& text : {std::string("rubbish"), std::string("follow "), std::string("follow a b"),
                                    std::string(5000, 'x')}) {
        CAPTURE(text.substr(0, 20));
        WebSocketClient client(desk.server->port(), "anna");
        client.send(text);
        CHECK(client.read() == "close");
    }
}

TEST_CASE("topics of one connection are limited") {
    LiveLimits limits;
    limits.topics_per_connection = 2;
    Desk desk(limits);
    WebSocketClient anna(desk.server->port(), "anna");
    anna.send("follow a");
    CHECK(anna.read() == "! following a");
    anna.send("follow b");
    CHECK(anna.read() == "! refused b");
}

TEST_CASE("a reader that does not keep up is closed rather than remembered") {
    int woken = 0;
    LiveOutbox outbox(2, [&] { ++woken; });
    const auto frame = std::make_shared<const std::string>("x");
    for (int i = 0; i < 10; ++i) {
        outbox.put(frame);
        CHECK(outbox.take() == frame);
    }
    CHECK_FALSE(outbox.is_closed());
    for (int i = 0; i < 3; ++i) outbox.put(frame);
    CHECK(outbox.is_closed());
    CHECK(woken == 13);
}

TEST_CASE("a session that ends, a connection that is old and a stop cut live connections") {
    SUBCASE("session") {
        Desk desk;
        WebSocketClient anna(desk.server->port(), "anna");
        WebSocketClient bram(desk.server->port(), "bram");
        desk.changes.wait_for({"team:1", "anna", Presence::joined});
        desk.changes.wait_for({"team:1", "bram", Presence::joined});
        desk.hub.disconnect("sessie-anna");
        CHECK(anna.read() == "close");
        desk.hub.publish("team:1", "x");
        CHECK(bram.read() == "team:1 x");
    }
    SUBCASE("age") {
        LiveLimits limits;
        limits.longest_connection = 60ms;
        Desk desk(limits);
        WebSocketClient anna(desk.server->port(), "anna");
        CHECK(anna.read() == "close");
    }
    SUBCASE("stop") {
        Desk desk;
        WebSocketClient anna(desk.server->port(), "anna");
        TestClient events(desk.server->port());
        events.send("GET /live/events HTTP/1.1\r\nHost: a\r\nCookie: naam=bram\r\n\r\n");
        CHECK(events.read_head().status == 200);
        std::thread stopper([&] { desk.server->stop(); });
        CHECK(anna.read() == "close");
        anna.close();
        events.read_until_closed();
        stopper.join();
        CHECK(desk.hub.present("team:1").empty());
    }
}

TEST_CASE("where WebSockets do not pass, events bring the same messages") {
    LiveLimits limits;
    limits.ping_interval = 50ms;
    Desk desk(limits);
    TestClient client(desk.server->port());
    client.send("GET /live/events HTTP/1.1\r\nHost: localhost\r\nCookie: naam=anna\r\n\r\n");
    const Reply head = client.read_head();
    CHECK(head.status == 200);
    CHECK(head.headers.get("Content-Type") == "text/event-stream");
    desk.changes.wait_for({"team:1", "anna", Presence::joined});
    desk.hub.publish("team:1", "werk:8");
    std::string seen;
    while (seen.find("data: team:1 werk:8\n\n") == std::string::npos) seen += client.read_bytes(1);
    while (!seen.ends_with(":\n\n")) seen += client.read_bytes(1);  // the sign of life
    client.close();
    desk.changes.wait_for({"team:1", "anna", Presence::left});

    TestClient foreign(desk.server->port());
    CHECK(foreign.get("/live/events", "Sec-Fetch-Site: cross-site\r\nCookie: naam=anna\r\n").status == 403);
}

TEST_CASE("a silent WebSocket is asked for a sign of life") {
    LiveLimits limits;
    limits.ping_interval = 1s;  // Beast counts in steps of half the time
    Desk desk(limits);
    WebSocketClient anna(desk.server->port(), "anna");
    CHECK(anna.read_until_ping() == "ping");
}

TEST_CASE("a topic or message that would break the wire format is a bug") {
    LiveHub hub;
    for (const std::string& topic : {std::string(), std::string("a b"), std::string("a\nb"), std::string("!"),
                                     std::string(201, 'a')})
        CHECK_THROWS(hub.publish(topic, "x"));
    CHECK_THROWS(hub.publish("a", "x\ny"));
    CHECK_THROWS(hub.publish("a", std::string(1025, 'x')));
    hub.publish("a", "nobody listens");
}

}  // namespace dichtbij::http::live_test
