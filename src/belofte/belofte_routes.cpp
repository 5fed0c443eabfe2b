#include "belofte/belofte_routes.h"

namespace dichtbij::belofte {

void add_routes(access::DeskRoutes& routes, const BelofteSchermen& schermen) { add_belofte_routes(routes, schermen); }

}  // namespace dichtbij::belofte
