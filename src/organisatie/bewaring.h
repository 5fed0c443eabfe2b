#pragma once
// How long the organisation keeps what it knows of its employees.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::organisatie {

std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::organisatie
