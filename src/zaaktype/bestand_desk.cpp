#include <algorithm>

#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::size_t shown_lines = 200;
constexpr std::size_t carried_bytes = 900 * 1024;  // a tried file of at most so much goes along in the page

std::optional<organisatie::Gemeente> gevraagd(const Schermen& in, const Desk& desk, const Request& request) {
    return organisatie::gekozen_gemeente(in.organisatie, desk, request);
}

template <class... A>
Html upload(const Desk& desk, const organisatie::Gemeente& gemeente, const A&... parts) {
    return el("form", cls("form"), attr("method", "post"), html::action(std::string(lijst_url) + "/import"), flag("novalidate"), attr("enctype", "multipart/form-data"),
              csrf_field(desk.csrf), hidden("gemeente", gemeente.id.text()), parts...);
}

struct Stand {
    std::vector<FieldError> fouten = {};
    Html uitkomst = {};
    int status = 200;
};

Response show(Desk& desk, const organisatie::Gemeente& gemeente, const Stand& stand) {
    const Texts& t = desk.t;
    const Form form(t, stand.fouten);
    return desk.page({t("zaaktype.import.kop"), stand.status != 200},
                     join(back_link(std::string(lijst_url) + "?gemeente=" + gemeente.id.text(), t("zaaktype.scherm.kop")), page_head(t("zaaktype.import.kop"), gemeente.naam),
                          stand.uitkomst, p(cls("prose"), t("zaaktype.import.uitleg")),
                          upload(desk, gemeente, form.summary(),
                                 form.input({.name = "bestand", .label = t("zaaktype.import.bestand"), .hint = t("zaaktype.import.bestand_uitleg"), .type = "file",
                                             .attributes = {attr("accept", ".json,application/json")}}),
                                 div(cls("row"), submit(t("zaaktype.import.proef"))))),
                     stand.status);
}

// "zaaktypen[3].statussen[1].naam.en" as words, with the number that a person counts.
Html foutenlijst(const Texts& t, const std::string& titel, const std::vector<FieldError>& fouten, std::size_t meer) {
    if (fouten.empty()) return {};
    const std::size_t count = std::min(fouten.size(), shown_lines);
    return details(flag("open", count <= 50), summary(titel),
                   stackable_table(titel, {{.label = t("zaaktype.import.waar")}, {.label = t("zaaktype.import.wat")}},
                                   each(std::vector(fouten.begin(), fouten.begin() + static_cast<std::ptrdiff_t>(count)), [&](const FieldError& fout) {
                                       return row(cell(fout.field.empty() ? t("zaaktype.import.heel_bestand") : fout.field), cell(t.fill(fout.key, fout.args)));
                                   })),
                   when(meer + fouten.size() > count, [&] { return p(t("zaaktype.import.meer", meer + fouten.size() - count)); }));
}

Html verslag(const Desk& desk, const organisatie::Gemeente& gemeente, const Importuitslag& uitslag, std::string_view bytes) {
    const Texts& t = desk.t;
    const bool is_clean = uitslag.afgekeurd == 0 && uitslag.overgeslagen == 0;
    const std::size_t goes_in = uitslag.nieuw + uitslag.gewijzigd;
    const Html kept = bytes.size() <= carried_bytes
                          ? upload(desk, gemeente, hidden("bewaren", "ja"), hidden("inhoud", bytes), div(cls("row"), submit(t("zaaktype.import.bewaar", goes_in))))
                          : upload(desk, gemeente, hidden("bewaren", "ja"),
                                   Form(t).input({.name = "bestand", .label = t("zaaktype.import.nog_eens"), .type = "file", .id = "bestand-bewaren"}),
                                   div(cls("row"), submit(t("zaaktype.import.bewaar", goes_in))));
    return div(cls("section stack panel"), attr("role", "status"), h2(t("zaaktype.import.proef_kop")),
               alert(is_clean ? "circle-check" : "alert-triangle", p(t("zaaktype.import.gelezen", uitslag.gelezen)), is_clean ? Tone::good : Tone::today),
               facts({{t("zaaktype.import.nieuw"), text(std::to_string(uitslag.nieuw))}, {t("zaaktype.import.gewijzigd"), text(std::to_string(uitslag.gewijzigd))},
                      {t("zaaktype.import.ongewijzigd"), text(std::to_string(uitslag.ongewijzigd))}, {t("zaaktype.import.overgeslagen"), text(std::to_string(uitslag.overgeslagen))},
                      {t("zaaktype.import.afgekeurd"), text(std::to_string(uitslag.afgekeurd))}}),
               foutenlijst(t, t("zaaktype.import.fouten"), uitslag.fouten, uitslag.meer_fouten),
               foutenlijst(t, t("zaaktype.import.onvolledig"), uitslag.onvolledig, 0), p(t("zaaktype.import.nog_niets")), when(goes_in > 0, kept));
}

// The file, or what a trial carried along.
std::string_view bytes_of(const Request& request) {
    for (const http::Upload& file : request.files)
        if (file.field == "bestand" && !file.content.empty()) return file.content;
    return request.form.get("inhoud");
}

// Faults of the file as a whole stand beside the field of the file.
std::vector<FieldError> at_field(std::vector<FieldError> fouten) {
    for (FieldError& fout : fouten) fout.field = "bestand";
    if (fouten.size() > 1) fouten.resize(1);
    return fouten;
}

}  // namespace

Response bestand_formulier(const Schermen& in, Request& request, Desk& desk) {
    const auto gemeente = gevraagd(in, desk, request);
    if (!gemeente) return desk.fail({organisatie::is_beheerder(desk.caller) ? Reason::not_found : Reason::forbidden, "no beheerder of that gemeente", "", {}});
    return show(desk, *gemeente, {});
}

Response lees_in(const Schermen& in, Request& request, Desk& desk) {
    const auto gemeente = gevraagd(in, desk, request);
    if (!gemeente) return desk.fail({organisatie::is_beheerder(desk.caller) ? Reason::not_found : Reason::forbidden, "no beheerder of that gemeente", "", {}});
    const std::string_view bytes = bytes_of(request);
    if (bytes.empty()) return show(desk, *gemeente, {.fouten = {{"bestand", "zaaktype.import.kies", {}}}, .status = 422});
    const bool is_kept = request.form.get("bewaren") == "ja";
    const auto uitslag = in.zaaktypen.import_bestand(desk.caller, gemeente->id, bytes, is_kept ? Importmodus::bewaren : Importmodus::proef);
    if (!uitslag && uitslag.error().reason == Reason::invalid) return show(desk, *gemeente, {.fouten = at_field(uitslag.error().fields), .status = 422});
    if (!uitslag) return desk.fail(uitslag.error());
    if (is_kept) return gedaan(std::string(lijst_url) + "?gemeente=" + gemeente->id.text(), "ingelezen");
    return show(desk, *gemeente, {.uitkomst = verslag(desk, *gemeente, *uitslag, bytes)});
}

Response geef_bestand(const Schermen& in, Request& request, Desk& desk) {
    const auto gemeente = Id<dichtbij::Gemeente>::parse(request.query.get("gemeente"));
    if (!gemeente) return desk.fail({Reason::not_found, "no gemeente", "", {}});
    auto bytes = in.zaaktypen.export_bestand(desk.caller, *gemeente);
    if (!bytes) return desk.fail(bytes.error());
    const auto naam = in.organisatie.gemeente(desk.caller, *gemeente);
    const std::string filename = "zaaktypen-" + (naam ? naam->code + "-" : std::string()) + to_iso(desk.today()) + ".json";
    Response response;
    response.body = std::move(*bytes);
    return response.header("Content-Type", "application/json; charset=utf-8").header("Content-Disposition", "attachment; filename=\"" + filename + "\"");
}

}  // namespace dichtbij::zaaktype
