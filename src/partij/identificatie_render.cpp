#include "partij/identificatie_render.h"

#include "html/form.h"

namespace dichtbij::partij {
namespace {

using namespace html;

Html question(const Texts& t, const Form& fields, const Controlevraag& vraag) {
    if (is_vergelijkbaar(vraag.code))
        return fields.input({.name = "antwoord." + vraag.code, .label = vraag_of(t, vraag), .needed = Needed::no,
                             .attributes = {attr("maxlength", "100"), attr("autocomplete", "off")}});
    return fields.radio_segment({.name = "oordeel." + vraag.code, .label = vraag_of(t, vraag), .value = "overgeslagen"},
                                {{"goed", t("partij.scherm.oordeel.goed")}, {"fout", t("partij.scherm.oordeel.fout")},
                                 {"overgeslagen", t("partij.scherm.oordeel.overgeslagen")}});
}

}  // namespace

std::string vraag_of(const Texts& t, const Controlevraag& vraag) {
    return vraag.tekst.empty() ? t("controlevraag." + vraag.code) : vraag.tekst;
}

Html identificatie_form(const Texts& t, std::string_view csrf, const Vraaggesprek& about, const Controlevragen& chosen) {
    const Form fields(t);
    return form(cls("stack"), attr("method", "post"), action("/personen/" + about.partij.text() + "/identificatie"), csrf_field(csrf),
                hidden("gesprek", about.gesprek.text()), when(!about.terug.empty(), [&] { return hidden("terug", about.terug); }),
                p(cls("small soft"), t("partij.scherm.vraag_uitleg", chosen.aantal_goed)),
                each(chosen.vragen, [&](const Controlevraag& vraag) { return question(t, fields, vraag); }),
                div(cls("row toolbar"),
                    button(cls("btn btn-primary"), type("submit"), attr("name", "methode"), attr("value", "controlevragen"), t("partij.scherm.controleer")),
                    submit_named("methode", "legitimatiebewijs", t("partij.scherm.legitimatie"))));
}

}  // namespace dichtbij::partij
