#include "norm/norm_routes.h"

#include "norm/kalender_desk.h"
#include "norm/normen_desk.h"

namespace dichtbij::norm {

void add_routes(access::DeskRoutes& routes, const NormSchermen& schermen) {
    const auto shared = std::make_shared<const NormSchermen>(schermen);
    add_kalender_routes(routes, shared);
    add_normen_routes(routes, shared);
}

}  // namespace dichtbij::norm
