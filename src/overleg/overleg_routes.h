#pragma once
// GET /vastgelopen?lijst=vast|behandeld, /vastgelopen/{id} and /vastgelopen/instellingen, with their POSTs; GET and POST
// /zaken/{id}/overleg: asking the team to look at a case. GET and POST /verdelen?team=, its file and its capacities, and
// POST /lijsten: keeping a list.

#include "overleg/overleg_schermen_desk.h"
#include "overleg/verdelen_schermen_desk.h"

namespace dichtbij::overleg {

void add_routes(access::DeskRoutes&, const OverlegSchermen&, const VerdeelSchermen&);

}  // namespace dichtbij::overleg
