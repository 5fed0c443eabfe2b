#pragma once
// What the screens of dividing and of kept lists work with.

#include <string>

#include "access/desk.h"
#include "html/writer.h"
#include "overleg/verdelen_service.h"

namespace dichtbij::overleg {

// All outlive the routes.
struct VerdeelSchermen {
    store::Store& store;
    VerdeelService& verdelen;
    zaak::ZaakService& zaken;
    partij::PartijService& partijen;
};

void add_verdelen_routes(access::DeskRoutes&, const VerdeelSchermen&);
void add_keuzes_routes(access::DeskRoutes&, const VerdeelSchermen&);

// Above a list: one's own kept lists, and a form that keeps this one. `vraag`: what the address asks, without the page.
html::Html keuzes_deel(const VerdeelSchermen&, const access::Desk&, Lijstplek, const std::string& vraag);

}  // namespace dichtbij::overleg
