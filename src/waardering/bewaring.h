#pragma once
// How long it is kept what residents gave: as long as the work it is about. Their words may go earlier, with who wrote them.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::waardering {

std::vector<access::BewaarRegel> bewaar_regels();
// What hangs on this work; before the work itself goes (werk::Meevernietiging).
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::waardering
