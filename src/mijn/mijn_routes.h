#pragma once
// The routes of this folder.

#include "access/desk.h"
#include "mijn/mijn_portaal.h"

namespace dichtbij::mijn {

// For residents. `onderdeel` and all in `delen` outlive the site.
inline void add_routes(portaal::Routes& routes, const MijnDelen& delen, const VraagOnderdeel& onderdeel) {
    routes.add(onderdeel);
    add_vraag_portaal(routes, delen);
    add_berichten_portaal(routes, delen);
    add_gegevens_portaal(routes, delen);
    add_inzage_portaal(routes, delen);
    add_download_portaal(routes, delen);
    add_bedrijf_portaal(routes, delen);
}
// GET and POST /beheer/mijn-dichtbij: what a gemeente chooses, by its beheerder.
void add_instelling_routes(access::DeskRoutes&, const MijnDelen& delen);

}  // namespace dichtbij::mijn
