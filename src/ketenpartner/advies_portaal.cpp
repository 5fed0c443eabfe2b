#include "ketenpartner/advies_portaal.h"

#include "base/text.h"
#include "document/bestand_desk.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "html/woord.h"
#include "ketenpartner/advies_brieven_render.h"
#include "portaal/kader_portaal.h"
#include "zaak/volgen_delen_render.h"

namespace dichtbij::ketenpartner {
namespace {

using namespace html;
using http::Request;
using http::Response;
using portaal::Mijn;

constexpr std::size_t link_limit = 100;  // characters of an address that may be one

Bezoeker who(const Request& request, const Mijn& mijn) { return {mijn.gemeente.id, request.remote_address, request.id}; }

std::string cookie_name(const Request& request) { return std::string(request.is_secure ? "__Host-" : "") + "advies"; }
std::string_view visit_of(const Request& request) { return request.cookies.get(cookie_name(request)); }
// Only what a link of ours is made of: it comes back in addresses.
std::string link_of(const Request& request) {
    std::string link;
    for (const char c : (request.query.has("k") ? request.query : request.form).get("k").substr(0, link_limit))
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_') link += c;
    return link;
}

Html call_us(const Mijn& mijn) {
    return when(!mijn.gemeente.telefoon.empty(), [&] { return p(mijn.t.rich("portaal.inloggen.bel", portaal::telefoon_link(mijn.gemeente.telefoon))); });
}

Response told(const Mijn& mijn, std::string_view key, int status) {
    const std::string title_ = mijn.t("advies.buiten.titel");
    return mijn.page({.titel = title_, .is_fout = status != 200}, join(h1(title_), div(cls("prose section"), p(mijn.t(key)), call_us(mijn))), status);
}

// What came of a question that can no longer be answered.
Response ended(const Mijn& mijn, Adviesstand stand) { return told(mijn, "advies.buiten.stand." + woord(stand), stand == Adviesstand::beantwoord ? 200 : 410); }

Response waiting(const Mijn& mijn, const Failure& failure) {
    const std::string title_ = mijn.t("advies.buiten.titel");
    const std::string words = failure.fields.empty() ? mijn.t(failure.key) : mijn.t.fill(failure.fields.front().key, failure.fields.front().args);
    return mijn.page({.titel = title_, .is_fout = true}, join(h1(title_), div(cls("prose section"), p(words), call_us(mijn))), failure.fields.empty() ? 409 : 429);
}

Response refused(const Mijn& mijn, const Failure& failure) {
    if (failure.reason == Reason::conflict) return waiting(mijn, failure);
    return told(mijn, "advies.buiten.onbekend", 404);
}

// ---- the code

Response code_page(const Mijn& mijn, const std::string& link, const Poort& poort, std::vector<FieldError> errors) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const std::string here = mijn.openbaar("/advies/link");
    const std::string weg = woord(poort.codeweg);
    const Html content = join(
        fields.summary(), h1(t("advies.buiten.titel")), p(cls("lead"), t("advies.buiten.voor", poort.organisatie, mijn.gemeente.naam)),
        when(mijn.request.query.get("verstuurd") == "1", [&] { return div(cls("section"), attr("role", "status"), alert("circle-check", p(t("advies.buiten.code_verstuurd." + weg)), Tone::good)); }),
        form(cls("form section"), attr("method", "post"), action(here), flag("novalidate"), csrf_field(mijn.csrf), hidden("k", link),
             fields.input({.name = "code", .label = t("advies.buiten.code"), .hint = t("advies.buiten.code_uitleg." + weg),
                           .attributes = {attr("maxlength", "12"), attr("inputmode", "numeric"), attr("autocomplete", "one-time-code")}}),
             submit(t("advies.buiten.verder"))),
        section(cls("section"), h2(t("advies.buiten.geen_code")), p(t("advies.buiten.geen_code_uitleg")),
                form(attr("method", "post"), action(here + "/code"), csrf_field(mijn.csrf), hidden("k", link), button(cls("btn"), type("submit"), t("advies.buiten.nieuwe_code")))),
        div(cls("section"), call_us(mijn)));
    const portaal::Paginakop kop{.titel = t("advies.buiten.titel")};
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response show_gate(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const std::string link = link_of(request);
    const auto poort = in.advies.poort(who(request, mijn), link);
    if (!poort) return refused(mijn, poort.error());
    return kan_antwoorden(poort->stand) ? code_page(mijn, link, *poort, {}) : ended(mijn, poort->stand);
}

Response check_code(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const std::string link = link_of(request);
    const auto poort = in.advies.poort(who(request, mijn), link);
    if (!poort) return refused(mijn, poort.error());
    if (!kan_antwoorden(poort->stand)) return ended(mijn, poort->stand);
    const std::string typed = cleaned(request.form.get("code"));
    if (typed.empty()) return code_page(mijn, link, *poort, {{"code", "advies.fout.code_leeg", {}}});
    const std::string note = in.texts.of(Taal::nl)("advies.notitie.gesloten", poort->organisatie, pogingen_limit);
    const auto bezoek = in.advies.enter(who(request, mijn), link, typed, note);
    if (bezoek) {
        mijn.cookies.push_back({.name = cookie_name(request), .value = *bezoek, .max_age = bezoek_duur});
        return Response::redirect(mijn.openbaar("/advies"));
    }
    if (bezoek.error().reason == Reason::invalid) return code_page(mijn, link, *poort, bezoek.error().fields);
    if (bezoek.error().reason == Reason::conflict && bezoek.error().fields.empty()) {
        const auto now = in.advies.poort(who(request, mijn), link);
        return now ? ended(mijn, now->stand) : refused(mijn, now.error());
    }
    return refused(mijn, bezoek.error());
}

Response send_code(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const std::string link = link_of(request);
    const auto sent = in.advies.new_code(who(request, mijn), link, [&](const std::string& code) { return codebrief(mijn.t, mijn.gemeente.naam, code); });
    if (!sent) return refused(mijn, sent.error());
    return Response::redirect(mijn.openbaar("/advies/link?verstuurd=1&k=" + link));
}

// ---- the question

Html person_box(const Mijn& mijn, const Buitenbeeld& beeld) {
    const Behandelaar& person = beeld.behandelaar;
    return section(cls("aside-box"), attr("aria-labelledby", "h-wie"), h2(id("h-wie"), mijn.t("advies.buiten.wie")),
                   div(cls("person"), avatar(person.naam), p(strong(person.naam), when(!person.functie.empty(), [&] { return join(br(), span(cls("soft small"), person.functie)); }))),
                   when(!person.telefoon.empty(), [&] { return p(icon("phone"), " ", portaal::telefoon_link(person.telefoon)); }),
                   when(!person.email.empty(), [&] { return p(icon("mail"), " ", a(href("mailto:" + person.email), person.email)); }));
}

Html documents(const Mijn& mijn, const Buitenbeeld& beeld) {
    const Texts& t = mijn.t;
    if (beeld.documenten.empty()) return {};
    document::Lijstweergave list;
    list.lezer = document::Lezer::inwoner;
    list.kop = t("advies.buiten.documenten");
    const auto url = [&](const document::Documentregel& one) { return mijn.openbaar("/advies/documenten/" + one.versie.id.text()); };
    list.openen = [url](const document::Documentregel& one) { return url(one) + "?openen=1"; };
    list.downloaden = url;
    return section(cls("section"), attr("aria-labelledby", "h-documenten"), h2(id("h-documenten"), t("advies.buiten.documenten")), document::document_list(t, beeld.documenten, list, mijn.now));
}

Html answer_form(const AdviesPortaal& in, const Mijn& mijn, const Form& fields, std::string_view typed) {
    const Texts& t = mijn.t;
    return section(cls("section"), attr("aria-labelledby", "h-antwoord"), h2(id("h-antwoord"), t("advies.buiten.antwoord_kop")), p(t("advies.buiten.antwoord_uitleg")),
                   form(cls("form section"), attr("method", "post"), action(mijn.openbaar("/advies")), document::upload_enctype(), flag("novalidate"), csrf_field(mijn.csrf),
                        fields.textarea({.name = "antwoord", .label = t("advies.buiten.antwoord"), .value = std::string(typed), .attributes = {attr("maxlength", std::to_string(antwoord_limit))}}, 8),
                        document::upload_field(t, fields, {"bestand", t("advies.buiten.bestanden", bestanden_limit), Needed::no, true}, in.documenten.grenzen()),
                        submit(t("advies.buiten.verstuur"))));
}

Response question_page(const AdviesPortaal& in, const Mijn& mijn, const Buitenbeeld& beeld, std::vector<FieldError> errors, std::string_view typed) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const Html until = p(icon("calendar"), " ", t("advies.buiten.tot", long_day(t, beeld.laatste_datum, mijn.today())));
    const Html content = join(fields.summary(), h1(t("advies.buiten.titel")), p(cls("soft"), t("advies.buiten.over", beeld.zaaknummer, mijn.gemeente.naam)),
                              div(cls("portal-split section"),
                                  div(section(cls("ask"), attr("aria-labelledby", "h-vraag"), h2(id("h-vraag"), icon("message-question"), " ", t("advies.buiten.vraag")),
                                              div(attr_if(t.taal() != Taal::nl, "lang", "nl"), zaak::lopende_tekst(beeld.vraag)), until),
                                      documents(mijn, beeld), answer_form(in, mijn, fields, typed)),
                                  aside(cls("stack"), attr("aria-label", t("advies.buiten.wie")), person_box(mijn, beeld))));
    const portaal::Paginakop kop{.titel = t("advies.buiten.titel")};
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response thanks(const Mijn& mijn, const Buitenbeeld& beeld) {
    const Texts& t = mijn.t;
    const std::string title_ = t("advies.buiten.dank");
    return mijn.page({.titel = title_},
                     join(h1(title_), div(cls("section"), attr("role", "status"),
                                          alert("circle-check", p(t("advies.buiten.ontvangen", beeld.beantwoord_op ? short_moment(t, *beeld.beantwoord_op, mijn.now) : std::string(), beeld.zaaknummer)), Tone::good)),
                          div(cls("portal-split section"),
                              div(section(attr("aria-labelledby", "h-antwoord"), h2(id("h-antwoord"), t("advies.buiten.uw_antwoord")), zaak::lopende_tekst(beeld.antwoord)), p(t("advies.buiten.hierna"))),
                              aside(cls("stack"), attr("aria-label", t("advies.buiten.wie")), person_box(mijn, beeld)))));
}

// The visit is over or the question ended: what was typed is shown, so that it is not lost.
Response too_late(const Mijn& mijn, std::string_view key, std::string_view typed, int status) {
    const Texts& t = mijn.t;
    const std::string title_ = t("advies.buiten.titel");
    const std::string words = cleaned(typed);
    return mijn.page({.titel = title_, .is_fout = true},
                     join(h1(title_), div(cls("prose section"), p(t(key)), call_us(mijn)),
                          when(!words.empty(), [&] { return section(cls("section"), h2(t("advies.buiten.niet_verstuurd")), p(t("advies.buiten.kopieer")), zaak::lopende_tekst(words)); })),
                     status);
}

Response show_question(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = in.advies.look(who(request, mijn), visit_of(request));
    if (!beeld) return told(mijn, "advies.buiten.geen_bezoek", 403);
    if (beeld->stand == Adviesstand::beantwoord) return thanks(mijn, *beeld);
    return kan_antwoorden(beeld->stand) ? question_page(in, mijn, *beeld, {}, {}) : ended(mijn, beeld->stand);
}

Response answer(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const std::string_view typed = request.form.get("antwoord");
    const auto beeld = in.advies.look(who(request, mijn), visit_of(request));
    if (!beeld) return too_late(mijn, "advies.buiten.geen_bezoek", typed, 403);
    if (!kan_antwoorden(beeld->stand)) return too_late(mijn, "advies.buiten.stand." + woord(beeld->stand), typed, 409);
    if (request.files.size() > bestanden_limit) return question_page(in, mijn, *beeld, {{"bestand", "advies.fout.te_veel_bestanden", {std::to_string(bestanden_limit)}}}, typed);
    const auto files = document::receive_all(in.documenten, request);
    if (!files) return files.error().reason == Reason::invalid ? question_page(in, mijn, *beeld, files.error().fields, typed) : mijn.fail(files.error());
    const auto done = in.advies.answer(who(request, mijn), visit_of(request), typed, *files);
    if (done) return Response::redirect(mijn.openbaar("/advies"));
    if (done.error().reason == Reason::invalid) return question_page(in, mijn, *beeld, done.error().fields, typed);
    return too_late(mijn, "advies.fout.klaar", typed, 409);
}

Response give_document(const AdviesPortaal& in, Request& request, Mijn& mijn) {
    const auto wanted = Id<dichtbij::DocumentVersie>::parse(request.param("versie"));
    if (!wanted) return told(mijn, "advies.buiten.onbekend", 404);
    const auto versie = in.advies.document(who(request, mijn), visit_of(request), *wanted);
    if (!versie) return refused(mijn, versie.error());
    auto file = document::serve(in.documenten, request, *versie, request.query.get("openen") == "1" ? document::Tonen::in_pagina : document::Tonen::opslaan);
    return file ? std::move(*file) : mijn.fail(file.error());
}

}  // namespace

void add_advies_portaal(portaal::Routes& routes, const AdviesPortaal& in) {
    using portaal::Eis;
    const auto page = [in](Response (*handler)(const AdviesPortaal&, Request&, Mijn&)) {
        return [in, handler](Request& request, Mijn& mijn) { return handler(in, request, mijn); };
    };
    const Eis with_files = Eis::openbaar().met_bestanden(document::request_bytes_limit, static_cast<std::size_t>(in.documenten.grenzen().bestand_bytes));
    routes.get("/advies/link", Eis::openbaar(), page(show_gate));
    routes.post("/advies/link", Eis::openbaar(), page(check_code));
    routes.post("/advies/link/code", Eis::openbaar(), page(send_code));
    routes.get("/advies", Eis::openbaar(), page(show_question));
    routes.post("/advies", with_files, page(answer));
    routes.get("/advies/documenten/{versie}", Eis::openbaar(), page(give_document));
}

}  // namespace dichtbij::ketenpartner
