#pragma once
// The screens of applications, for the administrator.

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing {

// The services outlive the routes.
void add_routes(access::DeskRoutes& routes, ToepassingService& service, const organisatie::OrganisatieService& organisatie);

}  // namespace dichtbij::toepassing
