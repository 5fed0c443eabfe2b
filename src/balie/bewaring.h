#pragma once
// How long a contact in hand is kept.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::balie {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::balie
