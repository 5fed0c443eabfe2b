#include "overleg/verdelen.h"

#include <algorithm>
#include <utility>

#include "base/csv.h"

namespace dichtbij::overleg {

std::optional<std::size_t> vrijste(const std::vector<Bezetting>& all, Vol vol) {
    int largest = 0;
    for (const Bezetting& one : all) largest = std::max(largest, one.capaciteit.value_or(0));
    std::optional<std::size_t> best;
    const auto rank = [&](const Bezetting& one) { return std::pair(one.capaciteit.value_or(largest) - one.zaken, -one.zaken); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].aanwezig || (vol == Vol::weigeren && all[i].is_vol())) continue;
        if (!best || rank(all[i]) > rank(all[*best])) best = i;
    }
    return best;
}

std::string csv_veld(std::string_view text) {
    // A cell that a spreadsheet would take for a formula gets a quote in front; spaces before the sign do not help it.
    const auto first = text.find_first_not_of(" \n");
    const bool is_formula = first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
    return csv_field(is_formula ? "'" + std::string(text) : std::string(text), ';');
}

}  // namespace dichtbij::overleg
