#include "zaak/zaak_paneel_render.h"

#include "bericht/bericht_render.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "organisatie/parts_desk.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

enum class Voor { open_zaak, gesloten_zaak, elke_zaak };
enum class Wie { wie_handelt, wie_leest };

struct Soort {
    std::string_view naam, icoon, sjabloon;
    Html (*velden)(const Paneelbron&);
    Voor voor = Voor::open_zaak;
    Wie wie = Wie::wie_handelt;
};

// Each act that asks for something: its form, the template of its words, and in which case it can be done. Acts
// on a task are for who owns the task, who may not act on the case perhaps: the service says no to others.
constexpr Soort soorten[] = {
    {"status", "arrow-right", "", leven_velden},
    {"terug", "arrow-back-up", "", leven_velden},
    {"sluiten", "circle-check", "afgesloten", leven_velden},
    {"ingetrokken", "x", "ingetrokken", leven_velden},
    {"heropenen", "refresh", "heropend", leven_velden, Voor::gesloten_zaak},
    {"archiefdatum", "archive", "", leven_velden, Voor::gesloten_zaak},
    {"geef_door", "arrow-forward-up", "", leven_velden},
    {"opschorten", "player-pause", "opgeschort", termijn_velden},
    {"hervatten", "player-play", "hervat", termijn_velden},
    {"verlengen", "calendar-plus", "verlengd", termijn_velden},
    {"ingebreke", "alert-triangle", "ingebrekestelling", termijn_velden},
    {"verzet", "calendar-event", "belofte_verzet", termijn_velden},
    {"besluit", "gavel", "besluit", besluit_velden},
    {"bekendmaken", "send", "besluit", besluit_velden, Voor::elke_zaak},
    {"besluit_intrekken", "x", "antwoord", besluit_velden, Voor::elke_zaak},
    {"taak", "list-check", "", taak_velden},
    {"vraag", "message-question", "vraag", taak_velden},
    {"antwoord", "message-check", "", taak_velden, Voor::open_zaak, Wie::wie_leest},
    {"taak_af", "circle-check", "", taak_velden, Voor::open_zaak, Wie::wie_leest},
    {"taak_door", "arrow-forward-up", "", taak_velden, Voor::open_zaak, Wie::wie_leest},
    {"wijzig", "pencil", "", gegevens_velden},
    {"eigenschappen", "pencil", "", gegevens_velden},
    {"rol", "user-plus", "", gegevens_velden},
    {"rol_einde", "user-minus", "", gegevens_velden},
    {"verband", "link", "", gegevens_velden, Voor::elke_zaak},
    {"notitie", "note", "", gegevens_velden, Voor::elke_zaak, Wie::wie_leest},
    {"document", "upload", "", gegevens_velden, Voor::elke_zaak, Wie::wie_leest},
};

const Soort* soort_van(std::string_view naam) {
    for (const Soort& one : soorten)
        if (one.naam == naam) return &one;
    return nullptr;
}

bool past(const Soort& soort, const Zaakblad& blad) {
    if (soort.voor == Voor::open_zaak && !blad.zaak().is_open()) return false;
    if (soort.voor == Voor::gesloten_zaak && blad.zaak().is_open()) return false;
    return soort.wie == Wie::wie_leest || blad.beeld.mag_handelen;
}

Html objection(const Desk& desk, const Paneel& paneel) {
    const Texts& t = desk.t;
    if (!paneel.anders.empty()) {
        std::vector<organisatie::Vergelijking> lines;
        for (const Anders& one : paneel.anders) lines.push_back({one.label, one.getypt, one.nu});
        return organisatie::beide_versies(t, lines);
    }
    if (paneel.bezwaar.empty()) return {};
    return div(attr("role", "alert"), attr("tabindex", "-1"), attr("data-focus", ""),
               alert("alert-triangle", p(t(paneel.bezwaar == "fout.gewijzigd" ? "zaakpaneel.gewijzigd" : paneel.bezwaar)), Tone::late));
}

}  // namespace

std::string_view sjabloon_van(std::string_view paneel) {
    const Soort* soort = soort_van(paneel);
    return soort ? soort->sjabloon : std::string_view();
}

bool is_paneel(std::string_view naam) { return soort_van(naam) != nullptr; }

std::string Paneelbron::typed(std::string_view name_, std::string otherwise) const {
    const auto* found = paneel.typed.find(name_);
    return found ? *found : std::move(otherwise);
}

std::string Paneelbron::label_key(std::string_view name_) const {
    const std::string own = "zaakveld." + paneel.naam + "." + std::string(name_);
    return t().has(own) ? own : "zaakveld." + std::string(name_);
}

Html Paneelbron::tekst(std::string_view name_, std::size_t limit, Needed needed, int rows) const {
    const std::string key = label_key(name_);
    return velden.textarea({.name = std::string(name_),
                            .label = t()(key),
                            .value = typed(name_),
                            .hint = t().has(key + "_uitleg") ? t()(key + "_uitleg") : "",
                            .needed = needed,
                            .attributes = {attr("maxlength", std::to_string(limit))}},
                           rows);
}

Html Paneelbron::regel(std::string_view name_, std::size_t limit, Needed needed) const {
    const std::string key = label_key(name_);
    return velden.input({.name = std::string(name_),
                         .label = t()(key),
                         .value = typed(name_),
                         .hint = t().has(key + "_uitleg") ? t()(key + "_uitleg") : "",
                         .needed = needed,
                         .attributes = {attr("maxlength", std::to_string(limit)), attr("autocomplete", "off")}});
}

Html Paneelbron::dag(std::string_view name_, Needed needed, std::string otherwise) const {
    const std::string key = label_key(name_);
    return velden.input({.name = std::string(name_),
                         .label = t()(key),
                         .value = typed(name_, std::move(otherwise)),
                         .hint = t().has(key + "_uitleg") ? t()(key + "_uitleg") : "",
                         .needed = needed,
                         .type = "date"});
}

Html Paneelbron::belofte() const {
    if (!blad.werk().beloofd_op) return {};
    const std::string now = long_day(t(), day_of(*blad.werk().beloofd_op), desk.today());
    return velden.input({.name = "beloofd_datum",
                         .label = t()("zaakveld.beloofd_datum"),
                         .value = typed("beloofd_datum"),
                         .hint = t()("zaakveld.beloofd_datum_uitleg", now),
                         .needed = Needed::no,
                         .type = "date"});
}

Html Paneelbron::ontbreekt(std::initializer_list<zaaktype::Verplichtbij> moments) const {
    const auto missing = blad.ontbrekend(moments);
    if (missing.empty()) return {};
    const Html list = ul(each(missing, [&](const zaaktype::Documenttype* one) { return li(zaaktype::in_taal(t(), one->naam)); }));
    return div(cls("stack"), alert("file-alert", join(p(strong(t()("zaakdocument.ontbreekt"))), list), Tone::today), tekst("ontbreekt_omdat", reden_limit, Needed::no, 2));
}

Html Paneelbron::woorden() const {
    if (!blad.beeld.schrijft_inwoner) return {};
    bericht::Woordenveld veld = bericht::woorden_uit(paneel.typed);
    veld.gemeente = blad.gemeente;
    if (!paneel.typed.has("bericht_tekst") && paneel.voorstel) veld = {paneel.voorstel->onderwerp, paneel.voorstel->tekst, paneel.voorstel->taal, blad.gemeente};
    return fieldset(cls("stack"), legend(t()("zaakbericht.kop", blad.naam_van(blad.ontvanger))),
                    velden.radios({.name = "bericht", .label = t()("zaakbericht.hoe"), .value = typed("bericht", "stuur")},
                                  {{"stuur", t()("zaakbericht.stuur"), ""}, {"niet", t()("zaakbericht.niet"), t()("zaakbericht.niet_uitleg")}}),
                    div(cls("stack"), attr("data-when", "bericht=stuur"), p(cls("small soft"), t()("zaakbericht.haken")), sjabloonkeuze(), bericht::woorden_velden(t(), velden, veld)),
                    div(attr("data-when", "bericht=niet"), velden.input({.name = "bericht_niet_omdat",
                                                                         .label = t()("zaakbericht.niet_omdat"),
                                                                         .value = typed("bericht_niet_omdat"),
                                                                         .attributes = {attr("maxlength", std::to_string(reden_limit))}})));
}

Html Paneelbron::sjabloonkeuze() const {
    if (paneel.sjablonen.empty() || !paneel.voorstel) return {};
    const std::string besluit = paneel.typed.has("besluit") ? "&besluit=" + http::percent_encoded(paneel.typed.get("besluit")) : "";
    const std::string here = url_van(blad.zaak().id) + "?paneel=" + paneel.naam + "&blad=" + woord(blad.tab) + besluit + "&sjabloon=";
    return details(summary(t()("zaakbericht.ander_sjabloon")), p(cls("small soft"), t()("zaakbericht.ander_sjabloon_uitleg")), ul(cls("list-plain"), each(paneel.sjablonen, [&](const Choice& one) {
                       return li(a(href(here + one.value), attr_if(one.value == paneel.voorstel->sjabloon, "aria-current", "true"), one.label));
                   })));
}

Html paneel_part(const Desk& desk, const Zaakblad& blad, const Paneel& paneel) {
    const Texts& t = desk.t;
    const Soort* soort = soort_van(paneel.naam);
    if (!soort || !past(*soort, blad)) return {};
    const Form velden(t, paneel.errors);
    const Html content = soort->velden({desk, blad, paneel, velden});
    if (content.empty()) return {};
    const std::string act = "/" + paneel.naam;
    std::vector<Attribute> attributes{attr("method", "post"), action(url_van(blad.zaak().id, act)), flag("novalidate")};
    if (paneel.naam == "document") attributes.push_back(document::upload_enctype());
    return section(cls("work-panel"), attr("aria-labelledby", "h-paneel"),
                   el("form", attributes, csrf_field(desk.csrf), hidden("versie", std::to_string(blad.zaak().versie)),
                      hidden("werkversie", std::to_string(blad.werk().versie)), hidden("blad", woord(blad.tab)),
                      header(icon(soort->icoon), h2(id("h-paneel"), t("zaakpaneel." + paneel.naam)),
                             a(cls("push"), href(url_van(blad.zaak().id, blad.tab)), attr("data-key", "Escape"), t("taak.sluit"), " ", kbd("Esc"))),
                      div(cls("body"), velden.summary(), objection(desk, paneel), content),
                      footer(button(cls("btn btn-primary"), type("submit"), attr("data-key", "Control+Enter"), t("zaakdoe." + paneel.naam), " ", kbd("Ctrl Enter")),
                             when(paneel.naam == "geef_door", [&] { return span(cls("small soft"), t("taak.minuut_terug")); }))));
}

}  // namespace dichtbij::zaak
