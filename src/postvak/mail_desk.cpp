#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "document/bestand_desk.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "html/veilig.h"
#include "organisatie/organisatie_service.h"
#include "organisatie/parts_desk.h"
#include "postvak/schermen_desk.h"

namespace dichtbij::postvak {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

std::string mail_url(const Mailbeeld& one, std::string_view rest) { return std::string(post_url) + "/" + one.mail.id.text() + std::string(rest); }

Html echtheid_badge(const Texts& t, Echtheid echtheid) {
    switch (echtheid) {
        case Echtheid::bevestigd: return badge("shield-check", t("postvak.echtheid.bevestigd"), Tone::good);
        case Echtheid::weersproken: return badge("alert-triangle", t("postvak.echtheid.weersproken"), Tone::late);
        case Echtheid::onbekend: break;
    }
    return badge("help", t("postvak.echtheid.onbekend"), Tone::today);
}

Html attachments(const Desk& desk, const Mailbeeld& one) {
    const Texts& t = desk.t;
    const std::string url = std::string(post_url) + "/bijlagen/" + one.mail.werk->text() + "/";
    document::Lijstweergave how;
    how.kop = t("postvak.bijlagen");
    how.openen = [url](const document::Documentregel& regel) { return url + regel.versie.id.text(); };
    how.downloaden = [url](const document::Documentregel& regel) { return url + regel.versie.id.text() + "?opslaan=1"; };
    std::vector<std::pair<std::string, std::string>> refused;
    for (std::string_view rest = one.tekst.geweigerd; !rest.empty();) {
        const auto end = rest.find('\n'), tab = rest.find('\t');
        if (end == std::string_view::npos || tab == std::string_view::npos || tab > end) break;
        refused.emplace_back(rest.substr(0, tab), rest.substr(tab + 1, end - tab - 1));
        rest.remove_prefix(end + 1);
    }
    return join(when(!one.bijlagen.empty(), [&] { return document::document_list(t, one.bijlagen, how, desk.now); }),
                each(refused, [&](const auto& file) { return p(cls("small soft"), t("postvak.geweigerd", file.first, t.has(file.second) ? t(file.second) : t("postvak.geweigerd.anders"))); }));
}

Html suggestion(const Desk& desk, const Mailbeeld& one) {
    const Texts& t = desk.t;
    if (one.suggestie.empty()) return {};
    if (one.tekst.gekoppeld_op) return p(cls("small soft"), t("postvak.gekoppeld", one.suggestie));
    return alert("link", join(p(t("postvak.hoort_misschien", one.suggestie), " ", a(href("/zoeken?q=" + one.suggestie), t("postvak.bekijk"))),
                              organisatie::small_button(desk, {mail_url(one, "/koppel"), t("postvak.koppel"), one.suggestie, "link", {{"terug", desk.request.path}}})),
                 Tone::today);
}

// What was proposed and why, and a way to say what it is about instead.
Html proposal(const Desk& desk, const Mailbeeld& one, const std::vector<Choice>& onderwerpen) {
    const Texts& t = desk.t;
    if (one.mail.staat != Mailstaat::verwerkt || one.mail.rem == Bevestigingsrem::in_gesprek) return {};
    const Form form(t);
    const std::string chosen = one.tekst.gekozen ? one.tekst.gekozen->text() : one.tekst.voorgesteld ? one.tekst.voorgesteld->text() : "";
    return join(when(!one.voorgesteld.empty(), [&] { return p(cls("small soft"), t("postvak.voorgesteld", one.voorgesteld, one.tekst.gronden)); }),
                when(!one.gekozen.empty(), [&] { return p(cls("small soft"), t("postvak.gecorrigeerd", one.gekozen)); }),
                details(summary(t("postvak.ander_onderwerp")),
                        organisatie::posting(desk, mail_url(one, "/onderwerp"), hidden("terug", desk.request.path),
                                             form.select({.name = "onderwerp", .label = t("postvak.gaat_over"), .value = chosen, .hint = t("postvak.gaat_over_uitleg"), .id = "onderwerp-" + one.mail.id.text()},
                                                         onderwerpen, t("postvak.kies")),
                                             div(cls("row below"), submit(t("postvak.verbeter"))))));
}

std::string list_of(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : ", ") + one;
    return text;
}

Html one_mail(const Desk& desk, const Mailbeeld& one, const std::vector<Choice>& onderwerpen) {
    const Texts& t = desk.t;
    const RuweMailRij& mail = one.mail;
    const std::string title_ = mail.onderwerp.empty() ? t("postvak.zonder_onderwerp") : mail.onderwerp;
    return div(cls("section"), h3(title_), p(cls("row"), echtheid_badge(t, one.tekst.echtheid), when(mail.bevestigd_op.has_value(), [&] { return badge("check", t("postvak.bevestigd"), Tone::good); })),
               facts({{t("postvak.van"), text(mail.van_naam.empty() ? mail.van_adres : mail.van_naam + " <" + mail.van_adres + ">")}, {t("postvak.aan_ons"), text(list_of(one.postvakken))},
                      {t("postvak.ontvangen"), text(moment(t, mail.ontvangen_op, desk.now))}, {t("postvak.contact"), text(one.contactnummer)}}),
               when(mail.staat == Mailstaat::mislukt, [&] { return alert("alert-triangle", p(t(mail.reden)), Tone::late); }), suggestion(desk, one),
               when(!one.tekst.tekst.empty(), [&] { return details(summary(t("postvak.lees")), p(cls("quote"), one.tekst.tekst)); }),
               when(!one.tekst.citaat.empty(), [&] { return details(summary(t("postvak.eerder")), p(cls("quote"), one.tekst.citaat)); }), attachments(desk, one), proposal(desk, one, onderwerpen),
               when(!one.tekst.html.empty(), [&] {
                   return p(cls("small"), a(href(mail_url(one, "/opmaak")), attr("target", "_blank"), attr("rel", "noopener"), t("postvak.opmaak")), " · ",
                            a(href(mail_url(one, "/opmaak?beelden=ja")), attr("target", "_blank"), attr("rel", "noopener"), t("postvak.opmaak_beelden")));
               }),
               when(one.mag_ruw, [&] { return p(cls("small"), a(href(mail_url(one, "/ruw")), t("postvak.ruw"))); }));
}

// Only to pages of our own.
std::string terug_van(const Request& request) {
    const std::string_view to = request.form.get("terug");
    const bool is_own = to.starts_with('/') && !to.starts_with("//") && to.find_first_of("\r\n\\") == std::string_view::npos;
    return is_own ? std::string(to) : std::string(post_url);
}

}  // namespace

Html naast_werk(const Schermen& s, const Desk& desk, Id<Werk> werk) {
    const auto mails = s.post.of_werk(desk.caller, werk);
    if (!mails || mails->empty()) return {};
    std::vector<Choice> onderwerpen;
    s.store.read([&](store::Tx& tx) {
        onderwerpen.clear();
        for (const auto& one : organisatie::onderwerpen(tx, mails->front().mail.gemeente)) onderwerpen.push_back({one.id.text(), one.naam, ""});
    });
    return section_of({"h-mail", desk.t("postvak.mails"), desk.t("postvak.mails_aantal", static_cast<int>(mails->size()))},
                      each(*mails, [&](const Mailbeeld& one) { return one_mail(desk, one, onderwerpen); }));
}

Response mail_onderwerp(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::RuweMail>::parse(request.param("id"));
    const auto onderwerp = organisatie::id_of<Onderwerp>(request, "onderwerp");
    if (!id) return desk.fail({Reason::not_found, "mail id", "", {}});
    if (!onderwerp) return Response::redirect(terug_van(request));
    const auto done = s.post.correct_subject(desk.caller, *id, *onderwerp, desk.t("postvak.correctie_reden"));
    return done ? Response::redirect(terug_van(request)) : desk.fail(done.error());
}

Response mail_koppel(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::RuweMail>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "mail id", "", {}});
    const auto done = s.post.link(desk.caller, *id);
    return done ? Response::redirect(terug_van(request)) : desk.fail(done.error());
}

Response mail_bijlage(const Schermen& s, Request& request, Desk& desk) {
    const auto werk = Id<Werk>::parse(request.param("werk"));
    const auto id = Id<dichtbij::DocumentVersie>::parse(request.param("id"));
    if (!werk || !id) return desk.fail({Reason::not_found, "attachment id", "", {}});
    const auto versie = s.post.attachment(desk.caller, *werk, *id);
    if (!versie) return desk.fail(versie.error());
    auto served = document::serve(s.post.documenten(), request, *versie, request.query.get("opslaan").empty() ? document::Tonen::in_pagina : document::Tonen::opslaan);
    return served ? std::move(*served) : desk.fail(served.error());
}

// A page by itself, whose policy lets nothing in but the images that were asked for.
Response mail_opmaak(const Schermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::RuweMail>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "mail id", "", {}});
    const auto html = s.post.opmaak(desk.caller, *id);
    if (!html) return desk.fail(html.error());
    Veiligopties opties;
    opties.beelden = request.query.get("beelden") == "ja" ? Beelden::laden : Beelden::niet;
    opties.beeldwoord = desk.t("postvak.afbeelding");
    opties.vouwwoord = desk.t("postvak.eerder");
    const Veilig safe = maak_veilig(*html, opties);
    Veiligblad page = veilig_blad(safe, opties.beelden, desk.t("postvak.mail"), desk.taal() == Taal::en ? "en" : "nl");
    Response response;
    response.body = std::move(page.html);
    response.header("Content-Type", "text/html; charset=utf-8").header("Content-Security-Policy", page.policy).header("Referrer-Policy", "no-referrer").header("Cache-Control", "no-store");
    return response;
}

}  // namespace dichtbij::postvak
