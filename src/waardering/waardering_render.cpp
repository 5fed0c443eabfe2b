#include "waardering/waardering_render.h"

#include "html/dates.h"
#include "html/parts.h"

namespace dichtbij::waardering {

using namespace html;

namespace {

constexpr std::string_view kop_id = "h-waardering";

std::vector<Choice> cijfers(const Texts& t) {
    std::vector<Choice> choices;
    for (int cijfer = cijfer_hoogste; cijfer >= cijfer_laagste; --cijfer) choices.push_back({std::to_string(cijfer), cijfer_in_woorden(t, cijfer), ""});
    return choices;
}

Html fields(const Texts& t, const Form& form_, const Waarderingvorm& v, const Html& below_) {
    const std::string chosen = is_cijfer(v.getypt.cijfer) ? std::to_string(v.getypt.cijfer) : std::string();
    return form(cls("form section"), attr("method", "post"), action(v.url), csrf_field(v.csrf),
                form_.radios({.name = "cijfer", .label = t("waardering.veld.cijfer"), .value = chosen}, cijfers(t)),
                form_.textarea({.name = "woorden", .label = t("waardering.veld.woorden"), .value = v.getypt.woorden, .hint = t("waardering.veld.woorden_uitleg", std::to_string(woorden_limit)), .needed = Needed::no}, 4),
                p(cls("soft"), t("waardering.wie_ziet_het")), below_);
}

Html given(const Texts& t, const Eigenbeeld& beeld, const Waarderingvorm& v) {
    const Waardering& one = beeld.gegeven->waardering;
    const Day day = day_of(one.gewijzigd_op.value_or(one.gegeven_op));
    const Html words = when(!beeld.gegeven->woorden.empty(), [&] { return div(cls("msg msg-me"), p(beeld.gegeven->woorden)); });
    return join(p(strong(cijfer_in_woorden(t, one.cijfer)), " ", span(cls("soft"), t("waardering.gegeven_op", long_day(t, day, v.today)))), words, p(cls("soft"), t("waardering.wie_zag_het")),
                when(beeld.mag_wijzigen, [&] { return p(a(href(v.url), t("waardering.wijzig")), " ", span(cls("soft"), t("waardering.wijzig_tot", long_day(t, one.laatste_datum(), v.today)))); }));
}

}  // namespace

std::string cijfer_in_woorden(const Texts& t, int cijfer) { return t("waardering.cijfer." + std::to_string(cijfer)); }

Html waarderingsdeel(const Texts& t, const Eigenbeeld& beeld, const Waarderingvorm& v) {
    if (!beeld.gegeven && !beeld.mag_geven) return {};
    const std::string title_ = t(beeld.gegeven ? "waardering.kop_gegeven" : "waardering.kop");
    return section(attr("aria-labelledby", kop_id), h2(id(kop_id), title_),
                   beeld.gegeven ? given(t, beeld, v)
                                 : join(p(t("waardering.uitleg")), fields(t, Form(t), v, div(button(cls("btn"), type("submit"), t("waardering.verstuur"))))));
}

Html waarderingspagina(const Texts& t, const Eigenbeeld& beeld, const Html& over, const Form& form_, const Waarderingvorm& v) {
    return join(h1(t(beeld.gegeven ? "waardering.kop_wijzigen" : "waardering.kop")), p(cls("soft"), over), form_.summary(),
                fields(t, form_, v, div(cls("row"), submit(t(beeld.gegeven ? "waardering.bewaar" : "waardering.verstuur")), a(href(v.terug), t("waardering.terug")))));
}

}  // namespace dichtbij::waardering
