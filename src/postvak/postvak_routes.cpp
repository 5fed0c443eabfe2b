#include "postvak/schermen_desk.h"

namespace dichtbij::postvak {

void add_routes(access::DeskRoutes& routes, const Schermen& schermen) {
    using Screen = http::Response (*)(const Schermen&, http::Request&, access::Desk&);
    const auto get = [&](std::string_view pattern, Screen screen) {
        routes.get(pattern, [schermen, screen](http::Request& request, access::Desk& desk) { return screen(schermen, request, desk); });
    };
    const auto post = [&](std::string_view pattern, Screen screen) {
        routes.post(pattern, [schermen, screen](http::Request& request, access::Desk& desk) { return screen(schermen, request, desk); });
    };
    get("/beheer/postvakken", postvakken_lijst);
    get("/beheer/postvakken/nieuw", postvak_nieuw);
    post("/beheer/postvakken/nieuw", postvak_maak);
    get("/beheer/postvakken/{id}", postvak_blad);
    post("/beheer/postvakken/{id}", postvak_bewaar);
    get("/post", post_lijst);
    post("/post/{id}/behandel", post_behandel);
    post("/post/{id}/laat", post_laat);
    get("/post/{id}/ruw", post_ruw);
    get("/post/{id}/opmaak", mail_opmaak);
    post("/post/{id}/onderwerp", mail_onderwerp);
    post("/post/{id}/koppel", mail_koppel);
    get("/post/bijlagen/{werk}/{id}", mail_bijlage);
}

}  // namespace dichtbij::postvak
