#pragma once
// The look of a gemeente: 15 variables and nothing else (layer 1 of web/styles/tokens.css). They come to
// browsers as a small style sheet of their own, because the Content-Security-Policy refuses inline style.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij::html {

// By name without "--gemeente-": {"brand", "#7a2a5f"}. What is left out is as in the default theme.
class Theme {
  public:
    using Values = std::map<std::string, std::string, std::less<>>;

    Theme() = default;  // the default theme
    // A colour is #rrggbb, `radius` 0 to 16 px ("6px"), a font a list of family names. Anything else is an
    // error of the field of that name; an unknown name too.
    static Result<Theme> parse(const Values& values);

    const std::string& value(std::string_view name) const;  // own or default; CHECKs the name
    const Values& own() const { return own_; }
    bool operator==(const Theme&) const = default;

  private:
    Values own_;
};

// The names, in the order of the design language.
std::vector<std::string_view> theme_names();

// Nothing but variables in :root; empty for the default theme.
std::string theme_css(const Theme& theme);

enum class ColourMode { light, dark };

// A pair of colours that people with poor sight cannot tell apart (WCAG 2.2: 1.4.3, 1.4.11).
struct ContrastProblem {
    ColourMode mode = ColourMode::light;
    std::string front;   // role: "brand", "on-header"
    std::string back;
    double ratio = 0;
    double minimum = 0;  // 4.5 for text, 3 for edges and focus
    bool operator==(const ContrastProblem&) const = default;
};

// All pairs that fail; a theme is accepted when there are none.
std::vector<ContrastProblem> contrast_problems(const Theme& theme);

// 1 to 21. CHECKs that both are #rrggbb.
double contrast_ratio(std::string_view colour, std::string_view other);

}  // namespace dichtbij::html
