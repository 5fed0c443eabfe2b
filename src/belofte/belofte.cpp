#include "belofte/belofte.h"

#include <algorithm>

namespace dichtbij::belofte {
namespace {

constexpr int helft = 50;
constexpr int vier_van_vijf = 80;

std::optional<Raming> by_history(const Doorlooptijd& tijd, int verstreken, Grond grond) {
    const auto meestal = tijd.lengte(verstreken, helft), ruim = tijd.lengte(verstreken, vier_van_vijf);
    if (!meestal || !ruim) return std::nullopt;
    return Raming{*meestal - verstreken, *ruim - verstreken, grond, tijd.langer_dan(verstreken)};
}

// Each step its share; a step that takes longer than that leaves the steps behind it what they need.
Raming by_share(const Geval& geval) {
    const int stappen = std::max(1, geval.stappen), vanaf_hier = std::clamp(stappen - geval.gedaan, 1, stappen);
    const int samen = (geval.termijn * vanaf_hier + stappen - 1) / stappen;
    const int hierna = geval.termijn * (vanaf_hier - 1) / stappen;
    const int nog = std::max({1, samen - geval.verstreken_status, hierna});
    return {nog, nog, Grond::termijn, 0};  // without history nobody knows how far they differ
}

}  // namespace

Doorlooptijd::Doorlooptijd(std::vector<Telling> tellingen) : tellingen_(std::move(tellingen)) {
    std::sort(tellingen_.begin(), tellingen_.end(), [](const Telling& a, const Telling& b) { return a.werkdagen < b.werkdagen; });
    std::int64_t sum = 0;
    for (const Telling& one : tellingen_) tot_en_met_.push_back(sum += one.aantal);
}

std::int64_t Doorlooptijd::langer_dan(int werkdagen) const {
    if (tellingen_.empty()) return 0;
    const auto first = std::partition_point(tellingen_.begin(), tellingen_.end(), [&](const Telling& one) { return one.werkdagen <= werkdagen; });
    const auto before = first - tellingen_.begin();
    return tot_en_met_.back() - (before == 0 ? 0 : tot_en_met_[static_cast<std::size_t>(before - 1)]);
}

std::optional<int> Doorlooptijd::lengte(int verstreken, int procent) const {
    const std::int64_t zaken = langer_dan(verstreken);
    if (zaken < genoeg_zaken) return std::nullopt;
    const std::int64_t needed = tot_en_met_.back() - zaken + (zaken * procent + 99) / 100;
    const auto at = std::lower_bound(tot_en_met_.begin(), tot_en_met_.end(), needed);
    return tellingen_[static_cast<std::size_t>(at - tot_en_met_.begin())].werkdagen;
}

Raming raam(const Geval& geval, const Doorlooptijd& van_status, const Doorlooptijd& van_zaaktype) {
    if (const auto found = by_history(van_status, geval.verstreken_status, Grond::status)) return *found;
    if (const auto found = by_history(van_zaaktype, geval.verstreken, Grond::zaaktype)) return *found;
    return by_share(geval);
}

Kans kans_van(const Raming& raming, int over) {
    if (raming.meestal > over) return Kans::niet_haalbaar;
    return raming.ruim > over ? Kans::krap : Kans::haalbaar;
}

Result<int> werkdagen(const norm::ServiceCalendar& kalender, Day after, Day last, std::vector<Stilstand> stil) {
    TRY(int sum, kalender.working_days_between(after, last));
    std::sort(stil.begin(), stil.end(), [](const Stilstand& a, const Stilstand& b) { return a.van < b.van; });
    Day counted = after;  // suspensions on two grounds may overlap: each day once
    for (const Stilstand& one : stil) {
        const Day from = std::max(counted, one.van - days(1));
        const Day until = one.tot ? std::min(last, *one.tot - days(1)) : last;
        if (until <= from) continue;
        TRY(const int still, kalender.working_days_between(from, until));
        sum -= still;
        counted = until;
    }
    return sum;
}

std::optional<Day> stil_tot(const std::vector<Stilstand>& stil) {
    std::optional<Day> last;
    for (const Stilstand& one : stil)
        if (!one.tot && one.uiterlijk && (!last || *last < *one.uiterlijk)) last = one.uiterlijk;
    return last;
}

}  // namespace dichtbij::belofte
