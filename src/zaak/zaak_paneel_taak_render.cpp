// The forms about tasks inside a case.

#include "html/dates.h"
#include "zaak/zaak_paneel_render.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

constexpr days antwoord_na{14};

Html destination(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> to{{"medewerker", t("taak.naar.medewerker"), ""}, {"team", t("taak.naar.team"), ""}};
    if (bron.paneel.naam == "taak") to.insert(to.begin(), {"casemanager", t("zaaktaak.naar_casemanager", bron.blad.casemanager), ""});
    return join(
        bron.velden.radios({.name = "naar", .label = t("taak.naar"), .value = bron.typed("naar", "medewerker")}, to),
        div(attr("data-when", "naar=medewerker"),
            bron.velden.select({.name = "medewerker", .label = t("taak.collega"), .value = bron.typed("medewerker")}, bron.blad.collegas, t("taak.kies"))),
        div(attr("data-when", "naar=team"), bron.velden.select({.name = "team", .label = t("taak.team"), .value = bron.typed("team")}, bron.blad.teams, t("taak.kies"))));
}

Html new_task(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> kinds;
    for (const auto soort : {Taaksoort::intern_advies, Taaksoort::extern_advies, Taaksoort::akkoord, Taaksoort::verstuur_document})
        kinds.push_back({woord(soort), t("zaaktaak.soort." + woord(soort)), t("zaaktaak.soort_uitleg." + woord(soort))});
    return join(bron.velden.radios({.name = "soort", .label = t("zaakveld.soort"), .value = bron.typed("soort", "intern_advies")}, kinds),
                bron.regel("naam", taaknaam_limit), bron.tekst("toelichting", toelichting_limit, Needed::no), bron.dag("uiterlijk_datum", Needed::no), destination(bron));
}

Html ask(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const Taakblad* waiting = bron.blad.taak(bron.typed("taak"));
    return join(when(waiting != nullptr, [&] { return join(hidden("taak", waiting->beeld.taak.id.text()), p(strong(waiting->beeld.taak.naam))); }),
                bron.tekst("vraag", taaknaam_limit, Needed::yes, 2), bron.dag("antwoord_voor", Needed::yes, to_iso(bron.desk.today() + antwoord_na)),
                when(bron.blad.zaak().laatste_datum && bron.blad.beeld.zaaktype.opschorten,
                     [&] {
                         return bron.velden.radios(
                             {.name = "termijn", .label = t("zaakveld.termijn"), .value = bron.typed("termijn", "staat_stil")},
                             {{"staat_stil", t("zaaktaak.staat_stil"), t("zaaktaak.staat_stil_uitleg")}, {"loopt_door", t("zaaktaak.loopt_door"), ""}});
                     }),
                bron.belofte(), bron.woorden());
}

Html answer(const Paneelbron& bron, const Taakblad& one) {
    const Texts& t = bron.t();
    return join(hidden("taak", one.beeld.taak.id.text()), p(cls("quote"), one.beeld.taak.naam),
                bron.velden.radios({.name = "uitkomst", .label = t("zaakveld.beantwoord"), .value = bron.typed("uitkomst", "beantwoord")},
                                   {{"beantwoord", t("zaaktaak.wel_antwoord"), ""}, {"niet_beantwoord", t("zaaktaak.geen_antwoord"), ""}}),
                bron.tekst("antwoord", toelichting_limit, Needed::yes, 5), bron.dag("ontvangen_datum", Needed::no, to_iso(bron.desk.today())),
                when(bron.blad.zaak().opgeschort, [&] { return p(cls("small soft"), t("zaaktaak.loopt_weer")); }));
}

// What can be sent; or where a document is added first.
Html document_to_send(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> choices;
    for (const auto& regel : bron.blad.documenten) {
        document::Document visible = regel.document;
        visible.kenmerken.inwoner_mag_zien = true;
        if (mag_inwoner_zien(visible) && regel.versie.is_leesbaar()) choices.push_back({regel.document.id.text(), regel.document.kenmerken.titel, ""});
    }
    const Html add = p(cls("small"), a(href(paneel_url(bron.blad.zaak().id, Tabblad::documenten, "document")), icon("upload"), " ", t("zaakpaneel.document")));
    return div(cls("stack"), attr("data-when", "uitkomst=gedaan"),
               bron.velden.select({.name = "document", .label = t("zaaktaak.welk_document"), .value = bron.typed("document"), .hint = t("zaaktaak.welk_document_uitleg")}, choices,
                                  t("taak.kies")),
               add);
}

Html finish(const Paneelbron& bron, const Taakblad& one) {
    const Texts& t = bron.t();
    std::vector<Choice> outcomes;
    for (const auto uitkomst : {Taakuitkomst::gedaan, Taakuitkomst::positief, Taakuitkomst::negatief, Taakuitkomst::vervallen})
        if (kan_eindigen(one.beeld.taak.soort, uitkomst)) outcomes.push_back({woord(uitkomst), t("zaaktaak.uitkomst." + woord(uitkomst)), ""});
    if (outcomes.empty()) return {};
    return join(hidden("taak", one.beeld.taak.id.text()), p(strong(one.beeld.taak.naam)),
                when(!one.beeld.taak.toelichting.empty(), [&] { return p(cls("quote"), one.beeld.taak.toelichting); }),
                bron.velden.radios({.name = "uitkomst", .label = t("zaakveld.uitkomst"), .value = bron.typed("uitkomst", outcomes.front().value)}, outcomes),
                when(one.beeld.taak.soort == Taaksoort::verstuur_document, [&] { return document_to_send(bron); }), bron.tekst("antwoord", toelichting_limit, Needed::no, 5));
}

Html hand_on(const Paneelbron& bron, const Taakblad& one) {
    return join(hidden("taak", one.beeld.taak.id.text()), hidden("taakversie", std::to_string(one.beeld.werk.versie)), p(strong(one.beeld.taak.naam)), destination(bron),
                bron.tekst("reden", werk::reden_limit));
}

}  // namespace

Html taak_velden(const Paneelbron& bron) {
    if (bron.paneel.naam == "taak") return new_task(bron);
    if (bron.paneel.naam == "vraag") return ask(bron);
    const Taakblad* one = bron.blad.taak(bron.typed("taak"));
    if (!one || !one->beeld.taak.is_open()) return {};
    if (bron.paneel.naam == "antwoord") return answer(bron, *one);
    return bron.paneel.naam == "taak_af" ? finish(bron, *one) : hand_on(bron, *one);
}

}  // namespace dichtbij::zaak
