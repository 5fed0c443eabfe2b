#include "zaak/zaak_portaal.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "document/bestand_desk.h"
#include "html/dates.h"
#include "portaal/kader_portaal.h"
#include "zaak/volgen_render.h"

namespace dichtbij::zaak {
namespace {

using http::Request;
using http::Response;
using portaal::Mijn;

std::string url_of(Id<dichtbij::Zaak> id, std::string_view more = {}) { return "/mijn/zaken/" + id.text() + std::string(more); }

std::optional<Id<dichtbij::Zaak>> zaak_in(const Request& request) { return Id<dichtbij::Zaak>::parse(request.param("id")); }

// Asked for what is not his, or does not exist: both look alike, and both are written down.
Response refused(const Mijn& mijn, const Request& request, const Failure& failure) {
    const auto id = zaak_in(request);
    if (failure.reason == Reason::not_found || failure.reason == Reason::forbidden) mijn.record("zaak", id ? id->bytes : Uuid{}, false);
    return mijn.fail(failure);
}

// "nl" for what is Dutch on a page that is not; else nothing.
std::string taal_van_titel(const Mijn& mijn, const Volgbeeld& beeld) { return beeld.omschrijving.empty() || mijn.t.taal() == html::Taal::nl ? "" : "nl"; }

portaal::Paginakop kop_of(const Mijn& mijn, std::string titel, const Volgbeeld* below = nullptr) {
    portaal::Paginakop kop{.titel = std::move(titel), .huidig = "mijn"};
    if (mijn.inwoner.is_ingelogd()) kop.kruimels.push_back({"/mijn", mijn.t("zaakportaal.kruimel")});
    if (below) kop.kruimels.push_back({url_of(below->id), volgtitel(mijn.t, *below), taal_van_titel(mijn, *below)});
    return kop;
}

Volgweergave weergave_of(const ZaakPortaal& in, const Mijn& mijn, const Volgbeeld& beeld) {
    Volgweergave w;
    w.now = mijn.now;
    w.csrf = mijn.csrf;
    const std::string& phone = beeld.behandelaar.telefoon.empty() ? mijn.gemeente.telefoon : beeld.behandelaar.telefoon;
    if (!phone.empty()) w.telefoon = portaal::telefoon_link(phone);
    w.contact_url = mijn.openbaar("/contact");
    w.gemeente = mijn.gemeente.naam;
    w.adres = mijn.gemeente.adres;
    w.grenzen = in.documenten.grenzen();
    return w;
}

// What he just did, after the browser was sent on.
std::string melding_of(const Mijn& mijn, const Volgbeeld& beeld) {
    const std::string_view done = mijn.request.query.get("gedaan");
    const auto is = [&](std::string_view what) { return done == what; };
    if (is("antwoord")) return mijn.t("zaakportaal.gedaan.antwoord", beeld.behandelaar.naam);
    if (is("document")) return mijn.t("zaakportaal.gedaan.document", beeld.behandelaar.naam);
    if (is("ingetrokken") && !beeld.is_open) return mijn.t("zaakportaal.gedaan.ingetrokken");
    if (is("gevraagd")) return mijn.t("zaakportaal.gedaan.gevraagd", beeld.behandelaar.naam);
    if (!is("bericht") || beeld.zendingen.empty()) return {};
    const auto& last = beeld.zendingen.front();
    if (!last.beloofd) return mijn.t("zaakportaal.gedaan.bericht", last.nummer);
    return mijn.t("zaakportaal.gedaan.bericht_op", last.nummer, html::by_day(mijn.t, *last.beloofd, mijn.today()));
}

// The case when it is his and he is signed in well enough; else the page that says so.
tl::expected<Volgbeeld, Response> seen(const ZaakPortaal& in, const Mijn& mijn, const Request& request) {
    const auto id = zaak_in(request);
    if (!id) return tl::make_unexpected(refused(mijn, request, Failure{Reason::not_found, "no id", "", {}}));
    auto beeld = in.volgen.get(mijn.inwoner, *id);
    if (!beeld) return tl::make_unexpected(refused(mijn, request, beeld.error()));
    if (mijn.inwoner.is_ingelogd())
        if (auto too_low = mijn.te_laag(beeld->niveau)) return tl::make_unexpected(std::move(*too_low));
    return std::move(*beeld);
}

Response show_page(const ZaakPortaal& in, const Mijn& mijn, const Volgbeeld& beeld, const html::Form& form, Volgweergave w) {
    w.melding = melding_of(mijn, beeld);
    if (in.na_stappen && beeld.mag_schrijven()) w.na_stappen = in.na_stappen(mijn, beeld);
    const html::Html main = volgpagina(mijn.t, beeld, form, w);
    auto kop = kop_of(mijn, volgtitel(mijn.t, beeld));
    kop.titeltaal = taal_van_titel(mijn, beeld);
    return form.has_errors() ? mijn.invalid_page(kop, main) : mijn.page(kop, main);
}

Response show(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = seen(in, mijn, request);
    if (!beeld) return beeld.error();
    mijn.record("zaak", beeld->id.bytes, true);
    return show_page(in, mijn, *beeld, html::Form(mijn.t), weergave_of(in, mijn, *beeld));
}

// Whoever may not act here gets the answer of a page that is not there.
tl::expected<Volgbeeld, Response> acting(const ZaakPortaal& in, const Mijn& mijn, const Request& request) {
    auto beeld = seen(in, mijn, request);
    if (beeld && !beeld->mag_schrijven()) return tl::make_unexpected(refused(mijn, request, Failure{Reason::not_found, "may not act", "", {}}));
    return beeld;
}

// The files that came with the form, checked and stored, beside what was typed.
Result<Inzending> inzending_in(const ZaakPortaal& in, const Request& request, std::string_view field) {
    Inzending what;
    what.tekst = cleaned(request.form.get(field));
    if (request.files.size() > inwonerbestanden_limit) return invalid("bestand", "zaakportaal.fout.te_veel_bestanden", {std::to_string(inwonerbestanden_limit)});
    TRY(what.bestanden, document::receive_all(in.documenten, request));
    return what;
}

Response send_message(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    Volgweergave w = weergave_of(in, mijn, *beeld);
    w.tekst = request.form.get("tekst");
    auto what = inzending_in(in, request, "tekst");
    if (!what && what.error().reason == Reason::invalid) return show_page(in, mijn, *beeld, html::Form(mijn.t, what.error().fields), w);
    if (!what) return mijn.fail(what.error());
    what->onderwerp = mijn.t("zaakportaal.bericht.onderwerp", volgtitel(mijn.t, *beeld));
    const auto sent = in.volgen.send(mijn.caller(), mijn.inwoner, beeld->id, *what);
    if (!sent && sent.error().reason == Reason::invalid) return show_page(in, mijn, *beeld, html::Form(mijn.t, sent.error().fields), w);
    if (!sent) return refused(mijn, request, sent.error());
    return Response::redirect(url_of(beeld->id, std::holds_alternative<BijZaak>(*sent) ? "?gedaan=document" : "?gedaan=bericht"));
}

const Volgvraag* vraag_in(const Volgbeeld& beeld, const Request& request) {
    const auto id = Id<dichtbij::Zaaktaak>::parse(request.param("vraag"));
    const auto found = std::find_if(beeld.vragen.begin(), beeld.vragen.end(), [&](const auto& one) { return id && one.taak == *id; });
    return found == beeld.vragen.end() ? nullptr : &*found;
}

Response question_page(const Mijn& mijn, const Volgbeeld& beeld, const Volgvraag& vraag, const html::Form& form, const Volgweergave& w) {
    const html::Html main = antwoordpagina(mijn.t, beeld, vraag, form, w);
    const auto kop = kop_of(mijn, mijn.t("zaakportaal.antwoord.kop"), &beeld);
    return form.has_errors() ? mijn.invalid_page(kop, main) : mijn.page(kop, main);
}

// A question that is answered already leads back to the case: there is nothing more to do.
Response show_question(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    const Volgvraag* vraag = vraag_in(*beeld, request);
    if (!vraag) return Response::redirect(url_of(beeld->id));
    mijn.record("zaak", beeld->id.bytes, true);
    return question_page(mijn, *beeld, *vraag, html::Form(mijn.t), weergave_of(in, mijn, *beeld));
}

Response answer_question(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    const Volgvraag* vraag = vraag_in(*beeld, request);
    if (!vraag) return mijn.fail(Failure{Reason::conflict, "not asked any more", "zaakportaal.fout.al_beantwoord", {}});
    Volgweergave w = weergave_of(in, mijn, *beeld);
    w.tekst = request.form.get("antwoord");
    const auto what = inzending_in(in, request, "antwoord");
    if (!what && what.error().reason == Reason::invalid) return question_page(mijn, *beeld, *vraag, html::Form(mijn.t, what.error().fields), w);
    if (!what) return mijn.fail(what.error());
    const auto done = in.volgen.answer(mijn.caller(), mijn.inwoner, beeld->id, vraag->taak, *what);
    if (!done && done.error().reason == Reason::invalid) return question_page(mijn, *beeld, *vraag, html::Form(mijn.t, done.error().fields), w);
    if (!done) return refused(mijn, request, done.error());
    return Response::redirect(url_of(beeld->id, "?gedaan=antwoord"));
}

Response withdraw_page(const Mijn& mijn, const Volgbeeld& beeld, const html::Form& form, const Volgweergave& w) {
    const html::Html main = intrekpagina(mijn.t, beeld, form, w);
    const auto kop = kop_of(mijn, mijn.t("zaakportaal.intrekken.kop"), &beeld);
    if (!w.tegengehouden.empty()) return mijn.page(portaal::Paginakop{.titel = kop.titel, .is_fout = true, .kruimels = kop.kruimels, .huidig = kop.huidig}, main, 409);
    return form.has_errors() ? mijn.invalid_page(kop, main) : mijn.page(kop, main);
}

Response show_withdraw(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    if (!beeld->mag_intrekken) return Response::redirect(url_of(beeld->id));
    mijn.record("zaak", beeld->id.bytes, true);
    return withdraw_page(mijn, *beeld, html::Form(mijn.t), weergave_of(in, mijn, *beeld));
}

Response withdraw(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    Volgweergave w = weergave_of(in, mijn, *beeld);
    w.tekst = request.form.get("reden");
    if (request.form.get("zeker").empty()) return withdraw_page(mijn, *beeld, html::Form(mijn.t, {{"zeker", "zaakportaal.fout.zeker", {}}}), w);
    const Intrekwens wens{std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10), std::string(request.form.get("reden")), mijn.t("zaakportaal.intrekken.verzoek")};
    const auto done = in.volgen.withdraw(mijn.caller(), mijn.inwoner, beeld->id, wens);
    if (!done && beeld->mag_intrekken && done.error().reason == Reason::conflict) {
        w.tegengehouden = mijn.t(done.error().key);
        return withdraw_page(mijn, *beeld, html::Form(mijn.t), w);
    }
    if (!done && done.error().reason == Reason::invalid) return withdraw_page(mijn, *beeld, html::Form(mijn.t, done.error().fields), w);
    if (!done) return refused(mijn, request, done.error());
    return Response::redirect(url_of(beeld->id, std::holds_alternative<Ingetrokken>(*done) ? "?gedaan=ingetrokken" : "?gedaan=gevraagd"));
}

Response document_file(const ZaakPortaal& in, Request& request, Mijn& mijn) {
    const auto beeld = acting(in, mijn, request);
    if (!beeld) return beeld.error();
    const auto wanted = Id<dichtbij::DocumentVersie>::parse(request.param("versie"));
    const auto versie = in.store.read([&](store::Tx& tx) -> Result<document::Versie> {
        if (!wanted) return not_found("no id");
        return in.volgen.document(tx, mijn.inwoner, beeld->id, *wanted);
    });
    if (!versie) return refused(mijn, request, versie.error());
    mijn.record("document", versie->document.bytes, true);
    const bool opens = request.query.get("openen") == "1";
    auto file = document::serve(in.documenten, request, *versie, opens ? document::Tonen::in_pagina : document::Tonen::opslaan);
    if (!file) return mijn.fail(file.error());
    return std::move(*file);
}

}  // namespace

void add_zaak_portaal(portaal::Routes& routes, const ZaakPortaal& in) {
    using portaal::Eis;
    const auto page = [in](Response (*handler)(const ZaakPortaal&, Request&, Mijn&)) {
        return [in, handler](Request& request, Mijn& mijn) { return handler(in, request, mijn); };
    };
    const Eis with_files = Eis::ingelogd().met_bestanden(document::request_bytes_limit, static_cast<std::size_t>(in.documenten.grenzen().bestand_bytes));
    routes.get("/mijn/zaken/{id}", Eis::volgend(), page(show));
    routes.post("/mijn/zaken/{id}/berichten", with_files, page(send_message));
    routes.get("/mijn/zaken/{id}/vragen/{vraag}", Eis::ingelogd(), page(show_question));
    routes.post("/mijn/zaken/{id}/vragen/{vraag}", with_files, page(answer_question));
    routes.get("/mijn/zaken/{id}/intrekken", Eis::ingelogd(), page(show_withdraw));
    routes.post("/mijn/zaken/{id}/intrekken", Eis::ingelogd(), page(withdraw));
    routes.get("/mijn/zaken/{id}/documenten/{versie}", Eis::ingelogd(), page(document_file));
}

}  // namespace dichtbij::zaak
