#pragma once
// How long applications are kept after they were switched off.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::toepassing {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::toepassing
