#include "dossier/dossier_desk.h"
#include "dossier/klantbeeld_render.h"
#include "html/parts.h"
#include "partij/scherm_desk.h"

namespace dichtbij::dossier {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr std::string_view good_news[] = {"partij.scherm.is_gecontroleerd", "partij.scherm.gewijzigd", "partij.scherm.overgenomen", "partij.scherm.gescheiden", "partij.accountmanager.bewaard"};

// What an act before this page has to say: "?melding=KEY", "?samengevoegd=ID".
Html message_of(const Request& request, const Desk& desk) {
    if (const auto dubbel = Id<Partij>::parse(request.query.get("samengevoegd")))
        return undo_bar(desk.t, {desk.t("dossier.samengevoegd"), "/personen/" + dubbel->text() + "/splits", desk.csrf,
                                 static_cast<int>(partij::ongedaan_zonder_reden.count())});
    const std::string key(request.query.get("melding"));
    if (!key.starts_with("partij.") || !desk.t.has(key)) return {};
    const bool is_good = std::find(std::begin(good_news), std::end(good_news), key) != std::end(good_news);
    return alert(is_good ? "check" : "alert-triangle", p(attr("role", is_good ? "status" : "alert"), desk.t(key)), is_good ? Tone::good : Tone::today);
}

Result<Klantvraag> vraag_in(const Request& request) {
    TRY(const auto id, partij::partij_in(request));
    return Klantvraag{id, partij::gesprek_in(request), std::string(request.query.get("kanaal").substr(0, klantcontact::kanaal_limit)),
                      plaats_from(request.query.get("voor"))};
}

Response show(const DossierSchermen& s, Request& request, Desk& desk, Nummers nummers) {
    const auto vraag = vraag_in(request);
    if (!vraag) return desk.fail(vraag.error());
    const auto seen = look(s, desk.caller, *vraag, desk.now);
    if (!seen) return desk.fail(seen.error());
    if (const auto* closed = std::get_if<partij::Afgeschermd>(&*seen))
        return desk.page(closed->naam, afgeschermd_page(desk, *closed, vraag->gesprek, {}));
    const auto& beeld = std::get<Klantbeeld>(*seen);
    const bool has_panel = vraag->gesprek && s.contact_panel;
    const Html left = join(message_of(request, desk), when(has_panel, [&] { return to_panel(desk.t, "contact"); }), klantbeeld_head(desk, beeld, nummers),
                           when(s.bereik && !beeld.is_beperkt(), [&] { return s.bereik(desk, beeld.beeld.partij.id); }),
                           loopt_section(desk, beeld), contacten_section(desk, beeld, *vraag), elders_section(desk, beeld), dubbelen_section(desk, beeld));
    const std::string title_ = aanspreeknaam(desk.t, beeld.gegevens());
    if (!has_panel) return desk.page(title_, left);
    return desk.page(title_, div(cls("desk-split"), div(left), s.contact_panel(request, desk, *vraag->gesprek)));
}

Response open(const DossierSchermen& s, Request& request, Desk& desk) {
    const auto id_ = partij::partij_in(request);
    if (!id_) return desk.fail(id_.error());
    const auto gesprek = partij::gesprek_in(request);
    const auto opened = s.partijen.open(desk.caller, *id_, std::string(request.form.get("reden")), gesprek);
    if (opened) return Response::redirect(partij::url_of(opened->partij.id, gesprek));
    if (opened.error().reason != Reason::invalid) return desk.fail(opened.error());
    const auto seen = s.partijen.read(desk.caller, *id_, gesprek);
    if (!seen) return desk.fail(seen.error());
    const auto* closed = std::get_if<partij::Afgeschermd>(&*seen);
    if (!closed) return Response::redirect(partij::url_of(*id_, gesprek));
    return desk.invalid_page(closed->naam, afgeschermd_page(desk, *closed, gesprek, opened.error().fields));
}

}  // namespace

void add_klantbeeld_routes(access::DeskRoutes& routes, const DossierSchermen& s) {
    routes.get("/personen/{id}", [s](Request& request, Desk& desk) { return show(s, request, desk, Nummers::verborgen); });
    routes.post("/personen/{id}/toon", [s](Request& request, Desk& desk) { return show(s, request, desk, Nummers::getoond); });
    routes.post("/personen/{id}/openen", [s](Request& request, Desk& desk) { return open(s, request, desk); });
}

}  // namespace dichtbij::dossier
