#include "document/bestand_desk.h"

#include <doctest/doctest.h>

#include "document/testing.h"
#include "http/temp_file.h"
#include "store/testing.h"

namespace dichtbij::document::bestand_desk_test {
namespace {

struct World {
    std::unique_ptr<store::testing::FreshStore> fresh = store::testing::fresh_sqlite(migrations());
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    testing::MemoryFiles files;
    DocumentService service{*fresh->store, clock, ids, files};

    Versie kept(const std::string& name, const std::string& content) {
        MemoryBytes bytes(content);
        ontvangen.push_back(service.receive(name, bytes).value());
        Versie versie;
        versie.bestandsnaam = ontvangen.back().bestandsnaam;
        versie.soort = ontvangen.back().soort;
        versie.bestand = ontvangen.back().bestand.id;
        versie.sha256 = ontvangen.back().bestand.sha256;
        versie.bytes = ontvangen.back().bestand.bytes;
        return versie;
    }
    http::Response serve(const Versie& versie, const http::Request& request = {}, Tonen tonen = Tonen::in_pagina) {
        return document::serve(service, request, versie, tonen).value();
    }
    std::vector<Ontvangen> ontvangen;
};

std::string body_of(const http::Response& response) {
    std::string all;
    bool has_more = static_cast<bool>(response.stream);
    while (has_more) {
        std::string chunk;
        has_more = response.stream(chunk);
        all += chunk;
    }
    return all;
}

http::Request asking(std::string header, std::string value) {
    http::Request request;
    request.headers.add(std::move(header), std::move(value));
    return request;
}

http::Upload upload(std::string name, std::string content) { return {"bestand", std::move(name), "application/octet-stream", std::move(content)}; }

}  // namespace

TEST_CASE("a picture or PDF is shown in the page, anything else is saved, all with headers that keep it in its box") {
    World w;
    struct Row {
        std::string name;
        std::string content;
        Tonen tonen;
        std::string type;
        std::string disposition;
        bool is_sandboxed;
    };
    for (const Row& row : {Row{"a.png", testing::png(), Tonen::in_pagina, "image/png", "inline", true}, Row{"a.pdf", testing::pdf(), Tonen::in_pagina, "application/pdf", "inline", false},
                           Row{"a.pdf", testing::pdf(), Tonen::opslaan, "application/pdf", "attachment", true},
                           Row{"a.txt", "tekst", Tonen::in_pagina, "application/octet-stream", "attachment", true},
                           Row{"a.docx", testing::docx(), Tonen::in_pagina, std::string(gegevens(Bestandssoort::docx).media_type), "attachment", true}}) {
        CAPTURE(row.name);
        const auto response = w.serve(w.kept(row.name, row.content), {}, row.tonen);
        CHECK(response.status == 200);
        CHECK(response.headers.get("Content-Type") == row.type);
        CHECK(response.headers.get("Content-Disposition").starts_with(row.disposition));
        const auto policy = response.headers.get("Content-Security-Policy");
        CHECK(policy.find("default-src 'none'") != std::string_view::npos);
        CHECK((policy.find("sandbox") != std::string_view::npos) == row.is_sandboxed);
        CHECK(response.headers.get("X-Content-Type-Options") == "nosniff");
        CHECK(response.headers.get("Cross-Origin-Resource-Policy") == "same-origin");
        CHECK(response.stream_bytes == row.content.size());
        CHECK(body_of(response) == row.content);
    }
}

TEST_CASE("a part of a file is given when it is asked for") {
    World w;
    std::string content(700'000, 'x');
    for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>('a' + i % 26);
    const Versie versie = w.kept("a.txt", content);
    struct Row {
        std::string range;
        int status;
        std::size_t from;
        std::size_t until;
    };
    for (const Row& row : {Row{"bytes=0-9", 206, 0, 10}, Row{"bytes=699990-", 206, 699'990, 700'000}, Row{"bytes=-10", 206, 699'990, 700'000}, Row{"bytes=10-9999999", 206, 10, 700'000},
                           Row{"bytes=-9999999", 206, 0, 700'000}, Row{"bytes=700000-", 416, 0, 0}, Row{"bytes=-0", 416, 0, 0}, Row{"bytes=9-3", 200, 0, 700'000},
                           Row{"bytes=0-1,4-5", 200, 0, 700'000}, Row{"regels=1-2", 200, 0, 700'000}, Row{"bytes=a-b", 200, 0, 700'000}, Row{"bytes=", 200, 0, 700'000},
                           Row{"bytes=99999999999999999999-", 200, 0, 700'000}}) {
        CAPTURE(row.range);
        const auto response = w.serve(versie, asking("Range", row.range));
        CHECK(response.status == row.status);
        if (row.status == 416) {
            CHECK(response.headers.get("Content-Range") == "bytes */700000");
            continue;
        }
        CHECK(body_of(response) == content.substr(row.from, row.until - row.from));
        CHECK(response.stream_bytes == row.until - row.from);
        if (row.status == 206) CHECK(response.headers.get("Content-Range") == "bytes " + std::to_string(row.from) + "-" + std::to_string(row.until - 1) + "/700000");
    }
}

TEST_CASE("who has the version is told so, and a range of another version is not mixed with this one") {
    World w;
    const Versie versie = w.kept("a.pdf", testing::pdf());
    const std::string etag(w.serve(versie).headers.get("ETag"));
    CHECK(etag == "\"" + versie.sha256 + "\"");
    const auto known = w.serve(versie, asking("If-None-Match", "\"oud\", " + etag));
    CHECK(known.status == 304);
    CHECK_FALSE(known.stream);
    auto request = asking("Range", "bytes=0-1");
    request.headers.add("If-Range", "\"oud\"");
    CHECK(w.serve(versie, request).status == 200);
    request.headers.set("If-Range", etag);
    CHECK(w.serve(versie, request).status == 206);
}

TEST_CASE("a version that waits for the scanner is not served") {
    World w;
    Versie versie = w.kept("a.pdf", testing::pdf());
    versie.controle = Controle::wacht;
    CHECK(serve(w.service, {}, versie, Tonen::opslaan).error().key == "document.fout.nog_niet_gecontroleerd");
}

TEST_CASE("a name is written for old and new programs, and cannot leave its header") {
    CHECK(content_disposition(Tonen::opslaan, "Plan \"A\" 100%.pdf") == "attachment; filename=\"Plan -A- 100_.pdf\"; filename*=UTF-8''Plan%20-A-%20100%25.pdf");
    CHECK(content_disposition(Tonen::in_pagina, "caf\xC3\xA9.png") == "inline; filename=\"caf_.png\"; filename*=UTF-8''caf%C3%A9.png");
    CHECK(content_disposition(Tonen::opslaan, "a\r\nX: y.pdf").find('\n') == std::string::npos);
}

TEST_CASE("the files of a form are received together, or none of them") {
    World w;
    http::Request request;
    request.files = {upload("a.pdf", testing::pdf()), upload("b.png", testing::png())};
    request.files.push_back(upload("c.pdf", testing::pdf()));
    request.files.back().field = "ander";
    {
        const auto received = receive_all(w.service, request).value();
        REQUIRE(received.size() == 2);
        CHECK(received[1].bestandsnaam == "b.png");
        CHECK(w.files.files.size() == 2);
    }
    CHECK(w.files.files.empty());
    request.files[1] = upload("b.exe", std::string("MZ\0", 3));
    CHECK(receive_all(w.service, request).error().fields.at(0).key == "document.weigering.programma");
    CHECK(w.files.files.empty());
    request.files[1].is_too_large = true;
    CHECK(receive_all(w.service, request).error().fields.at(0) == FieldError{"bestand", "document.weigering.te_groot", {"50"}});
    CHECK(receive_one(w.service, request, "leeg").error().fields.at(0).key == "document.fout.kies_bestand");
    request.files = {upload("a.pdf", testing::pdf()), upload("b.png", testing::png())};
    CHECK(receive_one(w.service, request).error().fields.at(0).key == "document.fout.een_bestand");
}

TEST_CASE("a file that was streamed to disk is received from there") {
    World w;
    const auto file = std::make_shared<http::TempFile>(std::filesystem::temp_directory_path());
    file->append(testing::docx());
    http::Request request;
    request.files = {upload("brief.docx", "")};
    request.files[0].file = file;
    const auto received = receive_one(w.service, request).value();
    CHECK(received.soort == Bestandssoort::docx);
    CHECK(w.files.files.at(received.bestand.id) == testing::docx());
}

}  // namespace dichtbij::document::bestand_desk_test
