#pragma once
// Screens that read across: the start of the day, the search box, the overview of a person (klantbeeld).

#include "access/desk.h"
#include "dossier/schermen.h"

namespace dichtbij::dossier {

// GET /, /zoeken, /personen/{id}, /personen/{id}/inzage.json; POST /personen/{id}/openen, /personen/{id}/toon.
void add_routes(access::DeskRoutes&, const DossierSchermen&);

}  // namespace dichtbij::dossier
