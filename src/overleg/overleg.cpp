#include "overleg/overleg.h"

#include <algorithm>

namespace dichtbij::overleg {

std::vector<Gevonden> oorzaken(const Waarneming& gezien, int grens) {
    std::vector<Gevonden> found;
    if (gezien.stil >= grens) found.push_back({Oorzaak::stilstand, gezien.stil});
    if (gezien.doorgegeven >= te_vaak) found.push_back({Oorzaak::doorgegeven, gezien.doorgegeven});
    if (gezien.verzet >= te_vaak) found.push_back({Oorzaak::verzet, gezien.verzet});
    return found;
}

int Grenzen::van(Id<dichtbij::Zaaktype> type) const {
    const auto found = van_type.find(type);
    return found == van_type.end() ? standaard : found->second;
}

Gevolg gevolg(Instant behandeld_op, const std::vector<Beloftestand>& beloften, Zaakstand zaak) {
    const auto any = [&](auto condition) { return std::any_of(beloften.begin(), beloften.end(), condition); };
    if (any([&](const Beloftestand& one) { return one.gemist_op && *one.gemist_op > behandeld_op; })) return Gevolg::gemist;
    if (any([&](const Beloftestand& one) { return one.stand == werk::Stand::verzet && one.beeindigd_op && *one.beeindigd_op > behandeld_op; })) return Gevolg::opnieuw_verzet;
    if (zaak == Zaakstand::open) return Gevolg::loopt;
    const bool kept = any([&](const Beloftestand& one) { return one.stand == werk::Stand::gehaald && one.beeindigd_op && *one.beeindigd_op >= behandeld_op; });
    return kept ? Gevolg::gehaald : Gevolg::gesloten;
}

}  // namespace dichtbij::overleg
