// What a case is about, what it costs and what its applicant told in it.

#include "html/parts.h"
#include "zaak/volgen_delen_render.h"
#include "zaak/volgen_render.h"
#include "zaak/zaak_woorden_render.h"

namespace dichtbij::zaak {

using namespace html;

namespace {

Html answer(const Texts& t, const Volgantwoord& one) {
    const bool is_typed = one.gevraagd.soort == zaaktype::Eigenschapsoort::tekst || one.gevraagd.soort == zaaktype::Eigenschapsoort::adres;
    return span(is_typed ? in_het_nederlands(t) : Attribute(), eigenschap_in_woorden(t, one.gevraagd, one.waarde));
}

Html costs(const Texts& t, const zaaktype::Leges& leges) {
    const std::string& more = vertaald(t, leges.uitleg);
    return join(text(kosten_zin(t, leges)), when(!more.empty(), [&] { return join(" ", text(more)); }));
}

}  // namespace

Attribute in_het_nederlands(const Texts& t) { return attr_if(t.taal() != Taal::nl, "lang", "nl"); }

std::string kosten_zin(const Texts& t, const zaaktype::Leges& leges) {
    switch (leges.soort) {
        case zaaktype::Legessoort::vast: return t("zaakportaal.kosten.vast", bedrag(t, leges.bedrag_cent));
        case zaaktype::Legessoort::verordening: return t("zaakportaal.kosten.verordening");
        case zaaktype::Legessoort::geen: break;
    }
    return t("zaakportaal.kosten.geen");
}

Html antwoorden(const Texts& t, const Volgbeeld& beeld) {
    std::vector<Fact> all;
    for (const Volgantwoord& one : beeld.antwoorden) all.push_back({vertaald(t, one.gevraagd.vraag), answer(t, one)});
    return join(when(!beeld.eigen_woorden.empty(), [&] { return div(cls("msg msg-me"), lopende_tekst(beeld.eigen_woorden)); }), when(!all.empty(), [&] { return definitions(all); }));
}

Html aanvraag(const Texts& t, const Volgbeeld& beeld) {
    const std::string& what = vertaald(t, beeld.uitleg);
    const bool is_told = !beeld.antwoorden.empty() || !beeld.eigen_woorden.empty();
    return section(attr("aria-labelledby", "h-aanvraag"), h2(id("h-aanvraag"), t("zaakportaal.aanvraag.kop")),
                   when(!what.empty(), [&] { return details(summary(t("zaakportaal.aanvraag.waarover")), p(cls("prose"), what)); }),
                   p(cls("section"), strong(t("zaakportaal.kosten.kop")), " ", costs(t, beeld.leges)),
                   when(is_told, [&] { return join(h3(cls("section"), t("zaakportaal.aanvraag.verteld")), antwoorden(t, beeld)); }));
}

}  // namespace dichtbij::zaak
