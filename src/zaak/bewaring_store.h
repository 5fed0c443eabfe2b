#pragma once

#include <optional>
#include <vector>

#include "access/bewaring.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// Cases whose day of archiving is before the moment and that are to be destroyed, parts before wholes.
std::vector<Uuid> zaken_to_destroy(store::Tx&, Instant voor, int limit);
// Its work, when it still may go.
std::optional<Id<Werk>> werk_of_destroyable(store::Tx&, Id<dichtbij::Zaak>, Instant voor);
void delete_zaak(store::Tx&, Id<dichtbij::Zaak>);

}  // namespace dichtbij::zaak
