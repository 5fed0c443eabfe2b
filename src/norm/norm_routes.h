#pragma once
// The screens on time: opening hours with the year at a glance, and service norms with a try box.

#include <functional>
#include <string>
#include <vector>

#include "access/desk.h"
#include "html/form.h"
#include "norm/norm_service.h"

namespace dichtbij::norm {

// What the screens use; store and service outlive the routes. The names come from layers above norm, and
// each function opens its own transaction. Choices are ids as text with a name.
struct NormSchermen {
    store::Store& store;
    NormService& normen;
    std::function<std::vector<html::Choice>(const access::Caller&)> gemeenten;  // where the caller has a role
    std::function<std::vector<html::Choice>(const access::Caller&, Id<Gemeente>)> onderwerpen;
    std::function<std::vector<html::Choice>(const access::Caller&, Id<Gemeente>)> producten;
    // Codes of channels to choose from, beside those that norms name. Text: "kanaal.<code>".
    std::vector<std::string> kanalen = {"telefoon", "balie", "email", "formulier", "brief", "chat", "social_media"};
};

// GET /beheer/kalender, /beheer/kalender/{gemeente}?jaar=, /beheer/normen, /beheer/normen/{gemeente},
// /beheer/normen/{gemeente}/nieuw and /beheer/normen/{gemeente}/{norm}; POST for what is changed there.
void add_routes(access::DeskRoutes&, const NormSchermen&);

}  // namespace dichtbij::norm
