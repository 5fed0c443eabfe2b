#include "balie/wie_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "http/params.h"
#include "partij/partij_follow.h"
#include "partij/zoek.h"
#include "werk/regels_render.h"

namespace dichtbij::balie {
namespace {

using namespace html;
using access::Desk;

constexpr int open_limit = 10;
constexpr int contacts_limit = 5;
constexpr int names_limit = 15;

Html hit_row(const Desk& desk, const Concept& c, const partij::Treffer& hit) {
    const Texts& t = desk.t;
    std::string born;
    if (hit.geboortedatum && hit.geboortedatum->is_whole())
        born = full_date(t, make_day(hit.geboortedatum->jaar, static_cast<unsigned>(hit.geboortedatum->maand), static_cast<unsigned>(hit.geboortedatum->dag)));
    return row(cell(a(cls("cover title"), href("/personen/" + hit.id.text() + "?gesprek=" + c.id.text()), hit.naam),
                    when(!hit.waarschuwingen.empty(), [&] { return join(" ", badge("shield", t("balie.let_op"), Tone::today)); }),
                    when(!born.empty(), [&] { return span(cls("sub"), t("balie.geboren", born)); })),
               cell(form(attr("method", "post"), action("/contact/" + c.id.text() + "/partij"), csrf_field(desk.csrf), hidden("partij", hit.id.text()),
                         button(cls("btn btn-small"), type("submit"), t("balie.kies_persoon"), span(cls("sr"), " " + hit.naam)))));
}

Html hits_table(const Desk& desk, const Concept& c, const std::vector<partij::Treffer>& hits) {
    const Texts& t = desk.t;
    return stackable_table(t("balie.gevonden"), {{t("balie.naam"), ""}, {t("balie.kies"), ""}},
                           each(hits, [&](const partij::Treffer& hit) { return hit_row(desk, c, hit); }));
}

Html hits_of(const BalieSchermen& s, const Desk& desk, const Concept& c, std::string_view zoek) {
    const Texts& t = desk.t;
    const auto vraag = partij::parse_zoekvraag(zoek, desk.today());
    return s.store.read([&](store::Tx& tx) {
        const auto exact = s.partijen.find(tx, desk.caller, vraag);
        if (exact && !exact->empty()) return hits_table(desk, c, *exact);
        const auto by_name = partij::find_names(s.index, s.partijen, tx, desk.caller, vraag, names_limit);
        if (by_name.is_unavailable) return alert("info-circle", p(t("balie.geen_namen")));
        if (by_name.treffers.empty()) return empty_state(t("balie.niemand"), t("balie.niemand_uitleg"), "search");
        return join(when(by_name.by_guess, [&] { return p(cls("soft"), t("balie.lijkt_erop")); }), hits_table(desk, c, by_name.treffers));
    });
}

// Where someone may be known when he is not known here.
Html registers(const BalieSchermen& s, const Desk& desk, const Concept& c, std::string_view zoek) {
    const auto link = [&](opzoek::Bron bron, std::string_view url, std::string_view key) {
        if (s.opzoeken == nullptr || !s.opzoeken->is_aan(desk.caller, c.gemeente, bron).value_or(false)) return Html{};
        const std::string gemeente = "?gemeente=" + c.gemeente.text() + "&gesprek=" + c.id.text();
        return button_link(std::string(url) + gemeente + (zoek.empty() ? "" : "&q=" + http::percent_encoded(zoek)), desk.t(key), "search");
    };
    const Html links = join(link(opzoek::Bron::brp, "/personen/brp", "opzoek.zoek_brp"), link(opzoek::Bron::kvk, "/personen/handelsregister", "opzoek.zoek_kvk"));
    return links.empty() ? Html{} : div(cls("row below"), links);
}

Html finding_out(const BalieSchermen& s, const Desk& desk, const Concept& c, std::string_view zoek) {
    const Texts& t = desk.t;
    const Form fields(t);
    Html found;
    if (!zoek.empty()) {
        found = hits_of(s, desk, c, zoek);
    } else if (!c.invoer.telefoon.empty()) {
        const auto callers = s.partijen.find_caller(desk.caller, c.invoer.telefoon);
        found = callers && !callers->empty() ? join(p(t("balie.bekend_onder", c.invoer.telefoon)), hits_table(desk, c, *callers))
                                             : empty_state(t("balie.nummer_onbekend", c.invoer.telefoon), t("balie.nummer_onbekend_uitleg"), "phone");
    }
    return section(attr("aria-labelledby", "h-wie"), div(cls("section-head"), h2(id("h-wie"), t("balie.wie"))),
                   form(cls("filters filters-wide"), attr("role", "search"), attr("aria-label", t("balie.wie")), action("/contact/" + c.id.text()),
                        fields.input({.name = "q", .label = t("balie.zoek_persoon"), .value = std::string(zoek), .hint = t("balie.zoek_hint"), .type = "search",
                                      .attributes = {attr("maxlength", "200"), attr("autocomplete", "off")}}),
                        button(cls("btn"), type("submit"), icon("search"), t("balie.zoek"))),
                   found,
                   registers(s, desk, c, zoek),
                   p(cls("below"), a(href("/personen/nieuw?gesprek=" + c.id.text()), icon("plus"), " ", t("balie.nieuwe_persoon")), " · ",
                     span(cls("soft"), t("balie.mag_onbekend"))));
}

Html running(const BalieSchermen& s, store::Tx& tx, const Desk& desk, const std::vector<Id<Partij>>& family) {
    const Texts& t = desk.t;
    std::vector<werk::Werkregel> regels;
    for (auto& w : s.werk.open_of_partijen(tx, desk.caller, family, open_limit)) {
        werk::Werkregel regel;
        regel.afgeschermd = w.titel.empty();
        regel.werk = std::move(w);
        regels.push_back(std::move(regel));
    }
    const auto beelden = werk::with_names(tx, s.partijen, std::move(regels), desk.now);
    return section(cls("section"), attr("aria-labelledby", "h-loopt"),
                   div(cls("section-head"), h2(id("h-loopt"), t("balie.loopt_nu")), span(cls("soft"), std::to_string(beelden.size()))),
                   beelden.empty() ? empty_state(t("balie.niets_loopt"), t("balie.niets_loopt_uitleg"))
                                   : stackable_table(t("balie.loopt_nu"), werk::columns_of(t, werk::Kiezen::nee), each(beelden, [&](const werk::Regelbeeld& r) {
                                                         return werk::row_of(t, r, desk.now, werk::Kiezen::nee);
                                                     })));
}

Html last_contacts(const BalieSchermen& s, store::Tx& tx, const Desk& desk, const std::vector<Id<Partij>>& family) {
    const Texts& t = desk.t;
    std::vector<Moment> moments;
    for (const auto& r : s.contacten.of_partijen(tx, desk.caller, family, std::nullopt, contacts_limit).regels) {
        const auto& k = r.klantcontact;
        const std::string who = k.door ? " · " + organisatie::naam_of(tx, *k.door) : "";
        moments.push_back({k.inhoud.kanaal == "telefoon" ? "phone" : "message-circle",
                           join(strong(t("kanaal." + k.inhoud.kanaal)), " ", r.afgeschermd ? t("werk.afgeschermd") : t("balie.over", k.inhoud.onderwerp), " ",
                                badge("", t("balie.afloop." + std::string(boost::describe::enum_to_string(k.afloop, ""))))),
                           moment(t, k.inhoud.plaatsgevonden_op, desk.now) + who, r.afgeschermd ? "" : k.inhoud.inhoud});
    }
    return section(cls("section"), attr("aria-labelledby", "h-contacten"), div(cls("section-head"), h2(id("h-contacten"), t("balie.contacten"))),
                   moments.empty() ? empty_state(t("balie.eerste_contact"), t("balie.eerste_contact_uitleg"), "message-circle") : timeline(moments));
}

Html person(const BalieSchermen& s, const Desk& desk, const Concept& c) {
    const Texts& t = desk.t;
    const Id<Partij> partij = *c.invoer.partij;
    const std::string all_url = "/personen/" + partij.text() + "?gesprek=" + c.id.text();
    return s.store.read([&](store::Tx& tx) {
        const auto family = s.partijen.familie(tx, partij);
        return join(header(cls("section"), div(cls("page-head"), h2(s.partijen.naam_of(tx, partij))),
                           div(cls("row toolbar"), a(cls("btn"), href(all_url), icon("user"), t("balie.heel_klantbeeld")),
                               form(attr("method", "post"), action("/contact/" + c.id.text() + "/partij"), csrf_field(desk.csrf), hidden("partij", ""),
                                    button(cls("btn"), type("submit"), t("balie.iemand_anders"))))),
                    running(s, tx, desk, family), last_contacts(s, tx, desk, family));
    });
}

}  // namespace

Html wie_part(const BalieSchermen& s, const Desk& desk, const Concept& c, std::string_view zoek) {
    return c.invoer.partij ? person(s, desk, c) : finding_out(s, desk, c, zoek);
}

}  // namespace dichtbij::balie
