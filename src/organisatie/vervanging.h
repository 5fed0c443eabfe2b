#pragma once
// Who acts for whom: pure, on what is known of one day.

#include <functional>
#include <optional>

#include "base/id.h"

namespace dichtbij::organisatie {

struct Bezetting {  // of one employee on one day
    bool in_service = true;
    bool absent = false;
    std::optional<Id<dichtbij::Medewerker>> vervanger;  // of the absence, else the standing one
    bool present() const { return in_service && !absent; }
};
using Bezettingen = std::function<Bezetting(Id<dichtbij::Medewerker>)>;

// How long a chain of substitutes may be before it counts as one that finds nobody.
inline constexpr int chain_limit = 16;

struct Keten {
    std::optional<Id<dichtbij::Medewerker>> present;  // the first in the chain who is there
    bool has_substitute = false;                      // somebody was named, though perhaps absent too
};

// Follows the substitutes from `medewerker` (himself first) until someone is present. A circle, a chain
// that ends, and one longer than the limit find nobody.
Keten follow(Id<dichtbij::Medewerker> medewerker, const Bezettingen&);

}  // namespace dichtbij::organisatie
