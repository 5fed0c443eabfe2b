#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "bericht/schermen_desk.h"
#include "bericht/taalhulp_render.h"
#include "html/dates.h"

namespace dichtbij::bericht {
namespace {

using namespace html;
using access::Desk;
using http::Params;
using http::Request;
using http::Response;

constexpr std::string_view list_url = "/beheer/sjablonen";

const std::string& in_language(const Texts& t, const Tweetalig& words) { return t.taal() == html::Taal::en ? words.en : words.nl; }

std::string versie_words(const Texts& t, std::string_view versie, bool eigen) {
    const std::string number(versie.substr(versie.find('.') + 1));
    return t(eigen ? "bericht.scherm.eigen" : "bericht.scherm.meegeleverd") + " · " + t("bericht.scherm.versie_nummer", number);
}

Response show_list(const BerichtSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    const auto sjablonen = s.beheer.sjablonen(desk.caller, plek->id);
    if (!sjablonen) return desk.fail(sjablonen.error());
    const std::vector<Column> columns{{t("bericht.scherm.sjabloon")}, {t("bericht.scherm.gebruikt")}, {t("bericht.scherm.versie")}};
    return desk.page(t("bericht.scherm.sjablonen"),
                     join(done_alert(t, request), page_head(t("bericht.scherm.sjablonen"), plek->naam, button_link("/beheer/berichtregels/" + plek->id.text(), t("bericht.scherm.regels"), "list-check")),
                          p(cls("soft prose"), t("bericht.scherm.sjablonen_uitleg")), plek_tabs(*plek, list_url),
                          stackable_table(t("bericht.scherm.sjablonen"), columns, each(*sjablonen, [&](const Sjabloonregel& one) {
                                              return row(cell(cover(std::string(list_url) + "/" + plek->id.text() + "/" + one.sjabloon->code, in_language(t, one.sjabloon->naam))),
                                                         cell(attr("data-l", t("bericht.scherm.gebruikt")), in_language(t, one.sjabloon->wanneer)),
                                                         cell(attr("data-l", t("bericht.scherm.versie")), versie_words(t, one.versie, one.eigen),
                                                              when(one.heeft_ontwerp, [&] { return join(" ", badge("pencil", t("bericht.scherm.concept"), Tone::today)); })));
                                          }))));
}

// The page of a template, with what was typed when it came back.
struct Blad {
    Plek plek;
    Sjabloonblad sjabloon;
    Inhoud inhoud;              // in the form
    std::int64_t revisie = 0;   // of the draft the form began from
    std::vector<FieldError> errors = {};
    bool is_stale = false;
    int status = 200;

    std::string url(std::string_view rest = "") const { return std::string(list_url) + "/" + plek.id.text() + "/" + sjabloon.sjabloon->code + std::string(rest); }
};

Result<Blad> look(const BerichtSchermen& s, const Request& request, const Desk& desk) {
    TRY(Plek plek, find_plek(s, desk, request.param("gemeente")));
    TRY(Sjabloonblad sjabloon, s.beheer.sjabloon(desk.caller, plek.id, request.param("code")));
    Blad blad{std::move(plek), std::move(sjabloon), {}};
    blad.inhoud = blad.sjabloon.ontwerp ? blad.sjabloon.ontwerp->inhoud() : blad.sjabloon.geldend.inhoud;
    blad.revisie = blad.sjabloon.ontwerp ? blad.sjabloon.ontwerp->revisie : 0;
    return blad;
}

Inhoud typed_form(const Params& form) {
    return {cleaned(form.get("onderwerp_nl")), cleaned(form.get("onderwerp_en")), cleaned(form.get("tekst_nl")), cleaned(form.get("tekst_en"))};
}

// Both languages with examples filled in.
Html previews(const BerichtSchermen& s, const Texts& t, const Inhoud& inhoud) {
    const auto one = [&](html::Taal taal, std::string_view code) {
        const Ingevuld ingevuld = vul_voorbeeld_in(s.texts.of(taal), inhoud, s.beheer.standaard().variabelen);
        return join(p(cls("soft"), t("bericht.taal." + std::string(code))), leesbeeld(t, ingevuld.onderwerp, ingevuld.tekst, code));
    };
    return join(one(html::Taal::nl, "nld"), one(html::Taal::en, "eng"));
}

Html fields_part(const Texts& t, const Form& form, const Inhoud& inhoud) {
    const auto limit = [](std::size_t characters) { return attr("maxlength", std::to_string(characters)); };
    const auto subject = [&](const char* name_, const std::string& label_, const std::string& value_, const char* lang) {
        return form.input({.name = name_, .label = label_, .value = value_, .attributes = {limit(onderwerp_limit), attr("lang", lang)}});
    };
    const auto words = [&](const char* name_, const std::string& label_, const std::string& value_, const char* lang) {
        return schrijfveld(t, form, {{.name = name_, .label = label_, .value = value_, .attributes = {limit(tekst_limit), attr("lang", lang)}}, 14, std::string_view(lang) == "en" ? "eng" : "nld"});
    };
    return join(subject("onderwerp_nl", t("bericht.scherm.onderwerp_nl"), inhoud.onderwerp_nl, "nl"), words("tekst_nl", t("bericht.scherm.tekst_nl"), inhoud.tekst_nl, "nl"),
                subject("onderwerp_en", t("bericht.scherm.onderwerp_en"), inhoud.onderwerp_en, "en"), words("tekst_en", t("bericht.scherm.tekst_en"), inhoud.tekst_en, "en"));
}

Html variables_part(const BerichtSchermen& s, const Texts& t, const Sjabloon& sjabloon) {
    const std::vector<Column> columns{{t("bericht.scherm.variabele")}, {t("bericht.scherm.betekent")}, {t("bericht.scherm.voorbeeldwaarde")}};
    const auto must = [&](const Variabele& one) { return std::find(sjabloon.moet.begin(), sjabloon.moet.end(), one.code) != sjabloon.moet.end(); };
    return section_of({.id = "h-variabelen", .title = t("bericht.scherm.variabelen")},
                      join(p(cls("soft prose"), t("bericht.scherm.variabelen_uitleg")),
                           stackable_table(t("bericht.scherm.variabelen"), columns, each(s.beheer.standaard().variabelen_van(sjabloon), [&](const Variabele& one) {
                                               return row(cell(code("{" + one.code + "}"), when(must(one), [&] { return join(" ", badge("alert-circle", t("bericht.scherm.moet"), Tone::brand)); }),
                                                               when(one.persoonlijk, [&] { return span(cls("sub"), t("bericht.scherm.niet_in_onderwerp")); })),
                                                          cell(attr("data-l", t("bericht.scherm.betekent")), in_language(t, one.uitleg)),
                                                          cell(attr("data-l", t("bericht.scherm.voorbeeldwaarde")), in_language(t, one.voorbeeld)));
                                           }))));
}

Html compare_part(const Texts& t, const Blad& blad) {
    const Inhoud& shipped = blad.sjabloon.sjabloon->inhoud;
    if (shipped == blad.inhoud && !blad.sjabloon.geldend.eigen) return {};
    const auto both = [&](std::string_view label_, const std::string& mine, const std::string& theirs, std::string_view taal) {
        if (mine == theirs) return Html();
        return join(h3(label_), div(cls("fields"), div(p(cls("soft"), t("bericht.scherm.meegeleverd")), leesbeeld(t, "", theirs, taal)),
                                    div(p(cls("soft"), t("bericht.scherm.eigen")), leesbeeld(t, "", mine, taal))));
    };
    return details(cls("section"), summary(t("bericht.scherm.vergelijk")), both(t("bericht.scherm.onderwerp_nl"), blad.inhoud.onderwerp_nl, shipped.onderwerp_nl, "nld"),
                   both(t("bericht.scherm.tekst_nl"), blad.inhoud.tekst_nl, shipped.tekst_nl, "nld"),
                   both(t("bericht.scherm.onderwerp_en"), blad.inhoud.onderwerp_en, shipped.onderwerp_en, "eng"),
                   both(t("bericht.scherm.tekst_en"), blad.inhoud.tekst_en, shipped.tekst_en, "eng"));
}

Html versions_part(const Texts& t, const Blad& blad, Day today) {
    if (blad.sjabloon.versies.empty()) return {};
    return details(cls("section"), summary(t("bericht.scherm.versies")), ul(cls("list-plain stack-tight"), each(blad.sjabloon.versies, [&](const Sjabloonversie& one) {
                       const std::string status = t("bericht.scherm.versie." + std::string(boost::describe::enum_to_string(one.status, "")));
                       return li(t("bericht.scherm.versie_nummer", one.nummer), ", ", status, " · ", near_day(t, day_of(one.gepubliceerd_op.value_or(one.gewijzigd_op)), today),
                                 details(summary(one.onderwerp_nl), leesbeeld(t, one.onderwerp_nl, one.tekst_nl, "nld"), leesbeeld(t, one.onderwerp_en, one.tekst_en, "eng")));
                   })));
}

Html acts_part(const Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const auto& ontwerp = blad.sjabloon.ontwerp;
    const std::vector<std::pair<std::string, std::string>> seen{{"revisie", std::to_string(ontwerp ? ontwerp->revisie : 0)}};
    return div(when(ontwerp.has_value(), [&] {
                   return section(cls("section"), p(cls("soft"), t("bericht.scherm.publiceer_uitleg")),
                                  div(cls("row"), act_button(desk, blad.url("/publiceer"), seen, t("bericht.scherm.publiceer"), "check"),
                                      act_button(desk, blad.url("/weggooien"), seen, t("bericht.scherm.gooi_weg"), "trash")));
               }),
               when(blad.sjabloon.geldend.eigen, [&] { return div(cls("row section"), act_button(desk, blad.url("/terugzetten"), {}, t("bericht.scherm.zet_terug"), "refresh")); }));
}

Html edit_part(const BerichtSchermen& s, const Desk& desk, const Blad& blad, const Form& form) {
    const Texts& t = desk.t;
    const Html preview_part = div(id("voorbeeld"), cls("stack"), attr("hx-post", blad.url("/voorbeeld")), attr("hx-trigger", "input delay:400ms from:closest form"),
                                  attr("hx-include", "closest form"), attr("hx-swap", "innerHTML"), previews(s, t, blad.inhoud));
    return html::form(cls("section"), attr("method", "post"), action(blad.url()), csrf_field(desk.csrf), hidden("revisie", std::to_string(blad.revisie)),
                      div(cls("desk-split"),
                          div(cls("stack"), fields_part(t, form, blad.inhoud),
                              div(cls("row"), submit(t("bericht.scherm.bewaar_concept")), button(cls("btn"), type("submit"), name("actie"), value("voorbeeld"), icon("eye"), t("bericht.scherm.voorbeeld")))),
                          section(attr("aria-labelledby", "h-voorbeeld"), div(cls("section-head"), h2(id("h-voorbeeld"), t("bericht.scherm.zo_leest"))), preview_part)));
}

Response page_of(const BerichtSchermen& s, Request& request, Desk& desk, const Blad& blad) {
    const Texts& t = desk.t;
    const Form form(t, blad.errors);
    const std::string title_ = in_language(t, blad.sjabloon.sjabloon->naam);
    const Geldend& geldend = blad.sjabloon.geldend;
    return desk.page(
        PageHead{title_, blad.status != 200},
        join(back_link(std::string(list_url) + "/" + blad.plek.id.text(), t("bericht.scherm.sjablonen")), done_alert(t, request), form.summary(),
             when(blad.is_stale, [&] {
                 const Inhoud now = blad.sjabloon.ontwerp ? blad.sjabloon.ontwerp->inhoud() : geldend.inhoud;
                 return div(cls("section"), attr("role", "alert"), alert("refresh", p(t("bericht.scherm.gewijzigd")), Tone::today),
                            details(summary(t("bericht.scherm.gewijzigd_nu")), leesbeeld(t, now.onderwerp_nl, now.tekst_nl, "nld"), leesbeeld(t, now.onderwerp_en, now.tekst_en, "eng")));
             }),
             div(cls("page-head"), h1(title_), span(cls("soft"), versie_words(t, geldend.versie, geldend.eigen)),
                 when(blad.sjabloon.ontwerp.has_value(), [&] { return badge("pencil", t("bericht.scherm.concept"), Tone::today); })),
             p(cls("soft"), in_language(t, blad.sjabloon.sjabloon->wanneer)),
             blad.plek.is_beheerder ? join(edit_part(s, desk, blad, form), acts_part(desk, blad))
                                    : join(previews(s, t, blad.inhoud), p(cls("soft"), t("bericht.scherm.alleen_lezen"))),
             compare_part(t, blad), variables_part(s, t, *blad.sjabloon.sjabloon), versions_part(t, blad, desk.today())),
        blad.status);
}

Response show(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    return page_of(s, request, desk, *blad);
}

Response save(const BerichtSchermen& s, Request& request, Desk& desk) {
    auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    blad->inhoud = typed_form(request.form);
    const std::int64_t revisie = number_in(request.form, "revisie");
    if (request.form.get("actie") == "voorbeeld" && blad->plek.is_beheerder) {
        blad->revisie = revisie;
        return page_of(s, request, desk, *blad);
    }
    const auto done = s.beheer.save_ontwerp(desk.caller, {blad->plek.id, blad->sjabloon.sjabloon->code, blad->inhoud, revisie});
    if (done) return Response::redirect(blad->url("?gedaan=bewaard"));
    blad->is_stale = done.error().reason == Reason::conflict;
    if (!blad->is_stale && done.error().reason != Reason::invalid) return desk.fail(done.error());
    if (!blad->is_stale) blad->revisie = revisie;
    blad->errors = done.error().fields;
    blad->status = blad->is_stale ? 409 : 422;
    return page_of(s, request, desk, *blad);
}

Response preview(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    return desk.fragment(previews(s, desk.t, typed_form(request.form)));
}

Response after(const BerichtSchermen& s, Request& request, Desk& desk, const Result<Done>& done, std::string_view gedaan) {
    const auto blad = look(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    if (done) return Response::redirect(blad->url("?gedaan=" + std::string(gedaan)));
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    Blad again = *blad;
    again.errors = done.error().fields;
    again.status = 422;
    return page_of(s, request, desk, again);
}

Response publish(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    return after(s, request, desk, s.beheer.publish(desk.caller, plek->id, request.param("code"), number_in(request.form, "revisie")), "gepubliceerd");
}

Response throw_away(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    return after(s, request, desk, s.beheer.withdraw_ontwerp(desk.caller, plek->id, request.param("code"), number_in(request.form, "revisie")), "weggegooid");
}

Response restore(const BerichtSchermen& s, Request& request, Desk& desk) {
    const auto plek = find_plek(s, desk, request.param("gemeente"));
    if (!plek) return desk.fail(plek.error());
    return after(s, request, desk, s.beheer.restore(desk.caller, plek->id, request.param("code")), "teruggezet");
}

}  // namespace

void add_sjablonen_routes(access::DeskRoutes& routes, const Schermen& s) {
    const auto route = [s](Response (*screen)(const BerichtSchermen&, Request&, Desk&)) {
        return [s, screen](Request& request, Desk& desk) { return screen(*s, request, desk); };
    };
    routes.get("/beheer/sjablonen", [s](Request&, Desk& desk) { return choose_plek(*s, desk, list_url, desk.t("bericht.scherm.sjablonen")); });
    routes.get("/beheer/sjablonen/{gemeente}", route(show_list));
    routes.get("/beheer/sjablonen/{gemeente}/{code}", route(show));
    routes.post("/beheer/sjablonen/{gemeente}/{code}", route(save));
    routes.post("/beheer/sjablonen/{gemeente}/{code}/voorbeeld", route(preview));
    routes.post("/beheer/sjablonen/{gemeente}/{code}/publiceer", route(publish));
    routes.post("/beheer/sjablonen/{gemeente}/{code}/weggooien", route(throw_away));
    routes.post("/beheer/sjablonen/{gemeente}/{code}/terugzetten", route(restore));
}

}  // namespace dichtbij::bericht
