#include "overleg/verdelen.h"

#include <algorithm>
#include <utility>


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

}  // namespace dichtbij::overleg
