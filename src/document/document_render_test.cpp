#include "document/document_render.h"

#include <doctest/doctest.h>

namespace dichtbij::document::document_render_test {
namespace {

const html::Texts& texts(html::Taal taal = html::Taal::nl) {
    static const html::Catalogue catalogue("text");
    return catalogue.of(taal);
}

const Instant now = *parse_instant("2026-11-23T10:00:00Z");

Documentregel drawing() {
    Documentregel regel;
    regel.document.kenmerken.titel = "Tekening <b>";
    regel.document.kenmerken.inwoner_mag_zien = true;
    regel.document.versies = 2;
    regel.versie.bestandsnaam = "tekening.pdf";
    regel.versie.soort = Bestandssoort::pdf;
    regel.versie.bytes = 86'000;
    regel.versie.op = *parse_instant("2026-11-20T10:00:00Z");
    return regel;
}

Lijstweergave weergave(Lezer lezer) {
    Lijstweergave shown;
    shown.lezer = lezer;
    shown.openen = [](const Documentregel&) { return "/open"; };
    shown.downloaden = [](const Documentregel&) { return "/bewaar"; };
    shown.wie = [](const Versie&) { return "Ilse van den Brink"; };
    return shown;
}

std::string listed(const Documentregel& regel, Lezer lezer, html::Taal taal = html::Taal::nl) { return document_list(texts(taal), {regel}, weergave(lezer), now).markup(); }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a size is told as people say it") {
    CHECK(size_in_words(texts(), 1) == "1 kB");
    CHECK(size_in_words(texts(), 86'000) == "84 kB");
    CHECK(size_in_words(texts(), 3'355'443) == "3,2 MB");
    CHECK(size_in_words(texts(html::Taal::en), 3'355'443) == "3.2 MB");
    CHECK(size_in_words(texts(), 50 * mebibyte) == "50 MB");
}

TEST_CASE("a list tells title, kind, size, version, day and who; what people typed is text") {
    const std::string list = listed(drawing(), Lezer::medewerker);
    CHECK(holds(list, "<a href=\"/open\">Tekening &lt;b&gt;</a>"));
    CHECK(holds(list, "PDF, 84 kB, versie 2, vr 20 november, Ilse van den Brink"));
    CHECK(holds(list, "inwoner ziet dit"));
    CHECK(holds(list, "href=\"/bewaar\""));
    CHECK(holds(document_list(texts(), {}, weergave(Lezer::medewerker), now).markup(), "nog geen documenten"));
}

TEST_CASE("a resident reads no version numbers and no inner badges") {
    Documentregel regel = drawing();
    regel.document.kenmerken.vertrouwelijkheid = Vertrouwelijkheid::geheim;
    CHECK(holds(listed(regel, Lezer::medewerker), "Geheim"));
    const std::string list = listed(regel, Lezer::inwoner, html::Taal::en);
    CHECK_FALSE(holds(list, "Secret"));
    CHECK_FALSE(holds(list, "version 2"));
    CHECK_FALSE(holds(list, "resident sees this"));
}

TEST_CASE("a version that waits or was infected says so and has no link") {
    Documentregel regel = drawing();
    for (const auto& [controle, words] : {std::pair{Controle::wacht, "wordt gecontroleerd"}, std::pair{Controle::besmet, "virus gevonden"}}) {
        regel.versie.controle = controle;
        for (const Lezer lezer : {Lezer::medewerker, Lezer::inwoner}) {
            const std::string list = listed(regel, lezer);
            CHECK(holds(list, words));
            CHECK_FALSE(holds(list, "<a "));
        }
        CHECK_FALSE(holds(preview(texts(), regel, "/open", "/bewaar").markup(), "/open"));
    }
}

TEST_CASE("a preview is a frame for PDF, a picture for pictures, a sentence for the rest") {
    Documentregel regel = drawing();
    CHECK(holds(preview(texts(), regel, "/open", "/bewaar").markup(), "<iframe"));
    regel.versie.soort = Bestandssoort::png;
    CHECK(holds(preview(texts(), regel, "/open", "/bewaar").markup(), "<img class=\"document-beeld\" src=\"/open\" alt=\"Afbeelding: Tekening"));
    regel.versie.soort = Bestandssoort::docx;
    const std::string other = preview(texts(), regel, "/open", "/bewaar").markup();
    CHECK_FALSE(holds(other, "/open"));
    CHECK(holds(other, "/bewaar"));
}

TEST_CASE("the field for a file names its limit and shows its error beside it") {
    const html::Form form(texts(), {{"bestand", "document.weigering.naam_klopt_niet", {"PDF", "PNG"}}});
    const std::string field = upload_field(texts(), form, {}, {}).markup();
    CHECK(holds(field, "Hooguit 50 MB per bestand."));
    CHECK(holds(field, "De naam zegt PDF, maar de inhoud is PNG."));
    CHECK(holds(field, "accept=\".pdf,.png,.jpg"));
    CHECK(holds(field, "aria-describedby=\"bestand-uitleg bestand-fout\""));
    CHECK(upload_enctype().markup() == " enctype=\"multipart/form-data\"");
}

TEST_CASE("every choice and every refusal has words in both languages") {
    for (const html::Taal taal : {html::Taal::nl, html::Taal::en}) {
        const html::Texts& t = texts(taal);
        CHECK(vertrouwelijkheid_choices(t).size() == 8);
        CHECK(richting_choices(t).size() == 3);
        CHECK(status_choices(t).size() == 4);
        for (const auto& list : {vertrouwelijkheid_choices(t), richting_choices(t), status_choices(t)})
            for (const auto& choice : list) CHECK_FALSE(choice.label.starts_with("<"));
        for (int reden = 0; reden <= static_cast<int>(Weigering::virus); ++reden) CHECK(t.has(as_field_error({static_cast<Weigering>(reden)}, "bestand").key));
    }
}

TEST_CASE("versions are listed with their reasons") {
    Versie versie = drawing().versie;
    versie.nummer = 2;
    versie.reden = "Scherper";
    Versieweergave shown;
    shown.openen = [](const Versie& v) { return "/v" + std::to_string(v.nummer); };
    const std::string list = version_list(texts(), {versie}, shown, now).markup();
    CHECK(holds(list, "<a href=\"/v2\">Versie 2</a>"));
    CHECK(holds(list, "Scherper"));
    CHECK(holds(list, "tekening.pdf"));
}

}  // namespace dichtbij::document::document_render_test
