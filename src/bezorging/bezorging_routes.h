#pragma once

#include "bezorging/bezorging_desk.h"

namespace dichtbij::bezorging {

// POST /personen/{id}/mailadres: an address works again.
void add_routes(access::DeskRoutes&, const BezorgSchermen&);

}  // namespace dichtbij::bezorging
