#pragma once
// The panel "Contact nu": the form of a contact in hand.

#include <string>
#include <vector>

#include "access/desk.h"
#include "balie/balie_service.h"
#include "html/form.h"
#include "html/writer.h"

namespace dichtbij::balie {

// What the form offers to choose from.
struct Keuzes {
    std::vector<html::Choice> gemeenten;
    std::vector<html::Choice> onderwerpen;
    struct Groep {
        html::Choice team;                      // "t:ID"
        std::vector<html::Choice> medewerkers;  // "m:ID"
    };
    std::vector<Groep> naar;
};

struct Paneel {
    const Concept& concept_;
    const Keuzes& keuzes;
    std::vector<FieldError> errors = {};
    std::vector<std::optional<Voorstel>> voorstellen = {};  // per question that is handed on
};

html::Html contact_panel(const access::Desk& desk, const Paneel& paneel);
// Who gets it, why, and what to say aloud.
html::Html voorstel_part(const access::Desk& desk, const Voorstel& voorstel, const VraagInvoer& vraag);

}  // namespace dichtbij::balie
