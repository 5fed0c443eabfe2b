#pragma once
// How long questions to organisations outside are kept: as long as the case; who looked, a day.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::ketenpartner {

std::vector<access::BewaarRegel> bewaar_regels();
// The questions that hang on this work; before the work itself goes (werk::Meevernietiging).
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::ketenpartner
