// Documents of a case: adding, showing, new versions, taking back. Bytes go out here too.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "document/bestand_desk.h"
#include "document/document_render.h"
#include "html/dates.h"
#include "organisatie/organisatie_service.h"
#include "organisatie/parts_desk.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_acties_desk.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

template <class E>
E choice(const Request& request, std::string_view veld, E otherwise) {
    E value{};
    return boost::describe::enum_from_string(std::string(request.form.get(veld)).c_str(), value) ? value : otherwise;
}

// What a form says of a document; what it does not ask stays as it was.
document::Kenmerken read_kenmerken(const Request& request, document::Kenmerken of) {
    of.titel = words(request, "titel");
    of.documenttype = words(request, "documenttype");
    of.auteur = words(request, "auteur");
    of.richting = choice(request, "richting", of.richting);
    of.vertrouwelijkheid = choice(request, "vertrouwelijkheid", of.vertrouwelijkheid);
    of.status = choice(request, "status", of.status);
    of.inwoner_mag_zien = request.form.get("inwoner_mag_zien") == "ja";
    if (of.richting != document::Richting::inkomend) of.ontvangstdatum.reset();
    if (of.richting != document::Richting::uitgaand) of.verzenddatum.reset();
    return of;
}

Result<Done> add_all(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    TRY(const std::vector<document::Ontvangen> files, document::receive_all(s.documenten, request));
    document::NieuwDocument nieuw;
    nieuw.kenmerken = read_kenmerken(request, {});
    if (nieuw.kenmerken.auteur.empty()) nieuw.kenmerken.auteur = desk.caller.naam;
    nieuw.kenmerken.creatiedatum = desk.today();
    if (nieuw.kenmerken.richting == document::Richting::inkomend) nieuw.kenmerken.ontvangstdatum = desk.today();
    return s.zaken.add_documents(desk.caller, aanzet.zaak.id, nieuw, files);
}

struct Documentblad {
    Zaak zaak;
    zaaktype::Zaaktype type;
    document::Documentregel regel;
    std::vector<document::Versie> versies;
    std::map<Id<Medewerker>, std::string> namen;
    std::map<Id<Partij>, std::string> partijen;
    bool mag = false;
};

Result<Documentblad> read_document(const ZaakSchermen& s, const Request& request, const Desk& desk) {
    const auto zaak = Id<dichtbij::Zaak>::parse(request.param("id"));
    const auto document = Id<dichtbij::Document>::parse(request.param("document"));
    if (!zaak || !document) return not_found("zaak or document id");
    return s.store.read([&](store::Tx& tx) -> Result<Documentblad> {
        Documentblad blad;
        TRY(const ZaakBeeld beeld, s.zaken.get(tx, desk.caller, *zaak));
        TRY(blad.regel, s.documenten.get(tx, desk.caller, *document));
        if (blad.regel.document.bij != documentobject(*zaak)) return not_found("document of another case");
        TRY(blad.versies, s.documenten.versions(tx, desk.caller, *document));
        blad.zaak = beeld.zaak;
        blad.type = beeld.zaaktype;
        for (const auto& one : blad.versies) {
            if (one.door) blad.namen.emplace(*one.door, organisatie::naam_of(tx, *one.door));
            if (one.door_partij) blad.partijen.emplace(*one.door_partij, s.partijen.naam_of(tx, *one.door_partij));
        }
        blad.mag = beeld.mag_handelen || blad.versies.back().door == desk.caller.medewerker;
        return blad;
    });
}

std::string document_url(const Documentblad& blad, std::string_view rest = {}) {
    return url_van(blad.zaak.id, "/documenten/" + blad.regel.document.id.text() + std::string(rest));
}
std::string file_url(const Documentblad& blad, const document::Versie& versie, std::string_view rest = {}) {
    return url_van(blad.zaak.id, "/bestanden/" + versie.id.text() + std::string(rest));
}

Html change_form(const Desk& desk, const Documentblad& blad, const Form& velden) {
    const Texts& t = desk.t;
    const auto& k = blad.regel.document.kenmerken;
    return organisatie::posting(
        desk, document_url(blad, "/wijzig"), hidden("revisie", std::to_string(blad.regel.document.revisie)),
        velden.input({.name = "titel", .label = t("zaakveld.titel"), .value = k.titel, .attributes = {attr("maxlength", std::to_string(document::titel_limit))}}),
        velden.select({.name = "documenttype", .label = t("zaakdocument.soort"), .value = k.documenttype, .needed = Needed::no}, documenttype_keuzes(t, blad.type), t("zaakdocument.iets_anders")),
        velden.input({.name = "auteur", .label = t("zaakveld.auteur"), .value = k.auteur, .needed = Needed::no, .attributes = {attr("maxlength", std::to_string(document::auteur_limit))}}),
        velden.select({.name = "richting", .label = t("zaakdocument.richting"), .value = woord(k.richting)}, document::richting_choices(t)),
        velden.select({.name = "status", .label = t("zaakdocument.status"), .value = woord(k.status)}, document::status_choices(t)),
        velden.select({.name = "vertrouwelijkheid", .label = t("zaakveld.vertrouwelijkheid"), .value = woord(k.vertrouwelijkheid)},
                      document::vertrouwelijkheid_choices(t)),
        velden.checkbox({.name = "inwoner_mag_zien", .label = t("zaakdocument.inwoner_ziet"), .hint = t("zaakdocument.inwoner_ziet_uitleg")}, k.inwoner_mag_zien),
        div(cls("row"), button(cls("btn"), type("submit"), t("formulier.bewaar"))));
}

Html version_form(const ZaakSchermen& s, const Desk& desk, const Documentblad& blad, const Form& velden) {
    const Texts& t = desk.t;
    return el("form", cls("form"), attr("method", "post"), action(document_url(blad, "/versie")), document::upload_enctype(), flag("novalidate"), csrf_field(desk.csrf),
              hidden("revisie", std::to_string(blad.regel.document.revisie)), document::upload_field(t, velden, {}, s.documenten.grenzen()),
              velden.input({.name = "reden", .label = t("zaakdocument.wat_anders"), .attributes = {attr("maxlength", std::to_string(document::reden_limit))}}),
              div(cls("row"), button(cls("btn"), type("submit"), icon("upload"), t("zaakdocument.nieuwe_versie"))));
}

Html withdraw_form(const Desk& desk, const Documentblad& blad, const Form& velden) {
    const Texts& t = desk.t;
    return organisatie::ingrijpend(
        desk,
        {.title = t("zaakdocument.intrekken"),
         .uitleg = t("zaakdocument.intrekken_uitleg"),
         .url = document_url(blad, "/intrekken"),
         .knop = t("zaakdocument.intrekken"),
         .fields = {{"revisie", std::to_string(blad.regel.document.revisie)}},
         .more = velden.input({.name = "reden_intrekken", .label = t("zaakveld.reden"), .attributes = {attr("maxlength", std::to_string(document::reden_limit))}})});
}

Response show(const ZaakSchermen& s, const Request& request, Desk& desk, const Documentblad& blad, std::vector<FieldError> errors, std::string_view bezwaar = {}) {
    const Texts& t = desk.t;
    const bool is_error = !errors.empty() || !bezwaar.empty();
    const Form velden(t, std::move(errors));
    const auto& [document, versie] = blad.regel;
    document::Versieweergave weergave;
    weergave.openen = [&](const document::Versie& one) { return file_url(blad, one); };
    weergave.downloaden = [&](const document::Versie& one) { return file_url(blad, one, "?opslaan=ja"); };
    weergave.wie = [&](const document::Versie& one) {
        if (one.door_partij) return blad.partijen.contains(*one.door_partij) ? blad.partijen.at(*one.door_partij) : std::string();
        return one.door && blad.namen.contains(*one.door) ? blad.namen.at(*one.door) : std::string();
    };
    const bool can_change = blad.mag && !document.ingetrokken;
    const Html beside = !can_change ? Html()
                                    : div(cls("panel stack"), velden.summary(), section(h2(t("zaakdocument.kenmerken")), change_form(desk, blad, velden)),
                                          section(h2(t("zaakdocument.nieuwe_versie")), version_form(s, desk, blad, velden)), withdraw_form(desk, blad, velden));
    return desk.page(
        {document.kenmerken.titel, is_error},
        join(werk::undo_bar_of(request, desk), back_link(url_van(blad.zaak.id, Tabblad::documenten), blad.zaak.omschrijving),
             div(cls("page-head"), h1(document.kenmerken.titel), span(cls("soft"), blad.zaak.nummer),
                 document::document_badges(t, document, versie, document::Lezer::medewerker)),
             when(!bezwaar.empty(),
                  [&] { return alert("alert-triangle", p(t(bezwaar == "fout.gewijzigd" ? std::string_view("zaakdocument.gewijzigd") : bezwaar)), Tone::late); }),
             when(document.ingetrokken.has_value(), [&] { return alert("file-off", p(t("zaakdocument.is_ingetrokken"), " ", document.ingetrokken->reden), Tone::late); }),
             div(cls("desk-split"),
                 div(document::preview(t, blad.regel, file_url(blad, versie), file_url(blad, versie, "?opslaan=ja")),
                     section_of({"h-versies", t("zaakdocument.versies"), std::to_string(blad.versies.size())},
                                document::version_list(t, blad.versies, weergave, desk.now))),
                 beside)),
        is_error ? (bezwaar.empty() ? 422 : 409) : 200);
}

std::int64_t revision(const Request& request) { return std::strtoll(std::string(request.form.get("revisie")).c_str(), nullptr, 10); }

template <class T>
Response finish_document(const ZaakSchermen& s, Request& request, Desk& desk, const Documentblad& blad, const Result<T>& done, const char* words_key) {
    if (done) return Response::redirect(werk::with_undo(document_url(blad), std::nullopt, words_key));
    if (done.error().reason == Reason::invalid) return show(s, request, desk, blad, done.error().fields);
    if (done.error().reason == Reason::conflict && !done.error().key.empty()) return show(s, request, desk, blad, {}, done.error().key);
    return desk.fail(done.error());
}

}  // namespace

Response voeg_documenten_toe(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return finish(s, request, desk, *aanzet, add_all(s, request, desk, *aanzet), {"document", {}, Tabblad::documenten});
}

Response document_blad(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto blad = read_document(s, request, desk);
    return blad ? show(s, request, desk, *blad, {}) : desk.fail(blad.error());
}

Response nieuwe_versie(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto blad = read_document(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    const auto done = [&]() -> Result<document::Document> {
        TRY(const document::Ontvangen file, document::receive_one(s.documenten, request));
        return s.zaken.add_version(desk.caller, {blad->regel.document.id, revision(request), words(request, "reden"), std::nullopt}, file);
    }();
    return finish_document(s, request, desk, *blad, done, "zaakgedaan.versie");
}

Response wijzig_document(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto blad = read_document(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    document::Kenmerken kenmerken = read_kenmerken(request, blad->regel.document.kenmerken);
    if (kenmerken.richting == document::Richting::inkomend && !kenmerken.ontvangstdatum) kenmerken.ontvangstdatum = desk.today();
    const bool is_final = kenmerken.status != document::Documentstatus::in_bewerking && kenmerken.status != document::Documentstatus::ter_vaststelling;
    if (!is_final) kenmerken.ontvangstdatum.reset();
    return finish_document(s, request, desk, *blad, s.zaken.change_document(desk.caller, {blad->regel.document.id, revision(request), kenmerken}),
                           "zaakgedaan.document_gewijzigd");
}

Response trek_document_in(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto blad = read_document(s, request, desk);
    if (!blad) return desk.fail(blad.error());
    auto done = s.zaken.withdraw_document(desk.caller, {blad->regel.document.id, revision(request), words(request, "reden_intrekken")});
    if (!done)
        for (FieldError& one : done.error().fields)
            if (one.field == "reden") one.field = "reden_intrekken";
    return finish_document(s, request, desk, *blad, done, "zaakgedaan.document_ingetrokken");
}

Response geef_bestand(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto versie = Id<dichtbij::DocumentVersie>::parse(request.param("versie"));
    if (!versie) return desk.fail({Reason::not_found, "version id", {}, {}});
    const auto found = s.zaken.open_document(desk.caller, *versie);
    if (!found) return desk.fail(found.error());
    const auto zaak = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!zaak || found->document.bij != documentobject(*zaak)) return desk.fail({Reason::not_found, "document of another case", {}, {}});
    auto answer = document::serve(s.documenten, request, found->versie, request.query.get("opslaan") == "ja" ? document::Tonen::opslaan : document::Tonen::in_pagina);
    return answer ? std::move(*answer) : desk.fail(answer.error());
}

}  // namespace dichtbij::zaak
