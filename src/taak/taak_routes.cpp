#include "taak/taak_routes.h"

namespace dichtbij::taak {

void add_routes(access::DeskRoutes& routes, const TaakSchermen& schermen) { add_taak_routes(routes, schermen); }

}  // namespace dichtbij::taak
