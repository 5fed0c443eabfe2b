#include "organisatie/stijl.h"

#include <doctest/doctest.h>

namespace dichtbij::organisatie {

TEST_CASE("contrast is measured as WCAG does") {
    CHECK(contrast_ratio("#000000", "#ffffff") == doctest::Approx(21.0));
    CHECK(contrast_ratio("#777777", "#ffffff") == doctest::Approx(4.48).epsilon(0.002));
    CHECK(contrast_ratio("#FFFFFF", "#ffffff") == doctest::Approx(1.0));
}

TEST_CASE("the shipped style keeps every pair, light and dark") {
    CHECK(check_stijl(default_stijl()).has_value());
    for (const Contrast& pair : contrasts(default_stijl())) {
        CAPTURE(pair.voor);
        CAPTURE(pair.achter);
        CHECK(pair.holds());
    }
}

TEST_CASE("a colour that cannot be read is refused at its own field") {
    Stijl stijl = default_stijl();
    stijl[Kleur::on_header] = "#12394b";
    const auto refused = check_stijl(stijl);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().fields.size() == 1);
    CHECK(refused.error().fields[0].field == "kleur.on_header");
    CHECK(refused.error().fields[0].key == "organisatie.fout.contrast");
}

TEST_CASE("what is no colour, font or radius is refused") {
    Stijl stijl = default_stijl();
    stijl[Kleur::brand] = "red;}body{display:none";
    stijl.koppen = "Comic Sans";
    stijl.ronding_px = 13;
    const auto refused = check_stijl(stijl);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().fields.size() == 3);
    CHECK_FALSE(is_hex_colour("#12345"));
    CHECK_FALSE(is_hex_colour("#12345g"));
}

TEST_CASE("a style is stored and read back the same") {
    Stijl stijl = default_stijl();
    stijl[Kleur::brand] = "#7a2a5f";
    stijl.koppen = "source_serif";
    stijl.ronding_px = 2;
    CHECK(stijl_from_text(to_text(stijl)) == stijl);
    CHECK(stijl_from_text("") == default_stijl());
    CHECK(css_of(stijl).find("--gemeente-brand: #7a2a5f;") != std::string::npos);
}

TEST_CASE("a picture is known by its content") {
    CHECK(beeldsoort_of("\x89PNG\r\n\x1a\n....") == Beeldsoort::png);
    CHECK(beeldsoort_of("\xff\xd8\xff\xe0") == Beeldsoort::jpeg);
    CHECK(beeldsoort_of(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)) == Beeldsoort::webp);
    CHECK(beeldsoort_of("<svg onload=alert(1)>") == Beeldsoort::geen);
    CHECK(beeldsoort_of("") == Beeldsoort::geen);
}

}  // namespace dichtbij::organisatie
