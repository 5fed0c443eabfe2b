#pragma once
// The screens of case types.

#include "zaaktype/schermen_desk.h"

namespace dichtbij::zaaktype {

// GET /beheer/zaaktypen with nieuw, import and {id}, /beheer/zaaktypen.json, /beheer/zaaktypeversies/{id}, and their POSTs.
void add_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::zaaktype
