#pragma once
// How long it is kept who looked up what.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::opzoek {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::opzoek
