#include "bericht/bericht_routes.h"

#include <memory>

#include "bericht/taalhulp_desk.h"

namespace dichtbij::bericht {

void add_routes(access::DeskRoutes& routes, const BerichtSchermen& schermen) {
    const auto shared = std::make_shared<const BerichtSchermen>(schermen);
    add_berichten_routes(routes, shared);
    add_sjablonen_routes(routes, shared);
    add_regels_routes(routes, shared);
    add_taalhulp_routes(routes);
}

}  // namespace dichtbij::bericht
