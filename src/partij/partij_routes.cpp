#include "partij/partij_routes.h"

#include "partij/scherm_desk.h"

namespace dichtbij::partij {

void add_routes(access::DeskRoutes& routes, const PartijSchermen& schermen) {
    add_formulier_routes(routes, schermen);
    add_identificatie_routes(routes, schermen);
    add_samenvoegen_routes(routes, schermen);
    add_wissen_routes(routes, schermen);
    add_controlevragen_routes(routes, schermen);
    add_accountmanager_routes(routes, schermen);
    if (schermen.opzoeken == nullptr || schermen.overnames == nullptr) return;
    add_brp_routes(routes, schermen);
    add_handelsregister_routes(routes, schermen);
}

}  // namespace dichtbij::partij
