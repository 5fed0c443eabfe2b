#pragma once
// The interfaces for other systems on one router.

#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "api/api.h"
#include "app/installation.h"

namespace dichtbij::app {

class Apis {
  public:
    Apis(Installation& installation, http::Router& router);

    // The API below whose place the path lies; nullptr: none.
    const api::Api* of(std::string_view path) const;
    const std::vector<std::unique_ptr<api::Api>>& all() const { return apis_; }

  private:
    api::Platform platform_;
    std::vector<std::unique_ptr<api::Api>> apis_;
};

}  // namespace dichtbij::app
