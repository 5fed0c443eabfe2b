#pragma once
// The screens on persons and companies: the form, making sure who is on the line, doubles, erasing. The
// overview of a person stands in dossier, which reads across.

#include "access/desk.h"
#include "partij/scherm_desk.h"

namespace dichtbij::partij {

// GET and POST /personen/nieuw, /personen/{id}/wijzig, /personen/{id}/identificatie, /personen/{id}/wissen,
// /personen/{id}/accountmanager, /personen/brp, /personen/handelsregister, /beheer/controlevragen; POST /personen/{id}/samenvoegen, /personen/{id}/splits.
void add_routes(access::DeskRoutes&, const PartijSchermen&);

}  // namespace dichtbij::partij
