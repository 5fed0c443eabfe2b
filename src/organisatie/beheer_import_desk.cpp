#include <sstream>

#include "organisatie/organisatie_import.h"
#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::size_t shown_errors = 200;

struct Stand {
    std::vector<FieldError> organisatie_fouten = {};
    std::vector<FieldError> product_fouten = {};
    Html uitkomst = {};
    int status = 200;
};

template <class... A>
Html upload(const Desk& desk, std::string_view url, const A&... parts) {
    return el("form", cls("form"), attr("method", "post"), html::action(url), flag("novalidate"), attr("enctype", "multipart/form-data"),
              csrf_field(desk.csrf), parts...);
}

Response show(const OrganisatieService& service, Desk& desk, const Stand& stand) {
    const Texts& t = desk.t;
    const Form organisatie(t, stand.organisatie_fouten);
    const Form producten(t, stand.product_fouten);
    std::vector<Choice> gemeenten;
    for (const Gemeente& gemeente : beheerde_gemeenten(service, desk.caller)) gemeenten.push_back({gemeente.id.text(), gemeente.naam});
    const std::vector<Attribute> csv{attr("accept", ".csv,text/csv")};
    return desk.page(
        {t("organisatie.beheer.import"), stand.status != 200},
        join(back_link("/beheer", t("organisatie.beheer.kop")), page_head(t("organisatie.beheer.import")), stand.uitkomst,
             section_of({"h-organisatie", t("organisatie.import.organisatie"), {}, {}},
                        join(p(cls("prose"), t("organisatie.import.uitleg")), p(code("gemeente; afdeling; team; naam; email; rol; teamleider; vervanger_email; vaardigheden; werkdagen")),
                             upload(desk, "/beheer/import/organisatie", organisatie.summary(),
                                    organisatie.input({.name = "bestand", .label = t("organisatie.import.bestand"), .type = "file", .attributes = csv}),
                                    organisatie.checkbox({.name = "proef", .label = t("organisatie.import.proef"), .hint = t("organisatie.import.proef_uitleg")}, true),
                                    div(cls("row"), submit(t("organisatie.import.knop")))))),
             section_of({"h-producten", t("organisatie.import.producten"), {}, {}},
                        join(p(cls("prose"), t("organisatie.import.producten_uitleg")),
                             upload(desk, "/beheer/import/producten", producten.summary(),
                                    producten.input({.name = "lijst", .label = t("organisatie.import.bestand"), .type = "file", .attributes = csv}),
                                    producten.select({.name = "gemeente", .label = t("organisatie.gemeente")}, gemeenten),
                                    producten.select({.name = "team", .label = t("organisatie.team"), .hint = t("organisatie.import.team_uitleg")},
                                                     team_keuzes(service, desk.caller), t("organisatie.kies_team")),
                                    div(cls("row"), button(cls("btn"), type("submit"), t("organisatie.import.knop"))))))),
        stand.status);
}

Html uitslag_tekst(const Desk& desk, const Importuitslag& uitslag, Importmodus modus) {
    const Texts& t = desk.t;
    const bool is_clean = uitslag.afgekeurd == 0;
    const std::string kop = modus == Importmodus::proef ? t("organisatie.import.gelezen", uitslag.gelezen, uitslag.afgekeurd)
                                                        : t("organisatie.import.gedaan", uitslag.nieuw, uitslag.gewijzigd, uitslag.ongewijzigd, uitslag.afgekeurd);
    const std::size_t count = std::min(uitslag.fouten.size(), shown_errors);
    std::string unknown;
    for (const std::string& kolom : uitslag.onbekende_kolommen) unknown += (unknown.empty() ? "" : ", ") + kolom;
    return div(cls("section stack"), attr("role", "status"), alert(is_clean ? "circle-check" : "alert-triangle", p(kop), is_clean ? Tone::good : Tone::today),
               when(!unknown.empty(), [&] { return p(t("organisatie.import.onbekend", unknown)); }),
               when(count > 0, [&] {
                   return stackable_table(t("organisatie.import.fouten"),
                                          {{.label = t("organisatie.import.regel"), .is_number = true}, {.label = t("organisatie.import.kolom")}, {.label = t("organisatie.import.wat")}},
                                          each(std::vector(uitslag.fouten.begin(), uitslag.fouten.begin() + static_cast<std::ptrdiff_t>(count)),
                                               [&](const Importfout& fout) {
                                                   return row(td(attr("role", "cell"), cls("r"), fout.regel), cell(fout.kolom), cell(t.fill(fout.key, fout.args)));
                                               }));
               }));
}

const http::Upload* file_of(const Request& request, std::string_view field) {
    for (const http::Upload& file : request.files)
        if (file.field == field && !file.content.empty()) return &file;
    return nullptr;
}

// Columns that are missing are named by the file, not by a field of the form.
std::vector<FieldError> at_field(std::vector<FieldError> errors, const std::string& field) {
    for (FieldError& error : errors) error.field = field;
    return errors;
}

}  // namespace

Response import_formulier(OrganisatieService& service, Request&, Desk& desk) {
    if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    return show(service, desk, {});
}

Response importeer_organisatie(OrganisatieService& service, Request& request, Desk& desk) {
    if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    const auto* file = file_of(request, "bestand");
    if (!file) return show(service, desk, {.organisatie_fouten = {{"bestand", "organisatie.fout.kies_bestand", {}}}, .status = 422});
    std::istringstream input(file->content);
    const Importmodus modus = request.form.has("proef") ? Importmodus::proef : Importmodus::bewaren;
    const auto uitslag = import_organisatie(service, desk.caller, input, modus);
    if (uitslag) return show(service, desk, {.uitkomst = uitslag_tekst(desk, *uitslag, modus)});
    if (uitslag.error().reason != Reason::invalid) return desk.fail(uitslag.error());
    return show(service, desk, {.organisatie_fouten = at_field(uitslag.error().fields, "bestand"), .status = 422});
}

Response importeer_producten(OrganisatieService& service, Request& request, Desk& desk) {
    if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    const auto* file = file_of(request, "lijst");
    if (!file) return show(service, desk, {.product_fouten = {{"lijst", "organisatie.fout.kies_bestand", {}}}, .status = 422});
    const auto team = id_of<dichtbij::Team>(request, "team");
    const auto gemeente = id_of<dichtbij::Gemeente>(request, "gemeente");
    if (!team || !gemeente) return show(service, desk, {.product_fouten = {{"team", "organisatie.fout.kies_team", {}}}, .status = 422});
    std::istringstream input(file->content);
    const auto uitslag = import_producten(service, desk.caller, input, {*gemeente, *team});
    if (uitslag)
        return show(service, desk, {.uitkomst = div(cls("section"), attr("role", "status"),
                                                    alert("circle-check", p(desk.t("organisatie.import.producten_gedaan", uitslag->nieuw, uitslag->bekend, uitslag->overgeslagen)), Tone::good))});
    if (uitslag.error().reason != Reason::invalid) return desk.fail(uitslag.error());
    const bool about_team = uitslag.error().fields.front().field == "team";
    return show(service, desk, {.product_fouten = about_team ? uitslag.error().fields : at_field(uitslag.error().fields, "lijst"), .status = 422});
}

}  // namespace dichtbij::organisatie
