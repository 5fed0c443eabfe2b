#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "organisatie/parts_desk.h"
#include "organisatie/regel_desk.h"
#include "organisatie/schermen_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

std::string url_van(const Routeringsregel& regel, std::string_view rest = {}) {
    return "/beheer/routering/" + regel.id.text() + std::string(rest);
}

Html regel_rij(const Desk& desk, const Regelwoorden& woorden, const Routeringsregel& regel) {
    const Texts& t = desk.t;
    return row(td(attr("role", "cell"), cls("r"), regel.volgorde),
               cell(cover(url_van(regel), regel.naam), when(!regel.actief, [&] { return join(" ", badge("ban", t("organisatie.niet_actief"))); })),
               cell(attr("data-l", t("organisatie.als")), woorden.voorwaarden(regel)),
               cell(attr("data-l", t("organisatie.dan")), woorden.doel(regel)),
               cell(span(cls("row"), small_button(desk, {.url = url_van(regel, "/omhoog"), .label = t("organisatie.regel.omhoog"), .about = regel.naam,
                                                         .icon_name = "arrow-up"}),
                         small_button(desk, {.url = url_van(regel, "/omlaag"), .label = t("organisatie.regel.omlaag"), .about = regel.naam,
                                             .icon_name = "arrow-down"}))));
}

Html storing_lijst(const Desk& desk, const std::vector<Routeringsregel>& regels, const std::vector<Storing>& storingen) {
    const Texts& t = desk.t;
    if (storingen.empty()) return {};
    return div(cls("section"), attr("role", "status"),
               alert("alert-triangle",
                     div(p(strong(t("organisatie.storing.kop", storingen.size()))), p(t("organisatie.storing.uitleg")),
                         ul(each(storingen, [&](const Storing& storing) {
                             const auto regel = std::find_if(regels.begin(), regels.end(), [&](const Routeringsregel& r) { return r.id == storing.regel; });
                             return li(regel == regels.end() ? Html() : a(href(url_van(*regel)), regel->naam), ": ",
                                       t("organisatie.oorzaak." + std::string(boost::describe::enum_to_string(storing.oorzaak, ""))), " ",
                                       span(cls("soft"), t("organisatie.storing.sinds", moment(t, storing.sinds, desk.now))));
                         }))),
                     Tone::late));
}

// The question in the test box, from the address.
Vraag gevraagd(const Request& request, const Gemeente& gemeente, const Desk& desk) {
    Vraag vraag;
    vraag.gemeente = gemeente.id;
    vraag.kanaal = request.query.get("kanaal");
    vraag.taal = request.query.get("taal");
    vraag.vaardigheid = request.query.get("vaardigheid");
    vraag.onderwerp = Id<dichtbij::Onderwerp>::parse(request.query.get("onderwerp"));
    vraag.product = Id<dichtbij::Product>::parse(request.query.get("product"));
    const auto day = parse_day(request.query.get("dag"));
    const auto time = day ? parse_instant(to_iso(*day) + "T" + std::string(request.query.get("tijd")) + ":00") : std::nullopt;
    vraag.op = time.value_or(desk.now);
    return vraag;
}

Html proef_formulier(const Desk& desk, const Regelwoorden& woorden, const Gemeente& gemeente, const Vraag& vraag) {
    const Texts& t = desk.t;
    const Form form(t);
    const std::string civil = to_iso(day_of(vraag.op));
    const auto since_midnight = local_time(vraag.op) - LocalTime(day_of(vraag.op));
    std::array<char, 8> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(since_midnight / hours(1)),
                  static_cast<int>(since_midnight % hours(1) / minutes(1)));
    return el("form", cls("form-wide"), attr("method", "get"), html::action("/beheer/routering#h-proef"), hidden("gemeente", gemeente.id.text()),
              hidden("probeer", "ja"),
              div(cls("fields"),
                  form.select({.name = "onderwerp", .label = t("organisatie.onderwerp"), .value = vraag.onderwerp ? vraag.onderwerp->text() : ""},
                              woorden.onderwerpen(), t("organisatie.geen")),
                  form.select({.name = "product", .label = t("organisatie.product"), .value = vraag.product ? vraag.product->text() : ""},
                              woorden.producten(), t("organisatie.geen")),
                  form.select({.name = "kanaal", .label = t("organisatie.kanaal"), .value = vraag.kanaal.empty() ? "telefoon" : vraag.kanaal},
                              kanaal_keuzes(t)),
                  form.select({.name = "taal", .label = t("organisatie.taal"), .value = vraag.taal.empty() ? "nld" : vraag.taal}, taal_keuzes(t)),
                  form.select({.name = "vaardigheid", .label = t("organisatie.vaardigheid"), .value = vraag.vaardigheid}, woorden.vaardigheden(),
                              t("organisatie.geen")),
                  form.input({.name = "dag", .label = t("organisatie.dag"), .value = civil, .type = "date"}),
                  form.input({.name = "tijd", .label = t("organisatie.tijd"), .value = clock.data(), .type = "time"})),
              div(cls("row"), button(cls("btn"), type("submit"), icon("route"), t("organisatie.proef.knop"))));
}

std::string uitleg_zin(const Texts& t, const std::string& line) {
    std::vector<std::string> parts{""};
    for (const char c : line) {
        if (c == '\x1f') parts.emplace_back();
        else parts.back() += c;
    }
    const std::string key = parts.front();
    parts.erase(parts.begin());
    return t.fill(key, parts);
}

Html oordeel_cel(const Texts& t, const Oordeel& oordeel, bool is_winnaar) {
    if (is_winnaar) return badge("circle-check", t("organisatie.proef.beslist"), Tone::good);
    switch (oordeel.uitkomst) {
        case Uitkomst::past: return badge("check", t("organisatie.proef.past"));
        case Uitkomst::uit: return badge("ban", t("organisatie.niet_actief"));
        case Uitkomst::storing: return badge("alert-triangle", t("organisatie.proef.storing"), Tone::late);
        case Uitkomst::past_niet: break;
    }
    return badge("x", t("organisatie.proef.past_niet"));
}

std::string redenen(const Texts& t, const Oordeel& oordeel) {
    std::string text;
    const auto add = [&](const std::string& key) { text.append(text.empty() ? "" : " ").append(t(key)); };
    for (const Oorzaak oorzaak : oordeel.oorzaken) add("organisatie.oorzaak." + std::string(boost::describe::enum_to_string(oorzaak, "")));
    for (const Verschil verschil : oordeel.verschillen) add("organisatie.verschil." + std::string(boost::describe::enum_to_string(verschil, "")));
    return text;
}

Html proef_uitkomst(const Desk& desk, const Regelwoorden& woorden, const Proef& proef) {
    const Texts& t = desk.t;
    const Afweging& a = proef.afweging;
    std::vector<Html> rows;
    for (std::size_t i = 0; i < a.regels.size(); ++i)
        rows.push_back(row(cell(a.regels[i].naam), cell(oordeel_cel(t, a.oordelen[i], a.winnaar == i)), cell(redenen(t, a.oordelen[i]))));
    return div(cls("panel below"), attr("role", "status"),
               h3(t("organisatie.proef.gaat_naar", woorden.naam(a.route.eigenaar), woorden.team(a.route.team))),
               ol(cls("list-plain stack-tight"), each(a.route.uitleg, [&](const std::string& line) { return li(uitleg_zin(t, line)); })),
               when(!rows.empty(), [&] {
                   return div(cls("below"), stackable_table(t("organisatie.proef.regels"),
                                          {{.label = t("organisatie.regel")}, {.label = t("organisatie.proef.uitkomst")}, {.label = t("organisatie.proef.waarom")}},
                                          join(rows)));
               }));
}

Html proef_deel(const OrganisatieService& service, const Request& request, const Desk& desk, const Regelwoorden& woorden, const Gemeente& gemeente) {
    const Texts& t = desk.t;
    const bool is_asked = request.query.has("probeer");
    const Vraag vraag = gevraagd(request, gemeente, desk);
    Html uitkomst;
    if (is_asked) {
        const auto proef = service.probeer(desk.caller, vraag);
        uitkomst = proef ? proef_uitkomst(desk, woorden, *proef) : alert("alert-triangle", p(t("organisatie.proef.geen_team")), Tone::late);
    }
    return section_of({"h-proef", t("organisatie.proef.kop"), t("organisatie.proef.uitleg"), {}},
                      join(proef_formulier(desk, woorden, gemeente, vraag), uitkomst));
}

}  // namespace

Response routering(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = gekozen_gemeente(service, desk, request);
    if (!gemeente) return desk.fail({is_beheerder(desk.caller) ? Reason::not_found : Reason::forbidden, "no such gemeente", "", {}});
    const auto regels = service.regels(desk.caller, gemeente->id);
    const auto storingen = service.storingen(desk.caller, gemeente->id);
    if (!regels) return desk.fail(regels.error());
    if (!storingen) return desk.fail(storingen.error());
    const Regelwoorden woorden(service, desk, gemeente->id);
    return desk.page(
        t("organisatie.beheer.routering"),
        join(back_link("/beheer", t("organisatie.beheer.kop")),
             page_head(t("organisatie.beheer.routering"), gemeente->naam,
                       button_link("/beheer/routering/nieuw?gemeente=" + gemeente->id.text(), t("organisatie.regel.nieuw"), "plus")),
             klaar_melding(desk, request), gemeente_tabs(service, desk, "/beheer/routering", gemeente->id), storing_lijst(desk, *regels, *storingen),
             p(cls("prose"), t("organisatie.routering.uitleg")),
             regels->empty() ? empty_state(t("organisatie.routering.leeg"), t("organisatie.routering.leeg_uitleg"), "route")
                             : stackable_table(t("organisatie.beheer.routering"),
                                               {{.label = t("organisatie.volgorde"), .is_number = true}, {.label = t("organisatie.regel")},
                                                {.label = t("organisatie.als")}, {.label = t("organisatie.dan")}, {.label = t("organisatie.doe_iets")}},
                                               each(*regels, [&](const Routeringsregel& regel) { return regel_rij(desk, woorden, regel); })),
             proef_deel(service, request, desk, woorden, *gemeente)));
}

Response verplaats_regel(const OrganisatieService& service, Request& request, Desk& desk, Richting richting) {
    const auto id = Id<Routeringsregel>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no row id", "", {}});
    const auto regel = service.regel(desk.caller, *id);
    if (!regel) return desk.fail(regel.error());
    const auto done = service.move(desk.caller, *id, richting);
    return done ? klaar("/beheer/routering?gemeente=" + regel->gemeente.text(), "bewaard") : desk.fail(done.error());
}

}  // namespace dichtbij::organisatie
