#pragma once
// Autorisaties 1.1.0: applications with their client ids and rights, over HTTP.

#include <memory>

#include "api/api.h"
#include "toepassing/client_service.h"

namespace dichtbij::autorisaties {

// The service outlives the API, and it the router's last request.
std::unique_ptr<api::Api> make_api(api::Platform&, toepassing::ClientService&);

}  // namespace dichtbij::autorisaties
