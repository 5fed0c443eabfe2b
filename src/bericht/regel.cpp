#include "bericht/regel.h"

#include <algorithm>
#include <tuple>

namespace dichtbij::bericht {

bool geldt_voor(const Berichtregel& regel, const Voorval& voorval) {
    if (regel.gebeurtenis != voorval.gebeurtenis) return false;
    if (!regel.zaaktype.empty() && regel.zaaktype != voorval.zaaktype) return false;
    if (!regel.kanaal.empty() && regel.kanaal != voorval.kanaal) return false;
    if (regel.kenmerk.empty()) return true;
    return std::find(voorval.kenmerken.begin(), voorval.kenmerken.end(), std::pair(regel.kenmerk, regel.waarde)) != voorval.kenmerken.end();
}

int nauwkeurigheid(const Berichtregel& regel) { return !regel.kenmerk.empty() + !regel.zaaktype.empty() + !regel.kanaal.empty(); }

const Berichtregel* beslissend(std::span<const Berichtregel> regels, const Voorval& voorval) {
    const Berichtregel* best = nullptr;
    const auto rank = [](const Berichtregel& one) { return std::tuple(nauwkeurigheid(one), one.eigen); };
    for (const Berichtregel& one : regels)
        if (one.actief && geldt_voor(one, voorval) && (!best || rank(one) > rank(*best))) best = &one;
    return best;
}

}  // namespace dichtbij::bericht
