#include "organisatie/organisatie_routes.h"

#include "organisatie/schermen_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;

constexpr std::string_view css_end = ".css";

// Caches may keep it for a while; the address of a logo carries its version.
Response style_sheet(const OrganisatieService& service, const Request& request) {
    std::string_view name = request.param("naam");
    if (name.ends_with(css_end)) name.remove_suffix(css_end.size());
    const auto id = Id<dichtbij::Gemeente>::parse(name);
    if (!id) return Response::text("not found", 404);
    Response response = Response::text(html::theme_css(service.stijl(*id).stijl));
    return response.header("Content-Type", "text/css; charset=utf-8").header("Cache-Control", "public, max-age=300");
}

Response logo(const OrganisatieService& service, const Request& request) {
    const auto id = Id<dichtbij::Gemeente>::parse(request.param("naam"));
    if (!id) return Response::text("not found", 404);
    Stijlrij stijl = service.stijl(*id);
    if (stijl.logo_soort.empty()) return Response::text("not found", 404);
    Response response;
    response.body = std::move(stijl.logo);
    return response.header("Content-Type", stijl.logo_soort).header("Cache-Control", "public, max-age=86400");
}

}  // namespace

void add_routes(access::DeskRoutes& routes, OrganisatieService& service) {
    using Screen = Response (*)(const OrganisatieService&, Request&, Desk&);
    const auto get = [&](std::string_view pattern, Screen screen) {
        routes.get(pattern, [&service, screen](Request& request, Desk& desk) { return screen(service, request, desk); });
    };
    const auto post = [&](std::string_view pattern, Screen screen) {
        routes.post(pattern, [&service, screen](Request& request, Desk& desk) { return screen(service, request, desk); });
    };
    get("/gids", gids);
    get("/gids/{id}", persoon);
    post("/gids/{id}/afwezigheid", meld_afwezig);
    post("/gids/{id}/afwezigheid/weg", trek_afwezigheid_in);
    post("/gids/{id}/vervanging", wijs_vervanger_aan);
    post("/gids/{id}/vervanging/weg", neem_vervanger_weg);
    get("/teams/{id}", teamblad);
    get("/afwezigheid", mijn_afwezigheid);
    post("/aanwezigheid", meld_aanwezigheid);

    get("/beheer", beheer_start);
    get("/beheer/gemeenten/{id}", gemeente_formulier);
    post("/beheer/gemeenten/{id}", bewaar_gemeente);
    post("/beheer/gemeenten/{id}/managers", bewaar_managers);
    get("/beheer/gemeenten/{id}/stijl", stijl_formulier);
    post("/beheer/gemeenten/{id}/stijl", bewaar_stijl);
    get("/beheer/teams", teams_lijst);
    get("/beheer/teams/{id}", team_formulier);
    post("/beheer/teams/{id}", bewaar_team);
    post("/beheer/teams/{id}/opheffen", hef_team_op);
    post("/beheer/teams/{id}/lid", voeg_lid_toe);
    post("/beheer/teams/{id}/lid-weg", neem_lid_weg);
    post("/beheer/afdelingen", maak_afdeling);
    get("/beheer/afdelingen/{id}", afdeling_formulier);
    post("/beheer/afdelingen/{id}", bewaar_afdeling);
    get("/beheer/medewerkers", medewerkers_lijst);
    get("/beheer/medewerkers/{id}", medewerker_formulier);
    post("/beheer/medewerkers/{id}", bewaar_medewerker);
    post("/beheer/medewerkers/{id}/vaardigheden", bewaar_vaardigheden);
    post("/beheer/medewerkers/{id}/uit-dienst", meld_uit_dienst);
    post("/beheer/medewerkers/{id}/in-dienst", meld_in_dienst);
    get("/beheer/onderwerpen", onderwerpen_lijst);
    get("/beheer/onderwerpen/{id}", onderwerp_formulier);
    post("/beheer/onderwerpen/{id}", bewaar_onderwerp);
    get("/beheer/producten", producten_lijst);
    get("/beheer/producten/{id}", product_formulier);
    post("/beheer/producten/{id}", bewaar_product);
    get("/beheer/routering", routering);
    get("/beheer/routering/{id}", regel_formulier);
    post("/beheer/routering/{id}", bewaar_regel);
    post("/beheer/routering/{id}/weg", verwijder_regel);
    routes.post("/beheer/routering/{id}/omhoog",
                [&service](Request& request, Desk& desk) { return verplaats_regel(service, request, desk, Richting::omhoog); });
    routes.post("/beheer/routering/{id}/omlaag",
                [&service](Request& request, Desk& desk) { return verplaats_regel(service, request, desk, Richting::omlaag); });
    routes.get("/beheer/import", [&service](Request& request, Desk& desk) { return import_formulier(service, request, desk); });
    routes.post("/beheer/import/organisatie",
                [&service](Request& request, Desk& desk) { return importeer_organisatie(service, request, desk); });
    routes.post("/beheer/import/producten", [&service](Request& request, Desk& desk) { return importeer_producten(service, request, desk); });
}

void add_style_routes(http::Router& router, const OrganisatieService& service) {
    const http::RouteOptions open{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};
    router.get("/stijl/{naam}", [&service](Request& request) { return style_sheet(service, request); }, open);
    router.get("/stijl/{naam}/logo", [&service](Request& request) { return logo(service, request); }, open);
}

}  // namespace dichtbij::organisatie
