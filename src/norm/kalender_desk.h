#pragma once
// Opening hours of a gemeente: everyone with a role there may read them, its beheerder changes them.

#include "norm/scherm_desk.h"

namespace dichtbij::norm {

void add_kalender_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::norm
