#include "bericht/taalhulp_render.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "html/parts.h"
#include "html/woord.h"

namespace dichtbij::bericht {

using namespace html;

namespace {

constexpr std::size_t shown_limit = 15;
constexpr std::size_t quote_characters = 90;

taal::Taal taal_van(std::string_view code) { return code == "eng" ? taal::Taal::en : taal::Taal::nl; }

std::string in_one_line(std::string_view words) {
    std::string line;
    for (const char c : words) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t';
        if (!is_space || (!line.empty() && line.back() != ' ')) line += is_space ? ' ' : c;
    }
    return shortened(line, quote_characters);
}

Html replace_button(const Texts& t, const std::string& base, const taal::Bevinding& one, std::size_t number, Knoppen knoppen) {
    const std::string& by = one.beter[number];
    const std::string spoken = t("taalhulp.vervang_door", in_one_line(one.tekst), by);
    if (knoppen == Knoppen::formulier)
        return button(cls("btn btn-small"), type("submit"), name("vervang"), value(std::to_string(one.plek.begin) + "-" + std::to_string(one.plek.einde) + "-" + std::to_string(number)),
                      attr("aria-label", spoken), icon("replace"), by);
    return button(cls("btn btn-small"), type("button"), id(base + "-" + std::to_string(one.plek.begin) + "-" + std::to_string(number)), flag("hidden"), attr("data-vervang", by), attr("data-was", one.tekst),
                  attr("data-van", std::to_string(one.plek.utf16_begin)), attr("data-tot", std::to_string(one.plek.utf16_einde)), attr("aria-label", spoken), icon("replace"), by);
}

Html finding(const Texts& t, const std::string& base, const taal::Bevinding& one, Knoppen knoppen) {
    const std::string kind = woord(one.soort);
    std::vector<Html> buttons;
    for (std::size_t i = 0; i < one.beter.size(); ++i) buttons.push_back(replace_button(t, base, one, i, knoppen));
    if (knoppen == Knoppen::script)
        buttons.push_back(button(cls("btn-plain small"), type("button"), flag("hidden"), attr("data-wijs-aan", ""), attr("data-van", std::to_string(one.plek.utf16_begin)), attr("data-tot", std::to_string(one.plek.utf16_einde)),
                                 attr("data-was", one.tekst), attr("aria-label", t("taalhulp.wijs_aan_wat", in_one_line(one.tekst))), icon("pointer"), t("taalhulp.wijs_aan")));
    const std::string advice = !one.idee.empty() ? t("taalhulp.idee", one.idee) : one.soort == taal::Soort::moeilijk_woord ? "" : t("taalhulp.raad." + kind, one.aantal);
    return li(div(cls("row"), span(strong(t("taalhulp.soort." + kind)), ": ", el("q", in_one_line(one.tekst))), buttons), when(!advice.empty(), [&] { return span(cls("sub"), advice); }));
}

std::string counts(const Texts& t, const taal::Oordeel& oordeel) {
    const auto& n = oordeel.tellingen;
    return t("taalhulp.woorden", n.woorden) + " · " + t("taalhulp.zinnen", n.zinnen) + " · " + t("taalhulp.per_zin", (n.woorden + n.zinnen / 2) / n.zinnen);
}

Html indicators(const Texts& t, const taal::Oordeel& oordeel) {
    if (oordeel.tellingen.zinnen == 0) return {};
    if (oordeel.indicatoren.empty()) return p(cls("small soft"), t("taalhulp.te_kort", taal::indicator_woorden));
    return join(ul(cls("list-plain small"), each(oordeel.indicatoren, [&](const taal::Indicator& one) {
                       return li(t("taalhulp.formule." + woord(one.formule)), ": ", strong(std::to_string(std::lround(one.waarde))), ", ", t("taalhulp.band." + woord(one.band)));
                   })),
                p(cls("small soft"), t("taalhulp.geen_niveau")));
}

}  // namespace

std::string getypte_tekst(std::string_view typed) {
    std::string text;
    text.reserve(typed.size());
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (typed[i] != '\r' || i + 1 == typed.size() || typed[i + 1] != '\n') text += typed[i] == '\r' ? '\n' : typed[i];
    return text;
}

Html taaloordeel(const Texts& t, std::string_view veld_id, std::string_view tekst, taal::Taal taal_, Knoppen knoppen) {
    const taal::Oordeel oordeel = taal::beoordeel(tekst, taal_);
    const std::string base = std::string(veld_id) + "-v";
    const std::size_t all = oordeel.bevindingen.size();
    const std::size_t shown = std::min(all, shown_limit);
    const std::vector<taal::Bevinding> first(oordeel.bevindingen.begin(), oordeel.bevindingen.begin() + static_cast<std::ptrdiff_t>(shown));
    const bool is_empty = oordeel.tellingen.zinnen == 0;
    const std::string sum = is_empty ? t("taalhulp.leeg") : all == 0 ? t("taalhulp.geen_punten") : t("taalhulp.punten", all);
    return div(cls("stack-tight"), attr("data-taal-melding", sum), p(strong(sum)), when(!is_empty, [&] { return p(cls("small soft"), counts(t, oordeel)); }),
               when(shown > 0, [&] { return ul(cls("list-plain taalpunten"), each(first, [&](const taal::Bevinding& one) { return finding(t, base, one, knoppen); })); }),
               when(all > shown, [&] { return p(cls("small soft"), t("taalhulp.meer", all - shown)); }), indicators(t, oordeel),
               when(oordeel.ingekort, [&] { return p(cls("small soft"), t("taalhulp.ingekort")); }));
}

Html schrijfveld(const Texts& t, const Form& form, const Schrijfveld& s) {
    const std::string veld_id = s.veld.id.empty() ? s.veld.name : s.veld.id;
    const std::string query = "?veld=" + s.veld.name + "&taal=" + (s.taal == "eng" ? "eng" : "nld");
    return div(cls("schrijfveld"), div(
               // What Enter in a field of this form does stays what it was: the first button is nobody's.
               button(cls("sr"), type("submit"), attr("tabindex", "-1"), attr("aria-hidden", "true"), t("taalhulp.kop")), form.textarea(s.veld, s.rijen),
               div(cls("taalhulp"), attr("role", "group"), attr("aria-label", t("taalhulp.bij", s.veld.label)), attr("data-taalhulp", veld_id), attr("data-weg", t("taalhulp.weg")), attr("data-terug-gezet", t("taalhulp.teruggezet")),
                       div(cls("section-head"), p(strong(attr("tabindex", "-1"), attr("data-taal-kop", ""), t("taalhulp.kop"))),
                           button(cls("btn btn-small"), type("submit"), attr("formaction", "/berichten/taalhulp" + query), attr("formmethod", "post"), attr("formtarget", "_blank"), flag("formnovalidate"),
                                  attr("data-taal-nu", ""), icon("text-spellcheck"), t("taalhulp.controleer")),
                           button(cls("btn btn-small"), type("button"), flag("hidden"), attr("data-taal-terug", ""), icon("arrow-back-up"), t("ongedaan.knop"))),
                       div(id(veld_id + "-taal"), attr("hx-post", "/berichten/taalhulp" + query + "&deel=1"), attr("hx-trigger", "input delay:700ms from:#" + veld_id + ", taalhulp:nu"), attr("hx-include", "#" + veld_id),
                           attr("hx-swap", "innerHTML"), taaloordeel(t, veld_id, s.veld.value, taal_van(s.taal), Knoppen::script)))));
}

}  // namespace dichtbij::bericht
