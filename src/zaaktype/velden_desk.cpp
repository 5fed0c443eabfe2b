#include "zaaktype/velden_desk.h"

#include <algorithm>

#include "html/parts.h"
#include "zaaktype/regels.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {

using namespace html;  // NOLINT: a screen is written in elements

namespace {

using Moet = Velden::Moet;

constexpr std::string_view delen[] = {"algemeen", "inwoner", "termijnen", "leges", "statussen", "resultaten", "rollen", "eigenschappen", "documenttypen", "taken"};

// "statussen[1].naam.en" is "statussen.naam.en".
std::string without_rows(std::string_view pad) {
    std::string plain;
    bool is_inside = false;
    for (const char c : pad) {
        if (c == '[') is_inside = true;
        if (!is_inside) plain += c;
        if (c == ']') is_inside = false;
    }
    return plain;
}

std::string_view last_of(std::string_view pad) { return pad.substr(pad.rfind('.') + 1); }
std::string_view before_last(std::string_view pad) { return pad.substr(0, pad.rfind('.')); }

std::string label_of(const Texts& t, std::string_view pad) {
    const std::string_view last = last_of(pad);
    if (last == "nl" || last == "en")
        return t("zaaktype.veld." + std::string(last_of(before_last(pad)))) + " (" + t("zaaktype.taal." + std::string(last)) + ")";
    return t("zaaktype.veld." + std::string(last));
}

Html deel(const Texts& t, std::string_view naam, const Html& content) {
    const std::string heading = "h-" + std::string(naam);
    return section(cls("section"), attr("aria-labelledby", heading), h2(id(heading), t("zaaktype.deel." + std::string(naam))), div(cls("stack below"), content));
}

Html algemeen(const Velden& v, const Veldstand& s) {
    std::vector<Choice> niveaus;
    for (int niveau = 1; niveau <= 5; ++niveau) niveaus.push_back({std::to_string(niveau), s.t("organisatie.niveau." + std::to_string(niveau))});
    return join(v.regels("naam", naam_limit), v.lang("doel", doel_limit, 3),
                div(cls("fields"), v.keuze<Aanleiding>("aanleiding"), v.keuze("domein", organisatie::domein_keuzes(s.t)),
                    v.keuze<Zaaktypevertrouwelijkheid>("vertrouwelijkheid"), v.keuze("afhandelniveau", niveaus)),
                v.regel("upl", upl_limit, Moet::nee));
}

Html inwoner(const Velden& v) {
    return join(v.langen("uitleg", uitleg_limit, 5), v.keuze<Betrouwbaarheidsniveau>("betrouwbaarheidsniveau"), v.vink("zonder_inloggen"));
}

Html termijnen(const Velden& v, const Veldstand& s) {
    const Texts& t = s.t;
    return join(fieldset(cls("group stack"), legend(t("zaaktype.veld.wettelijke_termijn")), p(cls("hint"), t("zaaktype.uitleg.wettelijke_termijn")),
                         div(cls("fields"), v.getal("wettelijke_termijn.aantal"), v.keuze<Termijneenheid>("wettelijke_termijn.eenheid")),
                         v.regel("wettelijke_termijn.grondslag", grondslag_limit, Moet::nee), v.nog_bevestigen("wettelijke_termijn.grondslag"),
                         v.vink("wettelijke_termijn.te_bevestigen")),
                fieldset(cls("group stack"), legend(t("zaaktype.veld.servicenorm")), p(cls("hint"), t("zaaktype.uitleg.servicenorm")),
                         hidden("servicenorm.eenheid", "werkdagen"), v.getal("servicenorm.aantal")),
                fieldset(cls("group stack"), legend(t("zaaktype.veld.verlengen")), div(cls("fields"), v.getal("verlengen.keren"), v.getal("verlengen.aantal"), v.keuze<Termijneenheid>("verlengen.eenheid")),
                         v.regel("verlengen.grondslag", grondslag_limit, Moet::nee), when(s.invoer.get("verlengen.keren") != "0", v.nog_bevestigen("verlengen.grondslag")), v.vink("verlengen.met_instemming")),
                v.vink("opschorten"), v.vink("dwangsom"));
}

Html leges(const Velden& v) {
    return join(div(cls("fields"), v.keuze<Legessoort>("leges.soort"), v.regel("leges.bedrag_cent", 12, Moet::nee)), v.langen("leges.uitleg", uitleg_limit, 3, Moet::nee));
}

Html rollen(const Veldstand& s) {
    std::vector<Choice> choices;
    const auto all = Velden(s).waarden<Rolsoort>("rollen");
    // Those that were chosen first, in their order: the form sends them as they stand.
    for (const std::string& rol : s.invoer.rollen())
        for (const Choice& one : all)
            if (one.value == rol) choices.push_back(one);
    for (const Choice& one : all)
        if (std::find(s.invoer.rollen().begin(), s.invoer.rollen().end(), one.value) == s.invoer.rollen().end()) choices.push_back(one);
    return s.form.checkboxes({.name = "rollen", .label = s.t("zaaktype.veld.rollen"), .hint = s.t("zaaktype.uitleg.rollen")}, choices, s.invoer.rollen());
}

}  // namespace

Field Velden::field(const std::string& pad, Moet moet) const {
    const std::string key = "zaaktype.uitleg." + without_rows(pad);
    return {.name = pad, .label = label_of(s_.t, pad), .value = s_.invoer.get(pad), .hint = s_.t.has(key) ? s_.t(key) : std::string(),
            .needed = moet == Moet::ja ? Needed::yes : Needed::no};
}

Html Velden::regel(const std::string& pad, std::size_t limit, Moet moet) const {
    Field one = field(pad, moet);
    one.attributes = {attr("maxlength", std::to_string(limit))};
    if (pad.ends_with(".en")) one.attributes.push_back(attr("lang", "en"));
    return s_.form.input(one);
}

Html Velden::getal(const std::string& pad) const {
    Field one = field(pad, Moet::ja);
    one.attributes = {attr("inputmode", "numeric"), attr("maxlength", "6"), cls("input-short")};
    return s_.form.input(one);
}

Html Velden::keuze(const std::string& pad, const std::vector<Choice>& choices) const { return s_.form.select(field(pad, Moet::ja), choices); }

Html Velden::vink(const std::string& pad) const { return s_.form.checkbox(field(pad, Moet::ja), s_.invoer.get(pad) == "ja"); }

Html Velden::lang(const std::string& pad, std::size_t limit, int rows) const {
    Field one = field(pad, Moet::ja);
    one.attributes = {attr("maxlength", std::to_string(limit))};
    return s_.form.textarea(one, rows);
}

Html Velden::regels(const std::string& pad, std::size_t limit, Moet moet) const {
    return div(cls("fields"), regel(pad + ".nl", limit, moet), regel(pad + ".en", limit, moet));
}

Html Velden::langen(const std::string& pad, std::size_t limit, int rows, Moet moet) const {
    const auto one = [&](const std::string& taal) {
        Field made = field(pad + "." + taal, moet);
        made.attributes = {attr("maxlength", std::to_string(limit)), attr("lang", taal)};
        return s_.form.textarea(made, rows);
    };
    return div(cls("fields"), one("nl"), one("en"));
}

Html Velden::nog_bevestigen(const std::string& pad) const {
    const std::string box = std::string(before_last(pad)) + ".te_bevestigen";  // says it already when it is on
    return when(s_.invoer.get(pad).empty() && s_.invoer.get(box) != "ja", [&] { return p(bevestig_tekst(s_.t)); });
}

Html inhoudsopgave(const Texts& t) {
    return nav(cls("section"), attr("aria-label", t("zaaktype.scherm.inhoud")),
               ul(cls("list-plain row"), each(delen, [&](std::string_view naam) {
                      return li(a(href("#h-" + std::string(naam)), t("zaaktype.deel." + std::string(naam))));
                  })));
}

Html alle_velden(const Veldstand& s) {
    const Velden v(s);
    return join(deel(s.t, "algemeen", algemeen(v, s)), deel(s.t, "inwoner", inwoner(v)), deel(s.t, "termijnen", termijnen(v, s)), deel(s.t, "leges", leges(v)),
                rijen_deel(s, "statussen"), rijen_deel(s, "resultaten"), deel(s.t, "rollen", rollen(s)), rijen_deel(s, "eigenschappen"),
                rijen_deel(s, "documenttypen"), rijen_deel(s, "taken"));
}

}  // namespace dichtbij::zaaktype
