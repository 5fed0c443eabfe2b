#include "http/assets.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>
#include <stdlib.h>

#include <fstream>
#include <stdexcept>

#include "base/bug.h"
#include "http/server.h"
#include "http/test_client.h"

namespace dichtbij::http::assets_test {

namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "dichtbij-assets-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        write("geheim.txt", "outside");
        write("web/dichtbij.css", std::string(4000, 'a'));
        write("web/js/balie.min.js", "x");
        write("web/.verborgen", "hidden");
        write("web/.git/config", "hidden");
        fs::create_symlink(path_ / "geheim.txt", path_ / "web/link.txt");
    }
    ~Folder() { fs::remove_all(path_); }
    void write(const std::string& name, const std::string& content) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << content;
    }
    fs::path web() const { return path_ / "web"; }

  private:
    fs::path path_;
};

struct Site {
    Site() {
        spdlog::set_level(spdlog::level::off);
        assets.add_routes(router);
        server = std::make_unique<Server>(ServerOptions{}, router);
    }
    Folder folder;
    Assets assets{{folder.web()}};
    Router router;
    std::unique_ptr<Server> server;
};

}  // namespace

TEST_CASE("an asset is kept for ever under its hashed name and asked again under its own") {
    Site site;
    TestClient client(site.server->port());
    const std::string url = site.assets.url("dichtbij.css");
    CHECK(url.starts_with("/assets/dichtbij."));
    CHECK(url.size() == std::string("/assets/dichtbij..css").size() + 16);
    const Reply hashed = client.get(url);
    CHECK(hashed.status == 200);
    CHECK(hashed.body == std::string(4000, 'a'));
    CHECK(hashed.headers.get("Content-Type") == "text/css; charset=utf-8");
    CHECK(hashed.headers.get("Cache-Control") == "public, max-age=31536000, immutable");
    const Reply plain = client.get("/assets/dichtbij.css");
    CHECK(plain.body == hashed.body);
    CHECK(plain.headers.get("Cache-Control") == "no-cache");
    CHECK(client.get(site.assets.url("js/balie.min.js")).body == "x");
}

TEST_CASE("a browser that has the file gets 304, per encoding") {
    Site site;
    TestClient client(site.server->port());
    const std::string etag(client.get("/assets/dichtbij.css").headers.get("ETag"));
    CHECK(etag.starts_with('"'));
    const Reply same = client.get("/assets/dichtbij.css", "If-None-Match: \"x\", W/" + etag + "\r\n");
    CHECK(same.status == 304);
    CHECK(same.headers.get("ETag") == etag);
    CHECK_FALSE(same.headers.has("Content-Length"));
    CHECK(client.get("/assets/dichtbij.css", "If-None-Match: \"x\"\r\n").status == 200);
    const Reply gzip = client.get("/assets/dichtbij.css", "Accept-Encoding: gzip\r\n");
    CHECK(gzip.headers.get("Content-Encoding") == "gzip");
    CHECK(gzip.headers.get("Vary") == "Accept-Encoding");
    CHECK(gzip.headers.get("ETag") != etag);
    CHECK(gzip.body.size() < 100);
    CHECK(client.get("/assets/dichtbij.css", "Accept-Encoding: gzip\r\nIf-None-Match: " + etag + "\r\n").status == 200);
    CHECK_FALSE(client.get("/assets/js/balie.min.js", "Accept-Encoding: gzip\r\n").headers.has("Content-Encoding"));
}

TEST_CASE("nothing outside the directory, hidden or linked is served") {
    Site site;
    TestClient client(site.server->port());
    for (const char* path : {"../geheim.txt", "%2e%2e/geheim.txt", "..%2fgeheim.txt", "js/../../geheim.txt",
                             "/geheim.txt", ".verborgen", ".git/config", "link.txt", "js", "", "dichtbij.0.css"})
        CHECK_MESSAGE(client.get("/assets/" + std::string(path)).status == 404, path);
}

TEST_CASE("a name that does not exist and files that are too large are found at the start") {
    Folder folder;
    CHECK_THROWS_AS(static_cast<void>(Assets({folder.web()}).url("weg.css")), Bug);
    CHECK_THROWS_AS(Assets({folder.web(), "/assets/", 3999}), std::runtime_error);
    CHECK_THROWS_AS(Assets({folder.web(), "/assets/", 4000, 4000}), std::runtime_error);
    CHECK_THROWS_AS(Assets({folder.web() / "nowhere"}), std::runtime_error);
}

}  // namespace dichtbij::http::assets_test
