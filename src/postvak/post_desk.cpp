#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "organisatie/parts_desk.h"
#include "postvak/schermen_desk.h"

namespace dichtbij::postvak {
namespace {

using access::Desk;
using access::Rol;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr int post_per_pagina = 50;

std::string code_of(Mailstaat staat) { return boost::describe::enum_to_string(staat, ""); }

Html staat_badge(const Texts& t, Mailstaat staat) {
    const std::string words = t("postvak.staat." + code_of(staat));
    switch (staat) {
        case Mailstaat::wacht: return badge("hourglass", words, Tone::today);
        case Mailstaat::verwerkt: return badge("check", words, Tone::good);
        case Mailstaat::mislukt: return badge("alert-triangle", words, Tone::late);
        case Mailstaat::apart: return badge("ban", words, Tone::today);
        case Mailstaat::dubbel:
        case Mailstaat::stil:
        case Mailstaat::gelaten: break;
    }
    return badge("point", words);
}

std::vector<organisatie::Gemeente> gemeenten_of(const Schermen& s, const Desk& desk) {
    auto all = s.organisatie.own_gemeenten(desk.caller);
    std::erase_if(all, [&](const auto& one) { return !access::has_role(desk.caller, one.id, {Rol::kcc_medewerker, Rol::teamleider, Rol::manager, Rol::beheerder}); });
    return all;
}

std::string waarom(const Texts& t, const RuweMailRij& mail) {
    if (mail.staat == Mailstaat::verwerkt && mail.rem != Bevestigingsrem::geen && mail.rem != Bevestigingsrem::in_gesprek)
        return t("postvak.rem." + std::string(boost::describe::enum_to_string(mail.rem, "")));
    if (mail.reden.starts_with("postvak.reden.")) return t(mail.reden);
    if (mail.staat == Mailstaat::stil) return t("postvak.soort." + std::string(boost::describe::enum_to_string(mail.soort, ""))) + (mail.reden.empty() ? "" : " · " + mail.reden);
    return mail.reden;
}

Html acts(const Desk& desk, const Mailregel& regel) {
    const Texts& t = desk.t;
    const RuweMailRij& mail = regel.mail;
    if (regel.afgeschermd) return {};
    const std::string url = std::string(post_url) + "/" + mail.id.text();
    const std::string about = mail.onderwerp.empty() ? mail.van_adres : mail.onderwerp;
    const bool may_raw = access::has_role(desk.caller, mail.gemeente, {Rol::manager, Rol::beheerder});
    const bool is_open = mail.staat == Mailstaat::apart || mail.staat == Mailstaat::stil || mail.staat == Mailstaat::gelaten;
    return join(when(is_open, [&] { return organisatie::small_button(desk, {url + "/behandel", t("postvak.toch_behandelen"), about, "check", {}}); }),
                when(mail.staat == Mailstaat::apart, [&] { return organisatie::small_button(desk, {url + "/laat", t("postvak.laat"), about, "", {}}); }),
                when(may_raw, [&] { return a(href(url + "/ruw"), t("postvak.ruw"), span(cls("sr"), " " + about)); }));
}

Html line(const Desk& desk, const Mailregel& regel) {
    const Texts& t = desk.t;
    const RuweMailRij& mail = regel.mail;
    const std::string title_ = regel.afgeschermd ? t("postvak.afgeschermd") : mail.onderwerp.empty() ? t("postvak.zonder_onderwerp") : mail.onderwerp;
    const std::string who = mail.van_naam.empty() ? mail.van_adres : mail.van_naam + " · " + mail.van_adres;
    const bool has_page = mail.klantcontact && !regel.afgeschermd;
    return row(cell(has_page ? cover("/klantcontacten/" + mail.klantcontact->text(), title_, who) : join(text(title_), below(who))), cell(moment(t, mail.ontvangen_op, desk.now)),
               cell(staat_badge(t, mail.staat), below(waarom(t, mail))), cell(div(cls("row"), acts(desk, regel))));
}

Html state_tabs(const Texts& t, const Mailpagina& page, const std::string& here, const std::optional<Mailstaat>& chosen) {
    std::vector<Tab> all{{here, t("postvak.alles"), std::nullopt, !chosen}};
    for (const auto& [staat, count] : page.aantallen)
        all.push_back({here + "&staat=" + code_of(staat), t("postvak.staat." + code_of(staat)), static_cast<long>(count), chosen == staat});
    return tabs(all);
}

template <class Act>
Response act_on(Request& request, Desk& desk, Act act) {
    const auto id = Id<dichtbij::RuweMail>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "mail id", "", {}});
    const auto done = act(*id);
    return done ? Response::redirect(std::string(post_url) + "?klaar=bewaard") : desk.fail(done.error());
}

}  // namespace

Response post_lijst(const Schermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeenten = gemeenten_of(s, desk);
    if (gemeenten.empty()) return desk.fail({Reason::forbidden, "no role that sees the mail", "", {}});
    Zoekmail vraag;
    vraag.gemeente = Id<Gemeente>::parse(request.query.get("gemeente")).value_or(gemeenten.front().id);
    Mailstaat staat{};
    if (boost::describe::enum_from_string(std::string(request.query.get("staat")).c_str(), staat)) vraag.staat = staat;
    vraag.woord = request.query.get("zoek");
    vraag.voor = Id<dichtbij::RuweMail>::parse(request.query.get("voor"));
    vraag.limit = post_per_pagina;
    const auto page = s.post.search(desk.caller, vraag);
    if (!page) return desk.fail(page.error());
    const std::string here = std::string(post_url) + "?gemeente=" + vraag.gemeente.text();
    std::vector<Tab> places;
    for (const auto& one : gemeenten) places.push_back({std::string(post_url) + "?gemeente=" + one.id.text(), one.naam, std::nullopt, one.id == vraag.gemeente});
    const Form form(t);
    const Html rows = each(page->regels, [&](const Mailregel& regel) { return line(desk, regel); });
    const std::string more = here + (vraag.staat ? "&staat=" + code_of(*vraag.staat) : "") + "&voor=";
    return desk.page(
        t("postvak.post"),
        join(page_head(t("postvak.post"), t("postvak.post_uitleg")), organisatie::klaar_melding(desk, request), when(places.size() > 1, [&] { return tabs(places); }),
             state_tabs(t, *page, here, vraag.staat),
             filters(t, post_url, join(hidden("gemeente", vraag.gemeente.text()),
                                       form.input({.name = "zoek", .label = t("postvak.zoek"), .value = vraag.woord, .hint = t("postvak.zoek_uitleg"), .needed = Needed::no}))),
             page->regels.empty() ? empty_state(t("postvak.geen_post"), t("postvak.geen_post_uitleg"), "mail")
                                  : stackable_table(t("postvak.post"), {{.label = t("postvak.mail")}, {.label = t("postvak.ontvangen")}, {.label = t("postvak.stand")}, {.label = t("postvak.doen")}}, rows),
             pager(t, page->volgende && vraag.woord.empty() ? more + page->volgende->text() : "")));
}

Response post_behandel(const Schermen& s, Request& request, Desk& desk) {
    return act_on(request, desk, [&](Id<dichtbij::RuweMail> id) { return s.post.handle(desk.caller, id); });
}

Response post_laat(const Schermen& s, Request& request, Desk& desk) {
    return act_on(request, desk, [&](Id<dichtbij::RuweMail> id) { return s.post.leave(desk.caller, id); });
}

Response post_ruw(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::RuweMail>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "mail id", "", {}});
    auto raw = s.post.raw(desk.caller, *id);
    if (!raw) return desk.fail(raw.error());
    Response response;
    response.body = std::move(*raw);
    // Never shown by the browser: what a stranger wrote is saved as a file.
    response.header("Content-Type", "application/octet-stream").header("Content-Disposition", "attachment; filename=\"mail-" + id->text() + ".eml\"").header("Cache-Control", "no-store");
    return response;
}

}  // namespace dichtbij::postvak
