#pragma once
// Rating in Mijn Dichtbij: on the page of a case, and for the folder that has the pages of questions.

#include "portaal/site.h"
#include "waardering/waardering_service.h"
#include "zaak/volgen_service.h"

namespace dichtbij::waardering {

struct WaarderingPortaal {
    store::Store& store;
    WaarderingService& waarderingen;
    zaak::ZaakVolgService& zaken;
};

// The case or question a page is about.
struct Plek {
    Waarover over;
    std::string url;       // of its page; the form is at url + "/waardering"
    std::string titel;
    html::Html onderschrift;  // title and number, as they stand below a heading
    std::string titeltaal = {};  // of the title, when it is not that of the page
};

// For its page; empty when there is nothing to give or show.
html::Html waardering_op(const WaarderingPortaal&, const portaal::Mijn&, const Plek&);
// GET and POST of url + "/waardering".
http::Response toon_waardering(const WaarderingPortaal&, const portaal::Mijn&, const Plek&);
http::Response neem_waardering(const WaarderingPortaal&, const http::Request&, const portaal::Mijn&, const Plek&);

// On the page of a case.
html::Html na_stappen(const WaarderingPortaal&, const portaal::Mijn&, const zaak::Volgbeeld&);
// GET and POST /mijn/zaken/{id}/waardering. All in `delen` outlives the site.
void add_waardering_portaal(portaal::Routes&, const WaarderingPortaal& delen);

}  // namespace dichtbij::waardering
