// The tabs of a case about the work in it: tasks, decisions, documents.

#include <algorithm>

#include "document/document_render.h"
#include "html/dates.h"
#include "norm/explanation_render.h"
#include "zaak/zaak_blad_render.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

Html task_badge(const Desk& desk, const Taakblad& one) {
    const Texts& t = desk.t;
    const Zaaktaak& taak = one.beeld.taak;
    if (taak.uitkomst)
        return badge(*taak.uitkomst == Taakuitkomst::negatief ? "x" : "check", t("zaaktaak.uitkomst." + woord(*taak.uitkomst)),
                     *taak.uitkomst == Taakuitkomst::negatief ? Tone::late : Tone::good);
    if (taak.uiterlijk_datum < desk.today()) return badge("alert-triangle", t("zaaktaak.te_laat", short_day(t, taak.uiterlijk_datum, desk.today())), Tone::late);
    const bool is_today = taak.uiterlijk_datum == desk.today();
    return badge("calendar", is_today ? t("zaaktaak.vandaag") : short_day(t, taak.uiterlijk_datum, desk.today()), is_today ? Tone::today : Tone::plain);
}

Html task_buttons(const Desk& desk, const Zaakblad& blad, const Taakblad& one) {
    const Texts& t = desk.t;
    const Zaaktaak& taak = one.beeld.taak;
    const std::string about = "taak=" + taak.id.text();
    if (!taak.is_open() || !(one.mag || blad.beeld.mag_handelen)) return {};
    const bool is_question = taak.soort == Taaksoort::vraag_aan_aanvrager;
    return div(cls("row below"),
               when(one.mag && !one.beeld.werk.aanvaard_op,
                    [&] {
                        return doe_knop(desk, "/zaaktaken/" + taak.id.text() + "/aanvaard", {{"werkversie", std::to_string(one.beeld.werk.versie)}},
                                        button(cls("btn btn-small"), type("submit"), icon("hand-finger"), t("taak.knop.aanvaard"), span(cls("sr"), " " + taak.naam)));
                    }),
               when(is_question && !taak.gesteld_op && blad.beeld.mag_handelen, [&] { return paneel_knop(desk, blad, "vraag", about); }),
               when(is_question && taak.gesteld_op, [&] { return paneel_knop(desk, blad, "antwoord", about); }),
               when(taak.soort == Taaksoort::extern_advies, [&] { return button_link(url_van(taak.zaak, "/advies/nieuw?" + about), t("advies.nieuw"), "send"); }),
               when(!is_question && one.mag, [&] { return paneel_knop(desk, blad, "taak_af", about); }),
               when(one.mag, [&] { return paneel_knop(desk, blad, "taak_door", about); }));
}

Html task_item(const Desk& desk, const Zaakblad& blad, const Taakblad& one, std::string_view opened) {
    const Texts& t = desk.t;
    const Zaaktaak& taak = one.beeld.taak;
    const bool waits = taak.is_open() && !one.beeld.werk.aanvaard_op;
    return li(cls(taak.id.text() == opened ? "panel task opened" : "panel task"), id("taak-" + taak.id.text()),
              div(cls("row"), h3(taak.naam), task_badge(desk, one), when(waits, [&] { return badge("hand-stop", t("werk.niet_aanvaard")); })),
              p(cls("small soft"), t("zaaktaak.soort." + woord(taak.soort)), " · ", one.eigenaar, ", ", one.team, " · ", taak.nummer,
                when(taak.gesteld_op.has_value(), [&] { return text(" · " + t("zaaktaak.gesteld", near_day(t, day_of(*taak.gesteld_op), desk.today()))); })),
              when(!taak.toelichting.empty(), [&] { return p(taak.toelichting); }), when(!taak.antwoord.empty(), [&] { return p(cls("quote"), taak.antwoord); }),
              when(taak.afgerond_op.has_value(),
                   [&] {
                       const std::string who = taak.afgerond_door                             ? blad.naam_van(taak.afgerond_door)
                                               : taak.soort == Taaksoort::vraag_aan_aanvrager ? blad.naam_van(blad.aanvrager)
                                               : taak.soort == Taaksoort::extern_advies       ? t("advies.van_buiten")
                                                                                              : "Dichtbij";
                       return p(cls("small soft"), moment(t, *taak.afgerond_op, desk.now), " · ", who);
                   }),
              task_buttons(desk, blad, one));
}

Html decision_item(const Desk& desk, const Zaakblad& blad, const BesluitBeeld& one) {
    const Texts& t = desk.t;
    const Besluit& b = one.besluit;
    const std::string about = "besluit=" + b.id.text();
    const Html state = !b.geldt()          ? badge("x", t("zaakbesluit.ingetrokken"), Tone::late)
                       : b.verzonden_datum ? badge("send", t("zaakbesluit.bekend", short_day(t, *b.verzonden_datum, desk.today())), Tone::good)
                                           : badge("clock", t("zaakbesluit.nog_niet_bekend"), Tone::today);
    const Html objection = b.reactie_datum && b.geldt()
                               ? join(p(strong(t("zaakbesluit.tot_en_met." + woord(b.rechtsmiddel), formal_day(t, *b.reactie_datum)))),
                                      details(summary(cls("small"), t("balie.hoe_berekend")),
                                              each(norm::in_words(t, one.bezwaartermijn), [](const std::string& line) { return p(cls("small"), line); })))
                               : Html();
    return li(cls("panel task"), id("besluit-" + b.id.text()), div(cls("row"), h3(b.omschrijving), state), p(cls("quote"), b.toelichting),
              facts({{t("zaakbesluit.datum"), text(full_date(t, b.datum))},
                     {t("zaakbesluit.ingang"), b.ingang_datum ? text(full_date(t, *b.ingang_datum)) : Html()},
                     {t("zaakbesluit.verval"), b.verval_datum ? text(full_date(t, *b.verval_datum)) : Html()},
                     {t("zaakbesluit.door"), text(blad.naam_van(b.door))}}),
              objection, when(!b.geldt(), [&] { return p(t("zaakbesluit.ingetrokken_op", full_date(t, *b.ingetrokken_datum)), " ", b.intrekkingsreden); }),
              when(blad.beeld.mag_handelen && b.geldt(), [&] {
                  return div(cls("row below"), when(!b.verzonden_datum, [&] { return paneel_knop(desk, blad, "bekendmaken", about); }),
                             paneel_knop(desk, blad, "besluit_intrekken", about));
              }));
}

// What the case type wants to see, and whether it is there.
Html required_documents(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    std::vector<Html> missing;
    for (const auto* one : blad.ontbrekend({zaaktype::Verplichtbij::aanvraag, zaaktype::Verplichtbij::besluit}))
        missing.push_back(li(strong(zaaktype::in_taal(t, one->naam)), ", ", t("zaakdocument.nodig_bij." + woord(one->verplicht_bij))));
    if (missing.empty()) return {};
    return alert("file-alert", join(p(strong(t("zaakdocument.ontbreekt"))), ul(missing)), Tone::today);
}

}  // namespace

Html taken_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const std::string opened(desk.request.query.get("taak"));
    const Html links = when(blad.beeld.mag_handelen && blad.zaak().is_open(), [&] {
        return join(a(href(paneel_url(blad.zaak().id, blad.tab, "taak")), icon("list-check"), " ", t("zaakpaneel.taak")), " · ",
                    a(href(paneel_url(blad.zaak().id, blad.tab, "vraag")), icon("message-question"), " ", t("zaakpaneel.vraag")), " · ",
                    a(href(url_van(blad.zaak().id, "/advies")), icon("send"), " ", t("advies.titel")));
    });
    std::vector<const Taakblad*> all;
    for (const Taakblad& one : blad.taken) all.push_back(&one);
    // What is open first, what is due first; then what ended, the last first.
    std::stable_sort(all.begin(), all.end(), [](const Taakblad* a_, const Taakblad* b_) {
        const Zaaktaak& x = a_->beeld.taak;
        const Zaaktaak& y = b_->beeld.taak;
        if (x.is_open() != y.is_open()) return x.is_open();
        return x.is_open() ? x.uiterlijk_datum < y.uiterlijk_datum : x.afgerond_op > y.afgerond_op;
    });
    return section_of({"h-taken", t("zaakblad.tab.taken"), "", links},
                      all.empty() ? empty_state(t("zaaktaak.geen"), t("zaaktaak.geen_uitleg"))
                                  : ul(cls("list-plain stack"), each(all, [&](const Taakblad* one) { return task_item(desk, blad, *one, opened); })));
}

Html besluiten_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Html link = when(blad.beeld.mag_handelen && blad.zaak().is_open(),
                           [&] { return a(href(paneel_url(blad.zaak().id, blad.tab, "besluit")), icon("gavel"), " ", t("zaakpaneel.besluit")); });
    return section_of({"h-besluiten", t("zaakblad.tab.besluiten"), "", link},
                      blad.beeld.besluiten.empty()
                          ? empty_state(t("zaakbesluit.geen"), t("zaakbesluit.geen_uitleg"), "gavel")
                          : ul(cls("list-plain stack"), each(blad.beeld.besluiten, [&](const BesluitBeeld& one) { return decision_item(desk, blad, one); })));
}

Html documenten_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Id<dichtbij::Zaak> zaak = blad.zaak().id;
    document::Lijstweergave weergave;
    weergave.kop = t("zaakblad.tab.documenten");
    weergave.leeg = t("zaakdocument.geen");
    weergave.blad = [zaak](const document::Documentregel& regel) { return url_van(zaak, "/documenten/" + regel.document.id.text()); };
    weergave.openen = [zaak](const document::Documentregel& regel) { return url_van(zaak, "/bestanden/" + regel.versie.id.text()); };
    weergave.downloaden = [zaak](const document::Documentregel& regel) { return url_van(zaak, "/bestanden/" + regel.versie.id.text() + "?opslaan=ja"); };
    weergave.wie = [&](const document::Versie& versie) { return versie.door_partij ? blad.naam_van(versie.door_partij) : blad.naam_van(versie.door); };
    weergave.documenttype = [&](std::string_view code) {
        for (const auto& one : blad.beeld.zaaktype.documenttypen)
            if (one.code == code) return zaaktype::in_taal(t, one.naam);
        return std::string(code);
    };
    const Html link = a(href(paneel_url(zaak, blad.tab, "document")), icon("upload"), " ", t("zaakpaneel.document"));
    return section_of({"h-documenten", t("zaakblad.tab.documenten"), "", link},
                      join(when(blad.zaak().is_open(), [&] { return required_documents(desk, blad); }), document::document_list(t, blad.documenten, weergave, desk.now)));
}

}  // namespace dichtbij::zaak
