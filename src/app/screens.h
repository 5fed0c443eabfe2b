#pragma once
// The screens of all capabilities on one site.

#include "access/beheer_desk.h"
#include "access/desk_site.h"
#include "app/installation.h"
#include "partij/accountmanager_service.h"

namespace dichtbij::app {

class Screens {
  public:
    explicit Screens(Installation& installation);
    void add_routes(access::DeskSite& site, http::Router& router);

  private:
    Installation& in_;
    partij::AccountmanagerService accountmanagers_;
    const access::Directory directory_;  // names for the screens of access, which lies below the organisation
};

}  // namespace dichtbij::app
