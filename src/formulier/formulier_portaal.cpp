#include "formulier/formulier_portaal.h"

#include <algorithm>

#include "base/text.h"
#include "document/bestand_desk.h"
#include "document/document_render.h"
#include "formulier/formulier_render.h"
#include "formulier/ontvangst_pdf.h"
#include "html/dates.h"
#include "html/parts.h"
#include "portaal/kader_portaal.h"
#include "portaal/portaal_site.h"

namespace dichtbij::formulier {
namespace {

using namespace html;
using http::Request;
using http::Response;
using portaal::Mijn;
using portaal::Paginakop;

constexpr std::string_view lokveld = "website";  // people do not see it; programs fill it in

std::string taal_van(const Mijn& mijn) { return std::string(to_string(mijn.t.taal())); }
std::string form_url(const Mijn& mijn, std::string_view code) { return mijn.openbaar("/formulier/" + std::string(code)); }
std::string draft_url(const Mijn& mijn, const Concept& one, std::string_view page) { return form_url(mijn, one.rij.code) + "/" + one.rij.id.text() + "/" + std::string(page); }

// Without a session an Inwoner is nobody, whatever it says.
bool is_ingelogd(const Mijn& mijn) { return mijn.sessie && mijn.inwoner.is_ingelogd(); }
Toegang toegang_of(Mijn& mijn) { return {mijn.inwoner, is_ingelogd(mijn), portaal::browser_secret(mijn), mijn.caller(), mijn.request.remote_address}; }

Paginakop kop_of(const Mijn& mijn, std::string title, const std::string& form_title = {}, const std::string& code = {}) {
    Paginakop kop{.titel = std::move(title)};
    kop.kruimels = {{mijn.openbaar("/formulier"), mijn.t("formulier.lijst.kop")}};
    if (!form_title.empty()) kop.kruimels.push_back({form_url(mijn, code), form_title});
    return kop;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> all;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (end > from) all.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return all;
}

Html paragraphs_of(const std::string& text) { return each(lines_of(text), [](const std::string& one) { return p(one); }); }

Html help_box(const Mijn& mijn) {
    const Texts& t = mijn.t;
    return section(cls("aside-box"), attr("aria-labelledby", "h-hulp"), h2(id("h-hulp"), t("formulier.hulp.kop")),
                   when(!mijn.gemeente.telefoon.empty(), [&] { return p(icon("phone"), " ", portaal::telefoon_link(mijn.gemeente.telefoon)); }), p(t("formulier.hulp.papier")),
                   p(a(href(mijn.openbaar("/contact")), t("formulier.hulp.contact"))));
}

Html beside(const Mijn& mijn, const Html& main_, const Html& more = {}) {
    return div(cls("portal-split"), div(main_), el("aside", cls("stack"), attr("aria-label", mijn.t("formulier.hulp.naast")), more, help_box(mijn)));
}

// A program fills in every field it finds; a person does not see this one.
Html lure(const Texts& t) { return div(flag("hidden"), label(attr("for", "website"), t("formulier.lokveld")), input(type("text"), id("website"), name(lokveld), attr("autocomplete", "off"), attr("tabindex", "-1"))); }

Response refused(const Mijn& mijn, const Failure& failure) {
    if (failure.reason == Reason::conflict && !failure.fields.empty()) {
        const Texts& t = mijn.t;
        return mijn.page({.titel = t("formulier.niet_gelukt"), .is_fout = true}, join(h1(t("formulier.niet_gelukt")), p(cls("section"), t.fill(failure.fields.front().key, failure.fields.front().args)), help_box(mijn)), 429);
    }
    return mijn.fail(failure);
}

// Who comes back to a draft that is not his any more: his session ended, or another browser.
Response lost(const Mijn& mijn, const Failure& failure, std::string_view code) {
    if (failure.reason == Reason::forbidden) return Response::redirect(form_url(mijn, code));
    const Texts& t = mijn.t;
    return mijn.page({.titel = t("formulier.weg.kop"), .is_fout = true},
                     join(h1(t("formulier.weg.kop")), p(cls("lead"), t("formulier.weg.uitleg")), p(portaal::hoofdknop(portaal::Site::inloggen_url(mijn, mijn.request.return_path(), portaal::Betrouwbaarheidsniveau::laag), t("formulier.weg.inloggen"))),
                          p(a(href(form_url(mijn, code)), t("formulier.weg.opnieuw")))), 404);
}

Response list_page(const FormulierPortaal& in, Mijn& mijn) {
    const Texts& t = mijn.t;
    const auto all = in.store.read([&](store::Tx& tx) { return in.invullen.formulieren().aanbod(tx, mijn.gemeente.id); });
    std::vector<Html> rows;
    for (const Aanbod& one : all)
        if (one.is_aangeboden())
            rows.push_back(li(h2(a(href(form_url(mijn, one.definitie->code)), one.definitie->titel.in(taal_van(mijn)))), p(cls("soft"), lines_of(one.definitie->inleiding.in(taal_van(mijn))).front())));
    return mijn.page({.titel = t("formulier.lijst.kop")}, join(h1(t("formulier.lijst.kop")), p(cls("lead"), t("formulier.lijst.uitleg")),
                                                                rows.empty() ? p(t("formulier.lijst.leeg")) : ul(cls("list-plain stack section"), rows), help_box(mijn)));
}

portaal::Betrouwbaarheidsniveau niveau_of(const Definitie& definitie) {
    return definitie.niveau == Niveau::hoog ? portaal::Betrouwbaarheidsniveau::hoog : definitie.niveau == Niveau::substantieel ? portaal::Betrouwbaarheidsniveau::substantieel : portaal::Betrouwbaarheidsniveau::laag;
}

Html sign_in_box(const Mijn& mijn, const Definitie& definitie) {
    const Texts& t = mijn.t;
    if (definitie.inloggen == Inloggen::nee || is_ingelogd(mijn)) return {};
    return section(cls("aside-box"), attr("aria-labelledby", "h-inloggen"), h2(id("h-inloggen"), t("formulier.start.inloggen_kop")), p(t("formulier.start.inloggen_uitleg")),
                   p(a(href(portaal::Site::inloggen_url(mijn, form_url(mijn, definitie.code), niveau_of(definitie))), t("formulier.start.inloggen"))));
}

Response start_page(const FormulierPortaal& in, Request& request, Mijn& mijn, std::vector<FieldError> errors = {}) {
    const Texts& t = mijn.t;
    const auto offer = in.store.read([&](store::Tx& tx) { return in.invullen.formulieren().find(tx, mijn.gemeente.id, request.param("naam")); });
    if (!offer || !offer->is_aangeboden()) return mijn.fail(Failure{Reason::not_found, "no such form", {}, {}});
    const Definitie& d = *offer->definitie;
    if (d.inloggen == Inloggen::moet && !is_ingelogd(mijn)) return Response::redirect(portaal::Site::inloggen_url(mijn, form_url(mijn, d.code), niveau_of(d)));
    if (d.inloggen == Inloggen::moet)
        if (auto low = mijn.te_laag(niveau_of(d))) return std::move(*low);
    const std::string taal = taal_van(mijn), title = d.titel.in(taal);
    const Form fields(t, std::move(errors));
    const Html needed = when(!d.nodig.empty(), [&] { return section(h2(t("formulier.start.nodig")), ul(each(lines_of(d.nodig.in(taal)), [](const std::string& one) { return li(one); }))); });
    const Html begin = form(cls("form section"), attr("method", "post"), action(form_url(mijn, d.code)), csrf_field(mijn.csrf), lure(t), submit(t("formulier.start.begin")));
    const Html content = beside(mijn, join(fields.summary(), h1(title), paragraphs_of(d.inleiding.in(taal)), needed, p(cls("section"), t("formulier.start.duur", d.minuten)), p(cls("soft"), t("formulier.start.bewaren")), begin),
                                sign_in_box(mijn, d));
    return fields.has_errors() ? mijn.invalid_page(kop_of(mijn, title), content) : mijn.page(kop_of(mijn, title), content);
}

Response begin(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    if (!request.form.get(lokveld).empty()) return start_page(in, request, mijn, {{"website", "formulier.fout.lokveld", {}}});
    const auto made = in.invullen.begin(toegang_of(mijn), request.param("naam"));
    if (!made && made.error().reason == Reason::forbidden) return start_page(in, request, mijn);
    if (!made) return refused(mijn, made.error());
    const auto one = in.invullen.get(toegang_of(mijn), *made);
    return !one ? refused(mijn, one.error()) : Response::redirect(draft_url(mijn, *one, paginas_voor(*one->definitie, one->zichtbaar).front()->code));
}

std::optional<Id<FormulierConcept>> draft_id(const Request& request) { return Id<FormulierConcept>::parse(request.param("concept")); }

Result<Concept> find_draft(const FormulierPortaal& in, const Request& request, Mijn& mijn) {
    const auto id = draft_id(request);
    if (!id) return not_found("no such draft");
    TRY(Concept one, in.invullen.get(toegang_of(mijn), *id));
    if (one.rij.code != request.param("naam")) return not_found("a draft of another form");
    return one;
}

struct Stap {
    const Pagina* pagina = nullptr;
    std::size_t nummer = 0, aantal = 0;
    const Pagina* vorige = nullptr;
    const Pagina* volgende = nullptr;
};

std::optional<Stap> step_of(const Concept& one, std::string_view code) {
    const auto all = paginas_voor(*one.definitie, one.zichtbaar);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i]->code == code) return Stap{all[i], i + 1, all.size() + 1, i > 0 ? all[i - 1] : nullptr, i + 1 < all.size() ? all[i + 1] : nullptr};
    return std::nullopt;
}

Html progress(const Texts& t, const std::string& title, std::size_t now, std::size_t all) {
    std::vector<Html> marks;
    for (std::size_t i = 0; i < all; ++i) marks.push_back(el("i", attr_if(i < now, "class", "on")));
    return join(p(cls("soft"), t("formulier.stap", std::to_string(now), std::to_string(all), title)), div(cls("progress"), attr("aria-hidden", "true"), marks));
}

Html later_link(const Mijn& mijn, const Concept& one) {
    return p(cls("section"), a(href(draft_url(mijn, one, "bewaar")), mijn.t("formulier.later.link")), br(), span(cls("soft small"), mijn.t("formulier.later.dagen", concept_dagen)));
}

Response question_page(const FormulierPortaal& in, Request& request, Mijn& mijn, const Concept& one, const Stap& step, std::vector<FieldError> errors) {
    const Texts& t = mijn.t;
    const std::string taal = taal_van(mijn), form_title = one.definitie->titel.in(taal), title = step.pagina->titel.in(taal);
    const Form fields(t, in_taal(std::move(errors), taal));
    const bool changes = request.query.get("wijzig") == "1", is_stopped = stop_op(*step.pagina, one.zichtbaar) != nullptr;
    const Html buttons = div(cls("row"), button(cls(is_stopped ? "btn" : "btn btn-primary"), type("submit"), name("actie"), value("verder"), t(is_stopped ? "formulier.opnieuw_bekijken" : changes ? "formulier.naar_overzicht" : "formulier.volgende")),
                             when(step.vorige != nullptr && !changes, [&] { return a(cls("btn"), href(draft_url(mijn, one, step.vorige->code)), t("formulier.vorige")); }));
    // Enter in a field presses the first button: that must not be one that takes a file away.
    const Html first = button(cls("sr"), type("submit"), name("actie"), value("verder"), attr("tabindex", "-1"), attr("aria-hidden", "true"), t("formulier.volgende"));
    const Html content = beside(mijn, join(fields.summary(), h1(title), progress(t, form_title, step.nummer, step.aantal), paragraphs_of(step.pagina->uitleg.in(taal)),
                                           form(cls("form section"), attr("method", "post"), action(draft_url(mijn, one, step.pagina->code) + (changes ? "?wijzig=1" : "")), document::upload_enctype(), flag("novalidate"),
                                                csrf_field(mijn.csrf), first, vragen(t, fields, *step.pagina, one, in.documenten.grenzen()), buttons),
                                           later_link(mijn, one)));
    Paginakop kop = kop_of(mijn, t("formulier.paginatitel", std::to_string(step.nummer), std::to_string(step.aantal), title, form_title), form_title, one.rij.code);
    return fields.has_errors() ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response show_step(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    const auto one = find_draft(in, request, mijn);
    if (!one) {
        if (const auto id = draft_id(request); id && in.invullen.ontvangst(toegang_of(mijn), *id)) return Response::redirect(form_url(mijn, request.param("naam")) + "/" + id->text() + "/klaar");
        return lost(mijn, one.error(), request.param("naam"));
    }
    const auto step = step_of(*one, request.param("stap"));
    if (!step) return Response::redirect(draft_url(mijn, *one, paginas_voor(*one->definitie, one->zichtbaar).front()->code));
    in.invullen.note_pagina(toegang_of(mijn), one->rij.id, step->pagina->code);
    return question_page(in, request, mijn, *one, *step, {});
}

// Files of all questions on the page; those that are refused are told beside their question.
std::vector<FieldError> take_files(const FormulierPortaal& in, const Request& request, Mijn& mijn, const Concept& one, const Pagina& pagina) {
    std::vector<FieldError> errors;
    for (const Groep& groep : pagina.groepen)
        for (const Vraag& vraag : groep.vragen) {
            if (vraag.soort != Vraagsoort::bestand || !geldt(groep.voorwaarde, one.zichtbaar) || !geldt(vraag.voorwaarde, one.zichtbaar)) continue;
            const auto received = document::receive_all(in.documenten, request, veldnaam(vraag.code));
            if (!received) {
                errors.insert(errors.end(), received.error().fields.begin(), received.error().fields.end());
                continue;
            }
            for (const auto& file : *received)
                if (const auto kept = in.invullen.add_bestand(toegang_of(mijn), one.rij.id, vraag.code, file); !kept) {
                    errors.insert(errors.end(), kept.error().fields.begin(), kept.error().fields.end());
                    break;
                }
        }
    return errors;
}

// "erbij:groep", "minder:groep", "weg:vraag:document".
bool act(const FormulierPortaal& in, Mijn& mijn, const Concept& one, std::string_view what) {
    const auto rest = [&](std::string_view start) { return what.substr(start.size()); };
    if (what.starts_with("erbij:")) return in.invullen.add_herhaling(toegang_of(mijn), one.rij.id, rest("erbij:")).has_value();
    if (what.starts_with("minder:")) return in.invullen.remove_herhaling(toegang_of(mijn), one.rij.id, rest("minder:")).has_value();
    if (!what.starts_with("weg:")) return false;
    const auto both = rest("weg:");
    const auto colon = both.find(':');
    return colon != std::string_view::npos && in.invullen.remove_bestand(toegang_of(mijn), one.rij.id, both.substr(0, colon), both.substr(colon + 1)).has_value();
}

Response take_step(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    const auto before = find_draft(in, request, mijn);
    if (!before) return show_step(in, request, mijn);
    const auto step = step_of(*before, request.param("stap"));
    if (!step) return show_step(in, request, mijn);
    const std::string here = draft_url(mijn, *before, step->pagina->code);
    auto kept = in.invullen.keep(toegang_of(mijn), before->rij.id, step->pagina->code, request.form);
    if (!kept) return refused(mijn, kept.error());
    std::vector<FieldError> errors = take_files(in, request, mijn, kept->concept_, *step->pagina);
    if (act(in, mijn, *before, request.form.get("actie"))) return Response::redirect(here);
    const auto now = in.invullen.get(toegang_of(mijn), before->rij.id);
    if (!now) return refused(mijn, now.error());
    const auto page = step_of(*now, step->pagina->code);
    if (!page) return show_step(in, request, mijn);
    // A file that came along takes away that it was missing.
    for (FieldError& error : kept->fouten) {
        const bool is_told = std::any_of(errors.begin(), errors.end(), [&](const FieldError& one) { return one.field == error.field; });
        const auto found = error.field.starts_with("v.") ? now->zichtbaar.find(std::string_view(error.field).substr(2)) : now->zichtbaar.end();
        const bool has_come = error.key == "formulier.fout.bestand" && found != now->zichtbaar.end();
        if (!is_told && !has_come) errors.push_back(std::move(error));
    }
    if (!errors.empty()) return question_page(in, request, mijn, *now, *page, std::move(errors));
    if (stop_op(*page->pagina, now->zichtbaar) != nullptr) return Response::redirect(here);
    if (in.invullen.te_bevestigen(*now) && problems(*page->pagina, now->zichtbaar, mijn.today()).empty() && std::any_of(page->pagina->groepen.begin(), page->pagina->groepen.end(), [](const Groep& groep) {
            return std::any_of(groep.vragen.begin(), groep.vragen.end(), [](const Vraag& vraag) { return vraag.bevestigen; });
        })) {
        if (const auto sent = in.invullen.send_code(toegang_of(mijn), now->rij.id, mijn.t); !sent) return refused(mijn, sent.error());
        return Response::redirect(draft_url(mijn, *now, "bevestig"));
    }
    const bool back = request.query.get("wijzig") == "1" || page->volgende == nullptr;
    return Response::redirect(draft_url(mijn, *now, back ? "controle" : page->volgende->code));
}

Response code_page(const Mijn& mijn, const std::string& url, const std::string& title, const std::string& words, std::vector<FieldError> errors, const Html& below_) {
    const Texts& t = mijn.t;
    const Form fields(t, std::move(errors));
    const Html content = join(fields.summary(), h1(title), p(cls("lead"), words),
                              form(cls("form section"), attr("method", "post"), action(url), flag("novalidate"), csrf_field(mijn.csrf),
                                   fields.input({.name = "code", .label = t("formulier.code.veld"), .hint = t("formulier.code.uitleg"), .attributes = {attr("maxlength", "12"), attr("inputmode", "numeric"), attr("autocomplete", "one-time-code")}}),
                                   submit(t("formulier.code.knop"))),
                              below_);
    return fields.has_errors() ? mijn.invalid_page({.titel = title}, content) : mijn.page({.titel = title}, content);
}

Response confirm_page(const FormulierPortaal& in, Request& request, Mijn& mijn, std::vector<FieldError> errors) {
    const auto one = find_draft(in, request, mijn);
    if (!one) return lost(mijn, one.error(), request.param("naam"));
    const auto address = in.invullen.te_bevestigen(*one);
    if (!address) return Response::redirect(draft_url(mijn, *one, "controle"));
    const std::string url = draft_url(mijn, *one, "bevestig");
    return code_page(mijn, url, mijn.t("formulier.bevestig.kop"), mijn.t("formulier.bevestig.uitleg", *address), std::move(errors),
                     div(cls("section"), form(attr("method", "post"), action(url), csrf_field(mijn.csrf), hidden("opnieuw", "1"), button(cls("btn"), type("submit"), mijn.t("formulier.code.opnieuw")))));
}

Response take_code(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    const auto one = find_draft(in, request, mijn);
    if (!one) return lost(mijn, one.error(), request.param("naam"));
    if (request.form.get("opnieuw") == "1") {
        if (const auto sent = in.invullen.send_code(toegang_of(mijn), one->rij.id, mijn.t); !sent) return refused(mijn, sent.error());
        return Response::redirect(draft_url(mijn, *one, "bevestig"));
    }
    const auto done = in.invullen.bevestig(toegang_of(mijn), one->rij.id, request.form.get("code"));
    if (!done) return done.error().fields.empty() ? refused(mijn, done.error()) : confirm_page(in, request, mijn, done.error().fields);
    const auto step = step_of(*one, one->rij.pagina);
    return Response::redirect(draft_url(mijn, *one, step && step->volgende ? step->volgende->code : "controle"));
}

Response check_page(const FormulierPortaal& in, Request& request, Mijn& mijn, std::vector<FieldError> errors) {
    const auto one = find_draft(in, request, mijn);
    if (!one) return show_step(in, request, mijn);
    const Texts& t = mijn.t;
    const std::string taal = taal_van(mijn), form_title = one->definitie->titel.in(taal);
    const auto pages = paginas_voor(*one->definitie, one->zichtbaar);
    for (const Pagina* pagina : pages)
        if (stop_op(*pagina, one->zichtbaar) != nullptr || !problems(*pagina, one->zichtbaar, mijn.today()).empty())
            return question_page(in, request, mijn, *one, *step_of(*one, pagina->code), problems(*pagina, one->zichtbaar, mijn.today()));
    if (in.invullen.te_bevestigen(*one)) {
        if (const auto sent = in.invullen.send_code(toegang_of(mijn), one->rij.id, t); !sent) return refused(mijn, sent.error());
        return Response::redirect(draft_url(mijn, *one, "bevestig"));
    }
    in.invullen.note_pagina(toegang_of(mijn), one->rij.id, "controle");
    const Form fields(t, in_taal(std::move(errors), taal));
    const Html consent = when(!one->definitie->akkoord.empty(), [&] { return fields.checkbox({.name = "akkoord", .label = one->definitie->akkoord.in(taal), .value = "ja"}, false); });
    const Html content = beside(mijn, join(fields.summary(), h1(t("formulier.controle.kop")), progress(t, form_title, pages.size() + 1, pages.size() + 1), p(t("formulier.controle.uitleg")),
                                           overzicht(t, *one, [&](const std::string& code) { return draft_url(mijn, *one, code) + "?wijzig=1"; }, mijn.today()),
                                           form(cls("form section"), attr("method", "post"), action(draft_url(mijn, *one, "controle")), flag("novalidate"), csrf_field(mijn.csrf), lure(t), consent, submit(t("formulier.verstuur"))),
                                           later_link(mijn, *one)));
    const Paginakop kop = kop_of(mijn, t("formulier.controle.titel", form_title), form_title, one->rij.code);
    return fields.has_errors() ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response send(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    const auto id = draft_id(request);
    if (!id) return mijn.fail(Failure{Reason::not_found, "no such draft", {}, {}});
    if (!request.form.get(lokveld).empty()) return check_page(in, request, mijn, {{"website", "formulier.fout.lokveld", {}}});
    const auto sent = in.invullen.indienen(toegang_of(mijn), *id, request.form.get("akkoord") == "ja");
    if (sent) return Response::redirect(form_url(mijn, request.param("naam")) + "/" + id->text() + "/klaar");
    const Failure& why = sent.error();
    if (why.reason == Reason::invalid) return check_page(in, request, mijn, why.fields);
    if (why.reason == Reason::conflict && why.fields.empty() && !why.key.empty() && in.invullen.get(toegang_of(mijn), *id)) return check_page(in, request, mijn, {{"akkoord", why.key, {}}});
    return why.reason == Reason::conflict ? refused(mijn, why) : lost(mijn, why, request.param("naam"));
}

Ontvangstbewijs receipt_of(const FormulierPortaal& in, const Mijn& mijn, const Ingezonden& sent) {
    const auto definitie = in.store.read([&](store::Tx& tx) { return in.invullen.formulieren().definitie(tx, sent.inzending.versie); });
    return {sent, mijn.t("portaal.gemeente", mijn.gemeente.naam), mijn.gemeente.telefoon, definitie ? definitie->vervolg.in(taal_van(mijn)) : std::string()};
}

Response pdf_of(const FormulierPortaal& in, const Mijn& mijn, const Ingezonden& sent) {
    Response answer;
    answer.header("Content-Type", "application/pdf").header("Cache-Control", "private, no-store");
    answer.header("Content-Disposition", document::content_disposition(document::Tonen::opslaan, sent.inzending.nummer + ".pdf"));
    answer.body = ontvangst_pdf(mijn.t, receipt_of(in, mijn, sent));
    return answer;
}

Html receipt_main(const FormulierPortaal& in, const Mijn& mijn, const Ingezonden& sent, const std::string& title, const std::string& pdf_url, const Html& more) {
    const Texts& t = mijn.t;
    const Ontvangstbewijs proof = receipt_of(in, mijn, sent);
    const Inzending& one = sent.inzending;
    const Html promised = when(one.beloofd_op.has_value(), [&] {
        const Day day = day_of(*one.beloofd_op);
        return div(cls("promise promise-big section"), leaf(t, day), div(p(cls("date"), t("formulier.klaar.belofte", by_day(t, day, mijn.today())))));
    });
    return beside(mijn, join(h1(title), p(cls("lead"), t("formulier.klaar.nummer", one.nummer)), p(t("formulier.klaar.tijd", moment(t, one.ontvangen_op, mijn.now))),
                             section(h2(t("formulier.klaar.verder")), paragraphs_of(proof.vervolg), promised), more,
                             section(p(a(href(pdf_url), t("formulier.klaar.pdf")))),
                             section(attr("aria-labelledby", "h-antwoorden"), h2(id("h-antwoorden"), t("formulier.klaar.antwoorden")), antwoorden_lijst(t, sent.antwoorden, mijn.today(), 3))));
}

Response done_page(const FormulierPortaal& in, Request& request, Mijn& mijn, bool as_pdf) {
    const Texts& t = mijn.t;
    const auto id = draft_id(request);
    const auto sent = id ? in.invullen.ontvangst(toegang_of(mijn), *id) : Result<Ingezonden>(not_found("no such draft"));
    if (!sent) return lost(mijn, sent.error(), request.param("naam"));
    if (as_pdf) return pdf_of(in, mijn, *sent);
    const std::string title = t("formulier.klaar.kop");
    const Html mail = when(sent->inzending.partij.has_value(), [&] { return p(t("formulier.klaar.bericht")); });
    const Html own_pages = when(is_ingelogd(mijn), [&] { return p(a(href("/mijn"), t("formulier.klaar.mijn"))); });
    return mijn.page(kop_of(mijn, title, sent->inzending.titel(taal_van(mijn)), sent->inzending.code),
                     receipt_main(in, mijn, *sent, title, form_url(mijn, sent->inzending.code) + "/" + id->text() + "/ontvangst.pdf", join(mail, own_pages)));
}

Response own_page(const FormulierPortaal& in, Request& request, Mijn& mijn, bool as_pdf) {
    const auto id = Id<dichtbij::Inzending>::parse(request.param("id"));
    const auto sent = id ? in.store.read([&](store::Tx& tx) { return in.invullen.van_inwoner(tx, mijn.inwoner, *id); }) : Result<Ingezonden>(not_found("no such inzending"));
    if (!sent && sent.error().reason == Reason::forbidden)
        if (auto low = mijn.te_laag(portaal::Betrouwbaarheidsniveau::substantieel)) return std::move(*low);
    mijn.record("inzending", id ? id->bytes : Uuid{}, sent.has_value());
    if (!sent) return mijn.fail(sent.error());
    if (as_pdf) return pdf_of(in, mijn, *sent);
    const std::string title = sent->inzending.titel(taal_van(mijn));
    return mijn.page({.titel = title, .kruimels = {}, .huidig = "mijn"}, receipt_main(in, mijn, *sent, title, "/mijn/formulieren/" + id->text() + "/ontvangst.pdf", {}));
}

Response later_page(const FormulierPortaal& in, Request& request, Mijn& mijn, std::vector<FieldError> errors, const std::string& link) {
    const auto one = find_draft(in, request, mijn);
    if (!one) return lost(mijn, one.error(), request.param("naam"));
    const Texts& t = mijn.t;
    const bool is_in = !one->rij.wie.empty();
    const Form fields(t, std::move(errors));
    const std::string title = t("formulier.later.kop"), form_title = one->definitie->titel.in(taal_van(mijn));
    const std::string back = draft_url(mijn, *one, one->rij.pagina.empty() ? std::string_view("controle") : std::string_view(one->rij.pagina));
    const Html back_link_ = p(cls("section"), a(href(back), t("formulier.later.terug")));
    Html content;
    if (!link.empty()) content = join(h1(t("formulier.later.bewaard")), div(attr("role", "status"), p(cls("lead"), t(is_in ? "formulier.later.bewaard_inloggen" : "formulier.later.bewaard_mail", one->rij.email))),
                                      p(t("formulier.later.adres")), p(cls("msg"), a(href(link), link)), p(cls("soft"), t("formulier.later.dagen", concept_dagen)), back_link_);
    else if (!is_in && !in.invullen.kan_code()) content = join(h1(title), p(cls("lead"), t("formulier.later.geen_post")), back_link_);
    else {
        const auto typed = request.form.has("email") ? std::string(request.form.get("email")) : met_betekenis(*one->definitie, one->zichtbaar, Betekenis::email);
        content = join(fields.summary(), h1(title), p(cls("lead"), t(is_in ? "formulier.later.uitleg_inloggen" : "formulier.later.uitleg")),
                       form(cls("form section"), attr("method", "post"), action(draft_url(mijn, *one, "bewaar")), flag("novalidate"), csrf_field(mijn.csrf),
                            fields.input({.name = "email", .label = t("formulier.later.email"), .value = typed, .needed = is_in ? Needed::no : Needed::yes, .type = "email", .attributes = {attr("autocomplete", "email"), attr("maxlength", "80")}}),
                            submit(t("formulier.later.knop"))),
                       back_link_);
    }
    const Paginakop kop = kop_of(mijn, title, form_title, one->rij.code);
    return fields.has_errors() ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response save_for_later(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    const auto id = draft_id(request);
    if (!id) return mijn.fail(Failure{Reason::not_found, "no such draft", {}, {}});
    const std::string base = !in.public_url.empty() ? in.public_url : (request.is_secure ? "https://" : "http://") + request.host;
    const auto link = in.invullen.bewaar_voor_later(toegang_of(mijn), *id, request.form.get("email"), mijn.t, base + mijn.openbaar("/formulier-verder/"));
    if (link) return later_page(in, request, mijn, {}, *link);
    if (link.error().reason == Reason::invalid) return later_page(in, request, mijn, link.error().fields, {});
    return link.error().reason == Reason::conflict && link.error().fields.empty() ? later_page(in, request, mijn, {}, {}) : refused(mijn, link.error());
}

Response no_link(const Mijn& mijn) {
    return mijn.page({.titel = mijn.t("formulier.verder.weg"), .is_fout = true}, join(h1(mijn.t("formulier.verder.weg")), p(cls("lead"), mijn.t("formulier.verder.weg_uitleg")), p(a(href(mijn.openbaar("/formulier")), mijn.t("formulier.lijst.kop")))), 404);
}

Response to_draft(const FormulierPortaal& in, Mijn& mijn, Id<FormulierConcept> id) {
    const auto one = in.invullen.get(toegang_of(mijn), id);
    if (!one) return no_link(mijn);
    const bool knows_page = step_of(*one, one->rij.pagina).has_value() || one->rij.pagina == "controle";
    return Response::redirect(draft_url(mijn, *one, knows_page ? std::string_view(one->rij.pagina) : std::string_view(paginas_voor(*one->definitie, one->zichtbaar).front()->code)));
}

Response resume_page(const FormulierPortaal& in, Request& request, Mijn& mijn, std::vector<FieldError> errors, bool is_sent) {
    const Texts& t = mijn.t;
    const auto found = in.invullen.find_sleutel(toegang_of(mijn), request.param("sleutel"));
    if (!found) return no_link(mijn);
    if (found->is_van_hem) return to_draft(in, mijn, found->id);
    const std::string url = mijn.openbaar("/formulier-verder/" + std::string(request.param("sleutel")));
    const std::string title = t("formulier.verder.kop");
    if (found->vraagt_inloggen)
        return mijn.page({.titel = title}, join(h1(title), p(cls("lead"), t(is_ingelogd(mijn) ? "formulier.verder.ander" : "formulier.verder.inloggen")),
                                                p(portaal::hoofdknop(portaal::Site::inloggen_url(mijn, url, portaal::Betrouwbaarheidsniveau::laag), t("formulier.start.inloggen")))));
    if (is_sent) return code_page(mijn, url, title, t("formulier.verder.verstuurd"), std::move(errors), {});
    return mijn.page({.titel = title}, join(h1(title), p(cls("lead"), t("formulier.verder.uitleg")),
                                            form(cls("form section"), attr("method", "post"), action(url), csrf_field(mijn.csrf), hidden("stuur", "1"), submit(t("formulier.verder.stuur")))));
}

Response resume(const FormulierPortaal& in, Request& request, Mijn& mijn) {
    if (request.form.get("stuur") == "1") {
        const auto sent = in.invullen.send_sleutelcode(toegang_of(mijn), request.param("sleutel"), mijn.t);
        if (!sent && sent.error().reason == Reason::conflict) return refused(mijn, sent.error());
        return sent ? resume_page(in, request, mijn, {}, true) : no_link(mijn);
    }
    const auto opened = in.invullen.open_sleutel(toegang_of(mijn), request.param("sleutel"), request.form.get("code"));
    if (opened) return to_draft(in, mijn, *opened);
    return opened.error().reason == Reason::invalid ? resume_page(in, request, mijn, opened.error().fields, true) : resume_page(in, request, mijn, {}, false);
}

}  // namespace

Html ingezonden_op(const FormulierPortaal& in, const Mijn& mijn, Id<Werk> werk) {
    if (!is_ingelogd(mijn)) return {};
    std::vector<Html> links;
    in.store.read([&](store::Tx& tx) {
        links.clear();
        for (const Inzending& one : inzendingen_van_werk(tx, werk))
            if (in.invullen.van_inwoner(tx, mijn.inwoner, one.id))
                links.push_back(li(a(href("/mijn/formulieren/" + one.id.text()), mijn.t("formulier.mijn.link", one.titel(taal_van(mijn))))));
    });
    if (links.empty()) return {};
    return section(attr("aria-labelledby", "h-formulier"), h2(id("h-formulier"), mijn.t("formulier.mijn.kop")), ul(links));
}

Html ingezonden_op(const FormulierPortaal& in, const Mijn& mijn, Id<Zaak> zaak) {
    const auto werk = in.store.read([&](store::Tx& tx) { return in.invullen.werk_of(tx, zaak); });
    return werk ? ingezonden_op(in, mijn, *werk) : Html();
}

void add_formulier_portaal(portaal::Routes& routes, const FormulierPortaal& in) {
    using portaal::Eis;
    const auto page = [in](auto handler) -> portaal::Handler { return [in, handler](Request& request, Mijn& mijn) { return handler(in, request, mijn); }; };
    const Eis with_files = Eis::openbaar().met_bestanden(document::request_bytes_limit, static_cast<std::size_t>(in.documenten.grenzen().bestand_bytes));
    routes.add_link("/formulier", "formulier.thuis");
    const std::string draft = "/formulier/{naam}/{concept}";
    routes.get("/formulier", Eis::openbaar(), [in](Request&, Mijn& mijn) { return list_page(in, mijn); });
    routes.get("/formulier/{naam}", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return start_page(d, r, m); }));
    routes.post("/formulier/{naam}", Eis::openbaar(), page(begin));
    routes.get(draft + "/controle", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return check_page(d, r, m, {}); }));
    routes.post(draft + "/controle", Eis::openbaar(), page(send));
    routes.get(draft + "/klaar", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return done_page(d, r, m, false); }));
    routes.get(draft + "/ontvangst.pdf", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return done_page(d, r, m, true); }));
    routes.get(draft + "/bevestig", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return confirm_page(d, r, m, {}); }));
    routes.post(draft + "/bevestig", Eis::openbaar(), page(take_code));
    routes.get(draft + "/bewaar", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return later_page(d, r, m, {}, {}); }));
    routes.post(draft + "/bewaar", Eis::openbaar(), page(save_for_later));
    routes.get(draft + "/{stap}", Eis::openbaar(), page(show_step));
    routes.post(draft + "/{stap}", with_files, page(take_step));
    routes.get("/formulier-verder/{sleutel}", Eis::openbaar(), page([](const auto& d, Request& r, Mijn& m) { return resume_page(d, r, m, {}, false); }));
    routes.post("/formulier-verder/{sleutel}", Eis::openbaar(), page(resume));
    routes.get("/mijn/formulieren/{id}", Eis::ingelogd(), page([](const auto& d, Request& r, Mijn& m) { return own_page(d, r, m, false); }));
    routes.get("/mijn/formulieren/{id}/ontvangst.pdf", Eis::ingelogd(), page([](const auto& d, Request& r, Mijn& m) { return own_page(d, r, m, true); }));
}

}  // namespace dichtbij::formulier
