#pragma once
// What other systems may ask, for people to read: which APIs there are, and of each operation its parameters, fields, an
// example, errors and the right it needs. From the same declarations as openapi.json.

#include <memory>
#include <vector>

#include "api/api.h"

namespace dichtbij::portaal {
class Site;
}

namespace dichtbij::api {

// /koppelvlakken, for anyone. `apis` outlive the site's last request.
void add_koppelvlakken(portaal::Site& site, const std::vector<std::unique_ptr<Api>>& apis);

}  // namespace dichtbij::api
