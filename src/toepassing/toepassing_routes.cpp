#include "toepassing/toepassing_routes.h"

#include "toepassing/schermen_desk.h"

namespace dichtbij::toepassing {

using access::Desk;
using http::Request;
using http::Response;

void add_routes(access::DeskRoutes& routes, ToepassingService& service, const organisatie::OrganisatieService& organisatie) {
    using Screen = Response (*)(const Schermen&, Request&, Desk&);
    const Schermen schermen{service, organisatie};
    const auto get = [&](std::string_view pattern, Screen screen) {
        routes.get(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    const auto post = [&](std::string_view pattern, Screen screen) {
        routes.post(pattern, [schermen, screen](Request& request, Desk& desk) { return screen(schermen, request, desk); });
    };
    get("/beheer/koppelingen", lijst);
    get("/beheer/koppelingen/nieuw", nieuw);
    post("/beheer/koppelingen/nieuw", maak);
    get("/beheer/koppelingen/{id}", blad);
    post("/beheer/koppelingen/{id}", bewaar);
    post("/beheer/koppelingen/{id}/uit", zet_uit);
    post("/beheer/koppelingen/{id}/aan", zet_aan);
    post("/beheer/koppelingen/{id}/tokens", maak_token);
    post("/beheer/koppelingen/{id}/vervangen", vervang_token);
    post("/beheer/koppelingen/{id}/intrekken", trek_token_in);
}

}  // namespace dichtbij::toepassing
