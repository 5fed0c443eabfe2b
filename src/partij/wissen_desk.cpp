// Erasing a person: by a beheerder, with the ground and the reason of the decision.
#include "html/form.h"
#include "html/parts.h"
#include "partij/scherm_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

std::vector<Choice> grounds(const Texts& t) {
    std::vector<Choice> list;
    for (const Wisgrond one : {Wisgrond::verzoek, Wisgrond::toestemming_ingetrokken, Wisgrond::onrechtmatig, Wisgrond::bewaartermijn}) {
        const std::string code = boost::describe::enum_to_string(one, "");
        list.push_back({code, t("partij.wisgrond." + code)});
    }
    return list;
}

// Who may not erase sees no form either.
Result<PartijBeeld> to_erase(const PartijSchermen& s, const Request& request, const Desk& desk) {
    TRY(const PartijId id, partij_in(request));
    TRY(Inzage seen, s.partijen.read(desk.caller, id));
    auto* beeld = std::get_if<PartijBeeld>(&seen);
    const GemeenteId gemeente = beeld ? beeld->partij.gemeente : std::get<Afgeschermd>(seen).gemeente;
    TRY_DONE(access::require_role(desk.caller, gemeente, {access::Rol::beheerder}));
    if (!beeld) return conflict("a warned partij is opened first", "partij.eerst_openen");
    return std::move(*beeld);
}

Html page_of(const Desk& desk, const PartijBeeld& beeld, const Form& fields, const Wissen& typed) {
    const Texts& t = desk.t;
    const std::string url = url_of(beeld.partij.id);
    const std::string naam = volledige_naam(beeld.partij.gegevens);
    return join(fields.summary(), back_link(url, naam), page_head(t("partij.scherm.wis_titel", naam)),
                alert("alert-triangle", join(p(t("partij.scherm.wis_uitleg")), p(t("partij.scherm.wis_blijft")),
                                             when(!beeld.dubbelen.empty(), [&] { return p(t("partij.scherm.wis_dubbelen", beeld.dubbelen.size())); })),
                      Tone::late),
                p(a(href(url + "/inzage.json"), t("partij.scherm.eerst_inzage"))),
                form(cls("stack"), attr("method", "post"), action(url + "/wissen"), flag("novalidate"), csrf_field(desk.csrf),
                     fields.radios({.name = "grond", .label = t("partij.scherm.wis_grond"), .value = boost::describe::enum_to_string(typed.grond, "")}, grounds(t)),
                     fields.textarea({.name = "reden", .label = t("partij.scherm.wis_reden"), .value = typed.reden, .hint = t("partij.scherm.wis_reden_uitleg"),
                                      .attributes = {attr("maxlength", std::to_string(reden_max_characters))}}),
                     fields.checkbox({.name = "zeker", .label = t("partij.scherm.wis_zeker", naam)}, false),
                     div(cls("row toolbar"), submit(t("partij.scherm.wis")), button_link(url, t("formulier.annuleer")))));
}

Response show(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto beeld = to_erase(s, request, desk);
    if (!beeld) return desk.fail(beeld.error());
    return desk.page(desk.t("partij.scherm.wis"), page_of(desk, *beeld, Form(desk.t), {beeld->partij.id, Wisgrond::verzoek, {}}));
}

Response erase(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto beeld = to_erase(s, request, desk);
    if (!beeld) return desk.fail(beeld.error());
    Wissen wens{beeld->partij.id, Wisgrond::verzoek, std::string(request.form.get("reden"))};
    const bool has_ground = boost::describe::enum_from_string(std::string(request.form.get("grond")).c_str(), wens.grond);
    std::vector<FieldError> errors;
    if (!has_ground) errors.push_back({"grond", "fout.veld.verplicht", {}});
    if (wens.reden.empty()) errors.push_back({"reden", "fout.veld.verplicht", {}});
    if (request.form.get("zeker") != "ja") errors.push_back({"zeker", "partij.scherm.wis_niet_zeker", {}});
    if (errors.empty()) {
        const auto done = s.partijen.wis(desk.caller, wens);
        if (done) return Response::redirect("/zoeken?gedaan=partij.scherm.gewist");
        if (done.error().reason != Reason::invalid) return desk.fail(done.error());
        errors = done.error().fields;
    }
    return desk.invalid_page(desk.t("partij.scherm.wis"), page_of(desk, *beeld, Form(desk.t, std::move(errors)), wens));
}

}  // namespace

void add_wissen_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get("/personen/{id}/wissen", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post("/personen/{id}/wissen", [s](Request& request, Desk& desk) { return erase(s, request, desk); });
}

}  // namespace dichtbij::partij
