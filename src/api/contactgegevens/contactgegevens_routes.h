#pragma once
// The twelve operations of Contactgegevens 1.1.1.

#include <memory>

#include "api/api.h"
#include "api/contactgegevens/contactgegevens_service.h"

namespace dichtbij::contactgegevens {

// The service and the platform outlive it; it outlives the router's last request.
std::unique_ptr<api::Api> make_api(api::Platform& platform, ContactgegevensService& service);

}  // namespace dichtbij::contactgegevens
