#pragma once
// How long persons and companies are kept, and how a partij is destroyed by rule.

#include <functional>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::partij {

// Finds partijen that nothing of others names any more, and that were not changed since.
using Zoek_ongebruikt = std::function<std::vector<Uuid>(store::Tx&, Instant voor, int limit)>;
// Whether that is still so.
using Is_ongebruikt = std::function<bool(store::Tx&, Id<dichtbij::Partij>, Instant voor)>;

std::vector<access::BewaarRegel> bewaar_regels(Zoek_ongebruikt zoek, Is_ongebruikt is_ongebruikt);

}  // namespace dichtbij::partij
