#pragma once
// The residents' side of the program: made from the settings, on one installation.

#include <memory>

#include "access/desk.h"
#include "app/installation.h"
#include "http/router.h"
#include "portaal/portaal_site.h"

namespace dichtbij::app {

class Portaal {
  public:
    // Adds its routes. All outlive the router's last request. Before serving.
    Portaal(Installation& installation, http::Router& router, const html::Catalogue& texts, const html::AssetUrl& assets);
    ~Portaal();

    portaal::Site& site();
    // What a gemeente chooses about its residents' side.
    void add_desk_routes(access::DeskRoutes& routes);
    // Brings what waits to the outbox; called by a timer.
    void bring_post();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dichtbij::app
