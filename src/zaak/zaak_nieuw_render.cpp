#include "zaak/zaak_nieuw_render.h"

#include <algorithm>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "klantcontact/klantcontact.h"
#include "norm/explanation_render.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

std::string typed(const Nieuwformulier& f, std::string_view naam, std::string otherwise = {}) {
    const auto* found = f.typed.find(naam);
    return found ? *found : std::move(otherwise);
}

Html origin(const Desk& desk, const Nieuwbron& bron) {
    const Texts& t = desk.t;
    if (bron.hoofdzaak) return alert("link", p(t("zaaknieuw.deelzaak_van"), " ", a(href(url_van(*bron.hoofdzaak)), bron.hoofdzaak_naam)));
    if (!bron.werk) return {};
    const std::string title_ = bron.werk->titel.empty() ? t("werk.afgeschermd") : bron.werk->titel;
    const bool runs_on = bron.werk->is_open() && bron.werk->soort != werk::Soort::zaak;
    return alert("phone", join(p(t("zaaknieuw.begint_met"), " ", strong(title_), ", ", bron.werk->nummer),
                               when(runs_on, [&] { return p(cls("small"), t("zaaknieuw.klokken_lopen_door")); })));
}

Html type_rows(const Desk& desk, const Nieuwbron& bron, const std::vector<const zaaktype::Zaaktyperegel*>& list) {
    const Texts& t = desk.t;
    return ul(cls("list-plain choose"), each(list, [&](const zaaktype::Zaaktyperegel* one) {
                  const auto partij = Id<Partij>::parse(desk.request.query.get("partij"));
                  return li(a(href(nieuw_url(bron, partij, "zaaktype=" + one->id.text())), zaaktype::in_taal(t, one->naam)), " ",
                            when(!one->domein.empty(), [&] { return badge("lock", t("organisatie.domein." + one->domein)); }),
                            span(cls("sub"), t("zaaknieuw.aanleiding." + woord(one->aanleiding))));
              }));
}

Html who(const Desk& desk, const Nieuwformulier& f, const Form& velden) {
    const Texts& t = desk.t;
    const Html search = div(cls("row search-in-panel"),
                            velden.input({.name = "wie",
                                          .label = t("zaakrolveld.zoek"),
                                          .value = typed(f, "wie"),
                                          .hint = t("zaakrolveld.zoek_uitleg"),
                                          .needed = Needed::no,
                                          .type = "search",
                                          .attributes = {attr("maxlength", "200"), attr("autocomplete", "off")}}),
                            button(cls("btn"), type("submit"), name("actie"), value("zoek"), flag("formnovalidate"), icon("search"), t("balie.zoek")));
    if (f.partij && f.gevonden.empty())
        return fieldset(cls("stack"), legend(t("zaaknieuw.wie")), hidden("partij", f.partij->text()), p(a(href("/personen/" + f.partij->text()), f.partij_naam)),
                        button(cls("btn btn-small"), type("submit"), name("actie"), value("andere"), flag("formnovalidate"), t("balie.iemand_anders")));
    std::vector<Choice> found;
    for (const Gevonden& one : f.gevonden) found.push_back({one.id, one.naam, one.onder});
    const bool searched = !typed(f, "wie").empty();
    found.push_back({"", t("zaaknieuw.zonder_aanvrager"), t("zaaknieuw.zonder_aanvrager_uitleg")});
    return fieldset(cls("stack"), legend(t("zaaknieuw.wie")), search, when(searched && f.gevonden.empty(), [&] { return p(cls("soft"), t("zaakrolveld.niemand")); }),
                    velden.radios({.name = "partij", .label = t("zaakrolveld.wie"), .value = typed(f, "partij", f.gevonden.empty() ? "" : found.front().value)}, found));
}

Html naar_select(const Desk& desk, const Nieuwformulier& f) {
    const Texts& t = desk.t;
    const std::string chosen = typed(f, "naar");
    const auto one = [&](char kind, const Choice& c) {
        return option(value(std::string(1, kind) + ":" + c.value), flag("selected", chosen == std::string(1, kind) + ":" + c.value), c.label);
    };
    return div(cls("field"), label(attr("for", "naar"), t("zaaknieuw.naar")),
               select(id("naar"), name("naar"), option(value(""), t("zaaknieuw.volgens_voorstel")),
                      optgroup(attr("label", t("zaakblad.team")), each(f.bezetting.teams, [&](const Choice& c) { return one('t', c); })),
                      optgroup(attr("label", t("taak.collega")), each(f.bezetting.collegas, [&](const Choice& c) { return one('m', c); }))));
}

// What the employee says of the costs before the case is made.
Html fees(const Texts& t, const zaaktype::Leges& leges) {
    const std::string& more = zaaktype::in_taal(t, leges.uitleg);
    return p(cls("prose"), strong(t("zaaktype.deel.leges") + ":"), " ", leges_in_woorden(t, leges) + (more.empty() ? "" : ". " + more));
}

Html when_and_how(const Desk& desk, const Nieuwformulier& f, const Form& velden) {
    const Texts& t = desk.t;
    const auto& werk = f.bron.werk;
    std::vector<Choice> channels;
    for (const auto kanaal : klantcontact::kanalen) channels.push_back({std::string(kanaal), t("kanaal." + std::string(kanaal)), ""});
    const Day received = werk && werk->is_open() ? day_of(werk->geopend_op) : desk.today();
    return fieldset(
        cls("stack"), attr("hx-post", "/zaken/nieuw/voorstel"), attr("hx-trigger", "change"), attr("hx-include", "closest form"), attr("hx-target", "#voorstel"),
        attr("hx-swap", "innerHTML"), legend(t("zaaknieuw.wanneer")),
        div(cls("fields"),
            velden.input({.name = "startdatum",
                          .label = t("zaakveld.startdatum"),
                          .value = typed(f, "startdatum", to_iso(received)),
                          .hint = t("zaakveld.startdatum_uitleg"),
                          .type = "date"}),
            velden.select({.name = "kanaal", .label = t("zaakveld.kanaal"), .value = typed(f, "kanaal", werk ? werk->kanaal : "")}, channels, t("taak.kies"))),
        when(f.type.inhoud.aanleiding == zaaktype::Aanleiding::bezwaar,
             [&] {
                 return velden.input({.name = "bestreden_besluit",
                                      .label = t("zaakveld.bestreden_besluit"),
                                      .value = typed(f, "bestreden_besluit"),
                                      .hint = t("zaakveld.bestreden_besluit_uitleg"),
                                      .needed = Needed::no,
                                      .type = "date"});
             }),
        naar_select(desk, f), div(id("voorstel"), attr("aria-live", "polite"), when(f.voorstel.has_value(), [&] { return voorstel_part(desk, *f.voorstel); })));
}

Html what(const Desk& desk, const Nieuwformulier& f, const Form& velden) {
    const Texts& t = desk.t;
    const std::string title_ = f.bron.werk && !f.bron.werk->titel.empty() ? f.bron.werk->titel : zaaktype::in_taal(t, f.type.inhoud.naam);
    return fieldset(
        cls("stack"), legend(t("zaaknieuw.wat")),
        velden.input({.name = "omschrijving",
                      .label = t("zaakveld.zaaknaam"),
                      .value = typed(f, "omschrijving", title_),
                      .hint = t("zaakveld.zaaknaam_uitleg"),
                      .attributes = {attr("maxlength", std::to_string(omschrijving_limit))}}),
        each(f.type.inhoud.eigenschappen, [&](const zaaktype::Eigenschap& one) { return eigenschap_veld(t, velden, one, typed(f, "eigenschappen." + one.code)); }),
        velden.textarea({.name = "toelichting",
                         .label = t("zaakveld.toelichting"),
                         .value = typed(f, "toelichting"),
                         .needed = Needed::no,
                         .attributes = {attr("maxlength", std::to_string(toelichting_limit))}},
                        4));
}

}  // namespace

std::string nieuw_url(const Nieuwbron& bron, const std::optional<Id<Partij>>& partij, std::string_view more) {
    std::string url = "/zaken/nieuw?gemeente=" + bron.gemeente.text();
    if (bron.klantcontact) url += "&klantcontact=" + bron.klantcontact->text();
    if (bron.taak) url += "&taak=" + bron.taak->text();
    if (bron.hoofdzaak) url += "&hoofdzaak=" + bron.hoofdzaak->text();
    if (partij) url += "&partij=" + partij->text();
    if (!more.empty()) url += "&" + std::string(more);
    return url;
}

Html type_kiezen(const Desk& desk, const Nieuwbron& bron, std::string_view zoek) {
    const Texts& t = desk.t;
    const Form velden(t);
    std::vector<const zaaktype::Zaaktyperegel*> offered, others;
    for (const auto& one : bron.typen) {
        if (folded(one.naam.nl + " " + one.naam.en + " " + one.code).find(folded(zoek)) == std::string::npos) continue;
        (bron.voorgesteld.contains(one.id) ? offered : others).push_back(&one);
    }
    const auto by_name = [&](const auto* a_, const auto* b_) { return folded(zaaktype::in_taal(t, a_->naam)) < folded(zaaktype::in_taal(t, b_->naam)); };
    std::sort(offered.begin(), offered.end(), by_name);
    std::sort(others.begin(), others.end(), by_name);
    const auto partij = desk.request.query.get("partij");
    const auto keep = [](std::string_view naam, const auto& id_) { return id_ ? hidden(naam, id_->text()) : Html(); };
    const Html empty = bron.typen.empty() ? empty_state(t("zaaknieuw.geen_typen"), t("zaaknieuw.geen_typen_uitleg"), "folders")
                                          : empty_state(t("zaaknieuw.niets_gevonden"), t("zaaknieuw.niets_gevonden_uitleg"), "search");
    return join(
        origin(desk, bron),
        when(bron.gemeenten.size() > 1 && !bron.werk && !bron.hoofdzaak,
             [&] {
                 std::vector<Tab> all;
                 for (const Choice& one : bron.gemeenten)
                     all.push_back({"/zaken/nieuw?gemeente=" + one.value, one.label, std::nullopt, one.value == bron.gemeente.text()});
                 return tabs(all);
             }),
        form(cls("filters filters-wide"), attr("role", "search"), attr("aria-label", t("zaaknieuw.zoek_type")), action("/zaken/nieuw"),
             hidden("gemeente", bron.gemeente.text()), keep("klantcontact", bron.klantcontact), keep("taak", bron.taak), keep("hoofdzaak", bron.hoofdzaak),
             when(!partij.empty(), [&] { return hidden("partij", partij); }),
             velden.input({.name = "q",
                           .label = t("zaaknieuw.zoek_type"),
                           .value = std::string(zoek),
                           .type = "search",
                           .attributes = {attr("maxlength", "100"), attr("autocomplete", "off")}}),
             button(cls("btn"), type("submit"), icon("search"), t("balie.zoek"))),
        when(!offered.empty(),
             [&] {
                 return section_of({"h-past", t("zaaknieuw.past_hierbij")}, type_rows(desk, bron, offered));
             }),
        when(!others.empty(),
             [&] {
                 return section_of({"h-alle", t(offered.empty() ? "zaaknieuw.alle" : "zaaknieuw.andere"), std::to_string(others.size())}, type_rows(desk, bron, others));
             }),
        when(offered.empty() && others.empty(), [&] { return empty; }));
}

Html voorstel_part(const Desk& desk, const Nieuwvoorstel& v) {
    const Texts& t = desk.t;
    const Html whose =
        p(cls("small soft"), t(v.is_persoon ? "balie.gaat_naar_persoon" : "balie.gaat_naar_team", v.is_persoon ? v.eigenaar : v.team, v.is_persoon ? v.team : v.eigenaar),
          " ", v.regel.empty() ? t("zaaknieuw.team_van_type") : t("balie.volgens_regel", v.regel));
    const Html said = v.beloofd ? promise(t, *v.beloofd,
                                          join(t(v.loopt_door ? "zaakblad.zeg.hoort" : v.met_besluit ? "zaakblad.zeg.besluit" : "zaakblad.zeg.klaar", long_day(t, *v.beloofd, desk.today())),
                                               when(v.loopt_door, [&] { return span(cls("soft small"), t("zaaknieuw.belofte_loopt")); })))
                                : p(t("zaakblad.geen_belofte"));
    const Html law = v.laatste ? join(p(icon("scale"), " ", t("zaakblad.wet", formal_day(t, *v.laatste))),
                                      details(summary(cls("small"), t("zaakblad.wet_uitleg")),
                                              each(norm::in_words(t, v.wet), [](const std::string& line) { return p(cls("small"), line); })))
                               : p(cls("small soft"), t("zaakblad.geen_wet"));
    return join(div(cls("say stack-tight"), said, law), whose);
}

Html nieuw_formulier(const Desk& desk, const Nieuwformulier& f) {
    const Texts& t = desk.t;
    const Form velden(t, f.errors);
    const auto keep = [](std::string_view naam, const auto& id_) { return id_ ? hidden(naam, id_->text()) : Html(); };
    return join(origin(desk, f.bron), when(!f.bezwaar.empty(), [&] { return div(attr("role", "alert"), alert("alert-triangle", p(t(f.bezwaar)), Tone::late)); }),
                p(cls("prose"), zaaktype::in_taal(t, f.type.inhoud.uitleg)), fees(t, f.type.inhoud.leges),
                el("form", cls("form form-wide"), attr("method", "post"), action("/zaken/nieuw"), flag("novalidate"), csrf_field(desk.csrf),
                   hidden("gemeente", f.bron.gemeente.text()), keep("klantcontact", f.bron.klantcontact), keep("taak", f.bron.taak), keep("hoofdzaak", f.bron.hoofdzaak),
                   hidden("zaaktype", f.type.versie.zaaktype.text()), hidden("typeversie", f.type.versie.id.text()),
                   // What Enter in a field does: make the case, not search.
                   button(cls("sr"), type("submit"), attr("tabindex", "-1"), attr("aria-hidden", "true"), t("zaaknieuw.maak")), velden.summary(), who(desk, f, velden),
                   what(desk, f, velden), when_and_how(desk, f, velden),
                   div(cls("row"), button(cls("btn btn-primary"), type("submit"), attr("data-key", "Control+Enter"), t("zaaknieuw.maak"), " ", kbd("Ctrl Enter")),
                       a(cls("btn"), href(nieuw_url(f.bron, f.partij)), t("zaaknieuw.ander_type")))));
}

}  // namespace dichtbij::zaak
