#include "html/dates.h"
#include "norm/explanation_render.h"
#include "werk/regels_render.h"
#include "zaak/zaak_blad_render.h"
#include "zaak/zaak_volgende_service.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements
using access::Desk;

namespace {

Html due_badge(const Desk& desk, const Zaakblad& blad) {
    const werk::Werk& w = blad.werk();
    if (!w.is_open()) return {};
    werk::Regelbeeld regel;
    regel.regel.werk = w;
    if (w.beloofd_op && *w.beloofd_op < desk.now) regel.werkdagen_te_laat = werk::weekdays_late(*w.beloofd_op, desk.now);
    return werk::due_of(desk.t, regel, desk.now);
}

Html person(const std::optional<Id<Partij>>& id, const std::string& naam, const Texts& t) {
    if (!id) return text(t("zaakblad.zonder_aanvrager"));
    return a(href("/personen/" + id->text()), naam);
}

Html owner(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const bool waits = blad.werk().is_open() && !blad.werk().aanvaard_op;
    return join(blad.casemanager, ", ", blad.team,
                when(!blad.telefoon.empty(), [&] { return join(", ", a(cls("nowrap"), href("tel:" + blad.telefoon), blad.telefoon)); }),
                when(waits, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); }));
}

Html account_manager(const Zaakblad& blad) {
    if (!blad.accountmanager) return {};
    const auto& one = *blad.accountmanager;
    return join(one.naam, when(!one.telefoon.empty(), [&] { return join(", ", a(cls("nowrap"), href("tel:" + one.telefoon), one.telefoon)); }));
}

struct Knop {
    std::string_view paneel, icoon, toets;
};

// Every panel that a button opens: its icon and key.
constexpr Knop knoppen[] = {{"status", "arrow-right", "s"},
                            {"terug", "arrow-back-up", ""},
                            {"opschorten", "player-pause", "w"},
                            {"hervatten", "player-play", "w"},
                            {"verlengen", "calendar-plus", ""},
                            {"ingebreke", "alert-triangle", ""},
                            {"besluit", "gavel", "b"},
                            {"bekendmaken", "send", ""},
                            {"besluit_intrekken", "x", ""},
                            {"sluiten", "circle-check", "r"},
                            {"ingetrokken", "x", ""},
                            {"heropenen", "refresh", "h"},
                            {"archiefdatum", "archive", ""},
                            {"geef_door", "arrow-forward-up", "g"},
                            {"verzet", "calendar-event", "v"},
                            {"notitie", "note", "t"},
                            {"wijzig", "pencil", ""},
                            {"eigenschappen", "pencil", ""},
                            {"taak", "list-check", "c"},
                            {"vraag", "message-question", "q"},
                            {"antwoord", "message-check", ""},
                            {"taak_af", "circle-check", ""},
                            {"taak_door", "arrow-forward-up", ""},
                            {"rol", "user-plus", ""},
                            {"rol_einde", "user-minus", ""},
                            {"verband", "link", ""},
                            {"document", "upload", "u"}};

}  // namespace

Html paneel_knop(const Desk& desk, const Zaakblad& blad, std::string_view paneel, std::string_view over) {
    const Texts& t = desk.t;
    for (const Knop& one : knoppen) {
        if (one.paneel != paneel) continue;
        const bool has_key = !one.toets.empty() && over.empty();
        return a(cls(over.empty() ? "btn" : "btn btn-small"), href(paneel_url(blad.zaak().id, blad.tab, paneel, over)), attr_if(has_key, "data-key", one.toets),
                 icon(one.icoon), t("zaakpaneel." + std::string(paneel)), when(has_key, [&] { return join(" ", kbd(one.toets)); }));
    }
    return {};
}

Html doe_knop(const Desk& desk, std::string_view url, const std::vector<std::pair<std::string, std::string>>& velden, const Html& knop) {
    return form(cls("inline"), attr("method", "post"), action(url), csrf_field(desk.csrf), each(velden, [](const auto& one) { return hidden(one.first, one.second); }),
                knop);
}

Html kop_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const Zaak& zaak = blad.zaak();
    const werk::Werk& w = blad.werk();
    const bool mag = blad.beeld.mag_handelen;
    return header(cls("section"),
                  div(cls("page-head"), h1(zaak.omschrijving), span(cls("soft nowrap"), zaak.nummer), due_badge(desk, blad), zaak_badge(t, zaak),
                      wet_badge(t, zaak, desk.today()), vertrouwelijk_badge(t, zaak.vertrouwelijkheid)),
                  facts({{t("zaakblad.zaaktype"), text(zaaktype::in_taal(t, blad.beeld.zaaktype.naam))},
                         {t("zaakblad.aanvrager"), person(blad.aanvrager, blad.naam_van(blad.aanvrager), t)},
                         {t("zaakblad.casemanager"), owner(desk, blad)},
                         {t("partij.accountmanager.kop"), account_manager(blad)},
                         {t("zaakblad.ontvangen"), text(near_day(t, zaak.startdatum, desk.today()) + ", " + t("kanaal." + zaak.kanaal))},
                         {t("zaaktype.deel.leges"), text(leges_in_woorden(t, blad.beeld.zaaktype.leges))},
                         {t("lijst.gemeente"), text(blad.gemeente)},
                         {t("zaakblad.hoofdzaak"), blad.beeld.hoofdzaak ? a(href(url_van(blad.beeld.hoofdzaak->zaak.id)), blad.beeld.hoofdzaak->zaak.nummer) : Html()}}),
                  when(mag && zaak.is_open(),
                       [&] {
                           return div(cls("row toolbar"),
                                      when(!w.aanvaard_op,
                                           [&] {
                                               return doe_knop(desk, url_van(zaak.id, "/aanvaard"), {{"werkversie", std::to_string(w.versie)}, {"blad", woord(blad.tab)}},
                                                               button(cls("btn"), type("submit"), attr("data-key", "a"), icon("hand-finger"), t("taak.knop.aanvaard"),
                                                                      " ", kbd("a")));
                                           }),
                                      paneel_knop(desk, blad, "geef_door"), paneel_knop(desk, blad, "verzet"), paneel_knop(desk, blad, "taak"),
                                      paneel_knop(desk, blad, "document"), paneel_knop(desk, blad, "notitie"));
                       }),
                  when(!mag || !zaak.is_open(),
                       [&] { return div(cls("row toolbar"), paneel_knop(desk, blad, "notitie"), when(mag, [&] { return paneel_knop(desk, blad, "document"); })); }));
}

Html tabs_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    const auto open_tasks = std::count_if(blad.taken.begin(), blad.taken.end(), [](const Taakblad& one) { return one.beeld.taak.is_open(); });
    const auto count_of = [&](Tabblad tab) -> std::optional<long> {
        if (tab == Tabblad::taken) return open_tasks;
        if (tab == Tabblad::documenten) return static_cast<long>(blad.documenten.size());
        if (tab == Tabblad::besluiten) return static_cast<long>(blad.beeld.besluiten.size());
        return std::nullopt;
    };
    std::vector<Tab> all;
    for (const Tabblad tab : {Tabblad::overzicht, Tabblad::taken, Tabblad::documenten, Tabblad::besluiten, Tabblad::berichten, Tabblad::betrokkenen, Tabblad::verloop})
        all.push_back({url_van(blad.zaak().id, tab) + "#h-blad", t("zaakblad.tab." + woord(tab)), count_of(tab), tab == blad.tab});
    return el("nav", attr("aria-label", t("zaakblad.tabs")), id("h-blad"), tabs(all));
}

Html tab_part(const Desk& desk, const Zaakblad& blad) {
    switch (blad.tab) {
        case Tabblad::taken: return taken_part(desk, blad);
        case Tabblad::documenten: return documenten_part(desk, blad);
        case Tabblad::besluiten: return besluiten_part(desk, blad);
        case Tabblad::berichten: return berichten_part(desk, blad);
        case Tabblad::betrokkenen: return betrokkenen_part(desk, blad);
        case Tabblad::verloop: return verloop_part(desk, blad);
        case Tabblad::overzicht: break;
    }
    return overzicht_part(desk, blad);
}

Html handelingen_part(const Desk& desk, const Zaakblad& blad) {
    const Texts& t = desk.t;
    if (!blad.beeld.mag_handelen) return {};
    const Zaak& zaak = blad.zaak();
    const auto& type_ = blad.beeld.zaaktype;
    const auto group = [&](const char* key, const std::vector<std::string_view>& panels) {
        return div(cls("stack-tight"), h3(t(key)), div(cls("stack-tight acts"), each(panels, [&](std::string_view one) { return div(paneel_knop(desk, blad, one)); })));
    };
    std::vector<std::string_view> step, term;
    if (!zaak.is_open())
        return el("aside", cls("panel stack"), attr("aria-labelledby", "h-doen"), h2(id("h-doen"), t("zaakblad.doen")),
                  group("zaakblad.doen.stap", {"heropenen", "archiefdatum"}));
    const auto* next = blad.volgende();
    if (next && !next->eind) step.push_back("status");
    if (blad.beeld.statussen.size() > 1) step.push_back("terug");
    step.insert(step.end(), {"besluit", "sluiten", "ingetrokken"});
    if (type_.opschorten) term.push_back(zaak.opgeschort ? "hervatten" : "opschorten");
    if (type_.verlengen.keren > 0 || type_.verlengen.met_instemming) term.push_back("verlengen");
    if (zaak.laatste_datum && type_.dwangsom && !blad.beeld.dwangsom) term.push_back("ingebreke");
    return el("aside", cls("panel stack"), attr("aria-labelledby", "h-doen"), h2(id("h-doen"), t("zaakblad.doen")), group("zaakblad.doen.stap", step),
              group("zaakblad.doen.vraag", {"vraag", "taak"}), when(!term.empty(), [&] { return group("zaakblad.doen.termijn", term); }),
              group("zaakblad.doen.gegevens", {"wijzig", "eigenschappen", "rol", "verband"}));
}

}  // namespace dichtbij::zaak
