#pragma once
// What the screens of this folder share.

#include "access/desk.h"
#include "dossier/schermen.h"

namespace dichtbij::dossier {

void add_start_routes(access::DeskRoutes&, const DossierSchermen&);
void add_zoek_routes(access::DeskRoutes&, const DossierSchermen&);
void add_klantbeeld_routes(access::DeskRoutes&, const DossierSchermen&);
void add_inzage_routes(access::DeskRoutes&, const DossierSchermen&);

}  // namespace dichtbij::dossier
