#pragma once
// What was sent, beside the work; the forms of a gemeente with their figures, for its beheerder.

#include "access/desk.h"
#include "formulier/invul_service.h"

namespace dichtbij::formulier {

// All outlive the routes.
struct FormulierSchermen {
    store::Store& store;
    FormulierService& formulieren;
    InvulService& invullen;
    document::DocumentService& documenten;
};

// Below a task or question, and beside a case. Empty when it did not begin with a form.
html::Html naast_werk(const FormulierSchermen&, const access::Desk&, Id<Werk>);
// GET /beheer/formulieren and /beheer/formulieren/{code}; POST the latter: offer it or not. GET /formulieren/bestand/{versie}.
void add_routes(access::DeskRoutes&, const FormulierSchermen&);

}  // namespace dichtbij::formulier
