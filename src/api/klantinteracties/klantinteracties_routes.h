#pragma once
// The operations of Klantinteracties 0.9.0.

#include <functional>
#include <memory>

#include "api/api.h"
#include "api/klantinteracties/lezer.h"
#include "klantcontact/actor_service.h"
#include "klantcontact/betrokkenheid_service.h"
#include "partij/standaard_service.h"
#include "search/index.h"
#include "taak/aanlever_service.h"

namespace dichtbij::klantinteracties {

// All outlive the API; it outlives the router's last request.
struct Diensten {
    store::Store& store;
    partij::StandaardService& partijen;
    klantcontact::BetrokkenheidService& betrokkenheid;
    klantcontact::KlantcontactService& contacten;
    klantcontact::AanleverService& aangeleverd;
    klantcontact::ActorService& actoren;
    taak::AanleverService& taken;
    // Of partijen, as it is when it is asked; none: `zoek` finds nobody.
    std::function<const search::Index*()> index = [] { return nullptr; };
};

std::unique_ptr<api::Api> make_api(api::Platform& platform, const Diensten& diensten);

}  // namespace dichtbij::klantinteracties
