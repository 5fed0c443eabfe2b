#include "app/apis.h"

#include "api/autorisaties/autorisaties_routes.h"
#include "api/contactgegevens/contactgegevens_routes.h"
#include "api/klantinteracties/klantinteracties_routes.h"
#include "api/notificaties/notificaties_routes.h"

namespace dichtbij::app {

Aanleverdiensten::Aanleverdiensten(Installation& in)
    : partijen(in.clock, in.ids),
      betrokkenheid(in.clock, in.werk, partijen),
      contacten(in.clock, in.ids, in.werk, in.contacten, in.partijen),
      actoren(in.store, in.clock, in.ids, in.contacten),
      taken(in.clock, in.werk, in.ids, in.taken, in.contacten, contacten, actoren),
      clients(in.store, in.clock, in.toepassingen) {}

Apis::Apis(Installation& in, http::Router& router)
    : platform_{router, in.toepassingen, in.access_log, in.texts, in.store, in.clock, in.settings.api_url, in.settings.api_requests_per_minute}, aangeleverd_(in) {
    apis_.push_back(autorisaties::make_api(platform_, aangeleverd_.clients));
    apis_.push_back(contactgegevens::make_api(platform_, in.contactgegevens));
    apis_.push_back(klantinteracties::make_api(platform_, {.store = in.store,
                                                           .partijen = aangeleverd_.partijen,
                                                           .betrokkenheid = aangeleverd_.betrokkenheid,
                                                           .contacten = in.contacten,
                                                           .aangeleverd = aangeleverd_.contacten,
                                                           .actoren = aangeleverd_.actoren,
                                                           .taken = aangeleverd_.taken,
                                                           .index = [&in] { return in.index(); }}));
    apis_.push_back(notificaties::make_api(platform_, in.abonnementen, in.kanalen));
}

const api::Api* Apis::of(std::string_view path) const {
    for (const auto& one : apis_)
        if (one->holds(path)) return one.get();
    return nullptr;
}

}  // namespace dichtbij::app
