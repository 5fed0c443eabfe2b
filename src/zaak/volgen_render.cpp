#include "zaak/volgen_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "bericht/bericht_render.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "zaak/volgen_delen_render.h"

namespace dichtbij::zaak {

using namespace html;

namespace {

std::string url_of(const Volgbeeld& beeld, std::string_view more = {}) { return "/mijn/zaken/" + beeld.id.text() + std::string(more); }

Html section_with(std::string_view heading_id, const std::string& title_, const Html& content) {
    return section(attr("aria-labelledby", heading_id), h2(id(heading_id), title_), content);
}

Html asked(const Texts& t, const Volgbeeld& beeld, Day today) {
    return each(beeld.vragen, [&](const Volgvraag& vraag) {
        const std::string heading = "h-vraag-" + vraag.taak.text();
        const bool is_late = vraag.voor <= today;
        return section(cls("ask"), attr("aria-labelledby", heading), h2(id(heading), icon("hand-finger"), " ", t("zaakportaal.vraag.kop")), lopende_tekst(vraag.vraag, in_het_nederlands(t)),
                       p(t(is_late ? "zaakportaal.vraag.te_laat" : "zaakportaal.vraag.voor", long_day(t, vraag.voor, today))),
                       p(cls("row section"), a(cls("btn btn-primary"), href(url_of(beeld, "/vragen/" + vraag.taak.text())), t("zaakportaal.vraag.knop")),
                         a(href("#tekst"), t("zaakportaal.vraag.over"))));
    });
}

Html message_form(const Texts& t, const Volgbeeld& beeld, const Form& form_, const Volgweergave& w) {
    const Field words{.name = "tekst", .label = t("zaakportaal.bericht.label", beeld.behandelaar.naam), .value = w.tekst, .hint = t("zaakportaal.bericht.uitleg")};
    return form(cls("stack section"), id("bericht"), attr("method", "post"), action(url_of(beeld, "/berichten")), document::upload_enctype(), csrf_field(w.csrf),
                form_.textarea(words, 4),
                when(beeld.is_open, [&] { return document::upload_field(t, form_, {"bestand", t("zaakportaal.bericht.bestand"), Needed::no, true}, w.grenzen); }),
                div(button(cls(beeld.vragen.empty() ? "btn btn-primary" : "btn"), type("submit"), t("zaakportaal.bericht.verstuur"))));
}

Html own_messages(const Texts& t, const Volgbeeld& beeld, Instant now) {
    return each(beeld.zendingen, [&](const Volgzending& one) {
        const Html state = one.beantwoord ? badge("check", t("zaakportaal.bericht.beantwoord"), Tone::good) : badge("clock", t("zaakportaal.bericht.onderweg"));
        return article(cls("msg msg-me"), p(strong(t("zaakportaal.bericht.u")), " ", span(cls("soft small"), moment(t, one.op, now)), " ", state), lopende_tekst(one.tekst, attr("lang", one.taal == "eng" ? "en" : "nl")),
                       p(a(href("/mijn/vragen/" + one.nummer), t("zaakportaal.bericht.verloop", one.nummer))));
    });
}

Html messages(const Texts& t, const Volgbeeld& beeld, const Form& form_, const Volgweergave& w) {
    const auto url = [](const bericht::Bericht& one) { return "/mijn/berichten/" + one.id.text(); };
    const bool none = beeld.berichten.empty() && beeld.zendingen.empty();
    return section_with("h-berichten", t("zaakportaal.bericht.kop"),
                        join(when(none, [&] { return p(cls("soft"), t("zaakportaal.bericht.geen")); }),
                             when(!beeld.berichten.empty(), [&] { return bericht::inwoner_berichten(t, beeld.berichten, w.now, url); }),
                             when(!beeld.zendingen.empty(), [&] { return join(h3(cls("section"), t("zaakportaal.bericht.van_u")), div(cls("section"), own_messages(t, beeld, w.now))); }),
                             when(beeld.mag_schrijven(), [&] { return message_form(t, beeld, form_, w); })));
}

Html documents(const Texts& t, const Volgbeeld& beeld, Instant now) {
    document::Lijstweergave list;
    list.lezer = document::Lezer::inwoner;
    list.kop = t("zaakportaal.documenten.kop");
    list.leeg = t("zaakportaal.documenten.geen");
    const auto url = [&](const document::Documentregel& one) { return document_url(beeld, one); };
    list.openen = [url](const document::Documentregel& one) { return url(one) + "?openen=1"; };
    list.downloaden = url;
    list.wie = [&t](const document::Versie& one) { return one.door_partij ? t("zaakportaal.documenten.van_u") : std::string(); };
    return section_with("h-documenten", t("zaakportaal.documenten.kop"), document::document_list(t, beeld.documenten, list, now));
}

Html person_box(const Texts& t, const Volgbeeld& beeld, const Volgweergave& w) {
    const Volgpersoon& who = beeld.behandelaar;
    return section(cls("aside-box"), attr("aria-labelledby", "h-wie"), h2(id("h-wie"), t("zaakportaal.wie.kop")),
                   div(cls("person"), avatar(who.naam), p(strong(who.naam), when(!who.team.empty(), [&] { return join(br(), span(cls("soft small"), who.team)); }))),
                   when(!who.vervanger.empty(), [&] { return p(t("zaakportaal.wie.vervanger", who.naam, who.vervanger)); }),
                   when(!w.telefoon.empty(), [&] { return p(icon("phone"), " ", w.telefoon); }),
                   beeld.zicht == Volgzicht::beperkt ? p(a(href(w.contact_url), t("zaakportaal.wie.contact")))
                                                     : p(a(href(beeld.mag_schrijven() ? "#tekst" : "/mijn/volgt#tekst"), t("zaakportaal.wie.bericht"))));
}

Html also_box(const Texts& t, const Volgbeeld& beeld) {
    return section(cls("aside-box"), attr("aria-labelledby", "h-ook"), h2(id("h-ook"), t("zaakportaal.ook.kop")),
                   ul(cls("list-plain"), when(beeld.mag_intrekken, [&] { return li(a(href(url_of(beeld, "/intrekken")), t("zaakportaal.ook.intrekken"))); }),
                      li(a(href("/mijn/gegevens/inzage"), t("zaakportaal.ook.inzage"))), li(a(href("/mijn/gegevens/download"), t("zaakportaal.ook.download")))));
}

Html heading(const Texts& t, const Volgbeeld& beeld, Day today) {
    return join(h1(titeltaal(t, beeld), volgtitel(t, beeld)),
                p(cls("soft"), t.rich("zaakportaal.aangevraagd", text(long_day(t, beeld.aangevraagd, today)), span(cls("nowrap"), beeld.nummer))));
}

}  // namespace

const std::string& vertaald(const Texts& t, const zaaktype::Tweetalig& words) { return t.taal() == Taal::en && !words.en.empty() ? words.en : words.nl; }

Attribute titeltaal(const Texts& t, const Volgbeeld& beeld) { return beeld.omschrijving.empty() ? Attribute() : in_het_nederlands(t); }

std::string volgtitel(const Texts& t, const Volgbeeld& beeld) { return beeld.omschrijving.empty() ? vertaald(t, beeld.soort) : beeld.omschrijving; }

Html volgpagina(const Texts& t, const Volgbeeld& beeld, const Form& form_, const Volgweergave& w) {
    const Day today = day_of(w.now);
    const Html top = join(heading(t, beeld, today), when(!w.melding.empty(), [&] { return div(cls("section"), attr("role", "status"), alert("circle-check", p(w.melding), Tone::good)); }),
                          form_.summary());
    if (beeld.zicht != Volgzicht::volledig) {
        return join(top, div(cls("portal-split section"),
                             div(wanneer(t, beeld, today), section_with("h-stap", t("zaakportaal.stap.kop"), huidige_stap(t, beeld, today)),
                                 when(beeld.zicht == Volgzicht::beperkt, [&] { return messages(t, beeld, form_, w); }),
                                 when(beeld.zicht == Volgzicht::nummer, [&] { return p(cls("section"), t("zaakportaal.meer_na_inloggen")); })),
                             aside(cls("stack"), attr("aria-label", t("zaakportaal.hulp")), person_box(t, beeld, w))));
    }
    return join(top, div(cls("portal-split section"),
                         div(wanneer(t, beeld, today), asked(t, beeld, today), besluiten(t, beeld, today, {w.gemeente, w.adres, w.contact_url}),
                             section_with("h-stap", t("zaakportaal.stap.kop"), stappen(t, beeld, today)), w.na_stappen, aanvraag(t, beeld), messages(t, beeld, form_, w), documents(t, beeld, w.now)),
                         aside(cls("stack"), attr("aria-label", t("zaakportaal.hulp")), person_box(t, beeld, w), also_box(t, beeld))));
}

Html antwoordpagina(const Texts& t, const Volgbeeld& beeld, const Volgvraag& vraag, const Form& form_, const Volgweergave& w) {
    const Day today = day_of(w.now);
    const Field words{.name = "antwoord", .label = t("zaakportaal.antwoord.label"), .value = w.tekst};
    return join(h1(t("zaakportaal.antwoord.kop")), p(cls("soft"), span(titeltaal(t, beeld), volgtitel(t, beeld)), ", ", span(cls("nowrap"), beeld.nummer)), form_.summary(),
                section(cls("ask"), attr("aria-labelledby", "h-vraag"), h2(id("h-vraag"), icon("hand-finger"), " ", t("zaakportaal.antwoord.wij_vroegen")), lopende_tekst(vraag.vraag, in_het_nederlands(t)),
                        p(t(vraag.voor <= today ? "zaakportaal.vraag.te_laat" : "zaakportaal.vraag.voor", long_day(t, vraag.voor, today)))),
                form(cls("form section"), attr("method", "post"), action(url_of(beeld, "/vragen/" + vraag.taak.text())), document::upload_enctype(), csrf_field(w.csrf),
                     form_.textarea(words, 6), document::upload_field(t, form_, {"bestand", t("zaakportaal.antwoord.bestand"), Needed::no, true}, w.grenzen),
                     when(beeld.stil.has_value(), [&] { return p(cls("soft"), t("zaakportaal.antwoord.loopt_weer")); }),
                     div(cls("row"), submit(t("zaakportaal.antwoord.verstuur")), a(href(url_of(beeld)), t("zaakportaal.terug")))));
}

Html intrekpagina(const Texts& t, const Volgbeeld& beeld, const Form& form_, const Volgweergave& w) {
    const Field why{.name = "reden", .label = t("zaakportaal.intrekken.reden"), .value = w.tekst, .needed = Needed::no};
    return join(h1(t("zaakportaal.intrekken.kop")), p(cls("soft"), span(titeltaal(t, beeld), volgtitel(t, beeld)), ", ", span(cls("nowrap"), beeld.nummer)),
                when(!w.tegengehouden.empty(), [&] { return div(cls("section"), attr("role", "alert"), alert("alert-triangle", p(w.tegengehouden), Tone::late)); }), form_.summary(),
                div(cls("prose section"), p(t("zaakportaal.intrekken.uitleg")), p(t("zaakportaal.intrekken.twijfel", beeld.behandelaar.naam))),
                form(cls("form section"), attr("method", "post"), action(url_of(beeld, "/intrekken")), csrf_field(w.csrf), hidden("versie", std::to_string(beeld.versie)),
                     form_.textarea(why, 3), form_.checkbox({.name = "zeker", .label = t("zaakportaal.intrekken.zeker")}, false),
                     div(cls("row"), submit(t("zaakportaal.intrekken.knop")), a(href(url_of(beeld)), t("zaakportaal.intrekken.niet")))));
}

}  // namespace dichtbij::zaak
