#include "taak/taakbeeld_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/parts.h"
#include "norm/explanation_render.h"
#include "werk/regels_render.h"

namespace dichtbij::taak {
namespace {

using namespace html;
using access::Desk;

std::string url_of(const Blad& blad) { return "/taken/" + blad.beeld.taak.id.text(); }

Html panel_link(const Texts& t, const Blad& blad, const char* panel, const char* icon_name, const char* key) {
    return a(cls("btn"), href(url_of(blad) + "?paneel=" + panel + "#h-paneel"), attr("data-key", key), icon(icon_name), t("taak.knop." + std::string(panel)), " ", kbd(key));
}

Html act_button(const Desk& desk, const Blad& blad, std::string_view act, const Html& content) {
    return form(cls("inline"), attr("method", "post"), action(url_of(blad) + "/" + std::string(act)), csrf_field(desk.csrf),
                hidden("versie", std::to_string(blad.beeld.werk.versie)), content);
}

Html call_button(const Desk& desk, const Blad& blad, Belresultaat result, const char* icon_name, const char* key) {
    const std::string word = boost::describe::enum_to_string(result, "");
    return act_button(desk, blad, "belpoging",
                      join(hidden("resultaat", word), button(cls("btn"), type("submit"), attr("data-key", key), icon(icon_name), desk.t("taak.bel." + word), " ", kbd(key))));
}

Html state_badge(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const werk::Werk& w = blad.beeld.werk;
    if (!w.is_open()) return badge("circle-check", t("taak.afgerond"), Tone::good);
    werk::Regelbeeld regel;
    regel.regel.werk = w;
    if (w.beloofd_op && *w.beloofd_op < desk.now) regel.werkdagen_te_laat = werk::weekdays_late(*w.beloofd_op, desk.now);
    return werk::due_of(t, regel, desk.now);
}

}  // namespace

Html head_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Taak& taak = blad.beeld.taak;
    const werk::Werk& w = blad.beeld.werk;
    const Html person = w.partij ? a(href("/personen/" + w.partij->text()), blad.voor) : text(t("werk.anoniem"));
    const Html phone = taak.telefoonnummer.empty() ? Html()
                                                   : join(a(href("tel:" + taak.telefoonnummer), taak.telefoonnummer),
                                                          taak.voorkeursmoment.empty() ? "" : ", " + t("taak.liefst", taak.voorkeursmoment));
    const Html owner = join(blad.eigenaar, ", ", blad.team, when(w.is_open() && !w.aanvaard_op, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); }));
    return header(
        cls("section"), div(cls("page-head"), h1(w.titel), span(cls("soft"), w.nummer), state_badge(desk, blad)),
        facts({{t("taak.voor"), person}, {t("taak.bel_op"), phone}, {t("lijst.eigenaar"), owner}, {t("lijst.onderwerp"), text(blad.onderwerp)},
               {t("lijst.gemeente"), text(blad.gemeente)}, {t("taak.gevraagd"), text(taak.gevraagde_handeling)}}),
        when(!taak.toelichting.empty(), [&] { return p(cls("quote section"), taak.toelichting); }),
        when(blad.mag && w.is_open(), [&] {
            return div(cls("row toolbar"),
                       when(!w.aanvaard_op, [&] {
                           return act_button(desk, blad, "aanvaard", button(cls("btn btn-primary"), type("submit"), attr("data-key", "a"), icon("hand-finger"), t("taak.knop.aanvaard"), " ", kbd("a")));
                       }),
                       a(cls(w.aanvaard_op ? "btn btn-primary" : "btn"), href(url_of(blad) + "?paneel=afronden#h-paneel"), attr("data-key", "r"), icon("circle-check"), t("taak.knop.afronden"), " ", kbd("r")),
                       panel_link(t, blad, "geef_door", "arrow-forward-up", "g"), panel_link(t, blad, "verzet", "calendar-event", "v"),
                       panel_link(t, blad, "vraag", "message-question", "c"), panel_link(t, blad, "notitie", "note", "t"),
                       w.wacht ? act_button(desk, blad, "verder", button(cls("btn"), type("submit"), icon("player-play"), t("taak.knop.verder")))
                               : panel_link(t, blad, "wacht", "player-pause", "w"),
                       when(!w.is_intern(), [&] { return a(cls("btn"), href("/zaken/nieuw?taak=" + taak.id.text()), icon("folder-plus"), t("zaaknieuw.van_vraag")); }));
        }),
        when(blad.mag && !w.is_open(), [&] { return div(cls("row toolbar"), panel_link(t, blad, "heropen", "refresh", "h")); }));
}

Html promise_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const werk::Werk& w = blad.beeld.werk;
    if (!w.beloofd_op) return {};
    const Day day = day_of(*w.beloofd_op);
    const long moves = static_cast<long>(blad.toezeggingen.size()) - 1;
    std::vector<Html> why;
    for (const auto& klok : blad.klokken)
        for (const auto& line : norm::in_words(t, klok.berekening)) why.push_back(p(cls("small"), line));
    std::vector<Html> history;
    for (const auto& toezegging : blad.toezeggingen)
        history.push_back(li(long_day(t, day_of(toezegging.beloofd_op), desk.today()), " · ", t("belofte." + std::string(boost::describe::enum_to_string(toezegging.stand, "")))));
    return section(cls("section panel"), attr("aria-labelledby", "h-belofte"), h2(cls("sr"), id("h-belofte"), t("taak.belofte")),
                   promise(t, day, join(t("balie.zeg", long_day(t, day, desk.today()), ""),
                                        span(cls("soft small"), moves > 0 ? t("taak.keer_verzet", moves) : t("taak.nooit_verzet")))),
                   when(moves > 0, [&] { return details(summary(t("taak.belofte_verloop")), ul(cls("list-plain small"), history)); }),
                   when(!why.empty(), [&] { return details(summary(t("balie.hoe_berekend")), why); }));
}

Html calls_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const auto& calls = blad.beeld.belpogingen;
    std::size_t at = 0;
    const Html rows_ = each(calls, [&](const Belpoging& call) {
        return tr(td(cls("nowrap"), near_day(t, day_of(call.op), desk.today()) + ", " + time_of_day(t, call.op)), td(blad.bellers[at++]),
                  td(t("taak.bel." + std::string(boost::describe::enum_to_string(call.resultaat, ""))),
                     when(call.volgende_op.has_value(), [&] {
                         return span(cls("sub"), t("taak.volgende", near_day(t, day_of(*call.volgende_op), desk.today()) + ", " + time_of_day(t, *call.volgende_op)));
                     })));
    });
    return section(cls("section"), attr("aria-labelledby", "h-bel"),
                   div(cls("section-head"), h2(id("h-bel"), t("taak.belpogingen")), span(cls("soft"), t("taak.pogingen_telling", calls.size(), belpogingen_minimum))),
                   when(!calls.empty(), [&] {
                       return div(cls("table-frame"), table(cls("table"), caption(cls("sr"), t("taak.belpogingen")),
                                                            thead(tr(th(attr("scope", "col"), t("taak.wanneer")), th(attr("scope", "col"), t("taak.wie")), th(attr("scope", "col"), t("taak.hoe")))),
                                                            tbody(rows_)));
                   }),
                   when(blad.mag && blad.beeld.werk.is_open(), [&] {
                       return div(cls("row below"), span(cls("soft"), t("taak.net_gebeld")), call_button(desk, blad, Belresultaat::gesproken, "phone-check", "1"),
                                  call_button(desk, blad, Belresultaat::geen_gehoor, "phone-off", "2"), call_button(desk, blad, Belresultaat::voicemail, "message-2", "3"));
                   }));
}

Html colleagues_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    if (blad.beeld.collegavragen.empty()) return {};
    std::size_t at = 0;
    return section(cls("section"), attr("aria-labelledby", "h-collega"), div(cls("section-head"), h2(id("h-collega"), t("taak.collegavragen"))),
                   ul(cls("list-plain stack"), each(blad.beeld.collegavragen, [&](const Gemaakt& asked) {
                          return li(a(href("/taken/" + asked.taak.id.text()), asked.werk.titel), " ", span(cls("soft"), blad.gevraagden[at++]), " ",
                                    asked.werk.is_open() ? badge("clock", t("taak.wacht_op_antwoord")) : badge("check", t("taak.beantwoord"), Tone::good),
                                    when(!asked.taak.antwoord.empty(), [&] { return p(cls("quote"), asked.taak.antwoord); }));
                      })));
}

Html course_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    return section(cls("section"), attr("aria-labelledby", "h-draad"),
                   div(cls("section-head"), h2(id("h-draad"), t("taak.verloop")),
                       span(cls("badge badge-brand"), attr("role", "status"), attr("data-presence", "werk:" + blad.beeld.werk.id.text()), attr("data-self", desk.caller.naam), flag("hidden"))),
                   timeline(blad.verloop));
}

}  // namespace dichtbij::taak
