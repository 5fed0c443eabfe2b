// How far a case is: what to do now, what was promised, what the law says, which steps are done.

#include <algorithm>

#include "html/dates.h"
#include "norm/explanation_render.h"
#include "zaak/zaak_blad_render.h"
#include "zaak/zaak_volgende_service.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

Html primary(const Desk& desk, const Zaakblad& blad, std::string_view paneel, std::string_view over = {}) {
    return a(cls("btn btn-primary"), href(paneel_url(blad.zaak().id, blad.tab, paneel, over)), desk.t("zaakpaneel." + std::string(paneel)));
}

std::string_view finishing(const Zaaktaak& taak) { return taak.soort == Taaksoort::vraag_aan_aanvrager && taak.gesteld_op ? "antwoord" : "taak_af"; }

Html knop_nu(const Desk& desk, const Zaakblad& blad, const Volgende& nu) {
    const std::string taak = nu.taak ? "taak=" + nu.taak->text() : "";
    switch (nu.wat) {
        case Nu_te_doen::archiefdatum: return primary(desk, blad, "archiefdatum");
        case Nu_te_doen::eigen_taak: {
            const auto* one = blad.taak(nu.taak->text());
            return one ? primary(desk, blad, finishing(one->beeld.taak), taak) : Html();
        }
        case Nu_te_doen::aanvaarden:
            return doe_knop(desk, url_van(blad.zaak().id, "/aanvaard"), {{"werkversie", std::to_string(blad.werk().versie)}, {"blad", woord(blad.tab)}},
                            button(cls("btn btn-primary"), type("submit"), desk.t("taak.knop.aanvaard")));
        case Nu_te_doen::belofte_voorbij: return primary(desk, blad, "verzet");
        case Nu_te_doen::besluiten_dwangsom: return primary(desk, blad, "besluit");
        case Nu_te_doen::antwoord_lezen:
            return a(cls("btn btn-primary"), href(url_van(blad.zaak().id, "?blad=taken&" + taak + "#taak-" + nu.taak->text())), desk.t("zaakblad.lees_antwoord"));
        case Nu_te_doen::wacht_op_aanvrager: return primary(desk, blad, "antwoord", taak);
        case Nu_te_doen::hervatten: return primary(desk, blad, "hervatten");
        case Nu_te_doen::bekendmaken: return primary(desk, blad, "bekendmaken", "besluit=" + nu.besluit->text());
        case Nu_te_doen::taken_afwachten: return a(cls("btn"), href(url_van(blad.zaak().id, "?blad=taken#taak-" + nu.taak->text())), desk.t("zaakblad.bekijk_taak"));
        case Nu_te_doen::volgende_status: return primary(desk, blad, "status");
        case Nu_te_doen::besluit_vastleggen: return primary(desk, blad, "besluit");
        case Nu_te_doen::sluiten: return primary(desk, blad, "sluiten");
        case Nu_te_doen::niets_gesloten:
        case Nu_te_doen::meekijken: break;
    }
    return {};
}

std::string zin_nu(const Desk& desk, const Zaakblad& blad, const Volgende& nu) {
    const Texts& t = desk.t;
    const std::string key = "zaakblad.nu." + woord(nu.wat);
    const auto* taak = nu.taak ? blad.taak(nu.taak->text()) : nullptr;
    if (nu.wat == Nu_te_doen::niets_gesloten) return t(key, resultaat_naam(t, blad.beeld.zaaktype, blad.zaak().resultaat));
    if (nu.wat == Nu_te_doen::meekijken) return t(key, blad.casemanager);
    if (nu.wat == Nu_te_doen::besluiten_dwangsom && desk.today() < blad.beeld.dwangsom->hoogstens.eerste_datum)
        return t(key + "_nog", long_day(t, blad.beeld.dwangsom->hoogstens.eerste_datum, desk.today()));
    if (nu.wat == Nu_te_doen::besluiten_dwangsom) return t(key, bedrag(t, blad.beeld.dwangsom->tot_nu.bedrag_cent));
    if (nu.wat == Nu_te_doen::volgende_status) return t(key, blad.volgende() ? zaaktype::in_taal(t, blad.volgende()->naam) : "");
    if (!taak) return t(key);
    const std::string day = short_day(t, taak->beeld.taak.uiterlijk_datum, desk.today());
    return t(key, taak->beeld.taak.naam, day, taak->eigenaar);
}

Html suspended(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    return each(blad.beeld.termijn->opschortingen, [&](const Opschorting& one) {
        const std::string until = one.tot             ? t("zaakblad.tot", full_date(t, *one.tot))
                                  : one.tot_uiterlijk ? t("zaakblad.tot_uiterlijk", full_date(t, *one.tot_uiterlijk))
                                                      : one.wachten_op;
        return li(strong(t("zaakgrond." + woord(one.grond))), ", ", full_date(t, one.van), " ", until,
                  when(!one.reden.empty(), [&] { return span(cls("soft"), ". ", one.reden); }));
    });
}

Html extended(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    return each(blad.beeld.termijn->verlengingen, [&](const Verlenging& one) {
        return li(strong(t("zaakverlenging." + woord(one.grond), termijn_tekst(t, one.aantal, one.eenheid))), ", ",
                  t("zaakblad.medegedeeld", full_date(t, one.medegedeeld_datum)), when(!one.reden.empty(), [&] { return span(cls("soft"), ". ", one.reden); }));
    });
}

Html wet(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    if (!blad.beeld.termijn) return p(cls("small soft"), t("zaakblad.geen_wet"));
    const TermijnBeeld& termijn = *blad.beeld.termijn;
    const auto& law = blad.beeld.zaaktype.wettelijke_termijn;
    const std::string last = formal_day(t, termijn.einde.datum);
    const std::string sentence = blad.zaak().opgeschort && termijn.verwacht ? t("zaakblad.wet_stil_verwacht", last, formal_day(t, *termijn.verwacht))
                                 : blad.zaak().opgeschort                   ? t("zaakblad.wet_stil", last)
                                                                            : t("zaakblad.wet", last);
    return div(p(icon("scale"), " ", sentence), details(summary(cls("small"), t("zaakblad.wet_uitleg")),
                                                        p(cls("small"), t("zaakblad.wet_termijn", termijn_tekst(t, law.aantal, law.eenheid),
                                                                          law.grondslag.empty() ? t("zaakblad.grondslag_onbekend") : law.grondslag)),
                                                        each(norm::in_words(t, termijn.einde.explanation), [](const std::string& line) { return p(cls("small"), line); }),
                                                        when(!termijn.opschortingen.empty() || !termijn.verlengingen.empty(),
                                                             [&] { return ul(cls("small stack-tight"), suspended(desk, blad), extended(desk, blad)); })));
}

Html dwangsom_line(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const auto& d = blad.beeld.dwangsom;
    if (!d) return {};
    return alert("alert-triangle",
                 join(p(strong(t("zaakblad.dwangsom", full_date(t, d->ingebrekestelling.ontvangen_datum)))),
                      p(t(d->loopt ? "zaakblad.dwangsom_loopt" : "zaakblad.dwangsom_klaar", bedrag(t, d->tot_nu.bedrag_cent), bedrag(t, d->hoogstens.bedrag_cent),
                          full_date(t, d->hoogstens.eerste_datum))),
                      details(summary(cls("small"), t("balie.hoe_berekend")),
                              each(norm::in_words(t, d->hoogstens.explanation), [](const std::string& line) { return p(cls("small"), line); }))),
                 d->loopt ? Tone::late : Tone::today);
}

Html norm_line(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    for (const auto& one : blad.klokken) {
        if (werk::is_of_law(one.klok) || one.klok.meet != norm::Meetmoment::volledig_antwoord) continue;
        return p(icon("clock"), " ", t("zaakblad.servicenorm", long_day(t, day_of(one.klok.uiterlijk_op), desk.today()), t("zaakblad.stand." + woord(one.stand))));
    }
    return {};
}

// What to say to the resident; of a promise that is over only what it was.
std::string belofte_woorden(const Desk& desk, const Zaakblad& blad) {
    const werk::Werk& w = blad.werk();
    const std::string day = long_day(desk.t, day_of(*w.beloofd_op), desk.today());
    if (!w.is_open() || *w.beloofd_op < desk.now) return desk.t("zaakblad.zeg.was", day);
    if (is_van_vraag(blad.zaak(), blad.toezeggingen)) return desk.t("zaakblad.zeg.hoort", day);
    return desk.t(vraagt_besluit(blad.beeld.zaaktype) && !is_decided(blad.beeld) ? "zaakblad.zeg.besluit" : "zaakblad.zeg.klaar", day);
}

}  // namespace

Html nu_te_doen_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Volgende nu = nu_te_doen(blad.beeld, desk.caller.medewerker, desk.now);
    const auto* status = blad.status();
    return section(cls("panel now"), attr("aria-labelledby", "h-nu"), h2(id("h-nu"), t("zaakblad.nu")),
                   div(cls("row"), p(zin_nu(desk, blad, nu)), span(cls("push"), knop_nu(desk, blad, nu))),
                   when(status && blad.zaak().is_open(), [&] { return p(cls("small soft"), t("zaakblad.inwoner_leest", zaaktype::in_taal(t, status->wij_doen))); }));
}

Html belofte_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const werk::Werk& w = blad.werk();
    const long moves = static_cast<long>(blad.toezeggingen.size()) - 1;
    std::vector<Html> why, history;
    for (const auto& klok : blad.klokken)
        if (!werk::is_of_law(klok.klok))
            for (const auto& line : norm::in_words(t, klok.berekening)) why.push_back(p(cls("small"), line));
    for (const auto& one : blad.toezeggingen)
        history.push_back(li(long_day(t, day_of(one.beloofd_op), desk.today()), " · ", t("belofte." + woord(one.stand)),
                             when(!one.reden.empty(), [&] { return span(cls("soft"), ". ", one.reden); })));
    const Html said = w.beloofd_op ? promise(t, day_of(*w.beloofd_op),
                                             join(belofte_woorden(desk, blad), span(cls("soft small"), moves > 0 ? t("taak.keer_verzet", moves) : t("taak.nooit_verzet"))))
                                   : p(cls("soft"), t("zaakblad.geen_belofte"));
    return section(cls("panel stack"), attr("aria-labelledby", "h-belofte"), h2(cls("sr"), id("h-belofte"), t("taak.belofte")), said,
                   when(moves > 0, [&] { return details(summary(cls("small"), t("taak.belofte_verloop")), ul(cls("list-plain small"), history)); }),
                   when(!why.empty(), [&] { return details(summary(cls("small"), t("balie.hoe_berekend")), why); }), norm_line(desk, blad), wet(desk, blad),
                   dwangsom_line(desk, blad));
}

Html stappen_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const auto& all = blad.beeld.zaaktype.statussen;
    const auto* now = blad.status();
    const std::size_t at = now ? static_cast<std::size_t>(now - all.data()) : all.size();
    const auto reached = [&](const std::string& code) -> const Statusregel* {
        for (auto one = blad.beeld.statussen.rbegin(); one != blad.beeld.statussen.rend(); ++one)
            if (one->status == code) return &*one;
        return nullptr;
    };
    std::size_t index = 0;
    const auto step = [&](const zaaktype::Statustype& one) {
        const std::size_t here = index++;
        const bool is_done = here < at ? now != nullptr : !blad.zaak().is_open();
        const bool is_now = !is_done && here == at;
        const Statusregel* line = is_done || is_now ? reached(one.code) : nullptr;
        const std::string state = is_done ? " (" + t("zaakblad.stap_klaar") + ")" : is_now ? " (" + t("zaakblad.stap_nu") + ")" : "";
        return li(cls(is_done  ? "done"
                      : is_now ? "now"
                               : "next"),
                  attr_if(is_now, "aria-current", "step"), span(cls("mark"), attr("aria-hidden", "true"), is_done ? icon("check") : text(std::to_string(here + 1))),
                  span(cls("name"), zaaktype::in_taal(t, one.naam), span(cls("sr"), state)),
                  when(line != nullptr, [&] { return span(cls("sub"), near_day(t, day_of(line->op), desk.today())); }));
    };
    return section(attr("aria-labelledby", "h-stappen"), h2(cls("sr"), id("h-stappen"), t("zaakblad.stappen")), ol(cls("steps-bar"), each(all, step)));
}

}  // namespace dichtbij::zaak
