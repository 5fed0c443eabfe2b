// Who of us a company turns to.
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "partij/accountmanager_service.h"
#include "partij/scherm_desk.h"

#include <algorithm>

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

struct Blad {
    PartijId id;
    std::string naam;
    std::string nu;
    std::vector<Choice> collegas;
};

Result<Blad> look(const PartijSchermen& s, const Request& request, const Desk& desk) {
    TRY(const PartijId id, partij_in(request));
    TRY(const Inzage seen, s.partijen.read(desk.caller, id));
    const auto* beeld = std::get_if<PartijBeeld>(&seen);
    if (!beeld) return conflict("a warned partij is opened first", "partij.eerst_openen");
    if (soort(beeld->partij.gegevens) != SoortPartij::organisatie) return conflict("no company", "partij.accountmanager.geen_bedrijf");
    Blad blad{beeld->partij.id, volledige_naam(beeld->partij.gegevens), {}, {}};
    s.store.read([&](store::Tx& tx) {
        if (const auto now = accountmanager_van(tx, s.partijen, blad.id, desk.today())) blad.nu = now->medewerker.text();
        for (const auto& team : organisatie::teams_of_gemeente(tx, beeld->partij.gemeente))
            for (const auto& lid : organisatie::members(tx, team.id)) {
                const auto same = [&](const Choice& had) { return had.value == lid.id.text(); };
                if (std::none_of(blad.collegas.begin(), blad.collegas.end(), same)) blad.collegas.push_back({lid.id.text(), lid.naam, ""});
            }
    });
    std::sort(blad.collegas.begin(), blad.collegas.end(), [](const Choice& a, const Choice& b) { return a.label < b.label; });
    return blad;
}

Html content(const Desk& desk, const Blad& blad, const std::vector<FieldError>& errors) {
    const Texts& t = desk.t;
    const Form fields(t, errors);
    return join(fields.summary(), back_link(url_of(blad.id), blad.naam), page_head(t("partij.accountmanager.kop"), blad.naam), p(cls("prose"), t("partij.accountmanager.uitleg")),
                form(cls("form"), attr("method", "post"), action("/personen/" + blad.id.text() + "/accountmanager"), flag("novalidate"), csrf_field(desk.csrf),
                     fields.select({.name = "accountmanager", .label = t("partij.accountmanager.wie"), .value = blad.nu, .needed = Needed::no}, blad.collegas,
                                   t("partij.accountmanager.niemand")),
                     div(cls("row toolbar"), submit(t("partij.scherm.bewaar")), button_link(url_of(blad.id), t("formulier.annuleer")))));
}

Response show(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto blad = look(s, request, desk);
    return blad ? desk.page(desk.t("partij.accountmanager.kop"), content(desk, *blad, {})) : desk.fail(blad.error());
}

Response save(const PartijSchermen& s, Request& request, Desk& desk) {
    auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    const auto done = s.accountmanagers->set(desk.caller, blad->id, Id<dichtbij::Medewerker>::parse(request.form.get("accountmanager")));
    if (done) return Response::redirect(with_query(url_of(blad->id), "melding", "partij.accountmanager.bewaard"));
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return desk.invalid_page(desk.t("partij.accountmanager.kop"), content(desk, *blad, done.error().fields));
}

}  // namespace

void add_accountmanager_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    if (s.accountmanagers == nullptr) return;
    routes.get("/personen/{id}/accountmanager", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.post("/personen/{id}/accountmanager", [s](Request& request, Desk& desk) { return save(s, request, desk); });
}

}  // namespace dichtbij::partij
