#include "organisatie/vervanging.h"

#include <algorithm>
#include <vector>

namespace dichtbij::organisatie {

Keten follow(Id<dichtbij::Medewerker> medewerker, const Bezettingen& bezetting_of) {
    Keten keten;
    std::vector<Id<dichtbij::Medewerker>> seen;
    for (auto at = medewerker; seen.size() < chain_limit;) {
        const Bezetting bezetting = bezetting_of(at);
        if (bezetting.present()) {
            keten.present = at;
            return keten;
        }
        seen.push_back(at);
        if (!bezetting.vervanger) return keten;
        keten.has_substitute = true;
        at = *bezetting.vervanger;
        if (std::find(seen.begin(), seen.end(), at) != seen.end()) return keten;
    }
    return keten;
}

}  // namespace dichtbij::organisatie
