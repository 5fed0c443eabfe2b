#include "zaak/volgen_delen_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "bericht/bericht.h"
#include "html/dates.h"
#include "html/parts.h"
#include "zaak/volgen_render.h"
#include "zaak/zaak_woorden_render.h"

namespace dichtbij::zaak {

using namespace html;

namespace {

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

std::string day_words(const Texts& t, const Volgbelofte& one, Day today) {
    const std::string day = long_day(t, one.datum, today);
    return one.voor_op ? t("zaakportaal.belofte.voor", day, time_of_day(t, *one.voor_op)) : day;
}

Html law(const Texts& t, const Volgbeeld& beeld, Day today) {
    Html words;
    if (beeld.stil) {
        words += p(t("zaakportaal.stil." + code_of(beeld.stil->grond)) + " " + t("zaakportaal.stil.sinds", long_day(t, beeld.stil->van, today)));
        if (beeld.stil->tot_uiterlijk) words += p(cls("soft"), t("zaakportaal.stil.tot", long_day(t, *beeld.stil->tot_uiterlijk, today)));
    }
    for (const Volgverlenging& one : beeld.verlengingen)
        words += p(cls("soft"), t("zaakportaal.verlengd." + code_of(one.grond), long_day(t, one.medegedeeld, today), termijn_tekst(t, one.aantal, one.eenheid)));
    if (beeld.laatste_datum) words += p(cls("soft"), t(beeld.stil ? "zaakportaal.wet.verwacht" : "zaakportaal.wet.laatste", long_day(t, *beeld.laatste_datum, today)));
    return words;
}

// That his notice of default came in, and what follows from it.
Html penalty(const Texts& t, const Volgbeeld& beeld, Day today) {
    if (!beeld.ingebreke) return {};
    const Volgingebrekestelling& one = *beeld.ingebreke;
    const std::string received = t("zaakportaal.ingebreke.ontvangen", long_day(t, one.ontvangen, today));
    const std::string from = long_day(t, one.dwangsom_vanaf, today);
    const std::string amount = bedrag(t, one.bedrag_cent);
    if (one.loopt) return p(received, " ", one.bedrag_cent > 0 ? t("zaakportaal.ingebreke.loopt", from, amount) : t("zaakportaal.ingebreke.wacht", from));
    return p(received, " ", one.bedrag_cent > 0 ? t("zaakportaal.ingebreke.bedrag", amount) : t("zaakportaal.ingebreke.op_tijd"));
}

Html ended(const Texts& t, const Volgbeeld& beeld, Day today) {
    const Day day = beeld.klaar.value_or(today);
    return div(cls("promise promise-big"), leaf(t, day),
               div(p(cls("date"), t("zaakportaal.klaar", long_day(t, day, today))), when(beeld.resultaat.has_value(), [&] { return p(t("zaakportaal.resultaat", vertaald(t, *beeld.resultaat))); }),
                   penalty(t, beeld, today)));
}

Html running(const Texts& t, const Volgbeeld& beeld, Day today) {
    if (!beeld.belofte) return join(p(cls("date"), t("zaakportaal.belofte.geen")), law(t, beeld, today), penalty(t, beeld, today));
    const Html words = beeld.belofte_gemist ? join(p(cls("date"), t("zaakportaal.belofte.gemist", day_words(t, *beeld.belofte, today))), p(t("zaakportaal.belofte.gemist_uitleg", beeld.behandelaar.naam)))
                                            : p(cls("date"), belofte_zin(t, beeld, today));
    return div(cls("promise promise-big"), leaf(t, beeld.belofte->datum), div(words, law(t, beeld, today), penalty(t, beeld, today), beloften(t, beeld.beloften, today)));
}

Html step_head(const Texts& t, const Volgstap& step, const Html& more = {}) { return h3(vertaald(t, step.naam), " ", more); }

Html now_words(const Texts& t, const Volgstap& step) {
    const std::string& you = vertaald(t, step.u_doet);
    return div(cls("inset"), when(!vertaald(t, step.wij_doen).empty(), [&] { return p(vertaald(t, step.wij_doen)); }),
               when(!you.empty(), [&] { return p(strong(t("zaakportaal.stap.u")), " ", you); }));
}

Html day_line(const Texts& t, const Volgstap& step, Day today) {
    return when(step.op.has_value(), [&] { return p(cls("soft"), capitalised(long_day(t, *step.op, today))); });
}

Html decision(const Texts& t, const Volgbeeld& beeld, const Volgbesluit& one, Day today, const Bezwaaradres& adres) {
    Html more;
    if (one.ingetrokken_datum) {
        more += p(strong(t("zaakportaal.besluit.ingetrokken", long_day(t, *one.ingetrokken_datum, today))));
    } else if (one.rechtsmiddel != Rechtsmiddel::geen && one.reactie_datum) {
        const bool is_over = *one.reactie_datum < today;
        const std::string key = "zaakportaal.besluit." + code_of(one.rechtsmiddel) + (is_over ? "_kon" : "_kan");
        more += div(cls("promise section"), leaf(t, *one.reactie_datum), p(strong(t("zaakportaal.besluit.oneens")), " ", t(key, formal_day(t, *one.reactie_datum))));
        if (!is_over) more += bezwaarweg(t, beeld, one, adres);
    }
    return join(h3(in_het_nederlands(t), one.omschrijving), p(cls("soft"), t("zaakportaal.besluit.verzonden", long_day(t, one.datum, today), long_day(t, one.verzonden_datum, today))),
                lopende_tekst(one.toelichting, in_het_nederlands(t)),
                when(one.ingang_datum.has_value(), [&] { return p(t("zaakportaal.besluit.ingang", long_day(t, *one.ingang_datum, today))); }),
                when(one.verval_datum.has_value(), [&] { return p(t("zaakportaal.besluit.verval", long_day(t, *one.verval_datum, today))); }), more);
}

}  // namespace

Html beloften(const Texts& t, const std::vector<Volgbelofte>& all, Day today) {
    if (all.size() < 2) return {};
    std::vector<Html> lines;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Volgbelofte& one = all[i];
        const Html when_ = strong(capitalised(long_day(t, one.gedaan, today)) + ":");
        if (i + 1 == all.size()) {
            lines.push_back(li(when_, " ", t("zaakportaal.belofte.eerste", day_words(t, one, today))));
            continue;
        }
        lines.push_back(li(when_, " ", t("zaakportaal.belofte.verzet", day_words(t, all[i + 1], today), day_words(t, one, today)), lopende_tekst(one.woorden, in_het_nederlands(t)),
                           when(one.gehoord != Gehoord::eerste, [&] { return p(cls("soft"), t("zaakportaal.gehoord." + code_of(one.gehoord))); })));
    }
    return details(summary(t("zaakportaal.belofte.aantal", all.size() - 1)), ol(cls("history"), lines));
}

Html lopende_tekst(std::string_view words, const Attribute& taal) {
    return each(bericht::paragraphs(words), [&](const std::string& paragraph) {
        std::vector<Html> lines;
        for (std::size_t at = 0; at <= paragraph.size();) {
            const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
            if (at > 0) lines.push_back(br());
            lines.push_back(text(std::string_view(paragraph).substr(at, end - at)));
            at = end + 1;
        }
        return p(taal, lines);
    });
}

std::string belofte_zin(const Texts& t, const Volgbeeld& beeld, Day today) {
    if (!beeld.belofte) return {};
    const std::string day = capitalised(by_day(t, beeld.belofte->datum, today));
    const std::string when_ = beeld.belofte->voor_op ? t("zaakportaal.belofte.voor", day, time_of_day(t, *beeld.belofte->voor_op)) : day;
    return t(beeld.belofte_van_vraag ? "zaakportaal.belofte.hoort" : beeld.met_besluit ? "zaakportaal.belofte.besluit" : "zaakportaal.belofte.klaar", when_);
}

std::string stap_zin(const Texts& t, const Volgbeeld& beeld) {
    if (!beeld.is_open) return beeld.resultaat ? t("zaakportaal.resultaat", vertaald(t, *beeld.resultaat)) : t("zaakportaal.is_klaar");
    const Volgstap* now = beeld.nu();
    return now ? t("zaakportaal.stap.zin", beeld.stap(), beeld.stappen.size(), vertaald(t, now->naam)) : t("zaakportaal.stap.nog_niet");
}

Html wanneer(const Texts& t, const Volgbeeld& beeld, Day today) {
    return section(attr("aria-labelledby", "h-wanneer"), h2(cls("sr"), id("h-wanneer"), t("zaakportaal.wanneer")), beeld.is_open ? running(t, beeld, today) : ended(t, beeld, today));
}

Html stappen(const Texts& t, const Volgbeeld& beeld, Day today) {
    int number = 0;
    const Volgstap* next = beeld.straks();
    return ol(cls("steps"), each(beeld.stappen, [&](const Volgstap& step) {
                  ++number;
                  switch (step.stand) {
                      case Stapstand::klaar:
                          return li(cls("done"), span(cls("mark"), icon("check")), step_head(t, step, span(cls("sr"), t("zaakportaal.stap.klaar"))), day_line(t, step, today));
                      case Stapstand::nu:
                          return li(cls("now"), attr("aria-current", "step"), span(cls("mark")), step_head(t, step, badge("", t("zaakportaal.stap.nu"), Tone::brand)), day_line(t, step, today),
                                    now_words(t, step));
                      case Stapstand::straks: break;
                  }
                  return li(cls("next"), span(cls("mark"), attr("aria-hidden", "true"), number), step_head(t, step), when(&step == next, [&] { return p(cls("soft"), vertaald(t, step.wij_doen)); }));
              }));
}

Html huidige_stap(const Texts& t, const Volgbeeld& beeld, Day today) {
    const Volgstap* now = beeld.nu();
    if (!now) return p(stap_zin(t, beeld));
    return ol(cls("steps"), li(cls("now"), attr("aria-current", "step"), span(cls("mark")), h3(stap_zin(t, beeld)), day_line(t, *now, today), now_words(t, *now)));
}

Html besluiten(const Texts& t, const Volgbeeld& beeld, Day today, const Bezwaaradres& adres) {
    if (beeld.besluiten.empty()) return {};
    return section(attr("aria-labelledby", "h-besluit"), h2(id("h-besluit"), t("zaakportaal.besluit.kop")),
                   each(beeld.besluiten, [&](const Volgbesluit& one) { return div(cls("prose section"), decision(t, beeld, one, today, adres)); }));
}

}  // namespace dichtbij::zaak
