#pragma once
// Employees who sign in through the organisation's own provider: made from the settings, on one installation.

#include <memory>
#include <optional>

#include "access/desk_site.h"
#include "access/sign_in_desk.h"
#include "app/installation.h"
#include "http/router.h"

namespace dichtbij::app {

class Werkaccount {
  public:
    // Says in the log when nobody could come in: passwords for emergency access only, and no such account.
    explicit Werkaccount(Installation& installation);
    ~Werkaccount();

    std::optional<access::Werkaccount> way_in() const;  // for the page to sign in; nothing: no provider is set up
    // All outlive the router's last request.
    void add_routes(access::DeskSite& site, http::Router& router);
    // Asks the provider again about sessions, on threads of its own: a slow provider holds nothing else up.
    void start();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dichtbij::app
