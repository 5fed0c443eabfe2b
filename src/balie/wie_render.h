#pragma once
// Beside the form: who is on the line, or finding out.

#include <string_view>

#include "balie/balie_routes.h"

namespace dichtbij::balie {

// Without a person: search, and who is known under the number that rings. With one: name, what runs, the last
// contacts, and the way to the whole klantbeeld. Reads are recorded by the services.
html::Html wie_part(const BalieSchermen& s, const access::Desk& desk, const Concept& c, std::string_view zoek);

}  // namespace dichtbij::balie
