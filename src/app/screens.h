#pragma once
// The screens of all capabilities on one site.

#include <memory>

#include "access/desk_site.h"
#include "app/installation.h"

namespace dichtbij::app {

class Screens {
  public:
    explicit Screens(Installation& installation) : in_(installation) {}
    void add_routes(access::DeskSite& site, http::Router& router);
    void forget_old_drafts(Instant now);

  private:
    Installation& in_;
};

}  // namespace dichtbij::app
