#pragma once
// The interfaces for other systems on one router.

#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "app/installation.h"
#include "klantcontact/actor_service.h"
#include "klantcontact/aanlever_service.h"
#include "klantcontact/betrokkenheid_service.h"
#include "partij/standaard_service.h"
#include "taak/aanlever_service.h"
#include "toepassing/client_service.h"

namespace dichtbij::app {

// What only the interfaces ask of the capabilities.
struct Aanleverdiensten {
    explicit Aanleverdiensten(Installation&);

    partij::StandaardService partijen;
    klantcontact::BetrokkenheidService betrokkenheid;
    klantcontact::AanleverService contacten;
    klantcontact::ActorService actoren;
    taak::AanleverService taken;
    toepassing::ClientService clients;
};

class Apis {
  public:
    Apis(Installation& installation, http::Router& router);

    // The API below whose place the path lies; nullptr: none.
    const api::Api* of(std::string_view path) const;
    const std::vector<std::unique_ptr<api::Api>>& all() const { return apis_; }

  private:
    api::Platform platform_;
    Aanleverdiensten aangeleverd_;
    std::vector<std::unique_ptr<api::Api>> apis_;
};

}  // namespace dichtbij::app
