// Making sure who is on the line.
#include "html/form.h"
#include "html/parts.h"
#include "partij/identificatie_render.h"
#include "partij/scherm_desk.h"

#include <boost/describe/enum_from_string.hpp>

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

template <class E>
E read_enum(std::string_view text, E otherwise) {
    E value{};
    return boost::describe::enum_from_string(std::string(text).c_str(), value) ? value : otherwise;
}

Failure no_gesprek() { return {Reason::invalid, "identification without a gesprek", "partij.scherm.geen_gesprek", {}}; }

Response show(const PartijSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto id = partij_in(request);
    if (!id) return desk.fail(id.error());
    const auto gesprek = gesprek_in(request);
    if (!gesprek) return desk.fail(no_gesprek());
    const auto seen = s.partijen.read(desk.caller, *id, gesprek);
    if (!seen) return desk.fail(seen.error());
    const auto* beeld = std::get_if<PartijBeeld>(&*seen);
    if (!beeld) return Response::redirect(url_of(*id, gesprek));
    const auto chosen = s.partijen.controlevragen(desk.caller, beeld->partij.gemeente);
    if (!chosen) return desk.fail(chosen.error());
    const std::string naam = volledige_naam(beeld->partij.gegevens);
    const std::string heading = t("partij.scherm.wie_spreek_je");
    return desk.page(heading, join(back_link(url_of(*id, gesprek), naam), page_head(heading, naam),
                                   div(cls("panel"), identificatie_form(t, desk.csrf, {beeld->partij.id, *gesprek, terug_in(request)}, *chosen))));
}

std::vector<Antwoord> answers_in(const Request& request) {
    constexpr std::string_view given = "antwoord.";
    constexpr std::string_view judged = "oordeel.";
    std::vector<Antwoord> list;
    for (const auto& [field, typed] : request.form) {
        if (field.starts_with(given) && !typed.empty()) list.push_back({field.substr(given.size()), typed.substr(0, 200), Oordeel::overgeslagen});
        if (field.starts_with(judged)) list.push_back({field.substr(judged.size()), {}, read_enum(typed, Oordeel::overgeslagen)});
    }
    return list;
}

Response identify(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto id = partij_in(request);
    if (!id) return desk.fail(id.error());
    const auto gesprek = gesprek_in(request);
    if (!gesprek) return desk.fail(no_gesprek());
    const auto done = s.partijen.identify(desk.caller, {*id, *gesprek, read_enum(request.form.get("methode"), Methode::controlevragen), answers_in(request)});
    const std::string terug = terug_in(request);
    const std::string back = terug.empty() ? url_of(*id, gesprek) : terug;
    if (done) return Response::redirect(with_query(back, "melding", *done ? "partij.scherm.is_gecontroleerd" : "partij.scherm.controle_mislukt"));
    if (done.error().reason == Reason::conflict) return Response::redirect(with_query(back, "melding", done.error().key));
    return desk.fail(done.error());
}

}  // namespace

void add_identificatie_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get("/personen/{id}/identificatie", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post("/personen/{id}/identificatie", [s](Request& request, Desk& desk) { return identify(s, request, desk); });
}

}  // namespace dichtbij::partij
