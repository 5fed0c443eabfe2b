#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "html/theme.h"

namespace dichtbij::html::theme_test {
namespace {

const Theme::Values heidedal{
    {"brand", "#7a2a5f"},           {"brand-strong", "#561a42"},
    {"brand-soft", "#f8e9f2"},      {"on-brand", "#ffffff"},
    {"header", "#ffffff"},          {"on-header", "#3f1430"},
    {"accent", "#7a2a5f"},          {"brand-dark", "#f0a9d4"},
    {"brand-strong-dark", "#f8cfe6"}, {"brand-soft-dark", "#3a1c30"},
    {"on-brand-dark", "#2c0a20"},   {"header-dark", "#26121f"},
    {"font-heading", "\"Source Serif 4\", Georgia, serif"}, {"radius", "2px"},
};

std::string tokens() {
    std::ifstream file("web/styles/tokens.css");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the default theme and the second theme of the design can be told apart by people with poor sight") {
    CHECK(contrast_problems(Theme()).empty());
    CHECK(contrast_problems(Theme::parse(heidedal).value()).empty());
}

TEST_CASE("the default theme is the one in the style sheet") {
    const std::string css = tokens();
    for (const auto name : theme_names())
        CHECK_MESSAGE(css.find("--gemeente-" + std::string(name) + ": " + Theme().value(name) + ";") != std::string::npos, name);
}

TEST_CASE("the contrast of two colours is the one of WCAG") {
    CHECK(contrast_ratio("#000000", "#ffffff") == doctest::Approx(21));
    CHECK(contrast_ratio("#777777", "#ffffff") == doctest::Approx(4.48).epsilon(0.001));
    CHECK(contrast_ratio("#17506b", "#17506b") == doctest::Approx(1));
}

TEST_CASE("a theme with too little contrast says which pair fails in which mode") {
    const Theme pale = Theme::parse({{"brand", "#9ad0e6"}, {"on-header", "#12394c"}}).value();
    const auto problems = contrast_problems(pale);
    const auto has = [&](ColourMode mode, std::string_view front, std::string_view back) {
        for (const auto& one : problems)
            if (one.mode == mode && one.front == front && one.back == back) return one.ratio < one.minimum;
        return false;
    };
    CHECK(has(ColourMode::light, "brand", "paper"));
    CHECK(has(ColourMode::light, "on-brand", "brand"));
    CHECK(has(ColourMode::light, "on-header", "header"));
    CHECK(!has(ColourMode::dark, "brand", "paper"));
}

TEST_CASE("a theme takes colours, a radius and font names, and nothing that reaches further") {
    const struct {
        const char* name;
        const char* value;
        bool is_good;
    } rows[] = {
        {"brand", "#7a2a5f", true},
        {"brand", "#7A2A5F", true},
        {"brand", "#7a2a5", false},
        {"brand", "red", false},
        {"brand", "#000000; } body { display: none", false},
        {"brand", "url(https://elders.example/x)", false},
        {"radius", "0px", true},
        {"radius", "16px", true},
        {"radius", "17px", false},
        {"radius", "px", false},
        {"radius", "6", false},
        {"font", "Georgia, serif", true},
        {"font", "\"Open Sans\", sans-serif", true},
        {"font", "\"Open Sans", false},
        {"font", "Georgia,", false},
        {"font", "x; } body { color: red", false},
        {"font", "", false},
        {"colour", "#000000", false},
    };
    for (const auto& row : rows) {
        const auto theme = Theme::parse({{row.name, row.value}});
        CHECK_MESSAGE(theme.has_value() == row.is_good, row.name, " ", row.value);
        if (!theme) CHECK(theme.error().fields.front().field == row.name);
    }
}

TEST_CASE("the style sheet of a theme holds its own variables and nothing else") {
    CHECK(theme_css(Theme()) == "");
    CHECK(theme_css(Theme::parse({{"brand", "#7a2a5f"}, {"radius", "2px"}}).value()) ==
          ":root {\n  --gemeente-brand: #7a2a5f;\n  --gemeente-radius: 2px;\n}\n");
}

}  // namespace dichtbij::html::theme_test
