#pragma once
// How long the portal keeps things: sessions and what precedes them, a day; employees of companies, two years.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::portaal {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::portaal
