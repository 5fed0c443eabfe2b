#include "app/apis.h"

#include "api/contactgegevens/contactgegevens_routes.h"

namespace dichtbij::app {

Apis::Apis(Installation& in, http::Router& router)
    : platform_{router, in.toepassingen, in.access_log, in.texts, in.store, in.clock, in.settings.api_url, in.settings.api_requests_per_minute} {
    apis_.push_back(contactgegevens::make_api(platform_, in.contactgegevens));
}

const api::Api* Apis::of(std::string_view path) const {
    for (const auto& one : apis_)
        if (one->holds(path)) return one.get();
    return nullptr;
}

}  // namespace dichtbij::app
