#pragma once
// The screens of a taak.
//   GET /taken/{id}?paneel=afronden|geef_door|verzet|vraag|notitie|wacht|heropen
//   POST /taken/{id}/aanvaard, /belpoging, and each panel's own; POST /ongedaan/{id} takes any act back
//   GET /klantcontacten/{id}: a question as it was recorded

#include "access/desk.h"
#include "taak/schermen_desk.h"

namespace dichtbij::taak {

void add_routes(access::DeskRoutes&, const TaakSchermen&);

}  // namespace dichtbij::taak
