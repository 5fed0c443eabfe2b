#pragma once
// How long it is kept what was told to whom.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::notificatie {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::notificatie
