#pragma once
// How long contact data is kept after its last change.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::contactgegevens {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::contactgegevens
