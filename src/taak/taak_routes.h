#pragma once
// The screens of a taak.
//   GET /taken/{id}?paneel=afronden|geef_door|verzet|vraag|notitie|wacht|heropen
//   POST /taken/{id}/aanvaard, /belpoging, and each panel's own; POST /ongedaan/{id} takes any act back
//   GET /klantcontacten/{id}: a question as it was recorded

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "partij/partij_service.h"
#include "taak/taak_service.h"
#include "werk/attentie_service.h"

namespace dichtbij::taak {

struct TaakSchermen {
    store::Store& store;
    TaakService& taken;
    werk::WerkService& werk;
    werk::AttentieService& attenties;
    klantcontact::KlantcontactService& contacten;
    partij::PartijService& partijen;
};

void add_routes(access::DeskRoutes&, const TaakSchermen&);

}  // namespace dichtbij::taak
