#pragma once
// The style of a gemeente: the variables of layer 1 of the design language, held to its contrast. Pure.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij::organisatie {

enum class Kleur { brand, brand_strong, brand_soft, on_brand, header, on_header, accent,
                   brand_dark, brand_strong_dark, brand_soft_dark, on_brand_dark, header_dark };
inline constexpr std::size_t kleur_count = 12;
std::string_view code_of(Kleur);          // "brand_strong"
std::array<Kleur, kleur_count> all_kleuren();

struct Stijl {
    std::array<std::string, kleur_count> kleuren;  // "#17506b", by Kleur
    std::string lettertype = "source_sans";        // of text: source_sans, source_serif, systeem
    std::string koppen = "source_sans";            // of headings
    int ronding_px = 6;                            // 0 to 12
    const std::string& operator[](Kleur k) const { return kleuren[static_cast<std::size_t>(k)]; }
    std::string& operator[](Kleur k) { return kleuren[static_cast<std::size_t>(k)]; }
    bool operator==(const Stijl&) const = default;
};

Stijl default_stijl();

// One pair of colours that stand on each other.
struct Contrast {
    std::string voor;      // role: "on-brand"
    std::string achter;    // role: "brand"
    std::string kleur_voor, kleur_achter;
    bool is_dark = false;
    double verhouding = 0;
    double minimum = 4.5;  // 3 for edges and focus
    bool holds() const { return verhouding >= minimum; }
};

double contrast_ratio(std::string_view hex_a, std::string_view hex_b);  // WCAG 2; CHECKs both are #rrggbb
bool is_hex_colour(std::string_view);

// All pairs that depend on the gemeente's colours, light and dark.
std::vector<Contrast> contrasts(const Stijl&);

// Colours that are no colours, and pairs below their minimum; fields are "kleur.<name>".
Result<Done> check_stijl(const Stijl&);

// ":root { --gemeente-brand: ...; }": only values that check_stijl lets through.
std::string css_of(const Stijl&);

std::string to_text(const Stijl&);           // for the store: "name=value" lines
Stijl stijl_from_text(std::string_view text);  // what is missing is the default

enum class Beeldsoort { geen, png, jpeg, webp };
// By content, never by name.
Beeldsoort beeldsoort_of(std::string_view bytes);
std::string_view media_type(Beeldsoort);
inline constexpr std::size_t logo_bytes_limit = 200 * 1024;

}  // namespace dichtbij::organisatie
