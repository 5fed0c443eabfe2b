// The lists of a case type as rows that move, come and go. A button among them sends the whole form, so that
// nothing that was typed is lost; it works without a script.

#include "html/parts.h"
#include "zaaktype/regels.h"
#include "zaaktype/velden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using namespace html;  // NOLINT: a screen is written in elements
using Moet = Velden::Moet;

std::string element(const std::string& lijst, std::size_t at) { return lijst + "[" + std::to_string(at) + "]"; }

Html status_velden(const Velden& v, const std::string& pad) {
    return join(v.regels(pad + ".naam", naam_limit), v.langen(pad + ".wij_doen", stap_limit, 3), v.langen(pad + ".u_doet", stap_limit, 3, Moet::nee),
                div(cls("fields"), v.regel(pad + ".code", code_limit), v.vink(pad + ".eind")));
}

Html resultaat_velden(const Velden& v, const std::string& pad) {
    const std::string archief = pad + ".archief";
    return join(v.regels(pad + ".naam", naam_limit),
                div(cls("fields"), v.regel(pad + ".code", code_limit), v.keuze<Nominatie>(archief + ".nominatie"), v.getal(archief + ".jaren"),
                    v.keuze<Afleiding>(archief + ".afleiding"), v.regel(archief + ".datumkenmerk", datumkenmerk_limit, Moet::nee),
                    v.getal(archief + ".procestermijn_jaren")),
                v.regel(archief + ".selectielijst", selectielijst_limit, Moet::nee), v.nog_bevestigen(archief + ".selectielijst"), v.vink(archief + ".te_bevestigen"));
}

Html eigenschap_velden(const Velden& v, const std::string& pad) {
    return join(v.langen(pad + ".vraag", vraag_limit, 2), div(cls("fields"), v.regel(pad + ".code", code_limit), v.keuze<Eigenschapsoort>(pad + ".soort")),
                v.langen(pad + ".keuzes", 4'000, 3, Moet::nee), v.vink(pad + ".verplicht"));
}

Html document_velden(const Velden& v, const std::string& pad) {
    return join(v.regels(pad + ".naam", naam_limit), div(cls("fields"), v.regel(pad + ".code", code_limit), v.keuze<Verplichtbij>(pad + ".verplicht_bij")),
                v.vink(pad + ".vertrouwelijk"));
}

// The statuses as they are typed now; one that is no longer among them stays to be seen.
Html taak_velden(const Velden& v, const Veldstand& s, const std::string& pad) {
    std::vector<Choice> statussen{{"", s.t("zaaktype.scherm.kies_status")}};
    bool is_known = s.invoer.get(pad + ".bij_status").empty();
    for (std::size_t i = 0; i < s.invoer.rijen("statussen"); ++i) {
        const std::string status = element("statussen", i);
        const std::string code = s.invoer.get(status + ".code");
        if (code.empty()) continue;
        is_known = is_known || code == s.invoer.get(pad + ".bij_status");
        const std::string naam = s.invoer.get(status + ".naam.nl");
        statussen.push_back({code, naam.empty() ? code : naam});
    }
    if (!is_known) statussen.push_back({s.invoer.get(pad + ".bij_status"), s.invoer.get(pad + ".bij_status")});
    return join(v.regel(pad + ".naam", naam_limit),
                div(cls("fields"), v.keuze<Taaksoort>(pad + ".soort"), v.keuze(pad + ".bij_status", statussen), v.getal(pad + ".werkdagen")));
}

Html rij_velden(const Veldstand& s, const std::string& lijst, const std::string& pad) {
    const Velden v(s);
    if (lijst == "statussen") return status_velden(v, pad);
    if (lijst == "resultaten") return resultaat_velden(v, pad);
    if (lijst == "eigenschappen") return eigenschap_velden(v, pad);
    if (lijst == "documenttypen") return document_velden(v, pad);
    return taak_velden(v, s, pad);
}

std::string naam_van(const Veldstand& s, const std::string& pad) {
    for (const char* veld : {".naam.nl", ".vraag.nl", ".naam", ".code"})
        if (const std::string& naam = s.invoer.get(pad + veld); !naam.empty()) return naam;
    return "";
}

Html knop(const Texts& t, const std::string& pad, std::string_view daad, std::string_view icon_name, const std::string& over) {
    return button(cls("btn btn-small"), type("submit"), name("doe"), value(pad + "." + std::string(daad)), icon(icon_name),
                  t("zaaktype.rij." + std::string(daad)), span(cls("sr"), " " + over));
}

Html rij(const Veldstand& s, const std::string& lijst, std::size_t at) {
    const std::string pad = element(lijst, at);
    const std::string naam = naam_van(s, pad);
    const std::string kop = s.t("zaaktype.rij." + lijst, at + 1) + (naam.empty() ? "" : ": " + naam);
    const std::size_t rows = s.invoer.rijen(lijst);
    return fieldset(cls("panel below"), id(pad), attr("tabindex", "-1"), attr_if(s.focus == pad, "data-focus", "ja"), legend(kop), div(cls("stack"), rij_velden(s, lijst, pad)),
                    div(cls("row below"), when(at > 0, [&] { return knop(s.t, pad, "omhoog", "arrow-up", kop); }),
                        when(at + 1 < rows, [&] { return knop(s.t, pad, "omlaag", "arrow-down", kop); }), knop(s.t, pad, "weg", "trash", kop)));
}

}  // namespace

Html rijen_deel(const Veldstand& s, const std::string& lijst) {
    const auto error = s.form.error_of(lijst);
    std::vector<Html> rows;
    for (std::size_t i = 0; i < s.invoer.rijen(lijst); ++i) rows.push_back(rij(s, lijst, i));
    const std::string heading = "h-" + lijst;
    // The heading is what a fault of the whole list links to.
    return section(cls("section"), attr("aria-labelledby", heading), id(lijst), attr("tabindex", "-1"), attr_if(s.focus == lijst, "data-focus", "ja"),
                   h2(id(heading), s.t("zaaktype.deel." + lijst)), p(cls("hint prose"), s.t("zaaktype.uitleg." + lijst)),
                   when(error.has_value(), [&] { return p(cls("error"), icon("alert-circle"), *error); }), join(rows),
                   div(cls("row below"), button(cls("btn"), type("submit"), name("doe"), value(lijst + ".erbij"), icon("plus"), s.t("zaaktype.erbij." + lijst))));
}

}  // namespace dichtbij::zaaktype
