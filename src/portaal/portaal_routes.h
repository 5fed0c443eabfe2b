#pragma once
// The routes of this folder: public pages below /g/CODE, signing in, the home of "Mijn Dichtbij", following.

#include "portaal/portaal_site.h"

namespace dichtbij::portaal {

// GET /g/CODE/inloggen and /inloggen/AANBIEDER, /oidc/AANBIEDER/terug and /afmelden, /mijn/blijf, /mijn/sessie,
// /mijn/uitloggen, /mijn/uitgelogd.
void add_aanmeld_routes(Site&);
// GET and POST /g/CODE/demo: sign in by choosing. Only with SiteDelen::demo.
void add_demo_routes(Site&);
// GET /mijn and /mijn/alles.
void add_thuis_routes(Site&);
// GET /mijn/volgt, GET and POST /g/CODE/volgen, /volgen/code; GET /volgen.
void add_volg_routes(Site&);
// GET /g, /g/CODE and its contact, toegankelijkheid, privacy.
void add_openbare_routes(Site&);

inline void add_routes(Site& site) {
    add_aanmeld_routes(site);
    if (site.delen().demo) add_demo_routes(site);
    add_thuis_routes(site);
    add_volg_routes(site);
    add_openbare_routes(site);
}

}  // namespace dichtbij::portaal
