#pragma once

#include "access/desk.h"
#include "http/router.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::organisatie {

// GET /gids, /gids/{id}, /teams/{id}, /afwezigheid, /beheer and what stands below it, with their POSTs.
// The service outlives the routes.
void add_routes(access::DeskRoutes&, OrganisatieService&);

// GET /stijl/{gemeente} (a style sheet; ".css" may stand behind it) and /stijl/{gemeente}/logo: for every
// page, also without signing in.
void add_style_routes(http::Router&, const OrganisatieService&);

}  // namespace dichtbij::organisatie
