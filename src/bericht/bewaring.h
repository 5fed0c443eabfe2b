#pragma once
// How long messages are kept: as long as their work; without work two years.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::bericht {

std::vector<access::BewaarRegel> bewaar_regels();
// The messages about this work; before the work itself goes.
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::bericht
