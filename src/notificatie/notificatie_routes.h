#pragma once
// The screens of notificaties, for the administrator.

#include "access/desk.h"
#include "notificatie/abonnement_service.h"
#include "notificatie/bezorg_service.h"
#include "notificatie/kanaal_service.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::notificatie {

// All outlive the routes.
struct Diensten {
    AbonnementService& abonnementen;
    const KanaalService& kanalen;
    BezorgService& bezorgen;
    const organisatie::OrganisatieService& organisatie;
};
void add_routes(access::DeskRoutes& routes, const Diensten& diensten);

}  // namespace dichtbij::notificatie
