#pragma once
// The screens on werk: worklists, the overview of a team's lead, notices.

#include "access/desk.h"
#include "werk/schermen_desk.h"

namespace dichtbij::werk {

// GET /werk, /werk/regels, /werk/export.csv, /team/{id}, /attenties; POST for what is done there.
void add_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::werk
