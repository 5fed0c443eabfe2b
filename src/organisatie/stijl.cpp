#include "organisatie/stijl.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.h"

namespace dichtbij::organisatie {
namespace {

struct Naam {
    Kleur kleur;
    std::string_view code;
    std::string_view variable;  // --gemeente-<variable>
    std::string_view standard;
};

constexpr std::array<Naam, kleur_count> namen{{
    {Kleur::brand, "brand", "brand", "#17506b"},
    {Kleur::brand_strong, "brand_strong", "brand-strong", "#0d3649"},
    {Kleur::brand_soft, "brand_soft", "brand-soft", "#e3eff4"},
    {Kleur::on_brand, "on_brand", "on-brand", "#ffffff"},
    {Kleur::header, "header", "header", "#12394b"},
    {Kleur::on_header, "on_header", "on-header", "#ffffff"},
    {Kleur::accent, "accent", "accent", "#d99a2b"},
    {Kleur::brand_dark, "brand_dark", "brand-dark", "#8ccbe6"},
    {Kleur::brand_strong_dark, "brand_strong_dark", "brand-strong-dark", "#b9e1f2"},
    {Kleur::brand_soft_dark, "brand_soft_dark", "brand-soft-dark", "#17303b"},
    {Kleur::on_brand_dark, "on_brand_dark", "on-brand-dark", "#06202c"},
    {Kleur::header_dark, "header_dark", "header-dark", "#0f2733"},
}};

// Roles of layer 3 that are the same for every gemeente (design tokens), light and dark.
struct Vast {
    std::string_view rol, light, dark;
};
constexpr std::array<Vast, 6> vaste_rollen{{
    {"paper", "#ffffff", "#182120"}, {"ground", "#f4f6f6", "#101716"}, {"sunk", "#e9eded", "#222d2c"},
    {"ink", "#15201f", "#ebf0ef"}, {"ink-soft", "#465352", "#b4c1bf"}, {"edge", "#6f7d7d", "#8a9897"},
}};
constexpr Vast focus{"focus", "#5b2bd9", "#ffd35c"};

double channel(std::string_view hex, std::size_t at) {
    int value = 0;
    std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view hex) { return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5); }

std::string colour_of(const Stijl& stijl, std::string_view rol, bool is_dark) {
    for (const Vast& vast : vaste_rollen)
        if (vast.rol == rol) return std::string(is_dark ? vast.dark : vast.light);
    if (rol == focus.rol) return std::string(is_dark ? focus.dark : focus.light);
    if (is_dark && rol == "on-header") return "#ffffff";
    const std::string variable = std::string(rol) + (is_dark ? "-dark" : "");
    for (const Naam& naam : namen)
        if (naam.variable == variable) return stijl[naam.kleur];
    CHECK_THAT(false);
    return {};
}

// The colour of the form that a role of a pair comes from; empty when it is the same for everyone.
std::string field_of(std::string_view rol, bool is_dark) {
    const std::string variable = std::string(rol) + (is_dark ? "-dark" : "");
    for (const Naam& naam : namen)
        if (naam.variable == variable) return "kleur." + std::string(naam.code);
    return {};
}

std::string_view font_stack(std::string_view code) {
    if (code == "source_serif") return "\"Source Serif 4\", Georgia, serif";
    if (code == "systeem") return "system-ui, sans-serif";
    return "\"Source Sans 3\", system-ui, sans-serif";
}

bool is_font(std::string_view code) { return code == "source_sans" || code == "source_serif" || code == "systeem"; }

}  // namespace

std::string_view code_of(Kleur kleur) { return namen[static_cast<std::size_t>(kleur)].code; }

std::array<Kleur, kleur_count> all_kleuren() {
    std::array<Kleur, kleur_count> all{};
    for (std::size_t i = 0; i < kleur_count; ++i) all[i] = namen[i].kleur;
    return all;
}

Stijl default_stijl() {
    Stijl stijl;
    for (const Naam& naam : namen) stijl[naam.kleur] = naam.standard;
    return stijl;
}

bool is_hex_colour(std::string_view text) {
    return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

double contrast_ratio(std::string_view hex_a, std::string_view hex_b) {
    CHECK_THAT(is_hex_colour(hex_a) && is_hex_colour(hex_b));
    const double a = luminance(hex_a);
    const double b = luminance(hex_b);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<Contrast> contrasts(const Stijl& stijl) {
    std::vector<Contrast> pairs;
    const auto add = [&](std::string_view voor, std::string_view achter, bool is_dark, double minimum) {
        Contrast pair{std::string(voor), std::string(achter), colour_of(stijl, voor, is_dark), colour_of(stijl, achter, is_dark),
                      is_dark, 0, minimum};
        pair.verhouding = contrast_ratio(pair.kleur_voor, pair.kleur_achter);
        pairs.push_back(std::move(pair));
    };
    for (const bool is_dark : {false, true}) {
        for (const std::string_view rol : {"brand", "brand-strong"})
            for (const std::string_view achter : {"paper", "ground", "sunk", "brand-soft"}) add(rol, achter, is_dark, 4.5);
        for (const std::string_view rol : {"ink", "ink-soft"}) add(rol, "brand-soft", is_dark, 4.5);
        add("on-brand", "brand", is_dark, 4.5);
        add("on-brand", "brand-strong", is_dark, 4.5);
        add("on-header", "header", is_dark, 4.5);
        for (const std::string_view rol : {"edge", "focus"}) add(rol, "brand-soft", is_dark, 3);
    }
    return pairs;
}

Result<Done> check_stijl(const Stijl& stijl) {
    std::vector<FieldError> errors;
    for (const Naam& naam : namen)
        if (!is_hex_colour(stijl[naam.kleur])) errors.push_back({"kleur." + std::string(naam.code), "organisatie.fout.kleur", {}});
    if (!is_font(stijl.lettertype)) errors.push_back({"lettertype", "organisatie.fout.keuze", {}});
    if (!is_font(stijl.koppen)) errors.push_back({"koppen", "organisatie.fout.keuze", {}});
    if (stijl.ronding_px < 0 || stijl.ronding_px > 12) errors.push_back({"ronding_px", "organisatie.fout.ronding", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    for (const Contrast& pair : contrasts(stijl)) {
        if (pair.holds()) continue;
        std::string field = field_of(pair.voor, pair.is_dark);
        if (field.empty()) field = field_of(pair.achter, pair.is_dark);
        const bool is_told = std::any_of(errors.begin(), errors.end(), [&](const FieldError& e) { return e.field == field; });
        if (!is_told) errors.push_back({field, "organisatie.fout.contrast", {pair.kleur_voor, pair.kleur_achter}});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

std::string css_of(const Stijl& stijl) {
    std::string css = ":root {\n";
    for (const Naam& naam : namen) css.append("  --gemeente-").append(naam.variable).append(": ").append(stijl[naam.kleur]).append(";\n");
    css.append("  --gemeente-font: ").append(font_stack(stijl.lettertype)).append(";\n");
    css.append("  --gemeente-font-heading: ").append(font_stack(stijl.koppen)).append(";\n");
    css.append("  --gemeente-radius: ").append(std::to_string(stijl.ronding_px)).append("px;\n}\n");
    return css;
}

std::string to_text(const Stijl& stijl) {
    std::string text;
    for (const Naam& naam : namen) text.append(naam.code).append("=").append(stijl[naam.kleur]).append("\n");
    text.append("lettertype=").append(stijl.lettertype).append("\nkoppen=").append(stijl.koppen);
    return text.append("\nronding_px=").append(std::to_string(stijl.ronding_px)).append("\n");
}

Stijl stijl_from_text(std::string_view text) {
    std::map<std::string, std::string, std::less<>> values;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (const auto is = line.find('='); is != std::string_view::npos) values.emplace(line.substr(0, is), line.substr(is + 1));
    }
    Stijl stijl = default_stijl();
    for (const Naam& naam : namen)
        if (const auto found = values.find(naam.code); found != values.end()) stijl[naam.kleur] = found->second;
    if (const auto found = values.find("lettertype"); found != values.end()) stijl.lettertype = found->second;
    if (const auto found = values.find("koppen"); found != values.end()) stijl.koppen = found->second;
    if (const auto found = values.find("ronding_px"); found != values.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), stijl.ronding_px);
    return stijl;
}

Beeldsoort beeldsoort_of(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Beeldsoort::png;
    if (bytes.starts_with("\xff\xd8\xff")) return Beeldsoort::jpeg;
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Beeldsoort::webp;
    return Beeldsoort::geen;
}

std::string_view media_type(Beeldsoort soort) {
    switch (soort) {
        case Beeldsoort::png: return "image/png";
        case Beeldsoort::jpeg: return "image/jpeg";
        case Beeldsoort::webp: return "image/webp";
        case Beeldsoort::geen: break;
    }
    return "application/octet-stream";
}

}  // namespace dichtbij::organisatie
