#include "overleg/overleg_routes.h"

namespace dichtbij::overleg {

void add_routes(access::DeskRoutes& routes, const OverlegSchermen& s, const VerdeelSchermen& verdelen) {
    add_vastgelopen_routes(routes, s);
    add_grenzen_routes(routes, s);
    add_vastloper_routes(routes, s);
    add_verdelen_routes(routes, verdelen);
    add_keuzes_routes(routes, verdelen);
}

}  // namespace dichtbij::overleg
