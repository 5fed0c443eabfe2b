#pragma once
// Notificaties 1.0.1: abonnementen, kanalen and notificaties over HTTP.

#include <memory>

#include "api/api.h"
#include "notificatie/abonnement_service.h"
#include "notificatie/kanaal_service.h"

namespace dichtbij::notificaties {

// The services outlive the API, and it the router's last request.
std::unique_ptr<api::Api> make_api(api::Platform&, notificatie::AbonnementService&, notificatie::KanaalService&);

}  // namespace dichtbij::notificaties
