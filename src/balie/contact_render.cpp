#include "balie/contact_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/parts.h"
#include "norm/explanation_render.h"

namespace dichtbij::balie {
namespace {

using namespace html;
using access::Desk;

std::string word(std::optional<Afloop> afloop) { return afloop ? boost::describe::enum_to_string(*afloop, "") : ""; }

std::string outcome(const Texts& t, Afloop afloop) { return t("balie.afloop." + word(afloop)); }

std::vector<Choice> channel_choices(const Texts& t) {
    std::vector<Choice> choices;
    for (const auto kanaal : klantcontact::kanalen) choices.push_back({std::string(kanaal), t("kanaal." + std::string(kanaal))});
    return choices;
}

std::string naar_value(const Naar& naar) {
    if (naar.medewerker) return "m:" + naar.medewerker->text();
    return naar.team ? "t:" + naar.team->text() : "";
}

// Teams, and below each its people.
Html naar_select(const Texts& t, const Keuzes& keuzes, const std::string& field, const std::string& chosen) {
    const auto one = [&](const Choice& c) { return option(value(c.value), flag("selected", c.value == chosen), c.label); };
    return div(cls("field"), label(attr("for", field), t("balie.naar")),
               select(id(field), name(field), option(value(""), t("balie.naar_regels")), each(keuzes.naar, [&](const Keuzes::Groep& groep) {
                          return optgroup(attr("label", groep.team.label), one({groep.team.value, t("balie.naar_team", groep.team.label), ""}),
                                          each(groep.medewerkers, one));
                      })));
}

Html question(const Desk& desk, const Paneel& paneel, const Form& fields, std::size_t index) {
    const Texts& t = desk.t;
    const VraagInvoer& vraag = paneel.concept_.invoer.vragen[index];
    const std::string number = std::to_string(index + 1);
    const auto field = [&](std::string_view field_name) { return veld(index, field_name); };
    const std::string afloop_field = field("afloop");
    const auto limit = [](std::size_t characters) { return attr("maxlength", std::to_string(characters)); };
    std::vector<Choice> outcomes;
    for (const Afloop a : {Afloop::beantwoord, Afloop::doorgezet, Afloop::doorverwezen, Afloop::beeindigd})
        outcomes.push_back({word(a), outcome(t, a)});
    return fieldset(
        cls("question"), attr("aria-labelledby", "vraag-" + number),
        attr("hx-post", "/contact/" + paneel.concept_.id.text() + "/voorstel?vraag=" + std::to_string(index)), attr("hx-trigger", "change"),
        attr("hx-include", "closest form"), attr("hx-target", "#voorstel-" + number), attr("hx-swap", "innerHTML"), h3(id("vraag-" + number), t("balie.vraag_nummer", number)),
        fields.select({.name = field("onderwerp"), .label = t("balie.onderwerp"), .value = vraag.onderwerp ? vraag.onderwerp->text() : ""},
                      paneel.keuzes.onderwerpen, t("balie.kies_onderwerp")),
        fields.input({.name = field("vraag"), .label = t("balie.kort"), .value = vraag.vraag, .needed = Needed::no, .attributes = {limit(onderwerp_tekst_limit), attr("autocomplete", "off")}}),
        fields.textarea({.name = field("notitie"), .label = t("balie.notitie"), .value = vraag.notitie, .hint = t("balie.notitie_uitleg", outcome(t, Afloop::doorgezet), outcome(t, Afloop::beeindigd)), .attributes = {limit(notitie_limit)}}, 3),
        fields.radio_segment({.name = afloop_field, .label = t("balie.afloop"), .value = word(vraag.afloop)}, outcomes),
        div(attr("data-when", afloop_field + "=beantwoord"),
            fields.textarea({.name = field("antwoord"), .label = t("balie.antwoord"), .value = vraag.antwoord, .needed = Needed::no, .attributes = {limit(antwoord_limit)}}, 2)),
        div(attr("data-when", afloop_field + "=doorverwezen"),
            fields.input({.name = field("verwezen_naar"), .label = t("balie.verwezen_naar"), .value = vraag.verwezen_naar, .attributes = {limit(verwezen_limit)}})),
        div(cls("stack"), attr("data-when", afloop_field + "=doorgezet"), naar_select(t, paneel.keuzes, field("naar"), naar_value(vraag.naar)),
            div(cls("fields"),
                fields.input({.name = field("telefoon"), .label = t("balie.bel_op"), .value = vraag.telefoon.empty() ? paneel.concept_.invoer.telefoon : vraag.telefoon, .needed = Needed::no, .type = "tel", .attributes = {limit(telefoon_limit), attr("autocomplete", "off")}}),
                fields.input({.name = field("moment"), .label = t("balie.moment"), .value = vraag.moment, .needed = Needed::no, .attributes = {limit(moment_limit), attr("autocomplete", "off")}})),
            div(id("voorstel-" + number), attr("aria-live", "polite"),
                when(index < paneel.voorstellen.size() && paneel.voorstellen[index].has_value(),
                     [&] { return voorstel_part(desk, *paneel.voorstellen[index], vraag); }))));
}

Html who_line(const Desk& desk, const Paneel& paneel, const Form& fields) {
    const Texts& t = desk.t;
    const Concept& c = paneel.concept_;
    const std::string begun = t("balie.begonnen", time_of_day(t, c.begonnen_op));
    return join(div(cls("fields"), fields.select({.name = "kanaal", .label = t("balie.kanaal"), .value = c.invoer.kanaal}, channel_choices(t)),
                    when(paneel.keuzes.gemeenten.size() > 1, [&] {
                        return fields.select({.name = "gemeente", .label = t("balie.gemeente"), .value = c.gemeente.text()}, paneel.keuzes.gemeenten);
                    })),
                p(cls("small soft"), begun), hidden("telefoon", c.invoer.telefoon),
                c.invoer.partij ? hidden("partij", c.invoer.partij->text())
                                : fields.input({.name = "contactnaam", .label = t("balie.contactnaam"), .value = c.invoer.contactnaam, .needed = Needed::no,
                                                .attributes = {attr("maxlength", std::to_string(naam_limit)), attr("autocomplete", "off")}}));
}

}  // namespace

Html voorstel_part(const Desk& desk, const Voorstel& voorstel, const VraagInvoer& vraag) {
    const Texts& t = desk.t;
    const Html who = p(cls("small soft"), voorstel.route.is_persoon || vraag.naar.medewerker ? t("balie.gaat_naar_persoon", voorstel.eigenaar, voorstel.team)
                                                                                            : t("balie.gaat_naar_team", voorstel.team, voorstel.eigenaar),
                       voorstel.route.regel.empty() ? "" : " " + t("balie.volgens_regel", voorstel.route.regel));
    if (!voorstel.belofte) return who;
    const Day day = day_of(voorstel.belofte->belofte.beloofd_op);
    std::string sentence = t(vraag.moment.empty() ? "balie.zeg" : "balie.zeg_moment", long_day(t, day, desk.today()), vraag.moment);
    std::vector<Html> why;
    for (const auto& line : norm::in_words(t, voorstel.belofte->waarom)) why.push_back(p(cls("small"), line));
    for (const auto& line : norm::in_words(t, voorstel.belofte->berekening)) why.push_back(p(cls("small"), line));
    return join(who, div(cls("say"), promise(t, day, join(span(cls("soft small"), t("balie.zeg_tegen")), sentence))),
                details(summary(cls("small"), t("balie.hoe_berekend")), why));
}

Html contact_panel(const Desk& desk, const Paneel& paneel) {
    const Texts& t = desk.t;
    const Concept& c = paneel.concept_;
    const Form fields(t, paneel.errors);
    const std::string url = "/contact/" + c.id.text();
    std::vector<Html> questions;
    for (std::size_t i = 0; i < c.invoer.vragen.size(); ++i) questions.push_back(question(desk, paneel, fields, i));
    return section(
        cls("work-panel"), attr("aria-labelledby", "h-contact"),
        form(attr("method", "post"), action(url), attr("data-autosave", url + "/concept"), attr("autocomplete", "off"), csrf_field(desk.csrf),
             // What Enter in a field does: keep, and stay.
             button(cls("sr"), type("submit"), name("actie"), value("concept"), attr("tabindex", "-1"), attr("aria-hidden", "true"), flag("formnovalidate"), t("balie.bewaar_concept")),
             header(icon("phone"), h2(id("h-contact"), t("balie.contact_nu")),
                    span(cls("badge badge-good push"), attr("role", "status"), attr("data-autosave-status", ""),
                         t("balie.bewaard", time_of_day(t, c.gewijzigd_op)))),
             div(cls("body"), fields.summary(), who_line(desk, paneel, fields), questions,
                 when(c.invoer.vragen.size() < vragen_limit, [&] {
                     return button(cls("btn btn-quiet"), type("submit"), name("actie"), value("vraag_erbij"), attr("data-key", "Alt+v"), flag("formnovalidate"),
                                   icon("plus"), " ", t("balie.nog_een_vraag"), " ", kbd("Alt V"));
                 })),
             footer(button(cls("btn btn-primary"), type("submit"), name("actie"), value("bewaar"), attr("data-key", "Control+Enter"), t("balie.bewaar"), " ", kbd("Ctrl Enter")),
                    button(cls("btn"), type("submit"), name("actie"), value("even_weg"), flag("formnovalidate"), t("balie.even_weg")),
                    button(cls("btn btn-quiet"), type("submit"), name("actie"), value("weggooien"), flag("formnovalidate"), icon("trash"), t("balie.weggooien")))));
}

}  // namespace dichtbij::balie
