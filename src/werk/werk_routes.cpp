#include "werk/werk_routes.h"

#include "werk/lijst_desk.h"

namespace dichtbij::werk {

void add_routes(access::DeskRoutes& routes, const Schermen& schermen) {
    add_lijst_routes(routes, schermen);
    add_team_routes(routes, schermen);
    add_attentie_routes(routes, schermen);
}

}  // namespace dichtbij::werk
