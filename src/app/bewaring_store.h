#pragma once
// The SQL of retention that belongs to no capability alone.

#include <vector>

#include "store/store.h"

namespace dichtbij::app {

// Partijen that were not changed since, and that no contact, work, notice, draft or other partij names.
std::vector<Uuid> ongebruikte_partijen(store::Tx&, Instant voor, int limit);
bool is_ongebruikt(store::Tx&, Id<Partij>, Instant voor);

}  // namespace dichtbij::app
