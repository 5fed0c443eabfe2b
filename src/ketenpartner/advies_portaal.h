#pragma once
// The pages for who is asked outside, in the frame of the residents' side.

#include "ketenpartner/advies_service.h"
#include "portaal/site.h"

namespace dichtbij::ketenpartner {

struct AdviesPortaal {
    AdviesService& advies;
    document::DocumentService& documenten;
    const html::Catalogue& texts;  // for words to employees, which are Dutch
};

// All in `delen` outlives the site.
void add_advies_portaal(portaal::Routes&, const AdviesPortaal& delen);

}  // namespace dichtbij::ketenpartner
