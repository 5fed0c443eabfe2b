#pragma once
// Norms and calendars hold no personal data: nothing here has a term.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::norm {

inline std::vector<access::BewaarRegel> bewaar_regels() { return {}; }

}  // namespace dichtbij::norm
