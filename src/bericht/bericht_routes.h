#pragma once
// The screens on messages: the outbox, templates and rules.

#include "bericht/schermen_desk.h"

namespace dichtbij::bericht {

// POST /berichten/taalhulp; GET /berichten, /berichten/{id}, /beheer/sjablonen/..., /beheer/berichtregels/...; POST for what is done there.
void add_routes(access::DeskRoutes&, const BerichtSchermen&);

}  // namespace dichtbij::bericht
