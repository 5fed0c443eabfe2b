// Asking an organisation outside, from the case: the list of questions, and the form.

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>

#include "base/text.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "html/woord.h"
#include "ketenpartner/advies_brieven_render.h"
#include "ketenpartner/advies_schermen_desk.h"
#include "organisatie/organisatie_service.h"
#include "organisatie/parts_desk.h"
#include "partij/telefoon.h"

namespace dichtbij::ketenpartner {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

std::string url_van(Id<dichtbij::Zaak> zaak, std::string_view rest = {}) { return "/zaken/" + zaak.text() + "/advies" + std::string(rest); }

Html back(const Texts& t, const zaak::Zaak& zaak) { return back_link("/zaken/" + zaak.id.text() + "?blad=taken", zaak.omschrijving.empty() ? t("advies.zaak") : zaak.omschrijving); }

std::string address_of(const Adviesvraag& vraag) { return vraag.codeweg == Codeweg::sms ? partij::telefoon_leesbaar(vraag.code_naar) : vraag.code_naar; }

Html state(const Texts& t, Adviesstand stand) {
    switch (stand) {
        case Adviesstand::beantwoord: return badge("check", t("advies.stand.beantwoord"), Tone::good);
        case Adviesstand::geopend: return badge("eye", t("advies.stand.geopend"), Tone::today);
        case Adviesstand::te_veel_pogingen: return badge("lock", t("advies.stand.te_veel_pogingen"), Tone::late);
        case Adviesstand::verlopen: return badge("clock", t("advies.stand.verlopen"), Tone::late);
        case Adviesstand::wacht:
        case Adviesstand::ingetrokken:
        case Adviesstand::niet_nodig: break;
    }
    return badge(stand == Adviesstand::wacht ? "send" : "x", t("advies.stand." + woord(stand)));
}

Html acts(const Desk& desk, const Adviesvraag& vraag, const Form& velden, std::string_view fout_bij) {
    const Texts& t = desk.t;
    const std::string of_this = "/" + vraag.id.text();
    const bool is_wrong = fout_bij == vraag.id.text();
    const Form none(t);
    const Day proposed = std::max(vraag.laatste_datum, desk.today()) + days(7);
    const Html until = (is_wrong ? velden : none).input({.name = "laatste_datum", .label = t("advies.veld.laatste_datum"), .value = to_iso(std::min(proposed, desk.today() + days(geldig_dagen_limit))),
                                                         .hint = t("advies.veld.laatste_datum_uitleg", geldig_dagen_limit), .type = "date", .id = "laatste_datum-" + vraag.id.text()});
    return join(section(cls("section"), details(flag("open", is_wrong), summary(t("advies.verleng")),
                                                div(cls("panel below"), organisatie::posting(desk, url_van(vraag.zaak, of_this + "/verlengen"), hidden("revisie", std::to_string(vraag.revisie)), until,
                                                                                             div(cls("row below"), button(cls("btn"), type("submit"), t("advies.verleng"))))))),
                organisatie::ingrijpend(desk, {.title = t("advies.intrekken"), .uitleg = t("advies.intrekken_uitleg"), .url = url_van(vraag.zaak, of_this + "/intrekken"),
                                               .knop = t("advies.intrekken"), .fields = {{"revisie", std::to_string(vraag.revisie)}}}));
}

Html item(const Desk& desk, const Adviespagina& page, const Adviesbeeld& one, const Form& velden, std::string_view fout_bij) {
    const Texts& t = desk.t;
    const Adviesvraag& v = one.vraag;
    const bool can_act = page.mag && !v.slot && one.stand != Adviesstand::niet_nodig;
    return li(cls("panel task"), id("advies-" + v.id.text()), div(cls("row"), h2(v.organisatie), state(t, one.stand)),
              p(cls("small soft"), v.contactpersoon, " · ", one.taaknummer, " · ", t("advies.gesteld", moment(t, v.gesteld_op, desk.now), one.gesteld_door)), p(cls("quote"), v.vraag),
              definitions({{t("advies.link_naar"), text(v.email)},
                           {t("advies.code_naar"), text(address_of(v))},
                           {t("advies.veld.laatste_datum"), text(long_day(t, v.laatste_datum, desk.today()))},
                           {t("advies.documenten"), one.documenten.empty() ? text(t("advies.documenten_geen")) : ul(each(one.documenten, [](const std::string& title_) { return li(title_); }))},
                           {t("advies.geopend"), v.geopend_op ? text(moment(t, *v.geopend_op, desk.now)) : text(t("advies.nog_niet"))},
                           {t("advies.foute_codes"), v.pogingen == 0 ? Html() : text(t("advies.foute_codes_aantal", v.pogingen, pogingen_limit))}}),
              when(!one.antwoord.empty(), [&] { return join(h3(t("advies.antwoord")), p(cls("quote"), one.antwoord)); }),
              when(one.stand == Adviesstand::te_veel_pogingen, [&] { return p(t("advies.gesloten_uitleg")); }), when(can_act, [&] { return acts(desk, v, velden, fout_bij); }));
}

// Why nothing can be asked here; empty when it can.
std::string obstacle(const AdviesSchermen& s, const Texts& t, const zaak::Zaak& zaak, bool mag_naar_buiten, bool mag) {
    if (!mag_naar_buiten) return t("advies.fout.vertrouwelijk");
    if (!s.advies.kan_vragen()) return t("advies.uit");
    if (!zaak.is_open()) return t("advies.zaak_gesloten");
    return mag ? std::string() : t("advies.mag_niet");
}

struct Fout {
    std::string bij = {};  // the question whose form was wrong
    std::vector<FieldError> fields = {};
    std::string bezwaar = {};
};

Response list_page(const AdviesSchermen& s, const Request& request, Desk& desk, Id<dichtbij::Zaak> zaak, const Fout& fout) {
    const Texts& t = desk.t;
    const auto page = s.advies.of_zaak(desk.caller, zaak);
    if (!page) return desk.fail(page.error());
    const Form velden(t, fout.fields);
    const std::string why_not = obstacle(s, t, page->zaak, page->mag_naar_buiten, page->mag);
    const std::string_view done = request.query.get("gedaan");
    const bool is_known = done == "gevraagd" || done == "ingetrokken" || done == "verlengd";
    const Html ask = when(why_not.empty(), [&] { return span(cls("push"), a(cls("btn btn-primary"), href(url_van(zaak, "/nieuw")), icon("send"), " ", t("advies.nieuw"))); });
    const Html list = page->vragen.empty() ? empty_state(t("advies.leeg"), t("advies.leeg_uitleg"), "send")
                                           : ul(cls("list-plain stack"), each(page->vragen, [&](const Adviesbeeld& one) { return item(desk, *page, one, velden, fout.bij); }));
    const Html main_ = join(velden.summary(), back(t, page->zaak), div(cls("page-head"), h1(t("advies.titel")), span(cls("soft"), page->zaak.nummer), ask),
                            when(is_known, [&] { return div(cls("section"), attr("role", "status"), alert("circle-check", p(t("advies.gedaan." + std::string(done))), Tone::good)); }),
                            when(!fout.bezwaar.empty(), [&] { return div(cls("section"), attr("role", "alert"), alert("alert-triangle", p(t(fout.bezwaar)), Tone::late)); }),
                            p(t("advies.uitleg")), when(!why_not.empty(), [&] { return alert("lock", p(why_not), Tone::brand); }), section(cls("section"), attr("aria-label", t("advies.titel")), list));
    const bool is_wrong = !fout.fields.empty() || !fout.bezwaar.empty();
    return desk.page({t("advies.titel"), is_wrong}, main_, !is_wrong ? 200 : fout.bezwaar.empty() ? 422 : 409);
}

// ---- asking

NieuweAdviesvraag read_form(const Request& request, const zaak::Zaak& zaak) {
    NieuweAdviesvraag vraag;
    vraag.bij = {zaak.id, std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10)};
    vraag.taak = Id<dichtbij::Zaaktaak>::parse(request.form.get("taak"));
    vraag.organisatie = cleaned(request.form.get("organisatie"));
    vraag.contactpersoon = cleaned(request.form.get("contactpersoon"));
    vraag.email = cleaned(request.form.get("email"));
    boost::describe::enum_from_string(std::string(request.form.get("codeweg")).c_str(), vraag.codeweg);
    vraag.code_naar = cleaned(request.form.get(vraag.codeweg == Codeweg::sms ? "telefoon" : "code_email"));
    vraag.vraag = cleaned(request.form.get("vraag"));
    vraag.taal = request.form.get("taal");
    vraag.laatste_datum = parse_day(request.form.get("laatste_datum")).value_or(Day{});
    for (const std::string_view typed : request.form.all("documenten"))
        if (const auto id_ = Id<dichtbij::DocumentVersie>::parse(typed)) vraag.documenten.push_back(*id_);
    return vraag;
}

NieuweAdviesvraag fresh(const Request& request, const Advieskeuze& keuze, Day today) {
    NieuweAdviesvraag vraag;
    vraag.bij = {keuze.zaak.id, keuze.zaak.versie};
    vraag.laatste_datum = today + days(geldig_dagen);
    vraag.taak = Id<dichtbij::Zaaktaak>::parse(request.query.get("taak"));
    for (const zaak::Zaaktaak& one : keuze.taken)
        if (vraag.taak == one.id) vraag.vraag = one.toelichting;
    return vraag;
}

Html code_fields(const Texts& t, const NieuweAdviesvraag& vraag, const Form& velden) {
    const bool by_sms = vraag.codeweg == Codeweg::sms;
    return join(velden.radios({.name = "codeweg", .label = t("advies.veld.codeweg"), .value = woord(vraag.codeweg), .hint = t("advies.veld.codeweg_uitleg")},
                              {{"sms", t("advies.codeweg.sms"), ""}, {"email", t("advies.codeweg.email"), ""}}),
                div(attr("data-when", "codeweg=sms"), velden.input({.name = "telefoon", .label = t("advies.veld.telefoon"), .value = by_sms ? vraag.code_naar : "", .type = "tel",
                                                                    .attributes = {attr("autocomplete", "off")}})),
                div(attr("data-when", "codeweg=email"), velden.input({.name = "code_email", .label = t("advies.veld.code_email"), .value = by_sms ? "" : vraag.code_naar, .type = "email",
                                                                      .attributes = {attr("autocomplete", "off")}})));
}

Html document_fields(const Texts& t, const Advieskeuze& keuze, const NieuweAdviesvraag& vraag, const Form& velden) {
    if (keuze.documenten.empty()) return p(cls("soft"), t("advies.documenten_geen_keuze"));
    std::vector<Choice> choices;
    std::vector<std::string> checked;
    for (const document::Documentregel& one : keuze.documenten)
        choices.push_back({one.versie.id.text(), one.document.kenmerken.titel, one.versie.bestandsnaam + ", " + document::size_in_words(t, one.versie.bytes)});
    for (const auto& one : vraag.documenten) checked.push_back(one.text());
    return velden.checkboxes({.name = "documenten", .label = t("advies.veld.documenten"), .hint = t("advies.veld.documenten_uitleg"), .needed = Needed::no}, choices, checked);
}

Html ask_form(const Desk& desk, const Advieskeuze& keuze, const NieuweAdviesvraag& vraag, const Form& velden) {
    const Texts& t = desk.t;
    std::vector<Choice> tasks;
    for (const zaak::Zaaktaak& one : keuze.taken) tasks.push_back({one.id.text(), one.nummer + ", " + one.naam, ""});
    const auto limit = [](std::size_t n) { return std::vector<Attribute>{attr("maxlength", std::to_string(n)), attr("autocomplete", "off")}; };
    return organisatie::posting(
        desk, url_van(keuze.zaak.id), hidden("versie", std::to_string(vraag.bij.versie)),
        when(!tasks.empty(), [&] { return velden.select({.name = "taak", .label = t("advies.veld.taak"), .value = vraag.taak ? vraag.taak->text() : "", .needed = Needed::no}, tasks, t("advies.nieuwe_taak")); }),
        velden.input({.name = "organisatie", .label = t("advies.veld.organisatie"), .value = vraag.organisatie, .hint = t("advies.veld.organisatie_uitleg"), .attributes = limit(organisatie_limit)}),
        velden.input({.name = "contactpersoon", .label = t("advies.veld.contactpersoon"), .value = vraag.contactpersoon, .attributes = limit(contactpersoon_limit)}),
        velden.input({.name = "email", .label = t("advies.veld.email"), .value = vraag.email, .hint = t("advies.veld.email_uitleg"), .type = "email", .attributes = limit(adres_limit)}),
        code_fields(t, vraag, velden),
        velden.textarea({.name = "vraag", .label = t("advies.veld.vraag"), .value = vraag.vraag, .hint = t("advies.veld.vraag_uitleg"), .attributes = {attr("maxlength", std::to_string(vraag_limit))}}, 5),
        document_fields(t, keuze, vraag, velden),
        velden.input({.name = "laatste_datum", .label = t("advies.veld.laatste_datum"), .value = vraag.laatste_datum == Day{} ? "" : to_iso(vraag.laatste_datum),
                      .hint = t("advies.veld.laatste_datum_uitleg", geldig_dagen_limit), .type = "date"}),
        velden.radio_segment({.name = "taal", .label = t("advies.veld.taal"), .value = vraag.taal}, {{"nl", t("advies.taal.nl"), ""}, {"en", t("advies.taal.en"), ""}}),
        div(cls("row"), submit(t("advies.verstuur")), a(href(url_van(keuze.zaak.id)), t("advies.terug"))));
}

// Errors of the one address of the code stand beside the field that was shown for it.
std::vector<FieldError> placed(std::vector<FieldError> errors, Codeweg weg) {
    for (FieldError& one : errors)
        if (one.field == "code_naar") one.field = weg == Codeweg::sms ? "telefoon" : "code_email";
    return errors;
}

Response form_page(const AdviesSchermen& s, Desk& desk, const Advieskeuze& keuze, const NieuweAdviesvraag& vraag, const Failure* wrong) {
    const Texts& t = desk.t;
    const Form velden(t, wrong ? placed(wrong->fields, vraag.codeweg) : std::vector<FieldError>());
    const std::string why_not = obstacle(s, t, keuze.zaak, keuze.mag_naar_buiten, keuze.mag || !keuze.taken.empty());
    const std::string complaint = wrong && wrong->fields.empty() ? t(wrong->key.empty() ? std::string("fout.gewijzigd") : wrong->key) : std::string();
    const Html main_ = join(velden.summary(), back_link(url_van(keuze.zaak.id), t("advies.titel")), div(cls("page-head"), h1(t("advies.nieuw")), span(cls("soft"), keuze.zaak.nummer)),
                            when(!complaint.empty(), [&] { return div(cls("section"), attr("role", "alert"), alert("alert-triangle", p(complaint), Tone::late)); }),
                            why_not.empty() ? join(p(t("advies.nieuw_uitleg")), div(cls("panel section"), ask_form(desk, keuze, vraag, velden))) : alert("lock", p(why_not), Tone::brand));
    return desk.page({t("advies.nieuw"), wrong != nullptr}, main_, !wrong ? 200 : complaint.empty() ? 422 : 409);
}

Response show_form(const AdviesSchermen& s, Request& request, Desk& desk, Id<dichtbij::Zaak> zaak) {
    const auto keuze = s.advies.keuze(desk.caller, zaak);
    if (!keuze) return desk.fail(keuze.error());
    return form_page(s, desk, *keuze, fresh(request, *keuze, desk.today()), nullptr);
}

std::string base_of(const AdviesSchermen& s, const Request& request) { return s.public_url.empty() ? (request.is_secure ? "https://" : "http://") + request.host : s.public_url; }

Result<Afzender> sender(const AdviesSchermen& s, const Request& request, const Desk& desk, const zaak::Zaak& zaak) {
    TRY(organisatie::Gemeente gemeente, s.store.read([&](store::Tx& tx) { return organisatie::gemeente(tx, zaak.gemeente); }));
    return Afzender{std::move(gemeente), zaak.nummer, desk.caller.naam, base_of(s, request)};
}

Response ask(const AdviesSchermen& s, Request& request, Desk& desk, Id<dichtbij::Zaak> zaak) {
    auto keuze = s.advies.keuze(desk.caller, zaak);
    if (!keuze) return desk.fail(keuze.error());
    const NieuweAdviesvraag vraag = read_form(request, keuze->zaak);
    const auto van = sender(s, request, desk, keuze->zaak);
    if (!van) return desk.fail(van.error());
    const Texts& words = s.texts.of(taal_of(vraag.taal));
    const auto made = s.advies.ask(desk.caller, vraag, {[&](const std::string& link) { return linkbrief(words, *van, vraag, link); },
                                                        [&](const std::string& code) { return codebrief(words, van->gemeente.naam, code); }});
    if (made) return Response::redirect(url_van(zaak, "?gedaan=gevraagd"));
    const bool can_retry = made.error().reason == Reason::invalid || made.error().reason == Reason::conflict;
    if (!can_retry) return desk.fail(made.error());
    NieuweAdviesvraag again = vraag;
    again.bij.versie = keuze->zaak.versie;  // saving again keeps what was typed
    return form_page(s, desk, *keuze, again, &made.error());
}

// ---- withdrawing and extending

struct Gekozen {
    Bij bij;
    Adviesvraag vraag;
    Afzender van;
};

Result<Gekozen> chosen(const AdviesSchermen& s, const Request& request, const Desk& desk, Id<dichtbij::Zaak> zaak) {
    const auto id_ = Id<dichtbij::Adviesvraag>::parse(request.param("vraag"));
    if (!id_) return not_found("adviesvraag id");
    TRY(const Adviespagina page, s.advies.of_zaak(desk.caller, zaak));
    const auto found = std::find_if(page.vragen.begin(), page.vragen.end(), [&](const Adviesbeeld& one) { return one.vraag.id == *id_; });
    if (found == page.vragen.end()) return not_found("adviesvraag " + id_->text());
    TRY(Afzender van, sender(s, request, desk, page.zaak));
    return Gekozen{{zaak, *id_, std::strtoll(std::string(request.form.get("revisie")).c_str(), nullptr, 10)}, found->vraag, std::move(van)};
}

Response finish(const AdviesSchermen& s, const Request& request, Desk& desk, const Gekozen& over, const Result<Adviesvraag>& done, std::string_view wat) {
    if (done) return Response::redirect(url_van(over.bij.zaak, "?gedaan=" + std::string(wat)));
    if (done.error().reason == Reason::invalid) return list_page(s, request, desk, over.bij.zaak, {over.bij.vraag.text(), done.error().fields, {}});
    if (done.error().reason == Reason::conflict && !done.error().key.empty()) return list_page(s, request, desk, over.bij.zaak, {{}, {}, done.error().key});
    return desk.fail(done.error());
}

Response withdraw(const AdviesSchermen& s, Request& request, Desk& desk, Id<dichtbij::Zaak> zaak) {
    const auto over = chosen(s, request, desk, zaak);
    if (!over) return desk.fail(over.error());
    const Texts& words = s.texts.of(taal_of(over->vraag.taal));
    return finish(s, request, desk, *over, s.advies.withdraw(desk.caller, over->bij, intrekbrief(words, over->van, over->vraag)), "ingetrokken");
}

Response extend(const AdviesSchermen& s, Request& request, Desk& desk, Id<dichtbij::Zaak> zaak) {
    const auto over = chosen(s, request, desk, zaak);
    if (!over) return desk.fail(over.error());
    const auto day = parse_day(request.form.get("laatste_datum"));
    if (!day) return list_page(s, request, desk, zaak, {over->bij.vraag.text(), {{"laatste_datum", "advies.fout.datum", {}}}, {}});
    const Texts& words = s.texts.of(taal_of(over->vraag.taal));
    return finish(s, request, desk, *over, s.advies.extend(desk.caller, over->bij, *day, verlengbrief(words, over->van, over->vraag, *day)), "verlengd");
}

}  // namespace

void add_advies_desk(access::DeskRoutes& routes, const AdviesSchermen& s) {
    using Act = Response (*)(const AdviesSchermen&, Request&, Desk&, Id<dichtbij::Zaak>);
    const auto screen = [s](Act act) {
        return [s, act](Request& request, Desk& desk) {
            const auto zaak = Id<dichtbij::Zaak>::parse(request.param("id"));
            return zaak ? act(s, request, desk, *zaak) : desk.fail({Reason::not_found, "zaak id", {}, {}});
        };
    };
    routes.get("/zaken/{id}/advies", screen([](const AdviesSchermen& in, Request& request, Desk& desk, Id<dichtbij::Zaak> zaak) { return list_page(in, request, desk, zaak, {}); }));
    routes.get("/zaken/{id}/advies/nieuw", screen(show_form));
    routes.post("/zaken/{id}/advies", screen(ask));
    routes.post("/zaken/{id}/advies/{vraag}/intrekken", screen(withdraw));
    routes.post("/zaken/{id}/advies/{vraag}/verlengen", screen(extend));
}

}  // namespace dichtbij::ketenpartner
