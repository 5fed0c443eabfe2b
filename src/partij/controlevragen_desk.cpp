// Which control questions a gemeente asks.
#include "base/text.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "partij/identificatie_render.h"
#include "partij/scherm_desk.h"

#include <algorithm>

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr int own_questions = 4;  // of the gemeente itself, in the form

std::vector<std::string> known_codes() {
    std::vector<std::string> codes;
    for (const auto& vraag : shipped_controlevragen().vragen) codes.push_back(vraag.code);
    codes.push_back("kvk_nummer");
    return codes;
}

bool is_known(const std::string& code) {
    const auto codes = known_codes();
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Result<GemeenteId> gemeente_in(const Request& request, const Desk& desk) {
    const auto typed = request.query.has("gemeente") ? request.query.get("gemeente") : request.form.get("gemeente");
    auto chosen = GemeenteId::parse(typed);
    for (const auto& id : access::scope_of(desk.caller).gemeenten)
        if (!chosen && access::has_role(desk.caller, id, {access::Rol::beheerder})) chosen = id;
    if (!chosen) return forbidden("beheerder of no gemeente");
    TRY_DONE(access::require_role(desk.caller, *chosen, {access::Rol::beheerder}));
    return *chosen;
}

Html page_of(const PartijSchermen& s, const Desk& desk, GemeenteId gemeente, const Controlevragen& chosen, std::vector<FieldError> errors) {
    const Texts& t = desk.t;
    const Form fields(t, std::move(errors));
    const std::string naam = s.store.read([&](store::Tx& tx) {
        const auto found = organisatie::gemeente(tx, gemeente);
        return found ? found->naam : std::string();
    });
    std::vector<Choice> choices;
    for (const auto& code : known_codes()) choices.push_back({code, t("controlevraag." + code)});
    std::vector<std::string> checked;
    std::vector<std::string> own;
    for (const auto& vraag : chosen.vragen) (is_known(vraag.code) ? checked : own).push_back(is_known(vraag.code) ? vraag.code : vraag.tekst);
    own.resize(std::max<std::size_t>(own.size(), own_questions));
    Html own_fields;
    for (std::size_t i = 0; i < own.size(); ++i)
        own_fields += fields.input({.name = "eigen." + std::to_string(i), .label = t("partij.scherm.eigen_vraag", i + 1), .value = own[i],
                                    .needed = Needed::no, .attributes = {attr("maxlength", "200")}});
    return join(fields.summary(), page_head(t("partij.scherm.controlevragen"), naam), p(t("partij.scherm.controlevragen_uitleg")),
                form(cls("stack"), attr("method", "post"), action("/beheer/controlevragen"), flag("novalidate"), csrf_field(desk.csrf),
                     hidden("gemeente", gemeente.text()), hidden("versie", std::to_string(chosen.versie)),
                     fields.checkboxes({.name = "vraag", .label = t("partij.scherm.welke_vragen")}, choices, checked), own_fields,
                     fields.input({.name = "aantal_goed", .label = t("partij.scherm.aantal_goed"), .value = std::to_string(chosen.aantal_goed),
                                   .hint = t("partij.scherm.aantal_goed_uitleg"), .attributes = {attr("inputmode", "numeric"), attr("maxlength", "2")}}),
                     div(cls("row toolbar"), submit(t("formulier.bewaar")))));
}

Response show(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto gemeente = gemeente_in(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    const auto chosen = s.partijen.controlevragen(desk.caller, *gemeente);
    if (!chosen) return desk.fail(chosen.error());
    const std::string_view done = request.query.get("gedaan");
    return desk.page(desk.t("partij.scherm.controlevragen"),
                     join(when(done == "ja", [&] { return alert("check", p(attr("role", "status"), desk.t("partij.scherm.gewijzigd")), Tone::good); }),
                          page_of(s, desk, *gemeente, *chosen, {})));
}

Response save(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto gemeente = gemeente_in(request, desk);
    if (!gemeente) return desk.fail(gemeente.error());
    Controlevragen chosen;
    chosen.versie = std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10);
    chosen.aantal_goed = static_cast<int>(std::strtol(std::string(request.form.get("aantal_goed").substr(0, 4)).c_str(), nullptr, 10));
    const auto next = [&] { return static_cast<int>(chosen.vragen.size()) + 1; };
    for (const auto code : request.form.all("vraag"))
        if (is_known(std::string(code))) chosen.vragen.push_back({std::string(code), next(), {}});
    for (int i = 0; i < own_questions * 3; ++i) {
        const std::string tekst = cleaned(request.form.get("eigen." + std::to_string(i)));
        if (!tekst.empty()) chosen.vragen.push_back({"eigen_" + std::to_string(i + 1), next(), tekst});
    }
    const auto done = s.partijen.choose_controlevragen(desk.caller, *gemeente, chosen);
    if (done) return Response::redirect("/beheer/controlevragen?gedaan=ja&gemeente=" + gemeente->text());
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return desk.invalid_page(desk.t("partij.scherm.controlevragen"), page_of(s, desk, *gemeente, chosen, done.error().fields));
}

}  // namespace

void add_controlevragen_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get("/beheer/controlevragen", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post("/beheer/controlevragen", [s](Request& request, Desk& desk) { return save(s, request, desk); });
}

}  // namespace dichtbij::partij
