#include "organisatie/stijl.h"

#include <doctest/doctest.h>

namespace dichtbij::organisatie::stijl_test {

TEST_CASE("a style is stored and read back the same") {
    const auto theme = html::Theme::parse({{"brand", "#7a2a5f"}, {"radius", "2px"}});
    REQUIRE(theme.has_value());
    CHECK(theme_from_text(to_text(*theme)) == *theme);
    CHECK(theme_from_text("") == html::Theme());
    CHECK(theme_from_text("brand=;}body{display:none") == html::Theme());
}

TEST_CASE("a picture is known by its content") {
    CHECK(beeldsoort_of("\x89PNG\r\n\x1a\n....") == Beeldsoort::png);
    CHECK(beeldsoort_of("\xff\xd8\xff\xe0") == Beeldsoort::jpeg);
    CHECK(beeldsoort_of(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)) == Beeldsoort::webp);
    CHECK(beeldsoort_of("<svg onload=alert(1)>") == Beeldsoort::geen);
    CHECK(beeldsoort_of("") == Beeldsoort::geen);
}

}  // namespace dichtbij::organisatie::stijl_test
