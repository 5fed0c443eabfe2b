#pragma once
// What two people made of the same draft, put together by choice. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "zaaktype/verschil.h"

namespace dichtbij::zaaktype {

// What a person chooses about at once: a field, a list whose elements came, went or moved ("statussen": by code),
// or a list without codes as a whole ("taken", "eigenschappen[reden].keuzes").
struct Keuzeverschil {
    std::string pad;
    std::string hun;   // what stands there now; of a whole list, its texts
    std::string mijn;  // what was typed
    bool operator==(const Keuzeverschil&) const = default;
};
std::vector<Keuzeverschil> keuzeverschillen(const Zaaktype& hun, const Zaaktype& mijn);

// `mijn`, with what stands in `hun` at the paths. Taking a list takes its order, its new elements whole, and
// leaves out what is not in it; an element that both have keeps its own fields. Unknown paths do nothing.
Zaaktype samengevoegd(const Zaaktype& hun, const Zaaktype& mijn, const std::vector<std::string>& paden_van_hun);

}  // namespace dichtbij::zaaktype
