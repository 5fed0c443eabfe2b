#pragma once
// When a closed case may be destroyed: the day from which its term counts, by the derivation of its result
// (afleidingswijze), and the term itself. Pure.

#include <optional>
#include <variant>
#include <vector>

#include "zaak/besluit.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// What a day can be derived from.
struct Archiefgegevens {
    Day einddatum{};
    std::optional<Day> einddatum_hoofdzaak;         // none: there is none, or it is open
    std::vector<std::optional<Day>> gerelateerde;   // end of each related case; none: it is open
    std::vector<Besluit> besluiten;
    std::vector<Eigenschapswaarde> eigenschappen;
};

struct Archivering {
    zaaktype::Nominatie nominatie = zaaktype::Nominatie::vernietigen;
    std::variant<Day, Zonder_archiefdatum> datum;   // archiefactiedatum, or why there is none
    bool operator==(const Archivering&) const = default;
};

Archivering archivering(const zaaktype::Zaaktype&, const zaaktype::Archief&, const Archiefgegevens&);
void set_archivering(Zaak&, const Archivering&);

}  // namespace dichtbij::zaak
