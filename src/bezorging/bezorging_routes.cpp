#include "bezorging/bezorging_routes.h"

namespace dichtbij::bezorging {

void add_routes(access::DeskRoutes& routes, const BezorgSchermen& s) {
    routes.post("/personen/{id}/mailadres", [s](http::Request& request, access::Desk& desk) {
        const auto partij = Id<Partij>::parse(request.param("id"));
        if (!partij) return desk.fail({Reason::not_found, "partij id", {}, {}});
        const auto done = s.bezorgen.adres_weer_open(desk.caller, *partij, request.form.get("adres"));
        return done ? http::Response::redirect("/personen/" + partij->text()) : desk.fail(done.error());
    });
}

}  // namespace dichtbij::bezorging
