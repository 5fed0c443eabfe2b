#include "html/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace dichtbij::html {
namespace {

enum class Kind { colour, font, radius };

struct Variable {
    std::string_view name;
    Kind kind;
    std::string standard;
};

const std::array<Variable, 15>& variables() {
    static const std::array<Variable, 15> all{{
        {"brand", Kind::colour, "#17506b"},
        {"brand-strong", Kind::colour, "#0d3649"},
        {"brand-soft", Kind::colour, "#e3eff4"},
        {"on-brand", Kind::colour, "#ffffff"},
        {"header", Kind::colour, "#12394b"},
        {"on-header", Kind::colour, "#ffffff"},
        {"accent", Kind::colour, "#d99a2b"},
        {"brand-dark", Kind::colour, "#8ccbe6"},
        {"brand-strong-dark", Kind::colour, "#b9e1f2"},
        {"brand-soft-dark", Kind::colour, "#17303b"},
        {"on-brand-dark", Kind::colour, "#06202c"},
        {"header-dark", Kind::colour, "#0f2733"},
        {"font", Kind::font, "\"Source Sans 3\", system-ui, sans-serif"},
        {"font-heading", Kind::font, "var(--gemeente-font)"},
        {"radius", Kind::radius, "6px"},
    }};
    return all;
}

const Variable* find_variable(std::string_view name) {
    const auto& all = variables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Variable& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

// Roles that no gemeente changes, light and dark, as in web/styles/tokens.css.
struct Fixed {
    std::string_view role, light, dark;
};
constexpr std::array<Fixed, 17> fixed_roles{{
    {"paper", "#ffffff", "#182120"},      {"ground", "#f4f6f6", "#101716"},    {"sunk", "#e9eded", "#222d2c"},
    {"ink", "#15201f", "#ebf0ef"},        {"ink-soft", "#465352", "#b4c1bf"},  {"edge", "#6f7d7d", "#8a9897"},
    {"focus-paper", "#5b2bd9", "#ffd35c"}, {"focus-gap", "#ffffff", "#101716"}, {"late", "#a01d17", "#ffb3ab"},
    {"late-soft", "#fdeceb", "#431a17"},  {"today", "#7a4800", "#f5cd80"},     {"today-soft", "#fdf1d8", "#3a2a0c"},
    {"good", "#1c6238", "#9bdcb0"},       {"good-soft", "#e4f3e9", "#143323"}, {"plan", "#465352", "#b4c1bf"},
    {"plan-soft", "#e9eded", "#222d2c"},  {"chart-2", "#a85b00", "#f0ad58"},
}};

std::string colour_of(const Theme& theme, ColourMode mode, std::string_view role) {
    for (const auto& fixed : fixed_roles)
        if (fixed.role == role) return std::string(mode == ColourMode::dark ? fixed.dark : fixed.light);
    if (mode == ColourMode::light) return theme.value(role);
    return role == "on-header" ? "#ffffff" : theme.value(std::string(role) + "-dark");
}

struct Pair {
    std::string front, back;
    double minimum;
};

std::vector<Pair> pairs() {
    constexpr double for_text = 4.5;
    constexpr double for_edges = 3;
    std::vector<Pair> all;
    for (const char* ground : {"paper", "ground", "sunk", "brand-soft"})
        for (const char* words : {"ink", "ink-soft", "brand", "brand-strong"}) all.push_back({words, ground, for_text});
    for (const std::string urgency : {"late", "today", "good", "plan"})
        for (const std::string& ground : {urgency + "-soft", std::string("paper"), std::string("ground")})
            all.push_back({urgency, ground, for_text});
    for (const char* ground : {"late-soft", "today-soft", "good-soft"}) all.push_back({"ink", ground, for_text});
    all.push_back({"ink-soft", "late-soft", for_text});
    all.push_back({"on-brand", "brand", for_text});
    all.push_back({"on-brand", "brand-strong", for_text});
    all.push_back({"on-header", "header", for_text});
    for (const char* ground : {"paper", "ground", "brand-soft"})
        for (const char* line : {"edge", "focus-paper"}) all.push_back({line, ground, for_edges});
    all.push_back({"focus-paper", "sunk", for_edges});
    all.push_back({"focus-gap", "focus-paper", for_edges});
    all.push_back({"chart-2", "paper", for_edges});
    return all;
}

bool is_colour(std::string_view text) {
    return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_radius(std::string_view text) {
    if (!text.ends_with("px")) return false;
    const std::string_view number = text.substr(0, text.size() - 2);
    constexpr int most_px = 16;
    return all_digits(number) && number.size() <= 2 && !number.empty() && std::stoi(std::string(number)) <= most_px;
}

// Family names, with quotes in pairs: nothing that can end the declaration or fetch a file.
bool is_font_list(std::string_view text) {
    if (text.empty() || text.size() > 200) return false;
    while (!text.empty()) {
        const auto comma = text.find(',');
        std::string_view family = trimmed(text.substr(0, comma));
        if (family.size() > 2 && family.front() == '"' && family.back() == '"') family = family.substr(1, family.size() - 2);
        const bool is_name = !family.empty() && family.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -") ==
                                                    std::string_view::npos;
        if (!is_name || comma == text.size() - 1) return false;
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return true;
}

std::optional<FieldError> error_in(const std::string& name, const std::string& value) {
    const Variable* variable = find_variable(name);
    if (!variable) return FieldError{name, "thema.onbekend", {name}};
    switch (variable->kind) {
        case Kind::colour: return is_colour(value) ? std::nullopt : std::optional(FieldError{name, "thema.geen_kleur", {}});
        case Kind::radius: return is_radius(value) ? std::nullopt : std::optional(FieldError{name, "thema.geen_ronding", {}});
        case Kind::font: return is_font_list(value) ? std::nullopt : std::optional(FieldError{name, "thema.geen_lettertype", {}});
    }
    return std::nullopt;
}

double luminance(std::string_view colour) {
    CHECK_THAT(is_colour(colour));
    const auto channel = [&](std::size_t at) {
        const double part = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

}  // namespace

Result<Theme> Theme::parse(const Values& values) {
    Theme theme;
    std::vector<FieldError> errors;
    for (const auto& [name, value] : values) {
        const auto error = error_in(name, value);
        if (error) errors.push_back(*error);
        else theme.own_.emplace(name, value);
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return theme;
}

const std::string& Theme::value(std::string_view name) const {
    const auto found = own_.find(name);
    if (found != own_.end()) return found->second;
    const Variable* variable = find_variable(name);
    CHECK_THAT(variable);
    return variable->standard;
}

std::vector<std::string_view> theme_names() {
    std::vector<std::string_view> names;
    for (const auto& variable : variables()) names.push_back(variable.name);
    return names;
}

std::string theme_css(const Theme& theme) {
    if (theme.own().empty()) return {};
    std::string css = ":root {\n";
    for (const auto& [name, value] : theme.own()) css += "  --gemeente-" + name + ": " + value + ";\n";
    return css + "}\n";
}

double contrast_ratio(std::string_view colour, std::string_view other) {
    const double one = luminance(colour);
    const double two = luminance(other);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

std::vector<ContrastProblem> contrast_problems(const Theme& theme) {
    std::vector<ContrastProblem> problems;
    for (const auto mode : {ColourMode::light, ColourMode::dark})
        for (const auto& [front, back, minimum] : pairs()) {
            const double ratio = contrast_ratio(colour_of(theme, mode, front), colour_of(theme, mode, back));
            if (ratio < minimum) problems.push_back({mode, front, back, ratio, minimum});
        }
    return problems;
}

}  // namespace dichtbij::html
