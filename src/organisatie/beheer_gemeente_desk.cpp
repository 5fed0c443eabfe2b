#include <algorithm>
#include <array>
#include <cstdio>

#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements
using GemeenteId = Id<dichtbij::Gemeente>;

std::optional<Gemeente> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = GemeenteId::parse(request.param("id"));
    if (!id || !access::has_role(desk.caller, *id, {access::Rol::beheerder})) return std::nullopt;
    const auto gemeente = service.gemeente(desk.caller, *id);
    return gemeente ? std::optional(*gemeente) : std::nullopt;
}

std::string url_of(const Gemeente& gemeente, std::string_view rest = {}) {
    return "/beheer/gemeenten/" + gemeente.id.text() + std::string(rest);
}

Html velden(const Desk& desk, const Form& form, const Gemeente& g) {
    const Texts& t = desk.t;
    const auto most = [](std::size_t limit) { return std::vector<Attribute>{attr("maxlength", std::to_string(limit))}; };
    return posting(
        desk, url_of(g), hidden("versie", std::to_string(g.versie)), form.summary(),
        form.input({.name = "naam", .label = t("organisatie.gemeente.naam"), .value = g.naam, .attributes = most(naam_limit)}),
        form.input({.name = "telefoon", .label = t("organisatie.gemeente.telefoon"), .value = g.telefoon,
                    .hint = t("organisatie.gemeente.telefoon_uitleg"), .attributes = most(telefoon_limit)}),
        form.input({.name = "email", .label = t("organisatie.email"), .value = g.email, .needed = Needed::no, .type = "email",
                    .attributes = most(email_limit)}),
        form.input({.name = "adres", .label = t("organisatie.gemeente.adres"), .value = g.adres, .needed = Needed::no,
                    .attributes = most(adres_limit)}),
        form.input({.name = "website", .label = t("organisatie.gemeente.website"), .value = g.website, .needed = Needed::no,
                    .type = "url", .attributes = most(website_limit)}),
        div(cls("row"), submit(t("formulier.bewaar"))));
}

Html manager_formulier(const OrganisatieService& service, const Desk& desk, const Gemeente& gemeente) {
    const Texts& t = desk.t;
    std::vector<std::string> chosen;
    for (const Naam& naam : service.managers(desk.caller, gemeente.id)) chosen.push_back(naam.id.text());
    const Form form(t);
    const auto all = service.collegas(desk.caller, gemeente.id);
    return section_of({"h-managers", t("organisatie.managers"), t("organisatie.managers.uitleg"), {}},
                      details(summary(t("organisatie.managers.aantal", chosen.size())),
                              posting(desk, url_of(gemeente, "/managers"),
                                      form.checkboxes({.name = "managers", .label = t("organisatie.managers")}, keuzes(all), chosen),
                                      div(cls("row"), button(cls("btn"), type("submit"), t("formulier.bewaar"))))));
}

struct Fouten {
    std::vector<FieldError> velden;
    Html boven = {};
    int status = 200;
};

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Gemeente& typed, const Fouten& fouten) {
    const Texts& t = desk.t;
    const Form form(t, fouten.velden);
    return desk.page({typed.naam, fouten.status != 200},
                     join(back_link("/beheer", t("organisatie.beheer.kop")),
                          page_head(typed.naam, t("organisatie.gemeente.code", typed.code),
                                    button_link(url_of(typed, "/stijl"), t("organisatie.stijl.kop"), "palette")),
                          klaar_melding(desk, request), fouten.boven, velden(desk, form, typed),
                          manager_formulier(service, desk, typed)),
                     fouten.status);
}

// "organisatie.kleur.brand_soft" of "brand-soft".
std::string sleutel(std::string_view before, std::string_view variable) {
    std::string key = std::string(before) + std::string(variable);
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

constexpr std::array<std::string_view, 12> kleur_namen{"brand", "brand-strong", "brand-soft", "on-brand", "header", "on-header", "accent",
                                                       "brand-dark", "brand-strong-dark", "brand-soft-dark", "on-brand-dark", "header-dark"};
constexpr std::array<std::string_view, 3> lettertypen{"\"Source Sans 3\", system-ui, sans-serif", "\"Source Serif 4\", Georgia, serif",
                                                      "system-ui, sans-serif"};

Html kleur_veld(const Desk& desk, const Form& form, const Theme::Values& typed, std::string_view naam) {
    const auto found = typed.find(naam);
    return form.input({.name = std::string(naam), .label = desk.t(sleutel("organisatie.kleur.", naam)),
                       .value = found == typed.end() ? std::string(Theme().value(naam)) : found->second, .type = "color"});
}

Html lettertype_veld(const Desk& desk, const Form& form, const Theme::Values& typed, const std::string& naam) {
    const Texts& t = desk.t;
    const auto found = typed.find(naam);
    return form.select({.name = naam, .label = t(sleutel("organisatie.stijl.", naam)), .value = found == typed.end() ? "" : found->second},
                       {{std::string(lettertypen[0]), "Source Sans 3"}, {std::string(lettertypen[1]), "Source Serif 4"},
                        {std::string(lettertypen[2]), t("organisatie.stijl.systeem")}},
                       t("organisatie.stijl.standaard"));
}

std::string one_decimal(double number) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f", number);
    return text.data();
}

Html contrast_lijst(const Desk& desk, const Theme::Values& typed) {
    const Texts& t = desk.t;
    const auto theme = Theme::parse(typed);
    if (!theme) return {};
    const auto problems = contrast_problems(*theme);
    if (problems.empty()) return alert("circle-check", p(t("organisatie.contrast.goed")), Tone::good);
    return div(id("contrast"), attr("tabindex", "-1"),
               figures_table(t, t("organisatie.contrast.kop"),
                             {{.label = t("organisatie.contrast.voor")}, {.label = t("organisatie.contrast.achter")},
                              {.label = t("organisatie.contrast.waar")}, {.label = t("organisatie.contrast.is"), .is_number = true},
                              {.label = t("organisatie.contrast.moet"), .is_number = true}},
                             each(problems, [&](const ContrastProblem& problem) {
                                 return tr(td(t(sleutel("organisatie.kleur.", problem.front))), td(t(sleutel("organisatie.kleur.", problem.back))),
                                           td(t(problem.mode == ColourMode::dark ? "organisatie.contrast.donker" : "organisatie.contrast.licht")),
                                           td(cls("r"), one_decimal(problem.ratio)), td(cls("r"), one_decimal(problem.minimum)));
                             })));
}

Html logo_velden(const Desk& desk, const Form& form, const Gemeente& gemeente, const Stijlrij& kept) {
    const Texts& t = desk.t;
    return join(when(!kept.logo_soort.empty(),
                     [&] {
                         return div(cls("field"), span(cls("label"), t("organisatie.stijl.logo_nu")),
                                    img(attr("src", "/stijl/" + gemeente.id.text() + "/logo?v=" + std::to_string(kept.versie)),
                                        attr("alt", t("organisatie.stijl.logo_van", gemeente.naam)), attr("height", "48")),
                                    form.checkbox({.name = "zonder_logo", .label = t("organisatie.stijl.zonder_logo")}, false));
                     }),
                form.input({.name = "logo", .label = t("organisatie.stijl.logo"), .hint = t("organisatie.stijl.logo_uitleg"),
                            .needed = Needed::no, .type = "file", .attributes = {attr("accept", "image/png,image/jpeg,image/webp")}}));
}

struct Stijlstand {
    Gemeente gemeente;
    Theme::Values typed;
    Fouten fouten = {};
};

Response show_stijl(const OrganisatieService& service, Request& request, Desk& desk, const Stijlstand& stand) {
    const Texts& t = desk.t;
    const auto& [gemeente, typed, fouten] = stand;
    const Stijlrij kept = service.stijl(gemeente.id);
    const Form form(t, fouten.velden);
    const auto radius = typed.find("radius");
    const auto colours = [&](std::size_t from, std::size_t to) {
        std::vector<Html> list;
        for (std::size_t i = from; i < to; ++i) list.push_back(kleur_veld(desk, form, typed, kleur_namen[i]));
        return div(cls("fields"), list);
    };
    return desk.page(
        {t("organisatie.stijl.kop"), fouten.status != 200},
        join(back_link(url_of(gemeente), gemeente.naam), page_head(t("organisatie.stijl.kop"), gemeente.naam), klaar_melding(desk, request),
             fouten.boven, p(cls("prose"), t("organisatie.stijl.uitleg")),
             el("form", cls("form-wide"), attr("method", "post"), html::action(url_of(gemeente, "/stijl")), flag("novalidate"),
                attr("enctype", "multipart/form-data"), csrf_field(desk.csrf), hidden("versie", std::to_string(kept.versie)), form.summary(),
                contrast_lijst(desk, typed), h2(t("organisatie.stijl.licht")), colours(0, 7), h2(t("organisatie.stijl.donker")),
                colours(7, kleur_namen.size()), h2(t("organisatie.stijl.vorm")),
                div(cls("fields"), lettertype_veld(desk, form, typed, "font"), lettertype_veld(desk, form, typed, "font-heading"),
                    form.input({.name = "radius", .label = t("organisatie.stijl.ronding"), .value = radius == typed.end() ? "6px" : radius->second,
                                .hint = t("organisatie.stijl.ronding_uitleg"), .attributes = {attr("maxlength", "4")}})),
                logo_velden(desk, form, gemeente, kept), div(cls("row"), submit(t("formulier.bewaar"))))),
        fouten.status);
}

// What differs from the default theme.
Theme::Values typed_values(const Request& request) {
    Theme::Values values;
    for (const std::string_view naam : theme_names()) {
        const std::string_view typed = request.form.get(naam);
        if (!typed.empty() && typed != Theme().value(naam)) values.emplace(naam, typed);
    }
    return values;
}

}  // namespace

Response gemeente_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto gemeente = asked(service, request, desk);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    return show(service, request, desk, *gemeente, {});
}

Response bewaar_gemeente(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto current = asked(service, request, desk);
    if (!current) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    Gemeente typed = *current;
    typed.naam = request.form.get("naam");
    typed.telefoon = request.form.get("telefoon");
    typed.email = request.form.get("email");
    typed.adres = request.form.get("adres");
    typed.website = request.form.get("website");
    typed.versie = versie_of(request);
    const auto done = service.change(desk.caller, typed);
    if (done) return klaar(url_of(typed), "bewaard");
    const Texts& t = desk.t;
    if (is_stale(done.error())) {
        const Gemeente& nu = *current;
        typed.versie = nu.versie;
        return show(service, request, desk, typed,
                    {{}, beide_versies(t, {{t("organisatie.gemeente.naam"), typed.naam, nu.naam},
                                           {t("organisatie.gemeente.telefoon"), typed.telefoon, nu.telefoon},
                                           {t("organisatie.email"), typed.email, nu.email},
                                           {t("organisatie.gemeente.adres"), typed.adres, nu.adres},
                                           {t("organisatie.gemeente.website"), typed.website, nu.website}}), 409});
    }
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show(service, request, desk, typed, {done.error().fields, {}, 422});
}

Response bewaar_managers(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto gemeente = asked(service, request, desk);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    std::vector<Id<dichtbij::Medewerker>> wanted;
    for (const std::string_view text : request.form.all("managers"))
        if (const auto id = Id<dichtbij::Medewerker>::parse(text)) wanted.push_back(*id);
    const auto done = service.set_managers(desk.caller, gemeente->id, wanted);
    if (done) return klaar(url_of(*gemeente), "bewaard");
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show(service, request, desk, *gemeente, {done.error().fields, {}, 422});
}

Response stijl_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto gemeente = asked(service, request, desk);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    return show_stijl(service, request, desk, {*gemeente, service.stijl(gemeente->id).stijl.own()});
}

Response bewaar_stijl(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto gemeente = asked(service, request, desk);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    Stijlwijziging wanted;
    wanted.variabelen = typed_values(request);
    wanted.without_logo = request.form.has("zonder_logo");
    wanted.versie = versie_of(request);
    for (const http::Upload& file : request.files)
        if (file.field == "logo") wanted.nieuw_logo = file.content;
    const auto done = service.change_stijl(desk.caller, gemeente->id, wanted);
    if (done) return klaar(url_of(*gemeente, "/stijl"), "bewaard");
    if (is_stale(done.error()))
        return show_stijl(service, request, desk,
                          {*gemeente, wanted.variabelen,
                           {{}, alert("alert-triangle", p(desk.t("organisatie.stijl.intussen")), Tone::today), 409}});
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show_stijl(service, request, desk, {*gemeente, wanted.variabelen, {done.error().fields, {}, 422}});
}

}  // namespace dichtbij::organisatie
