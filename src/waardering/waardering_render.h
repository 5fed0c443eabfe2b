#pragma once
// What a resident gives and gave, on his pages.

#include <string>

#include "html/form.h"
#include "waardering/waardering_service.h"

namespace dichtbij::waardering {

struct Waarderingvorm {
    std::string url;         // that takes the form
    std::string terug;       // page of the case or question
    std::string csrf;
    Oordeel getypt = {};     // of the last attempt, else what he gave
    Day today{};
};

// "4: tevreden"
std::string cijfer_in_woorden(const html::Texts&, int cijfer);

// On the page of the case or question: the form, or what was given; empty when there is nothing to give or show.
html::Html waarderingsdeel(const html::Texts&, const Eigenbeeld&, const Waarderingvorm&);
// A page of its own: to change it, and for what was wrong. `over`: title of the case or question.
html::Html waarderingspagina(const html::Texts&, const Eigenbeeld&, const html::Html& over, const html::Form& form, const Waarderingvorm&);

}  // namespace dichtbij::waardering
