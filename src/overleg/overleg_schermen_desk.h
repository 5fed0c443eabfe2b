#pragma once
// What the screens of this folder work with, and what they share.

#include <string>
#include <vector>

#include "access/desk.h"
#include "html/form.h"
#include "html/parts.h"
#include "overleg/overleg_service.h"

namespace dichtbij::overleg {

// All outlive the routes.
struct OverlegSchermen {
    store::Store& store;
    OverlegService& overleg;
    zaak::ZaakService& zaken;
};

void add_vastgelopen_routes(access::DeskRoutes&, const OverlegSchermen&);  // the list
void add_vastloper_routes(access::DeskRoutes&, const OverlegSchermen&);    // one of it, and asking
void add_grenzen_routes(access::DeskRoutes&, const OverlegSchermen&);

// Beside an open case: that it is on the list, or asking for it.
html::Html naast_zaak(const OverlegSchermen&, const access::Desk&, const zaak::Zaak&);

std::string vastloper_url(Id<dichtbij::Vastloper>);
// "10 werkdagen niets gebeurd": in words.
std::string in_woorden(const html::Texts&, const Aanleiding&);
html::Html gevolg_badge(const html::Texts&, Gevolg);

}  // namespace dichtbij::overleg
