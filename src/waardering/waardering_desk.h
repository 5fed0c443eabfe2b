#pragma once
// What the resident thought of it, for the lead of the team and the managers; nothing for others.

#include "access/desk.h"
#include "waardering/waardering_service.h"

namespace dichtbij::waardering {

// All outlive the routes.
struct WaarderingSchermen {
    store::Store& store;
    WaarderingService& waarderingen;
};

// Beside a case, and below a task or a question.
html::Html naast_werk(const WaarderingSchermen&, const access::Desk&, Id<Werk>);

}  // namespace dichtbij::waardering
