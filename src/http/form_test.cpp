#include "http/form.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace dichtbij::http::form_test {

namespace {

constexpr FormLimits limits;

const std::string type = "multipart/form-data; boundary=AaB03x";

std::string part(const std::string& disposition, const std::string& content) {
    return "--AaB03x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

TEST_CASE("a query is decoded, in order, with names that repeat") {
    const auto params = parse_urlencoded("a=1&b=x%20y+z&a=2&empty=&bare&&%C3%A9=%E2%82%AC", limits);
    REQUIRE(params);
    CHECK(params->size() == 6);
    CHECK(params->all("a") == std::vector<std::string_view>{"1", "2"});
    CHECK(params->get("b") == "x y z");
    CHECK(params->has("empty"));
    CHECK(params->has("bare"));
    CHECK(params->get("é") == "€");
    CHECK(params->find("none") == nullptr);
}

TEST_CASE("a query that is not text or too much is refused") {
    for (const std::string text : {"a=%", "a=%4", "a=%zz", "%=1", "a=%00", "a=%c3%28", "a=\xff"})
        CHECK_MESSAGE(!parse_urlencoded(text, limits), text);
    FormLimits few;
    few.fields = 2;
    few.name_bytes = 3;
    few.value_bytes = 4;
    CHECK(parse_urlencoded("a=1&b=2", few));
    CHECK_FALSE(parse_urlencoded("a=1&b=2&c=3", few));
    CHECK_FALSE(parse_urlencoded("abcd=1", few));
    CHECK_FALSE(parse_urlencoded("a=12345", few));
}

TEST_CASE("what is escaped comes back as it was") {
    rc::check([](const std::string& text) {
        std::string decoded;
        RC_ASSERT(percent_decode(percent_encoded(text), Plus::is_space, decoded));
        RC_ASSERT(decoded == text);
    });
}

TEST_CASE("cookies are read, and what is no cookie is skipped") {
    const Params cookies = parse_cookies("sessie=abc=; taal=\"nl\";; vreemd ; =x;a = b");
    CHECK(cookies.size() == 3);
    CHECK(cookies.get("sessie") == "abc=");
    CHECK(cookies.get("taal") == "nl");
    CHECK(cookies.get("a") == "b");
}

TEST_CASE("a form with files gives its fields and its files") {
    const std::string body = "preamble\r\n" + part("name=\"vraag\"", "Waarom\r\ndan?") + part("name=vraag", "nogmaals") +
                             "--AaB03x\r\ncontent-disposition: form-data; name=\"bijlage\"; "
                             "filename=\"C:\\foto's\\gat %22in%22 weg.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" +
                             std::string("\xff\xd8\x00--AaB", 8) + "\r\n" +
                             part("name=\"leeg\"; filename=\"\"", "") + "--AaB03x--\r\nepilogue";
    const auto form = parse_form(type, body, limits);
    REQUIRE(form);
    CHECK(form->fields.all("vraag") == std::vector<std::string_view>{"Waarom\r\ndan?", "nogmaals"});
    REQUIRE(form->files.size() == 1);
    CHECK(form->files[0].field == "bijlage");
    CHECK(form->files[0].filename == "gat \"in\" weg.jpg");
    CHECK(form->files[0].content_type == "image/jpeg");
    CHECK(form->files[0].content == std::string("\xff\xd8\x00--AaB", 8));
}

TEST_CASE("a broken form with files is refused") {
    const std::string end = "--AaB03x--\r\n";
    const std::string bodies[] = {
        "",
        "rubbish",
        part("name=a", "1"),                              // no end
        "--AaB03x\r\n\r\nno name\r\n" + end,
        "--AaB03x\r\nno colon\r\n\r\nx\r\n" + end,
        "--AaB03xrubbish\r\n" + end,
        "--AaB03x\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n" + end,
        part("name=\"a", "1") + end,                      // no closing quote
        part("name=a", std::string("\0", 1)) + end,
        part("name=a", "\xff") + end,
        part("name=" + std::string(201, 'a'), "1") + end,
        part("name=a; filename=" + std::string(256, 'a'), "1") + end,
    };
    for (const std::string& body : bodies) CHECK_MESSAGE(!parse_form(type, body, limits), body);
    CHECK_FALSE(parse_form("multipart/form-data", "", limits));
    FormLimits few;
    few.fields = 1;
    few.files = 1;
    CHECK_FALSE(parse_form(type, part("name=a", "1") + part("name=b", "2") + end, few));
    const std::string file = part("name=a; filename=b", "1");
    CHECK(parse_form(type, file + end, few));
    CHECK_FALSE(parse_form(type, file + file + end, few));
}

TEST_CASE("the content type decides what is a form") {
    CHECK(is_form("application/x-www-form-urlencoded"));
    CHECK(is_form("Application/X-WWW-Form-UrlEncoded; charset=UTF-8"));
    CHECK(is_form("multipart/form-data; boundary=x"));
    CHECK_FALSE(is_form("multipart/mixed; boundary=x"));
    CHECK_FALSE(is_form("application/json"));
    CHECK_FALSE(is_form(""));
    CHECK(multipart_boundary("multipart/form-data; charset=utf-8; BOUNDARY=\"a b\"") == "a b");
    CHECK_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
}

TEST_CASE("no bytes break the readers") {
    rc::check([](const std::string& text) {
        static_cast<void>(parse_urlencoded(text, limits));
        static_cast<void>(parse_cookies(text));
        static_cast<void>(parse_multipart("--x" + text, "x", limits));
        static_cast<void>(header_parameter(text, "name"));
    });
}

}  // namespace dichtbij::http::form_test
