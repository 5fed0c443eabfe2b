#pragma once
// How long it is kept what people may have and how they look at lists. Stuck cases go with their case.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::overleg {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::overleg
