// The forms about the course of a case: its steps, its end, who handles it.

#include "html/dates.h"
#include "zaak/zaak_paneel_render.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

Html next_step(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const auto* next = bron.blad.volgende();
    if (!next || next->eind) return p(t("zaakpaneel.geen_volgende"));
    std::vector<Html> tasks;
    for (const auto& one : bron.blad.beeld.zaaktype.taken)
        if (one.bij_status == next->code) tasks.push_back(li(one.naam, " ", span(cls("soft"), termijn_tekst(t, one.werkdagen, zaaktype::Termijneenheid::dagen))));
    return join(hidden("status", next->code), p(t("zaakpaneel.wordt"), " ", strong(zaaktype::in_taal(t, next->naam))),
                p(cls("quote"), zaaktype::in_taal(t, next->wij_doen)), when(!tasks.empty(), [&] { return join(p(t("zaakpaneel.deze_taken")), ul(tasks)); }),
                bron.tekst("toelichting", toelichting_limit, Needed::no));
}

Html step_back(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> earlier;
    for (const auto& one : bron.blad.beeld.zaaktype.statussen) {
        if (one.code == bron.blad.zaak().status) break;
        earlier.push_back({one.code, zaaktype::in_taal(t, one.naam), ""});
    }
    if (earlier.empty()) return p(t("zaakpaneel.geen_eerdere"));
    return join(bron.velden.radios({.name = "status", .label = t("zaakveld.terug_naar"), .value = bron.typed("status", earlier.back().value)}, earlier),
                bron.tekst("toelichting", toelichting_limit));
}

std::vector<Choice> results(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> all;
    for (const auto& one : bron.blad.beeld.zaaktype.resultaten) {
        const std::string keep = one.archief.nominatie == zaaktype::Nominatie::blijvend_bewaren
                                     ? t("zaakpaneel.blijft_bewaard")
                                     : t("zaakpaneel.bewaar_jaren", one.archief.jaren, t("zaakafleiding." + woord(one.archief.afleiding)));
        all.push_back({one.code, zaaktype::in_taal(t, one.naam), keep});
    }
    return all;
}

Html close_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const auto open_tasks = std::count_if(bron.blad.taken.begin(), bron.blad.taken.end(), [](const Taakblad& one) { return one.beeld.taak.is_open(); });
    return join(when(open_tasks > 0, [&] { return alert("list-check", p(t("zaakpaneel.taken_vervallen", open_tasks)), Tone::today); }),
                bron.velden.radios({.name = "resultaat", .label = t("zaakveld.resultaat"), .value = bron.typed("resultaat")}, results(bron)),
                bron.tekst("toelichting", toelichting_limit, Needed::no), bron.tekst("ontbreekt_omdat", reden_limit, Needed::no, 2), bron.woorden());
}

Html withdrawn_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    return join(bron.velden.select({.name = "resultaat", .label = t("zaakveld.resultaat"), .value = bron.typed("resultaat"), .needed = Needed::no}, results(bron),
                                   t("zaakpaneel.resultaat_ingetrokken")),
                bron.tekst("reden", reden_limit, Needed::no), bron.woorden());
}

Html hand_on_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    return join(
        bron.velden.radios({.name = "naar", .label = t("taak.naar"), .value = bron.typed("naar", "medewerker")},
                           {{"medewerker", t("taak.naar.medewerker"), ""}, {"team", t("taak.naar.team"), ""}}),
        div(attr("data-when", "naar=medewerker"),
            bron.velden.select({.name = "medewerker", .label = t("taak.collega"), .value = bron.typed("medewerker")}, bron.blad.collegas, t("taak.kies"))),
        div(attr("data-when", "naar=team"), bron.velden.select({.name = "team", .label = t("taak.team"), .value = bron.typed("team")}, bron.blad.teams, t("taak.kies"))),
        bron.tekst("reden", werk::reden_limit));
}

}  // namespace

Html leven_velden(const Paneelbron& bron) {
    const std::string& naam = bron.paneel.naam;
    if (naam == "status") return next_step(bron);
    if (naam == "terug") return step_back(bron);
    if (naam == "sluiten") return close_fields(bron);
    if (naam == "ingetrokken") return withdrawn_fields(bron);
    if (naam == "heropenen") return join(bron.tekst("reden", reden_limit), bron.woorden());
    if (naam == "archiefdatum") return join(p(cls("small"), bron.t()("zaakpaneel.archief_uitleg")), bron.dag("archiefactiedatum"), bron.tekst("reden", reden_limit));
    return hand_on_fields(bron);
}

}  // namespace dichtbij::zaak
