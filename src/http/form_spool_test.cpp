#include "http/form_spool.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include "http/temp_file.h"

namespace dichtbij::http::form_spool_test {

namespace {

constexpr FormLimits limits{.fields = 5, .name_bytes = 20, .value_bytes = 60, .files = 3, .part_header_bytes = 120};

std::string content_of(const Upload& upload) {
    if (!upload.file) return upload.content;
    std::string content(static_cast<std::size_t>(upload.file->size()), '\0');
    CHECK(upload.file->read(0, content) == content.size());
    return content;
}

Result<Form> in_pieces(std::string_view body, std::size_t piece, std::int64_t max_file_bytes = 1'000'000) {
    FormSpool spool("x", {limits, std::filesystem::temp_directory_path(), max_file_bytes});
    for (std::size_t at = 0; at < body.size(); at += piece) TRY_DONE(spool.feed(body.substr(at, piece)));
    return spool.finish();
}

bool same(const Result<Form>& streamed, const Result<Form>& whole) {
    if (!streamed || !whole) return !streamed && !whole;
    if (!(streamed->fields == whole->fields) || streamed->files.size() != whole->files.size()) return false;
    for (std::size_t i = 0; i < whole->files.size(); ++i) {
        const Upload& a = streamed->files[i];
        const Upload& b = whole->files[i];
        if (a.field != b.field || a.filename != b.filename || a.content_type != b.content_type || content_of(a) != b.content) return false;
    }
    return true;
}

std::string part(const std::string& head, const std::string& content) {
    return "--x\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

TEST_CASE("a form in pieces reads as the whole form does, however it is cut") {
    const std::string good = part("name=\"titel\"", "Boom") + part("name=\"f\"; filename=\"C:\\map\\a.pdf\"\r\nContent-Type: application/pdf", "%PDF\r\n--\r\n--y") +
                             part("name=\"leeg\"; filename=\"\"", "") + part("name=\"nul\"; filename=\"nul.txt\"", "") + "--x--\r\nrest";
    const std::string rows[] = {
        good,
        "voorwoord\r\n" + good,
        "--x--",
        "",
        "--x",
        "--xy\r\n",
        good.substr(0, good.size() - 20),
        part("name=\"a\"", std::string(61, 'v')) + "--x--",
        part("naam=\"a\"", "v") + "--x--",
        "--x\r\n\r\nzonder kop\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n--x--",
        "--x\r\n" + std::string(300, 'h') + "\r\n\r\nv\r\n--x--",
        part("name=\"a\"", std::string("n\0l", 3)) + "--x--",
        part("name=\"a\"", "1") + part("name=\"a\"", "2") + part("name=\"a\"", "3") + part("name=\"a\"", "4") + part("name=\"a\"", "5") + part("name=\"a\"", "6") + "--x--",
    };
    for (const std::string& body : rows) {
        CAPTURE(body);
        const auto whole = parse_multipart(body, "x", limits);
        for (const std::size_t piece : {1, 2, 3, 7, 64, 4096}) CHECK(same(in_pieces(body, piece), whole));
    }
}

TEST_CASE("any bytes in pieces are judged as the whole is") {
    rc::check([] {
        const auto bits = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "--x", "\r\n", "\r\n--x", "--", "Content-Disposition: form-data; name=\"a\"", "Content-Disposition: form-data; name=\"f\"; filename=\"f.txt\"",
            "\r\n\r\n", "a", "\r", "\n", "-"));
        std::string body = *rc::gen::element<std::string>("--x\r\n", "");
        for (const std::string& bit : bits) body += bit;
        const auto piece = *rc::gen::inRange<std::size_t>(1, 12);
        RC_ASSERT(same(in_pieces(body, piece), parse_multipart(body, "x", limits)));
    });
}

TEST_CASE("a file that is too large is dropped and marked, and the rest of the form is read") {
    const std::string body = part("name=\"f\"; filename=\"groot.pdf\"", std::string(1001, 'g')) + part("name=\"f\"; filename=\"klein.pdf\"", std::string(1000, 'k')) +
                             part("name=\"titel\"", "Boom") + "--x--";
    const auto form = in_pieces(body, 100, 1000).value();
    REQUIRE(form.files.size() == 2);
    CHECK(form.files[0].is_too_large);
    CHECK(form.files[0].file == nullptr);
    CHECK(form.files[0].filename == "groot.pdf");
    CHECK_FALSE(form.files[1].is_too_large);
    CHECK(form.files[1].file_bytes == 1000);
    CHECK(form.fields.get("titel") == "Boom");
}

TEST_CASE("a streamed file is hashed on the way") {
    const auto form = in_pieces(part("name=\"f\"; filename=\"a.txt\"", "abc") + "--x--", 5).value();
    CHECK(form.files.at(0).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a temporary file has no name and gives back what was put in") {
    const auto folder = std::filesystem::temp_directory_path() / ("dichtbij-temp-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    {
        TempFile file(folder);
        file.append("een ");
        file.append("twee");
        CHECK(file.size() == 8);
        CHECK(std::filesystem::is_empty(folder));
        std::string read(20, '.');
        CHECK(file.read(4, read) == 4);
        CHECK(read.substr(0, 4) == "twee");
        CHECK(file.read(8, read) == 0);
    }
    std::filesystem::remove(folder);
    CHECK_THROWS_AS(TempFile(folder / "weg"), std::system_error);
}

}  // namespace dichtbij::http::form_spool_test
