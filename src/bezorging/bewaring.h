#pragma once
// How long it is kept what became of a mail: two years, as the departure itself; which mails belong to a work goes with it.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::bezorging {

std::vector<access::BewaarRegel> bewaar_regels();
// Before the work itself goes.
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::bezorging
