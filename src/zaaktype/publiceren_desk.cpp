#include <algorithm>

#include "zaaktype/regels.h"
#include "zaaktype/invoer_desk.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using organisatie::posting;

// Where it is put right: team and owner on the page of the case type, all else in the draft.
std::string plek_van(const Versieblad& blad, const std::string& pad) {
    if (pad == "team" || pad == "proceseigenaar") return url_van(blad.versie.zaaktype, "#" + pad);
    return url_van(blad.versie.id, "#" + veld_van(pad));
}

Html lijst(const Texts& t, const Versieblad& blad, const std::vector<FieldError>& fouten) {
    return ul(cls("list-plain stack"), each(fouten, [&](const FieldError& fout) {
                  return li(icon("circle"), " ", a(href(plek_van(blad, fout.field)), pad_in_woorden(t, fout.field)), span(cls("hint"), t.fill(fout.key, fout.args)));
              }));
}

Html bevestigen(const Texts& t, const Versieblad& blad) {
    const auto paden = te_bevestigen(blad.inhoud);
    if (paden.empty()) return {};
    return section_of({"h-bevestigen", t("zaaktype.publiceer.bevestigen"), {}, {}},
                      join(p(cls("prose"), t("zaaktype.publiceer.bevestigen_uitleg")), ul(cls("list-plain stack"), each(paden, [&](const std::string& pad) {
                               return li(a(href(plek_van(blad, pad)), pad_in_woorden(t, pad)));
                           }))));
}

// What changes for new cases, against the last version that was published.
Html verandering(const Schermen& in, const Desk& desk, const Zaaktypeblad& zaaktype, const Versieblad& blad) {
    const Texts& t = desk.t;
    const auto before = std::find_if(zaaktype.versies.begin(), zaaktype.versies.end(), [](const Versie& v) { return v.status == Status::gepubliceerd; });
    if (before == zaaktype.versies.end()) return {};
    const auto found = in.zaaktypen.compare(desk.caller, before->id, blad.versie.id);
    if (!found) return {};
    const Html content = found->empty() ? p(t("zaaktype.vergelijk.gelijk_uitleg"))
                                        : verschillentabel(t, t("zaaktype.publiceer.verandering"), *found, t("zaaktype.scherm.versie", before->nummer),
                                                           t("zaaktype.scherm.versie", blad.versie.nummer));
    return section_of({"h-verandering", t("zaaktype.publiceer.verandering"), {}, {}}, content);
}

struct Ontwerp {
    Versieblad blad;
    Zaaktypeblad zaaktype;
    std::string naam;
};

// The draft that the address names, for who may change it.
Result<Ontwerp> gevraagd(const Schermen& in, const Request& request, const Desk& desk) {
    TRY(Versieblad blad, in.zaaktypen.versie(desk.caller, id_in<dichtbij::ZaaktypeVersie>(request)));
    if (!blad.mag_wijzigen) return forbidden("may not change this case type");
    if (blad.versie.status != Status::ontwerp) return conflict("published", "zaaktype.fout.geen_ontwerp");
    TRY(Zaaktypeblad zaaktype, in.zaaktypen.zaaktype(desk.caller, blad.versie.zaaktype));
    const std::string naam = in_taal(desk.t, blad.inhoud.naam).empty() ? blad.inhoud.code : in_taal(desk.t, blad.inhoud.naam);
    return Ontwerp{std::move(blad), std::move(zaaktype), naam};
}

Response show(const Schermen& in, Request& request, Desk& desk, const Html& boven, int status) {
    const Texts& t = desk.t;
    const auto ontwerp = gevraagd(in, request, desk);
    if (!ontwerp) return desk.fail(ontwerp.error());
    const Versieblad& blad = ontwerp->blad;
    const auto fouten = in.zaaktypen.ontbrekend(desk.caller, blad.versie.id);
    if (!fouten) return desk.fail(fouten.error());
    const Html list = fouten->empty() ? alert("circle-check", p(t("zaaktype.publiceer.klaar")), Tone::good)
                                      : join(p(t("zaaktype.publiceer.ontbreekt", fouten->size())), lijst(t, blad, *fouten));
    return desk.page({t("zaaktype.publiceer.kop", ontwerp->naam), status != 200},
                     join(back_link(url_van(blad.versie.id), t("zaaktype.ontwerp.kop", ontwerp->naam)),
                          page_head(t("zaaktype.publiceer.kop", ontwerp->naam), t("zaaktype.scherm.versie", blad.versie.nummer),
                                    button_link(url_van(blad.versie.id, "/voorbeeld"), t("zaaktype.voorbeeld.kop"), "eye")),
                          boven, section_of({"h-lijst", t("zaaktype.publiceer.lijst"), {}, {}}, list), bevestigen(t, blad), verandering(in, desk, ontwerp->zaaktype, blad),
                          when(fouten->empty(), [&] {
                              return section(cls("section"), p(cls("prose"), t("zaaktype.publiceer.uitleg")),
                                             posting(desk, url_van(blad.versie.id, "/publiceren"), hidden("versie", std::to_string(blad.versie.revisie)),
                                                     div(cls("row"), submit(t("zaaktype.publiceer.knop")))));
                          })),
                     status);
}

}  // namespace

Response publiceer_vraag(const Schermen& in, Request& request, Desk& desk) { return show(in, request, desk, {}, 200); }

Response publiceer(const Schermen& in, Request& request, Desk& desk) {
    const auto ontwerp = gevraagd(in, request, desk);
    if (!ontwerp) return desk.fail(ontwerp.error());
    const auto done = in.zaaktypen.publish(desk.caller, ontwerp->blad.versie.id, organisatie::versie_of(request));
    if (done) return gedaan(url_van(ontwerp->blad.versie.zaaktype), "gepubliceerd");
    if (organisatie::is_stale(done.error())) return show(in, request, desk, organisatie::bezwaar(desk.t, done.error()), 409);
    return done.error().reason == Reason::invalid ? show(in, request, desk, {}, 422) : desk.fail(done.error());
}

Response weggooi_vraag(const Schermen& in, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto ontwerp = gevraagd(in, request, desk);
    if (!ontwerp) return desk.fail(ontwerp.error());
    const bool is_only = ontwerp->zaaktype.versies.size() == 1;
    const Versie& versie = ontwerp->blad.versie;
    return desk.page(t("zaaktype.weg.titel", ontwerp->naam),
                     join(back_link(url_van(versie.id), t("zaaktype.ontwerp.kop", ontwerp->naam)), page_head(t("zaaktype.weg.titel", ontwerp->naam)),
                          p(cls("prose"), t(is_only ? "zaaktype.weg.uitleg_eerste" : "zaaktype.weg.uitleg")),
                          posting(desk, url_van(versie.id, "/weg"), hidden("versie", std::to_string(versie.revisie)),
                                  div(cls("row"), button(cls("btn btn-late"), type("submit"), t("zaaktype.weg.knop")), button_link(url_van(versie.id), t("formulier.annuleer"))))));
}

Response gooi_weg(const Schermen& in, Request& request, Desk& desk) {
    const auto ontwerp = gevraagd(in, request, desk);
    if (!ontwerp) return desk.fail(ontwerp.error());
    const auto done = in.zaaktypen.withdraw_ontwerp(desk.caller, ontwerp->blad.versie.id, organisatie::versie_of(request));
    if (!done) return desk.fail(done.error());
    const bool is_gone = ontwerp->zaaktype.versies.size() == 1;
    return gedaan(is_gone ? std::string(lijst_url) + "?gemeente=" + ontwerp->blad.gemeente.text() : url_van(ontwerp->blad.versie.zaaktype), "weggegooid");
}

}  // namespace dichtbij::zaaktype
