#pragma once
// How long taken are kept: as long as their work.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::taak {

std::vector<access::BewaarRegel> bewaar_regels();
// The taken of this work, with what was tried.
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::taak
