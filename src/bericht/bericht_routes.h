#pragma once
// The screens on messages: the outbox, templates and rules.

#include <functional>
#include <vector>

#include "access/desk.h"
#include "bericht/voorstel_service.h"
#include "bericht/verzend_service.h"
#include "html/form.h"
#include "partij/partij_service.h"

namespace dichtbij::bericht {

// All outlive the routes.
struct BerichtSchermen {
    store::Store& store;
    BerichtService& berichten;
    VerzendService& verzenden;
    const BeheerService& beheer;
    partij::PartijService& partijen;
    const html::Catalogue& texts;   // for previews in the other language
    // Case types of a gemeente to choose from: code and name. Empty: typed as a code.
    std::function<std::vector<html::Choice>(const access::Caller&, Id<Gemeente>)> zaaktypen = {};
    // Channels over which a question can come in: code.
    std::vector<std::string> kanalen = {"telefoon", "balie", "email", "formulier", "brief", "chat", "social_media"};
};

// GET /berichten, /berichten/{id}, /beheer/sjablonen/..., /beheer/berichtregels/...; POST for what is done there.
void add_routes(access::DeskRoutes&, const BerichtSchermen&);

}  // namespace dichtbij::bericht
