#include "dossier/dossier_routes.h"

#include "dossier/dossier_desk.h"

namespace dichtbij::dossier {

void add_routes(access::DeskRoutes& routes, const DossierSchermen& schermen) {
    add_start_routes(routes, schermen);
    add_zoek_routes(routes, schermen);
    add_klantbeeld_routes(routes, schermen);
    add_inzage_routes(routes, schermen);
}

}  // namespace dichtbij::dossier
