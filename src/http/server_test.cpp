#include "http/server.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "http/test_client.h"

namespace dichtbij::http::server_test {

namespace {

using namespace std::chrono_literals;

// A door that handlers wait at until the test opens it.
class Door {
  public:
    void pass() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return is_open_; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        is_open_ = true;
        changed_.notify_all();
    }
    void wait_for(int waiting) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return waiting_ >= waiting; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int waiting_ = 0;
    bool is_open_ = false;
};

struct House {
    House() {
        spdlog::set_level(spdlog::level::off);
        router.get("/", [](Request&) { return Response::html("<p>hallo</p>"); });
        router.get("/taken/{id}", [](Request& request) { return Response::text(std::string(request.param("id"))); });
        router.post("/echo", [](Request& request) { return Response::text(request.body); });
        router.post("/small", [](Request&) { return Response::empty(); }, small_body());
        router.post("/form", [](Request& request) { return Response::text(std::string(request.form.get("naam"))); });
        router.get("/wait", [this](Request&) {
            door.pass();
            return Response::text("done");
        });
        router.get("/throw", [](Request&) -> Response { throw std::runtime_error("disk gone"); });
        options.workers = 2;
        options.metrics = &metrics;
        options.limits.header_bytes = 2048;
        options.limits.target_bytes = 512;
        options.limits.body_bytes = 10'000;
    }
    static RouteOptions small_body() {
        RouteOptions small;
        small.max_body_bytes = 10;
        return small;
    }
    Server& start() {
        server = std::make_unique<Server>(options, router);
        return *server;
    }

    Router router;
    Metrics metrics;
    ServerOptions options;
    Door door;
    std::unique_ptr<Server> server;
};

}  // namespace

TEST_CASE("a connection is kept and answers one request after another") {
    House house;
    TestClient client(house.start().port());
    for (int i = 0; i < 3; ++i) {
        const Reply reply = client.get("/taken/" + std::to_string(i));
        CHECK(reply.status == 200);
        CHECK(reply.body == std::to_string(i));
        CHECK_FALSE(reply.headers.has("Connection"));
    }
    CHECK(client.get("/taken/9", "Connection: close\r\n").headers.get("Connection") == "close");
    CHECK(client.read_until_closed().empty());
}

TEST_CASE("requests sent ahead are answered in order, and rubbish behind them ends the connection") {
    House house;
    TestClient client(house.start().port());
    client.send("GET /taken/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /taken/2 HTTP/1.1\r\nHost: a\r\n\r\n\x01\x02rubbish\r\n\r\n");
    CHECK(client.read_reply().body == "1");
    CHECK(client.read_reply().body == "2");
    const Reply last = client.read_reply();
    CHECK(last.status == 400);
    CHECK(last.headers.get("Connection") == "close");
    CHECK(client.read_until_closed().empty());
}

TEST_CASE("broken requests get the status that says what is wrong") {
    House house;
    const std::uint16_t port = house.start().port();
    struct Row {
        std::string sent;
        int status;
    };
    const std::string head = " HTTP/1.1\r\nHost: a\r\n";
    const Row rows[] = {
        {"GET /\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},                                  // no Host
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
        {"GET /%zz" + head + "\r\n", 400},
        {"GET /%00" + head + "\r\n", 400},
        {"GET /?a=%ff" + head + "\r\n", 400},
        {"GET taken" + head + "\r\n", 400},
        {"GET / HTTP/3.7\r\nHost: a\r\n\r\n", 505},
        {"BREW /" + head + "\r\n", 501},
        {"GET /" + std::string(600, 'a') + head + "\r\n", 414},
        {"GET /" + std::string(5000, 'a') + head + "\r\n", 414},
        {"GET /" + head + "X: " + std::string(5000, 'a') + "\r\n\r\n", 431},
        {"GET /" + head + "no colon\r\n\r\n", 400},
        {"POST /echo" + head + "Content-Length: -1\r\n\r\n", 400},
        {"POST /echo" + head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhallo", 400},
        {"POST /echo" + head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"POST /echo" + head + "Transfer-Encoding: chunked\r\n\r\nrubbish\r\n", 400},
        {"POST /echo" + head + "Content-Length: 10001\r\n\r\n", 413},
        {"POST /small" + head + "Content-Length: 11\r\n\r\n", 413},
        {"POST /small" + head + "Transfer-Encoding: chunked\r\n\r\nb\r\nhallo hallo\r\n0\r\n\r\n", 413},
        {"POST /echo" + head + "Expect: wonders\r\nContent-Length: 1\r\n\r\n", 417},
        {"GET /nowhere" + head + "\r\n", 404},
        {"GET /..%2f..%2fetc/passwd" + head + "\r\n", 404},
        {"DELETE /taken/1" + head + "\r\n", 405},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sent.substr(0, 100));
        TestClient client(port);
        CHECK(client.ask(row.sent).status == row.status);
    }
    CHECK(TestClient(port).get("/taken/1").status == 200);
}

TEST_CASE("bodies come in whole, in chunks and after permission") {
    House house;
    TestClient client(house.start().port());
    CHECK(client.post("/echo", "text/plain", "hallo").body == "hallo");
    const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    CHECK(client.ask(head + "Transfer-Encoding: chunked\r\n\r\n3\r\nhal\r\n2\r\nlo\r\n0\r\n\r\n").body == "hallo");
    CHECK(client.ask(head + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n").status == 100);
    CHECK(client.ask("hallo").body == "hallo");
    CHECK(client.post("/form", "application/x-www-form-urlencoded", "naam=J%C3%A1n+de+Vries").body == "Ján de Vries");
    CHECK(client.post("/form", "application/x-www-form-urlencoded", "naam=%").status == 400);
    CHECK(client.get("/taken/een%20twee%2Fdrie").body == "een twee/drie");
}

TEST_CASE("HEAD gets the header of GET and no body, and HTTP/1.0 is closed unless it asks otherwise") {
    House house;
    const std::uint16_t port = house.start().port();
    TestClient client(port);
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    const Reply head = client.read_head();
    CHECK(head.status == 200);
    CHECK(head.headers.get("Content-Length") == "12");
    CHECK(client.get("/taken/1").body == "1");

    TestClient old(port);
    CHECK(old.ask("GET /taken/1 HTTP/1.0\r\n\r\n").body == "1");
    CHECK(old.read_until_closed().empty());
}

TEST_CASE("a client that sends its header or body too slowly is cut off with 408") {
    House house;
    house.options.limits.header_time = 60ms;
    house.options.limits.body_time = 60ms;
    const std::uint16_t port = house.start().port();
    TestClient slow_header(port);
    CHECK(slow_header.ask("GET / HTTP/1.1\r\nHost: a\r\nX-A: ").status == 408);
    CHECK(slow_header.read_until_closed().empty());
    TestClient slow_body(port);
    CHECK(slow_body.ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhal").status == 408);
    CHECK(slow_body.read_until_closed().empty());
}

TEST_CASE("a connection on which nothing happens is closed without a word") {
    House house;
    house.options.limits.keep_alive_time = 200ms;
    const std::uint16_t port = house.start().port();
    TestClient silent(port);
    CHECK(silent.read_until_closed().empty());
    TestClient client(port);
    CHECK(client.get("/taken/1").status == 200);
    CHECK(client.read_until_closed().empty());
}

TEST_CASE("one connection too many is told to come back later") {
    House house;
    house.options.limits.connections = 1;
    const std::uint16_t port = house.start().port();
    TestClient first(port);
    CHECK(first.get("/taken/1").status == 200);
    TestClient second(port);
    const Reply refused = second.read_reply();
    CHECK(refused.status == 503);
    CHECK(refused.headers.get("Retry-After") == "5");
    CHECK(second.read_until_closed().empty());
    CHECK(first.get("/taken/2").status == 200);
}

TEST_CASE("requests beyond the queue are refused while the others wait") {
    House house;
    house.options.workers = 1;
    house.options.limits.queued_requests = 1;
    const std::uint16_t port = house.start().port();
    TestClient running(port);
    running.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    house.door.wait_for(1);
    TestClient second(port);
    TestClient third(port);
    // One of the two waits in the queue, the other is refused.
    second.send("GET /taken/2 HTTP/1.1\r\nHost: a\r\n\r\nGET /taken/3 HTTP/1.1\r\nHost: a\r\n\r\n");
    third.send("GET /taken/2 HTTP/1.1\r\nHost: a\r\n\r\n");
    TestClient fourth(port);
    fourth.send("GET /taken/2 HTTP/1.1\r\nHost: a\r\n\r\n");
    int refused = 0;
    std::thread opener([&] {
        // At least one of three is refused before anything is answered.
        while (house.metrics.text().find("status=\"5xx\"") == std::string::npos) std::this_thread::yield();
        house.door.open();
    });
    for (TestClient* client : {&second, &third, &fourth}) refused += client->read_reply().status == 503 ? 1 : 0;
    opener.join();
    CHECK(refused == 2);
    CHECK(running.read_reply().body == "done");
}

TEST_CASE("a stop answers what is running and refuses what is new") {
    House house;
    Server& server = house.start();
    TestClient idle(server.port());
    CHECK(idle.get("/taken/1").status == 200);
    TestClient running(server.port());
    running.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    house.door.wait_for(1);
    std::thread stopper([&] { server.stop(); });
    CHECK(idle.read_until_closed().empty());
    CHECK_FALSE(TestClient(server.port()).is_connected());
    house.door.open();
    CHECK(running.read_reply().body == "done");
    CHECK(running.read_until_closed().empty());
    stopper.join();
}

TEST_CASE("a stop cuts off what does not come to an end") {
    House house;
    house.options.limits.drain_time = 60ms;
    Server& server = house.start();
    TestClient half(server.port());
    CHECK(half.get("/taken/1").status == 200);
    half.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
    CHECK(half.read_reply().status == 100);
    server.stop();
    CHECK(half.read_until_closed().empty());
}

TEST_CASE("an exception from a handler ends the request, not the process") {
    House house;
    SUBCASE("by default with 500") {
        TestClient client(house.start().port());
        CHECK(client.get("/throw").status == 500);
        CHECK(client.get("/taken/1").status == 200);
    }
    SUBCASE("or as the program maps it") {
        house.options.on_error = [](const std::exception& error, Request&) { return Response::text(error.what(), 503); };
        TestClient client(house.start().port());
        const Reply reply = client.get("/throw");
        CHECK(reply.status == 503);
        CHECK(reply.body == "disk gone");
    }
    SUBCASE("also when the mapping fails") {
        house.options.on_error = [](const std::exception&, Request&) -> Response { throw std::runtime_error("again"); };
        TestClient client(house.start().port());
        CHECK(client.get("/throw").status == 500);
    }
}

TEST_CASE("a long answer is made while it is sent, and breaks off visibly") {
    House house;
    house.router.get("/export", [](Request& request) {
        const std::string_view kind = request.query.get("kind");
        return Response::download("naam é.csv", "text/csv", [kind = std::string(kind), n = 0](std::string& chunk) mutable {
            if (kind == "broken" && n == 3) throw std::runtime_error("cursor gone");
            chunk = "row " + std::to_string(++n) + "\n";
            return n < 1000;
        });
    });
    const std::uint16_t port = house.start().port();
    TestClient client(port);
    const Reply whole = client.get("/export");
    CHECK(whole.headers.get("Content-Disposition") == "attachment; filename*=UTF-8''naam%20%C3%A9.csv");
    CHECK(whole.body.starts_with("row 1\nrow 2\n"));
    CHECK(whole.body.ends_with("row 1000\n"));
    CHECK(client.get("/taken/1").status == 200);
    client.send("GET /export?kind=broken HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string broken = client.read_until_closed();
    CHECK(broken.find("row 3") != std::string::npos);
    CHECK_FALSE(broken.ends_with("0\r\n\r\n"));
    TestClient old(port);
    old.send("GET /export HTTP/1.0\r\n\r\n");
    CHECK(old.read_until_closed().ends_with("\nrow 1000\n"));
}

TEST_CASE("an address that cannot be listened on is named") {
    House house;
    const std::string taken = "127.0.0.1:" + std::to_string(house.start().port());
    for (const std::string& listen : {taken, std::string("nonsense"), std::string("127.0.0.1:"), std::string("1.2.3:80")}) {
        CAPTURE(listen);
        House other;
        other.options.listen = listen;
        try {
            other.start();
            FAIL("listens");
        } catch (const std::system_error& error) {
            CHECK(std::string(error.what()).find(listen) != std::string::npos);
        }
    }
}

}  // namespace dichtbij::http::server_test
