#include "notificatie/notificatie_routes.h"

#include "notificatie/schermen_desk.h"

namespace dichtbij::notificatie {

using access::Desk;
using http::Request;
using http::Response;

void add_routes(access::DeskRoutes& routes, const Diensten& diensten) {
    using Screen = Response (*)(const Schermen&, Request&, Desk&);
    const Schermen schermen{diensten.abonnementen, diensten.kanalen, diensten.bezorgen, diensten.organisatie};
    const auto get = [&](std::string_view pattern, Screen screen) {
        routes.get(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    const auto post = [&](std::string_view pattern, Screen screen) {
        routes.post(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    get("/beheer/notificaties", lijst);
    get("/beheer/notificaties/nieuw", nieuw);
    post("/beheer/notificaties/nieuw", maak);
    get("/beheer/notificaties/mislukt", mislukt);
    post("/beheer/notificaties/mislukt/opnieuw", opnieuw);
    get("/beheer/notificaties/{id}", blad);
    post("/beheer/notificaties/{id}", bewaar);
    post("/beheer/notificaties/{id}/uit", zet_uit);
    post("/beheer/notificaties/{id}/aan", zet_aan);
    post("/beheer/notificaties/{id}/geheim", vervang);
    post("/beheer/notificaties/{id}/opnieuw", alles_opnieuw);
    post("/beheer/notificaties/{id}/verwijder", verwijder);
}

}  // namespace dichtbij::notificatie
