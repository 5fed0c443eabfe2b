#pragma once
// What the screens of this folder work with.

#include "access/desk.h"
#include "belofte/belofte_service.h"

namespace dichtbij::belofte {

// All outlive the routes.
struct BelofteSchermen {
    store::Store& store;
    BelofteService& beloften;
};

void add_belofte_routes(access::DeskRoutes&, const BelofteSchermen&);

}  // namespace dichtbij::belofte
