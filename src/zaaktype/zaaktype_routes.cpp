#include "zaaktype/zaaktype_routes.h"

namespace dichtbij::zaaktype {

using access::Desk;
using http::Request;
using http::Response;

void add_routes(access::DeskRoutes& routes, const Schermen& schermen) {
    using Screen = Response (*)(const Schermen&, Request&, Desk&);
    const auto get = [&](std::string_view pattern, Screen screen) {
        routes.get(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    const auto post = [&](std::string_view pattern, Screen screen) {
        routes.post(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    get("/beheer/zaaktypen", zaaktypen_lijst);
    get("/beheer/zaaktypen/nieuw", nieuw_formulier);
    post("/beheer/zaaktypen/nieuw", maak_zaaktype);
    get("/beheer/zaaktypen/import", bestand_formulier);
    post("/beheer/zaaktypen/import", lees_in);
    get("/beheer/zaaktypen.json", geef_bestand);
    get("/beheer/zaaktypen/{id}", zaaktype_blad);
    post("/beheer/zaaktypen/{id}/inrichting", bewaar_inrichting);
    post("/beheer/zaaktypen/{id}/ontwerp", begin_ontwerp);
    post("/beheer/zaaktypen/{id}/einde", beeindig);
    post("/beheer/zaaktypen/{id}/einde-weg", trek_einde_in);
    get("/beheer/zaaktypen/{id}/vergelijken", vergelijk);

    get("/beheer/zaaktypeversies/{id}", versie_blad);
    post("/beheer/zaaktypeversies/{id}", bewaar_ontwerp);
    get("/beheer/zaaktypeversies/{id}/voorbeeld", voorbeeld);
    get("/beheer/zaaktypeversies/{id}/publiceren", publiceer_vraag);
    post("/beheer/zaaktypeversies/{id}/publiceren", publiceer);
    get("/beheer/zaaktypeversies/{id}/weg", weggooi_vraag);
    post("/beheer/zaaktypeversies/{id}/weg", gooi_weg);
}

}  // namespace dichtbij::zaaktype
