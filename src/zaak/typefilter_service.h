#pragma once
// What a list of cases can be narrowed to: case types and their statuses. A case type that ended, or a status that only
// an older version has, is there as long as a case stands on it.

#include <optional>
#include <vector>

#include "store/store.h"
#include "zaak/opdracht.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::zaak {

struct Typekeuze {
    Id<dichtbij::Zaaktype> id;
    zaaktype::Tweetalig naam;  // of the version in force, else of the last
    bool operator==(const Typekeuze&) const = default;
};

struct Typefilter {
    std::vector<Typekeuze> typen;                 // by code
    std::vector<zaaktype::Statustype> statussen;  // of the chosen type, by code each once; as its newest version names it
};

// For open cases: what is in force today or has an open case. For closed ones: all that was ever published.
Typefilter typefilter(store::Tx&, Id<Gemeente>, Loopt, const std::optional<Id<dichtbij::Zaaktype>>& gekozen, Day today);

}  // namespace dichtbij::zaak
