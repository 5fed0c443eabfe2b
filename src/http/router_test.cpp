#include "http/router.h"

#include <doctest/doctest.h>

#include "base/bug.h"

namespace dichtbij::http::router_test {

namespace {

Handler says(std::string text) {
    return [text = std::move(text)](Request& request) {
        return Response::text(text + ":" + std::string(request.param("id")) + std::string(request.param("rest")));
    };
}

Response ask(const Router& router, Method method, const std::string& path) {
    Request request;
    request.method = method;
    request.raw_path = request.path = path;
    return router.handle(request);
}

}  // namespace

TEST_CASE("the most literal route answers") {
    Router router;
    router.get("/", says("home"));
    router.get("/taken", says("list"));
    router.get("/taken/{id}", says("one"));
    router.get("/taken/nieuw", says("new"));
    router.get("/taken/{id}/notities", says("notes"));
    router.get("/taken/nieuw/stap/{id}", says("step"));
    router.get("/bestanden/{rest*}", says("file"));
    struct Row {
        std::string path;
        int status;
        std::string body;
    };
    const Row rows[] = {
        {"/", 200, "home:"},
        {"/taken", 200, "list:"},
        {"/taken/5", 200, "one:5"},
        {"/taken/a%20b%2Fc+d", 200, "one:a b/c+d"},
        {"/taken/nieuw", 200, "new:"},
        {"/taken/nieuw/notities", 200, "notes:nieuw"},
        {"/taken/nieuw/stap/2", 200, "step:2"},
        {"/bestanden/a/b.css", 200, "file:a/b.css"},
        {"/bestanden/", 200, "file:"},
        {"/bestanden", 404, "Not Found\n"},
        {"/taken/", 404, "Not Found\n"},
        {"//", 404, "Not Found\n"},
        {"/taken//notities", 404, "Not Found\n"},
        {"/taken/5/6", 404, "Not Found\n"},
        {"/Taken", 404, "Not Found\n"},
        {"*", 404, "Not Found\n"},
        {"", 404, "Not Found\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Response response = ask(router, Method::get, row.path);
        CHECK(response.status == row.status);
        CHECK(response.body == row.body);
    }
}

TEST_CASE("another method is refused with those that are allowed") {
    Router router;
    router.get("/taken/{id}", says("one"));
    router.post("/taken/{id}", says("change"));
    router.add(Method::del, "/taken/{id}", says("delete"));
    CHECK(ask(router, Method::post, "/taken/1").body == "change:1");
    CHECK(ask(router, Method::head, "/taken/1").body == "one:1");
    const Response refused = ask(router, Method::put, "/taken/1");
    CHECK(refused.status == 405);
    CHECK(refused.headers.get("Allow") == "GET, HEAD, POST, DELETE");
}

TEST_CASE("filters run in order around the handler, know the route and may answer themselves") {
    Router router;
    RouteOptions open;
    open.access = Access::open;
    router.get("/open/{id}", says("open"), open);
    router.get("/closed", says("closed"));
    std::string seen;
    router.add_filter([&](Request& request, const Next& next) {
        seen += "a(";
        Response response = next(request);
        seen += ")a";
        return response;
    });
    router.add_filter([&](Request& request, const Next& next) {
        seen += std::string(request.route_pattern);
        if (request.route == nullptr || request.route->access == Access::open) return next(request);
        return Response::redirect("/inloggen");
    });
    CHECK(ask(router, Method::get, "/open/1").body == "open:1");
    CHECK(seen == "a(/open/{id})a");
    CHECK(ask(router, Method::get, "/closed").status == 303);
    CHECK(ask(router, Method::get, "/nowhere").status == 404);
}

TEST_CASE("the program's page is shown for a status") {
    Router router;
    router.set_status_page([](Request& request, int status) { return Response::html(request.path, status); });
    CHECK(ask(router, Method::get, "/weg").body == "/weg");
    CHECK(ask(router, Method::get, "/weg").status == 404);
}

TEST_CASE("the options of a route are known before it runs") {
    Router router;
    RouteOptions large;
    large.max_body_bytes = 77;
    router.post("/import", says("x"), large);
    REQUIRE(router.find_options(Method::post, "/import") != nullptr);
    CHECK(router.find_options(Method::post, "/import")->max_body_bytes == 77);
    CHECK(router.find_options(Method::get, "/import") == nullptr);
    CHECK(router.find_options(Method::post, "/") == nullptr);
}

TEST_CASE("routes that are unsound or taken are a bug") {
    Router router;
    router.get("/taken/{id}", says("x"));
    CHECK_THROWS_AS(router.get("/taken/{nummer}", says("y")), Bug);
    CHECK_THROWS_AS(router.get("taken", says("y")), Bug);
    CHECK_THROWS_AS(router.get("/a//b", says("y")), Bug);
    CHECK_THROWS_AS(router.get("/{rest*}/b", says("y")), Bug);
    CHECK_THROWS_AS(router.get("/a", nullptr), Bug);
}

}  // namespace dichtbij::http::router_test
