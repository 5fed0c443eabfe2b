#pragma once
// How long signing in through the provider keeps things.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::aanmelding {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::aanmelding
