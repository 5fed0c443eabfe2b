#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <zlib.h>

#include <sstream>

#include "http/answer.h"
#include "http/gzip.h"

namespace dichtbij::http::edge_test {

namespace {

std::string gunzipped(std::string_view gzip) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

// One request through everything but the sockets.
struct Edge {
    explicit Edge(Handler handler) { router.get("/", std::move(handler)); }
    Outgoing get(const std::vector<Header>& headers = {}) {
        Exchange exchange;
        exchange.peer_address = "10.0.0.1";
        exchange.request.target = exchange.request.raw_path = "/";
        exchange.request.headers.add("Host", "dichtbij.example");
        for (const Header& field : headers) exchange.request.headers.add(field.name, field.value);
        const Answerer answerer(options, router);
        return answerer.answer(exchange);
    }

    Router router;
    ServerOptions options;
};

bool has_line(const Outgoing& out, std::string_view line) {
    return out.head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("every answer carries the security headers, unless the handler says otherwise") {
    Edge plain([](Request&) { return Response::html("x"); });
    const Outgoing out = plain.get();
    CHECK(out.head.starts_with("HTTP/1.1 200 OK\r\nDate: "));
    CHECK(has_line(out, "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src "
                        "'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action "
                        "'self'; object-src 'none'"));
    CHECK(has_line(out, "X-Content-Type-Options: nosniff"));
    CHECK(has_line(out, "Referrer-Policy: same-origin"));
    CHECK(has_line(out, "Cross-Origin-Opener-Policy: same-origin"));
    CHECK(has_line(out, "Cache-Control: no-store"));
    CHECK(out.head.find("\r\nPermissions-Policy: ") != std::string::npos);
    CHECK(out.head.find("Strict-Transport-Security") == std::string::npos);

    Edge own([](Request&) { return std::move(Response::html("x").header("Cache-Control", "private")); });
    CHECK(has_line(own.get(), "Cache-Control: private"));
    CHECK_FALSE(has_line(own.get(), "Cache-Control: no-store"));
}

TEST_CASE("behind a trusted proxy the client and https are what the proxy says; others are not believed") {
    struct Row {
        std::string forwarded_for;
        std::string address;
    };
    const Row rows[] = {
        {"", "10.0.0.1"},
        {"203.0.113.7", "203.0.113.7"},
        {"1.1.1.1, 203.0.113.7", "203.0.113.7"},           // what stands before is hearsay
        {"1.1.1.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"},  // two proxies of ours
        {"203.0.113.7:4711", "203.0.113.7"},
        {"[2001:db8::1]:4711", "2001:db8::1"},
        {"10.0.0.3", "10.0.0.3"},
        {"rubbish", "10.0.0.1"},
        {"203.0.113.7, rubbish", "10.0.0.1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.forwarded_for);
        std::string seen;
        Edge edge([&](Request& request) {
            seen = request.remote_address;
            return Response::empty().set_cookie({"sessie", "abc"});
        });
        const std::vector<Header> headers{{"X-Forwarded-For", row.forwarded_for}, {"X-Forwarded-Proto", "https"},
                                          {"X-Request-Id", "van-buiten"}};
        const Outgoing untrusted = edge.get(headers);
        CHECK(seen == "10.0.0.1");
        CHECK(has_line(untrusted, "Set-Cookie: sessie=abc; Path=/; SameSite=Lax; HttpOnly"));
        CHECK_FALSE(has_line(untrusted, "X-Request-Id: van-buiten"));
        edge.options.trusted_proxies = *TrustedProxies::parse({"10.0.0.0/8"});
        const Outgoing trusted = edge.get(headers);
        CHECK(seen == row.address);
        CHECK(has_line(trusted, "Set-Cookie: sessie=abc; Path=/; SameSite=Lax; HttpOnly; Secure"));
        CHECK(has_line(trusted, "Strict-Transport-Security: max-age=31536000"));
        CHECK(has_line(trusted, "X-Request-Id: van-buiten"));
    }
}

TEST_CASE("ranges of proxies are addresses with or without a prefix length") {
    const auto proxies = TrustedProxies::parse({"10.1.2.3", "192.168.0.0/17", "fd00::/8"});
    REQUIRE(proxies);
    for (const char* inside : {"10.1.2.3", "::ffff:10.1.2.3", "192.168.127.255", "fd12::1"})
        CHECK_MESSAGE(proxies->contains(inside), inside);
    for (const char* outside : {"10.1.2.4", "192.168.128.0", "fe80::1", "", "rubbish"})
        CHECK_MESSAGE(!proxies->contains(outside), outside);
    for (const char* wrong : {"10.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "proxy.example", "10.0.0.0/8x"})
        CHECK_MESSAGE(!TrustedProxies::parse({wrong}), wrong);
}

TEST_CASE("pages above the threshold are compressed for those who take it") {
    const std::string page(5000, 'a');
    Edge edge([&](Request&) { return Response::html(page); });
    const Outgoing small = edge.get({{"Accept-Encoding", "br, gzip;q=0.8"}});
    CHECK(has_line(small, "Content-Encoding: gzip"));
    CHECK(has_line(small, "Vary: Accept-Encoding"));
    CHECK(has_line(small, "Content-Length: " + std::to_string(small.body.size())));
    CHECK(small.body.size() < 100);
    CHECK(gunzipped(small.body) == page);
    const Outgoing plain = edge.get({{"Accept-Encoding", "gzip;q=0"}});
    CHECK(plain.body == page);
    CHECK(has_line(plain, "Vary: Accept-Encoding"));

    Edge short_page([&](Request&) { return Response::html("short"); });
    CHECK(short_page.get({{"Accept-Encoding", "gzip"}}).body == "short");
    Edge picture([&](Request&) { return std::move(Response::html(page).header("Content-Type", "image/png")); });
    CHECK(picture.get({{"Accept-Encoding", "gzip"}}).body == page);
}

TEST_CASE("what a client accepts is read from its list") {
    for (const char* yes : {"gzip", "GZIP", "deflate, gzip", "*", "gzip;q=0.5", "gzip; q=1"})
        CHECK_MESSAGE(accepts_gzip(yes), yes);
    for (const char* no : {"", "identity", "gzip;q=0", "gzip; q=0.000", "br;q=1", "gzipped"})
        CHECK_MESSAGE(!accepts_gzip(no), no);
}

TEST_CASE("a header or cookie that would split the answer ends in 500") {
    Edge header([](Request&) { return Response::redirect("/a\r\nSet-Cookie: x=y"); });
    CHECK(header.get().status == 500);
    Edge cookie([](Request&) { return Response::empty().set_cookie({"a", "b\r\nX: y"}); });
    const Outgoing out = cookie.get();
    CHECK(out.status == 500);
    CHECK(out.head.find("X: y") == std::string::npos);
}

TEST_CASE("cookies say how long, for whom and for what they are") {
    Cookie cookie{"sessie", "abc", "/balie"};
    cookie.max_age = std::chrono::hours(1);
    cookie.same_site = SameSite::strict;
    cookie.script_access = ScriptAccess::visible;
    CHECK(to_header(cookie, Secure::yes) == "sessie=abc; Path=/balie; Max-Age=3600; SameSite=Strict; Secure");
    CHECK(to_header(Response::empty().remove_cookie("a").cookies[0], Secure::no) ==
          "a=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    for (const char* wrong : {"a;b", "a b", "a,b", "a\"b", "a\nb"}) CHECK_THROWS(to_header({"n", wrong}, Secure::no));
}

TEST_CASE("answers without a body say no length, and a stream tells its framing") {
    Edge empty([](Request&) { return Response::empty(); });
    CHECK(empty.get().head.find("Content-Length") == std::string::npos);
    Edge redirect([](Request&) { return Response::redirect("/taken"); });
    CHECK(redirect.get().status == 303);
    CHECK(has_line(redirect.get(), "Location: /taken"));
    CHECK(has_line(redirect.get(), "Content-Length: 0"));
    Edge stream([](Request&) { return Response::download("a", "text/csv", [](std::string&) { return false; }); });
    CHECK(has_line(stream.get(), "Transfer-Encoding: chunked"));
    CHECK(stream.get().head.find("Content-Length") == std::string::npos);
}

TEST_CASE("the access line has no query, no address and no line end from outside") {
    std::ostringstream lines;
    const auto before = spdlog::default_logger();
    const auto logger =
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(lines));
    logger->set_pattern("%v");
    spdlog::set_default_logger(logger);
    Exchange exchange;
    exchange.request.target = "/zoek\x01\n?naam=Jansen";
    REQUIRE(split_target(exchange.request));
    exchange.request.headers.add("Host", "a");
    exchange.peer_address = "203.0.113.7";
    ServerOptions options;
    const Router router;
    const Answerer answerer(options, router);
    exchange.started = std::chrono::steady_clock::now();
    answerer.answer(exchange);
    spdlog::set_default_logger(before);
    const std::string text = lines.str();
    CHECK(text.starts_with("http GET /zoek?? 404 "));
    CHECK(text.find("ms id=") != std::string::npos);
    CHECK(text.find("Jansen") == std::string::npos);
    CHECK(text.find("203.0.113.7") == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE("a way back is always on our own site") {
    Request request;
    request.raw_path = "/taken/1";
    CHECK(request.return_path() == "/taken/1");
    request.raw_query = "a=b";
    CHECK(request.return_path() == "/taken/1?a=b");
    for (const char* path : {"//evil.example", "/\\evil.example", ""}) {
        request.raw_path = path;
        CHECK(request.return_path() == "/");
    }
}

TEST_CASE("what a filter attaches is found by its type") {
    struct Session {
        int number;
    };
    Request request;
    CHECK(request.attached<Session>() == nullptr);
    request.attach(Session{1});
    request.attach(Session{2});
    REQUIRE(request.attached<Session>() != nullptr);
    CHECK(request.attached<Session>()->number == 2);
    CHECK(request.attached<int>() == nullptr);
}

}  // namespace dichtbij::http::edge_test
