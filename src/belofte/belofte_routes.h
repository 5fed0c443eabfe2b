#pragma once
// GET /beloften?lijst=ik|team|alles: the promises that will probably not be met, with what to do about it.

#include "belofte/belofte_schermen_desk.h"

namespace dichtbij::belofte {

void add_routes(access::DeskRoutes&, const BelofteSchermen&);

}  // namespace dichtbij::belofte
