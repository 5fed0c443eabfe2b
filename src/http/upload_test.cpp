// Streamed uploads, from the socket to the handler.

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>

#include "http/server.h"
#include "http/temp_file.h"
#include "http/test_client.h"
#ifdef __SANITIZE_ADDRESS__
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // g++ of Debian has it without its header
#endif

namespace dichtbij::http::upload_test {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t form_bytes = 8 * 1024 * 1024;
constexpr std::size_t file_bytes = 5 * 1024 * 1024;

std::string summary(const Request& request) {
    std::string text = std::string(request.form.get("titel")) + "|";
    for (const Upload& upload : request.files) {
        text += upload.filename + " " + std::to_string(upload.file ? upload.file->size() : -1) + (upload.is_too_large ? " te groot" : "") + "|";
        if (!upload.content.empty()) text += "in memory|";
    }
    return text;
}

struct House {
    House() {
        spdlog::set_level(spdlog::level::off);
        RouteOptions streamed;
        streamed.uploads = Uploads::streamed;
        streamed.max_body_bytes = form_bytes;
        streamed.max_file_bytes = file_bytes;
        router.post("/bestanden", [](Request& request) { return Response::text(summary(request)); }, streamed);
        router.post("/klein", [](Request& request) { return Response::text(std::to_string(request.files.at(0).content.size())); });
        router.get("/stuk", [](Request& request) {
            Response response = Response::text("");
            response.stream_bytes = 10;
            const auto left = std::make_shared<int>(request.query.has("te_kort") ? 1 : 2);
            response.stream = [left](std::string& chunk) {
                chunk = "12345";
                return --*left > 0;
            };
            return response;
        });
        router.set_status_page([](Request&, int status) { return Response::text("pagina " + std::to_string(status), status); });
        options.workers = 2;
        options.limits.body_bytes = 10'000;
        options.limits.upload_drained_bytes = 32 * 1024 * 1024;
    }
    std::uint16_t start() {
        server = std::make_unique<Server>(options, router);
        return server->port();
    }

    Router router;
    ServerOptions options;
    std::unique_ptr<Server> server;
};

const std::string type = "multipart/form-data; boundary=x";

std::string file_part(const std::string& name, std::size_t bytes) {
    return "--x\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"" + name + "\"\r\n\r\n" + std::string(bytes, 'b') + "\r\n";
}
std::string titel_part() { return "--x\r\nContent-Disposition: form-data; name=\"titel\"\r\n\r\nBoom\r\n"; }

// What the process holds. AddressSanitizer keeps freed memory for a while, so it is asked what is in use.
long held_kib() {
#ifdef __SANITIZE_ADDRESS__
    return static_cast<long>(__sanitizer_get_current_allocated_bytes() / 1024);
#else
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:")) return std::atol(line.c_str() + 8);
    return 0;
#endif
}

}  // namespace

TEST_CASE("a form with files goes to disk, its fields and files come to the handler") {
    House house;
    TestClient client(house.start());
    const auto reply = client.post("/bestanden", type, titel_part() + file_part("a.pdf", 3'000'000) + file_part("b.pdf", 7) + "--x--");
    CHECK(reply.status == 200);
    CHECK(reply.body == "Boom|a.pdf 3000000|b.pdf 7|");
    CHECK(client.post("/bestanden", type, titel_part() + "--x--").body == "Boom|");
}

TEST_CASE("a file above the limit of a file is marked, the form is answered by its handler") {
    House house;
    TestClient client(house.start());
    const auto reply = client.post("/bestanden", type, file_part("a.pdf", file_bytes + 1) + titel_part() + "--x--");
    CHECK(reply.status == 200);
    CHECK(reply.body == "Boom|a.pdf -1 te groot|");
}

TEST_CASE("a form above its limit is read to the end and answered with the page for 413") {
    House house;
    const auto port = house.start();
    const std::string body = file_part("a.pdf", form_bytes) + "--x--";
    const auto announced = TestClient(port).post("/bestanden", type, body);
    CHECK(announced.status == 413);
    CHECK(announced.body == "pagina 413");
    TestClient chunked(port);
    chunked.send("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    constexpr std::size_t piece = 0x100000;
    for (std::size_t at = 0; at < body.size(); at += piece) {
        const std::string chunk = body.substr(at, piece);
        char size[20];
        std::snprintf(size, sizeof(size), "%zx\r\n", chunk.size());
        chunked.send(size + chunk + "\r\n");
    }
    CHECK(chunked.ask("0\r\n\r\n").status == 413);
}

TEST_CASE("who asks before sending is told at once that it is too large") {
    House house;
    TestClient client(house.start());
    CHECK(client.ask("POST /bestanden HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Type: " + type + "\r\nContent-Length: " +
                     std::to_string(form_bytes + 1) + "\r\n\r\n").status == 413);
}

TEST_CASE("an announcement beyond what is ever read is refused without reading") {
    House house;
    TestClient client(house.start());
    CHECK(client.ask("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 99000000000\r\n\r\n").status == 413);
}

TEST_CASE("a streamed form that is broken is a bad request, and one that breaks off is no request") {
    House house;
    const auto port = house.start();
    CHECK(TestClient(port).post("/bestanden", type, "--x\r\nrommel").status == 400);
    CHECK(TestClient(port).post("/bestanden", type, file_part("a.pdf", 1'000'000)).status == 400);
    {
        TestClient gone(port);
        gone.send("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 5000000\r\n\r\n" + file_part("a.pdf", 2'000'000));
    }
    CHECK(TestClient(port).post("/bestanden", type, titel_part() + "--x--").status == 200);
}

TEST_CASE("what is no form with files is held to the small limit, also on a route for uploads") {
    House house;
    const auto port = house.start();
    CHECK(TestClient(port).post("/bestanden", "application/x-www-form-urlencoded", "titel=Boom").body == "Boom|");
    CHECK(TestClient(port).post("/bestanden", "application/json", std::string(10'001, ' ')).status == 413);
}

TEST_CASE("small uploads stay in memory on other routes") {
    House house;
    CHECK(TestClient(house.start()).post("/klein", type, file_part("a.png", 321) + "--x--").body == "321");
}

TEST_CASE("no more uploads at once than are allowed") {
    House house;
    house.options.limits.uploads_at_once = 1;
    const auto port = house.start();
    TestClient first(port);
    first.send("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 5000\r\nExpect: 100-continue\r\n\r\n");
    CHECK(first.read_reply().status == 100);
    CHECK(TestClient(port).post("/bestanden", type, titel_part() + "--x--").status == 503);
    const std::string body = titel_part() + "--x--";
    first.send(body + std::string(5000 - body.size(), ' '));
    CHECK(first.read_reply().body == "Boom|");
    CHECK(TestClient(port).post("/bestanden", type, titel_part() + "--x--").status == 200);
}

TEST_CASE("an upload that stands still is cut off") {
    House house;
    house.options.limits.upload_idle_time = 50ms;
    TestClient client(house.start());
    CHECK(client.ask("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 5000\r\n\r\n--x").status == 408);
}

TEST_CASE("a folder that cannot be written to gives 503 and leaves the server standing") {
    House house;
    house.options.upload_folder = "/dev/null/weg";
    const auto port = house.start();
    CHECK(TestClient(port).post("/bestanden", type, file_part("a.pdf", 10) + "--x--").status == 503);
    CHECK(TestClient(port).post("/bestanden", type, titel_part() + "--x--").status == 200);
}

TEST_CASE("memory does not grow with the size of an upload") {
    House house;
    TestClient client(house.start());
    client.post("/bestanden", type, file_part("a.pdf", 1000) + "--x--");
    const std::string body = file_part("a.pdf", file_bytes - 100) + "--x--";
    long least = file_bytes / 1024;
    for (int round = 0; round < 3; ++round) {  // the rest of the process breathes too
        client.send("POST /bestanden HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
        const long before = held_kib();
        client.send(std::string_view(body).substr(0, body.size() - 10));
        least = std::min(least, held_kib() - before);
        CHECK(client.ask(body.substr(body.size() - 10)).status == 200);
    }
    CHECK(least < 2048);
}

TEST_CASE("a stream of known length has that length, and one that gives less ends the connection") {
    House house;
    TestClient client(house.start());
    const auto reply = client.get("/stuk");
    CHECK(reply.headers.get("Content-Length") == "10");
    CHECK(reply.body == "1234512345");
    CHECK(client.get("/stuk").status == 200);  // the connection was kept
    client.send("HEAD /stuk HTTP/1.1\r\nHost: a\r\n\r\n");
    client.send("GET /stuk?te_kort HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string rest = client.read_until_closed();
    CHECK(rest.ends_with("\r\n\r\n12345"));
}

}  // namespace dichtbij::http::upload_test
