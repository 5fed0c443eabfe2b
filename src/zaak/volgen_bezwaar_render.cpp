// How to object to a decision, or to go to the court: how, where, what to put in it, until when (Awb 6:4 to 6:9).

#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/parts.h"
#include "zaak/volgen_delen_render.h"

namespace dichtbij::zaak {

using namespace html;

Html bezwaarweg(const Texts& t, const Volgbeeld& beeld, const Volgbesluit& besluit, const Bezwaaradres& adres) {
    const std::string kind = boost::describe::enum_to_string(besluit.rechtsmiddel, "");
    const auto words = [&](std::string_view part) { return t("zaakportaal." + kind + "." + std::string(part)); };
    const bool is_bezwaar = besluit.rechtsmiddel == Rechtsmiddel::bezwaar;
    const Html where = !is_bezwaar            ? text(words("waar"))
                       : adres.adres.empty() ? text(words("waar_brief"))
                                             : text(t("zaakportaal.bezwaar.waar", adres.gemeente, adres.adres));
    const Html which = t.rich("zaakportaal.bezwaar.erin_besluit", span(in_het_nederlands(t), besluit.omschrijving), text(formal_day(t, besluit.datum)), span(cls("nowrap"), beeld.nummer));
    return details(summary(t("zaakportaal.besluit." + kind + "_hoe")), p(strong(words("hoe_kop")), " ", words("hoe")), p(strong(t("zaakportaal.bezwaar.waar_kop")), " ", where),
                   p(strong(t("zaakportaal.bezwaar.erin_kop"))),
                   ul(li(t("zaakportaal.bezwaar.erin_wie")), li(t("zaakportaal.bezwaar.erin_dag")), li(which), li(words("erin_waarom")), li(t("zaakportaal.bezwaar.erin_naam"))),
                   p(strong(t("zaakportaal.bezwaar.dag_kop")), " ", t("zaakportaal.bezwaar.dag", formal_day(t, *besluit.reactie_datum))), p(words("geldt")),
                   p(t.rich("zaakportaal.bezwaar.hulp", a(href(adres.contact_url), t("zaakportaal.wie.contact")))));
}

}  // namespace dichtbij::zaak
