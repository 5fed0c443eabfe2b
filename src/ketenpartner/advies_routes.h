#pragma once
// The routes of this folder.
//   GET  /zaken/{id}/advies, /zaken/{id}/advies/nieuw; POST asks, extends, withdraws
//   GET and POST /g/CODE/advies/link?k=LINK: the code; GET and POST /g/CODE/advies: the question and its answer;
//   GET  /g/CODE/advies/documenten/{versie}

#include "ketenpartner/advies_portaal.h"
#include "ketenpartner/advies_schermen_desk.h"

namespace dichtbij::ketenpartner {

inline void add_routes(access::DeskRoutes& routes, const AdviesSchermen& schermen) { add_advies_desk(routes, schermen); }
inline void add_routes(portaal::Routes& routes, const AdviesPortaal& delen) { add_advies_portaal(routes, delen); }

}  // namespace dichtbij::ketenpartner
