#pragma once
// What the screens of this folder work with.

#include "access/desk.h"
#include "belofte/belofte_service.h"

namespace dichtbij::belofte {

// All outlive the routes.
struct BelofteSchermen {
    store::Store& store;
    BelofteService& beloften;
    werk::WerkService& werk;
};

void add_belofte_routes(access::DeskRoutes&, const BelofteSchermen&);

// Beside an open case: that its promise will probably not be met, why, and for who may act the way to another date.
html::Html naast_zaak(const BelofteSchermen&, const access::Desk&, const zaak::Zaak&);

}  // namespace dichtbij::belofte
