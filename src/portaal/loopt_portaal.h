#pragma once
// Matters in a list, as they look on the pages of a resident.

#include <vector>

#include "portaal/onderdeel.h"

namespace dichtbij::portaal {

html::Html loopt_lijst(const html::Texts&, const std::vector<Loopt>&, Instant now);
html::Html klaar_lijst(const html::Texts&, const std::vector<Loopt>&, Day today);
// The language of its title, when that is not the one of the page.
html::Attribute titeltaal(const Loopt&);
// The leaf of the calendar with the promise beside it; nothing when nothing is promised.
html::Html belofte(const html::Texts&, const Loopt&, Instant now);

}  // namespace dichtbij::portaal
