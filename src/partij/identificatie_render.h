#pragma once
// The control questions, as they are asked while someone is on the line.

#include <string_view>

#include "html/catalogue.h"
#include "html/writer.h"
#include "partij/identificatie.h"

namespace dichtbij::partij {

// What the form posts about, and where it leads back to.
struct Vraaggesprek {
    PartijId partij;
    Id<Gesprek> gesprek;
    std::string terug;  // empty: the overview of the person
};

std::string vraag_of(const html::Texts&, const Controlevraag&);
html::Html identificatie_form(const html::Texts&, std::string_view csrf, const Vraaggesprek&, const Controlevragen&);

}  // namespace dichtbij::partij
