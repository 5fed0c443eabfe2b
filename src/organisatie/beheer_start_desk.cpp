#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

struct Ingang {
    std::string url;
    std::string icon_name;
    std::string key;  // "organisatie.beheer.teams", with ".uitleg" beside it
};

Html ingang(const Texts& t, const Ingang& to, const Html& more = {}) {
    return li(icon(to.icon_name), " ", a(cls("title"), href(to.url), t(to.key)), span(cls("hint"), t(to.key + ".uitleg")), more);
}

}  // namespace

Response beheer_start(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeenten = beheerde_gemeenten(service, desk.caller);
    if (gemeenten.empty()) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    std::size_t storingen = 0;
    for (const Gemeente& gemeente : gemeenten)
        if (const auto list = service.storingen(desk.caller, gemeente.id)) storingen += list->size();
    const Html broken = when(storingen > 0, [&] {
        return div(badge("alert-triangle", t("organisatie.storingen", storingen), Tone::late));
    });
    return desk.page(
        t("organisatie.beheer.kop"),
        join(page_head(t("organisatie.beheer.kop")), klaar_melding(desk, request),
             section_of({"h-gemeenten", t("organisatie.gemeenten"), {}, {}},
                        ul(cls("list-plain stack"), each(gemeenten, [&](const Gemeente& gemeente) {
                               const std::string url = "/beheer/gemeenten/" + gemeente.id.text();
                               return li(icon("building-community"), " ", a(cls("title"), href(url), gemeente.naam),
                                         span(cls("hint"), gemeente.telefoon, " · ", a(href(url + "/stijl"), t("organisatie.stijl.kop"))));
                           }))),
             section_of({"h-mensen", t("organisatie.beheer.mensen"), {}, {}},
                        ul(cls("list-plain stack"), ingang(t, {"/beheer/teams", "users", "organisatie.beheer.teams"}),
                           ingang(t, {"/beheer/medewerkers", "user", "organisatie.beheer.medewerkers"}),
                           ingang(t, {"/beheer/import", "upload", "organisatie.beheer.import"}))),
             section_of({"h-vragen", t("organisatie.beheer.vragen"), {}, {}},
                        ul(cls("list-plain stack"), ingang(t, {"/beheer/onderwerpen", "tags", "organisatie.beheer.onderwerpen"}),
                           ingang(t, {"/beheer/producten", "package", "organisatie.beheer.producten"}),
                           ingang(t, {"/beheer/zaaktypen", "folders", "organisatie.beheer.zaaktypen"}),
                           ingang(t, {"/beheer/routering", "route", "organisatie.beheer.routering"}, broken)))));
}

}  // namespace dichtbij::organisatie
