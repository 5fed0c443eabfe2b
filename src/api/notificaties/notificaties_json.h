#pragma once
// The resources of the Notificaties API as they stand in JSON, and from and to the values behind them.

#include "json/resource.h"
#include "notificatie/abonnement_service.h"

namespace dichtbij::notificaties {

using Kenmerken = std::map<std::string, std::string>;

struct FilterGroup {
    std::string naam;
    Kenmerken filters;
    bool operator==(const FilterGroup&) const = default;
};

struct Abonnement {
    Id<dichtbij::Abonnement> id;
    std::string callback_url;
    std::string auth;
    std::vector<FilterGroup> kanalen;
    std::int64_t versie = 0;
};

struct Kanaal {
    Id<dichtbij::NotificatieKanaal> id;
    std::string naam;
    std::string documentatie_link;
    std::vector<std::string> filters;
};

struct Message {
    std::string kanaal;
    std::string hoofd_object;
    std::string resource;
    std::string resource_url;
    std::string actie;
    Instant aanmaakdatum;
    Kenmerken kenmerken;
};

extern const json::Resource<Abonnement> abonnement_json;
extern const json::Resource<Kanaal> kanaal_json;
extern const json::Resource<Message> message_json;

Abonnement to_standard(const notificatie::EigenAbonnement&);
notificatie::Aanmelding to_value(const Abonnement&);
Kanaal to_standard(const notificatie::Kanaal&);
notificatie::Kanaal to_value(const Kanaal&);
notificatie::Notificatie to_value(const Message&);

}  // namespace dichtbij::notificaties
