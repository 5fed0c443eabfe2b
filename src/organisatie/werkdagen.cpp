#include "organisatie/werkdagen.h"

#include <array>
#include <string>

#include "base/text.h"

namespace dichtbij::organisatie {
namespace {

struct Dag {
    std::string_view kort, lang;
};
constexpr std::array<Dag, 7> dagen{{{"ma", "maandag"}, {"di", "dinsdag"}, {"wo", "woensdag"}, {"do", "donderdag"},
                                    {"vr", "vrijdag"}, {"za", "zaterdag"}, {"zo", "zondag"}}};

std::optional<int> day_index(std::string_view word) {
    for (std::size_t i = 0; i < dagen.size(); ++i)
        if (word == dagen[i].kort || word == dagen[i].lang) return static_cast<int>(i);
    return std::nullopt;
}

// "ma" or "ma-vr"; a range does not run over the weekend.
std::optional<int> parse_part(std::string_view part) {
    const auto dash = part.find('-');
    const auto first = day_index(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : day_index(part.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    int days = 0;
    for (int i = *first; i <= *last; ++i) days |= 1 << i;
    return days;
}

}  // namespace

std::optional<int> parse_werkdagen(std::string_view text) {
    std::string line = lower_ascii(trimmed(text));
    for (const std::string_view dash : {" - ", " t/m ", "–"})
        for (auto at = line.find(dash); at != std::string::npos; at = line.find(dash)) line.replace(at, dash.size(), "-");
    int days = 0;
    std::size_t at = 0;
    while (at < line.size()) {
        const auto end = std::min(line.find_first_of(" ,;|/+.", at), line.size());
        if (end > at) {
            const auto part = parse_part(std::string_view(line).substr(at, end - at));
            if (!part) return std::nullopt;
            days |= *part;
        }
        at = end + 1;
    }
    return days == 0 ? monday_to_friday : days;
}

}  // namespace dichtbij::organisatie
