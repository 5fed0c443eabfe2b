#include <boost/describe/enum_to_string.hpp>

#include "bericht/taalhulp_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "taak/taakbeeld_render.h"

namespace dichtbij::taak {
namespace {

using namespace html;
using access::Desk;

std::string typed(const Paneel& paneel, std::string_view name_, std::string otherwise = {}) {
    const auto* found = paneel.typed.find(name_);
    return found ? *found : std::move(otherwise);
}

Attribute limit(std::size_t characters) { return attr("maxlength", std::to_string(characters)); }

// A form beside the work: heading, body, one primary button, and a way back.
Html framed(const Desk& desk, const Blad& blad, const Paneel& paneel, const char* icon_name, const Html& body_) {
    const Texts& t = desk.t;
    const std::string url = "/taken/" + blad.beeld.taak.id.text();
    const Form fields(t, paneel.errors);
    return section(
        cls("work-panel"), attr("aria-labelledby", "h-paneel"),
        form(attr("method", "post"), action(url + "/" + paneel.naam), flag("novalidate"), csrf_field(desk.csrf), hidden("versie", std::to_string(blad.beeld.werk.versie)),
             header(icon(icon_name), h2(id("h-paneel"), t("taak.knop." + paneel.naam)),
                    a(cls("push"), href(url), attr("data-key", "Escape"), t("taak.sluit"), " ", kbd("Esc"))),
             div(cls("body"), fields.summary(), body_),
             footer(button(cls("btn btn-primary"), type("submit"), attr("data-key", "Control+Enter"), t("taak.doe." + paneel.naam), " ", kbd("Ctrl Enter")),
                    when(paneel.naam == "afronden" || paneel.naam == "geef_door", [&] { return span(cls("small soft"), t("taak.minuut_terug")); }))));
}

Html close_body(const Texts& t, const Form& fields, const Paneel& paneel) {
    std::vector<Choice> outcomes;
    for (const auto outcome : {werk::Uitkomst::beantwoord, werk::Uitkomst::doorverwezen, werk::Uitkomst::ingetrokken, werk::Uitkomst::niet_bereikt}) {
        const std::string word = boost::describe::enum_to_string(outcome, "");
        outcomes.push_back({word, t("uitkomst." + word), ""});
    }
    return join(fields.radios({.name = "uitkomst", .label = t("taak.uitkomst"), .value = typed(paneel, "uitkomst", "beantwoord")}, outcomes),
                bericht::schrijfveld(t, fields, {{.name = "antwoord", .label = t("taak.antwoord"), .value = typed(paneel, "antwoord"), .hint = t("taak.antwoord_uitleg"), .attributes = {limit(verslag_limit)}}, 4}),
                fields.radios({.name = "inwoner_weet_het", .label = t("taak.weet_het"), .value = typed(paneel, "inwoner_weet_het")},
                              {{"ja", t("taak.weet_het.ja"), ""}, {"nee", t("taak.weet_het.nee"), t("taak.weet_het.nee_uitleg")}}));
}

Html hand_on_body(const Texts& t, const Form& fields, const Blad& blad, const Paneel& paneel) {
    return join(fields.radios({.name = "naar", .label = t("taak.naar"), .value = typed(paneel, "naar", "team")},
                              {{"team", t("taak.naar.team"), ""}, {"medewerker", t("taak.naar.medewerker"), ""}, {"regels", t("taak.naar.regels"), t("taak.naar.regels_uitleg")}}),
                div(attr("data-when", "naar=team"), fields.select({.name = "team", .label = t("taak.team"), .value = typed(paneel, "team")}, blad.teams, t("taak.kies"))),
                div(attr("data-when", "naar=medewerker"), fields.select({.name = "medewerker", .label = t("taak.collega"), .value = typed(paneel, "medewerker")}, blad.collegas, t("taak.kies"))),
                fields.textarea({.name = "reden", .label = t("taak.waarom"), .value = typed(paneel, "reden"), .attributes = {limit(werk::reden_limit)}}, 3));
}

Html move_body(const Texts& t, const Form& fields, const Paneel& paneel, std::string_view taal) {
    return join(fields.input({.name = "datum", .label = t("taak.nieuwe_datum"), .value = typed(paneel, "datum"), .type = "date"}),
                fields.textarea({.name = "reden", .label = t("taak.reden_verzet"), .value = typed(paneel, "reden"), .attributes = {limit(werk::reden_limit)}}, 3),
                fields.radios({.name = "verteld", .label = t("taak.verteld"), .value = typed(paneel, "verteld")},
                              {{"bericht", t("taak.verteld.bericht"), ""}, {"op_verzoek", t("taak.verteld.op_verzoek"), ""}, {"niet_te_bereiken", t("taak.verteld.niet_te_bereiken"), ""}}),
                div(attr("data-when", "verteld=bericht|niet_te_bereiken"),
                    bericht::schrijfveld(t, fields, {{.name = "woorden", .label = t("taak.woorden"), .value = typed(paneel, "woorden"), .hint = t("taak.woorden_uitleg"), .attributes = {limit(werk::bericht_limit)}}, 3, std::string(taal)})));
}

}  // namespace

Html panel_part(const Desk& desk, const Blad& blad, const Paneel& paneel) {
    const Texts& t = desk.t;
    const Form fields(t, paneel.errors);
    if (paneel.naam == "afronden") return framed(desk, blad, paneel, "circle-check", close_body(t, fields, paneel));
    if (paneel.naam == "geef_door") return framed(desk, blad, paneel, "arrow-forward-up", hand_on_body(t, fields, blad, paneel));
    if (paneel.naam == "verzet") return framed(desk, blad, paneel, "calendar-event", move_body(t, fields, paneel, blad.beeld.werk.taal));
    if (paneel.naam == "vraag")
        return framed(desk, blad, paneel, "message-question",
                      join(fields.select({.name = "medewerker", .label = t("taak.collega"), .value = typed(paneel, "medewerker")}, blad.collegas, t("taak.kies")),
                           fields.textarea({.name = "vraag", .label = t("taak.wat_vraag_je"), .value = typed(paneel, "vraag"), .attributes = {limit(toelichting_limit)}}, 4)));
    if (paneel.naam == "notitie")
        return framed(desk, blad, paneel, "note",
                      join(fields.textarea({.name = "tekst", .label = t("taak.notitie"), .value = typed(paneel, "tekst"), .hint = t("taak.notitie_uitleg"), .attributes = {limit(werk::notitie_limit)}}, 5),
                           fields.select({.name = "medewerker", .label = t("taak.noem"), .value = typed(paneel, "medewerker"), .needed = Needed::no}, blad.collegas, t("taak.niemand"))));
    if (paneel.naam == "wacht")
        return framed(desk, blad, paneel, "player-pause",
                      join(fields.radios({.name = "reden", .label = t("taak.wacht_op"), .value = typed(paneel, "reden", "inwoner")},
                                         {{"inwoner", t("taak.wacht_op.inwoner"), ""}, {"andere_partij", t("taak.wacht_op.andere_partij"), ""}}),
                           fields.textarea({.name = "toelichting", .label = t("taak.waarop"), .value = typed(paneel, "toelichting"), .needed = Needed::no, .attributes = {limit(werk::reden_limit)}}, 3)));
    if (paneel.naam == "heropen")
        return framed(desk, blad, paneel, "refresh",
                      fields.textarea({.name = "reden", .label = t("taak.waarom"), .value = typed(paneel, "reden"), .attributes = {limit(werk::reden_limit)}}, 3));
    return {};
}

}  // namespace dichtbij::taak
