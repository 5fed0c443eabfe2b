#include <algorithm>

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
using TeamId = Id<dichtbij::Team>;

constexpr std::string_view lijst_url = "/beheer/teams";

std::string url_of(TeamId id, std::string_view rest = {}) { return "/beheer/teams/" + id.text() + std::string(rest); }

struct Formulier {  // as it stands on the page
    Team team;
    std::vector<std::string> gemeenten;
    std::vector<FieldError> fouten = {};
    Html boven = {};
    int status = 200;
    bool is_new() const { return team.id.is_nil(); }
};

// Everyone of the gemeenten that the caller manages, once.
std::vector<Naam> mensen(const OrganisatieService& service, const Desk& desk) {
    std::vector<Naam> all;
    for (const Gemeente& gemeente : beheerde_gemeenten(service, desk.caller))
        for (const Naam& naam : service.collegas(desk.caller, gemeente.id))
            if (std::find(all.begin(), all.end(), naam) == all.end()) all.push_back(naam);
    return all;
}

Html velden(const OrganisatieService& service, const Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const Form form(t, f.fouten);
    std::vector<Choice> afdelingen;
    for (const Afdeling& afdeling : service.afdelingen(desk.caller)) afdelingen.push_back({afdeling.id.text(), afdeling.naam});
    std::vector<Choice> gemeenten;
    for (const Gemeente& gemeente : beheerde_gemeenten(service, desk.caller)) gemeenten.push_back({gemeente.id.text(), gemeente.naam});
    return posting(
        desk, f.is_new() ? std::string(lijst_url) + "/nieuw" : url_of(f.team.id), hidden("versie", std::to_string(f.team.versie)), form.summary(),
        form.input({.name = "naam", .label = t("organisatie.team.naam"), .value = f.team.naam,
                    .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
        form.select({.name = "afdeling", .label = t("organisatie.afdeling"), .value = f.team.afdeling.is_nil() ? "" : f.team.afdeling.text()},
                    afdelingen, t("organisatie.kies_afdeling")),
        form.select({.name = "leider", .label = t("organisatie.leider"), .value = f.team.leider.is_nil() ? "" : f.team.leider.text(),
                     .hint = t("organisatie.team.leider_uitleg")},
                    keuzes(mensen(service, desk)), t("organisatie.kies_iemand")),
        form.checkboxes({.name = "gemeenten", .label = t("organisatie.team.voor")}, gemeenten, f.gemeenten),
        form.select({.name = "domein", .label = t("organisatie.domein"), .value = f.team.domein, .hint = t("organisatie.domein.uitleg")},
                    domein_keuzes(t)),
        form.checkbox({.name = "is_kcc", .label = t("organisatie.team.is_kcc"), .hint = t("organisatie.team.is_kcc_uitleg")}, f.team.is_kcc),
        div(cls("row"), submit(t("formulier.bewaar"))));
}

Html leden(const OrganisatieService& service, const Desk& desk, const Teamblad& blad) {
    const Texts& t = desk.t;
    const Form form(t);
    return section_of(
        {"h-leden", t("organisatie.team.leden"), {}, {}},
        join(stackable_table(t("organisatie.team.leden"), {{.label = t("organisatie.wie")}, {.label = t("organisatie.doe_iets")}},
                             each(blad.leden, [&](const Collega& lid) {
                                 const Medewerker& m = lid.medewerker;
                                 const bool is_leider = m.id == blad.team.leider;
                                 return row(cell(cover(persoon_url(m.id), m.naam, is_leider ? t("organisatie.leider") : m.functie)),
                                            cell(when(!is_leider, [&] {
                                                return small_button(desk, {.url = url_of(blad.team.id, "/lid-weg"), .label = t("organisatie.team.lid_weg"),
                                                                           .about = m.naam, .fields = {{"medewerker", m.id.text()}}});
                                            })));
                             })),
             posting(desk, url_of(blad.team.id, "/lid"),
                     form.select({.name = "medewerker", .label = t("organisatie.team.lid_erbij")}, keuzes(mensen(service, desk)),
                                 t("organisatie.kies_iemand")),
                     div(cls("row"), button(cls("btn"), type("submit"), icon("plus"), t("organisatie.team.voeg_toe"))))));
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const std::string title = f.is_new() ? t("organisatie.team.nieuw") : f.team.naam;
    Html more;
    if (!f.is_new()) {
        const auto blad = service.team(desk.caller, f.team.id);
        if (!blad) return desk.fail(blad.error());
        more = join(leden(service, desk, *blad),
                    ingrijpend(desk, {.title = t("organisatie.team.hef_op"), .uitleg = t("organisatie.team.hef_op_uitleg"),
                                      .url = url_of(f.team.id, "/opheffen"), .knop = t("organisatie.team.hef_op"),
                                      .fields = {{"versie", std::to_string(blad->team.versie)}}}));
    }
    return desk.page({title, f.status != 200},
                     join(back_link(lijst_url, t("organisatie.beheer.teams")), page_head(title), klaar_melding(desk, request), f.boven,
                          velden(service, desk, f), more),
                     f.status);
}

// The team of the address, as the caller may manage it.
Result<Teamblad> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = TeamId::parse(request.param("id"));
    if (!id) return not_found("no team id");
    TRY(Teamblad blad, service.team(desk.caller, *id));
    if (blad.mag != Mag::beheren) return forbidden("not a beheerder of this team");
    return blad;
}

std::vector<std::string> texts_of(const std::vector<Gemeente>& gemeenten) {
    std::vector<std::string> list;
    for (const Gemeente& gemeente : gemeenten) list.push_back(gemeente.id.text());
    return list;
}

Formulier typed_form(const Request& request, const Team& start) {
    Formulier f;
    f.team = start;
    f.team.naam = request.form.get("naam");
    f.team.afdeling = id_of<dichtbij::Afdeling>(request, "afdeling").value_or(Id<dichtbij::Afdeling>{});
    f.team.leider = id_of<dichtbij::Medewerker>(request, "leider").value_or(Id<dichtbij::Medewerker>{});
    f.team.domein = request.form.get("domein");
    f.team.is_kcc = request.form.has("is_kcc");
    f.team.versie = versie_of(request);
    for (const std::string_view gemeente : request.form.all("gemeenten")) f.gemeenten.emplace_back(gemeente);
    return f;
}

std::vector<GemeenteId> ids_of(const std::vector<std::string>& texts) {
    std::vector<GemeenteId> ids;
    for (const std::string& text : texts)
        if (const auto id = GemeenteId::parse(text)) ids.push_back(*id);
    return ids;
}

Html vergelijking(const OrganisatieService& service, const Desk& desk, const Formulier& f, const Teamblad& nu) {
    const Texts& t = desk.t;
    std::string leider;
    for (const Naam& naam : mensen(service, desk))
        if (naam.id == f.team.leider) leider = naam.naam;
    return beide_versies(t, {{t("organisatie.team.naam"), f.team.naam, nu.team.naam}, {t("organisatie.leider"), leider, nu.leider.naam},
                             {t("organisatie.domein"), f.team.domein, nu.team.domein}});
}

}  // namespace

Response teams_lijst(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeenten = beheerde_gemeenten(service, desk.caller);
    if (gemeenten.empty()) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
    const Form form(t);
    const auto regels = service.teams(desk.caller);
    return desk.page(
        t("organisatie.beheer.teams"),
        join(back_link("/beheer", t("organisatie.beheer.kop")),
             page_head(t("organisatie.beheer.teams"), {}, button_link("/beheer/teams/nieuw", t("organisatie.team.nieuw"), "plus")),
             klaar_melding(desk, request),
             stackable_table(t("organisatie.beheer.teams"),
                             {{.label = t("organisatie.team")}, {.label = t("organisatie.afdeling")}, {.label = t("organisatie.leider")},
                              {.label = t("organisatie.gemeenten")}, {.label = t("organisatie.team.leden"), .is_number = true}},
                             each(regels, [&](const Teamregel& regel) {
                                 std::string names;
                                 for (const std::string& naam : regel.gemeenten) names += (names.empty() ? "" : ", ") + naam;
                                 return row(cell(cover(url_of(regel.team.id), regel.team.naam)), cell(attr("data-l", t("organisatie.afdeling")), regel.afdeling),
                                            cell(attr("data-l", t("organisatie.leider")), regel.leider),
                                            cell(names), td(attr("role", "cell"), attr("data-l", t("organisatie.team.leden")), cls("r"), regel.leden));
                             })),
             section_of({"h-afdelingen", t("organisatie.afdelingen"), {}, {}},
                        join(ul(cls("list-plain"), each(service.afdelingen(desk.caller), [&](const Afdeling& afdeling) {
                                 return li(a(href("/beheer/afdelingen/" + afdeling.id.text()), afdeling.naam));
                             })),
                             posting(desk, "/beheer/afdelingen", hidden("gemeente", gemeenten.front().id.text()),
                                     form.input({.name = "naam", .label = t("organisatie.afdeling.nieuw"),
                                                 .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                                     div(cls("row"), button(cls("btn"), type("submit"), icon("plus"), t("organisatie.afdeling.maak"))))))));
}

Response maak_afdeling(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto gemeente = gekozen_gemeente(service, desk, request);
    if (!gemeente) return desk.fail({Reason::not_found, "no such gemeente for the caller", "", {}});
    const auto made = service.add_afdeling(desk.caller, gemeente->id, std::string(request.form.get("naam")));
    if (made) return klaar(std::string(lijst_url), "gemaakt");
    if (made.error().reason != Reason::invalid) return desk.fail(made.error());
    return desk.invalid_page(desk.t("organisatie.afdeling.nieuw"),
                             join(back_link(lijst_url, desk.t("organisatie.beheer.teams")), page_head(desk.t("organisatie.afdeling.nieuw")),
                                  posting(desk, "/beheer/afdelingen", Form(desk.t, made.error().fields).summary(),
                                          hidden("gemeente", gemeente->id.text()),
                                          Form(desk.t, made.error().fields)
                                              .input({.name = "naam", .label = desk.t("organisatie.afdeling.nieuw"),
                                                      .value = std::string(request.form.get("naam"))}),
                                          div(cls("row"), submit(desk.t("organisatie.afdeling.maak"))))));
}

namespace {

std::optional<Afdeling> asked_afdeling(const OrganisatieService& service, const Request& request, const Desk& desk) {
    for (Afdeling& afdeling : service.afdelingen(desk.caller))
        if (afdeling.id.text() == request.param("id")) return std::move(afdeling);
    return std::nullopt;
}

Response show_afdeling(Desk& desk, const Afdeling& typed, std::vector<FieldError> fouten, const Html& boven, int status) {
    const Texts& t = desk.t;
    const Form form(t, std::move(fouten));
    return desk.page({typed.naam, status != 200},
                     join(back_link(lijst_url, t("organisatie.beheer.teams")), page_head(t("organisatie.afdeling")), boven,
                          posting(desk, "/beheer/afdelingen/" + typed.id.text(), hidden("versie", std::to_string(typed.versie)), form.summary(),
                                  form.input({.name = "naam", .label = t("organisatie.afdeling.naam"), .value = typed.naam,
                                              .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                                  div(cls("row"), submit(t("formulier.bewaar"))))),
                     status);
}

}  // namespace

Response afdeling_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto afdeling = asked_afdeling(service, request, desk);
    if (!afdeling) return desk.fail({Reason::not_found, "no such department", "", {}});
    return show_afdeling(desk, *afdeling, {}, {}, 200);
}

Response bewaar_afdeling(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto current = asked_afdeling(service, request, desk);
    if (!current) return desk.fail({Reason::not_found, "no such department", "", {}});
    Afdeling typed = *current;
    typed.naam = request.form.get("naam");
    typed.versie = versie_of(request);
    const auto done = service.change(desk.caller, typed);
    if (done) return klaar(std::string(lijst_url), "bewaard");
    if (is_stale(done.error())) {
        typed.versie = current->versie;
        return show_afdeling(desk, typed, {}, beide_versies(desk.t, {{desk.t("organisatie.afdeling.naam"), typed.naam, current->naam}}), 409);
    }
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show_afdeling(desk, typed, done.error().fields, {}, 422);
}

Response team_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        if (!is_beheerder(desk.caller)) return desk.fail({Reason::forbidden, "no beheerder anywhere", "", {}});
        return show(service, request, desk, {{}, texts_of(beheerde_gemeenten(service, desk.caller))});
    }
    const auto blad = asked(service, request, desk);
    if (!blad) return desk.fail(blad.error());
    return show(service, request, desk, {blad->team, texts_of(blad->gemeenten)});
}

Response bewaar_team(const OrganisatieService& service, Request& request, Desk& desk) {
    const bool is_new = request.param("id") == "nieuw";
    std::optional<Teamblad> current;
    if (!is_new) {
        auto blad = asked(service, request, desk);
        if (!blad) return desk.fail(blad.error());
        current = std::move(*blad);
    }
    Formulier f = typed_form(request, current ? current->team : Team{});
    const auto done = is_new ? service.add_team(desk.caller, f.team, ids_of(f.gemeenten)).map([](const auto&) { return Done{}; })
                             : service.change(desk.caller, f.team, ids_of(f.gemeenten));
    if (done) return klaar(is_new ? std::string(lijst_url) : url_of(f.team.id), is_new ? "gemaakt" : "bewaard");
    if (is_stale(done.error()) && current) {
        f.boven = vergelijking(service, desk, f, *current);
        f.team.versie = current->team.versie;
        f.status = 409;
        return show(service, request, desk, f);
    }
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    f.fouten = done.error().fields;
    f.status = 422;
    return show(service, request, desk, f);
}

Response hef_team_op(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto blad = asked(service, request, desk);
    if (!blad) return desk.fail(blad.error());
    const auto done = service.lift_team(desk.caller, blad->team.id, versie_of(request));
    if (done) return klaar(std::string(lijst_url), "opgeheven");
    if (done.error().reason != Reason::conflict || is_stale(done.error())) return desk.fail(done.error());
    return show(service, request, desk, {blad->team, texts_of(blad->gemeenten), {}, bezwaar(desk.t, done.error()), 409});
}

Response voeg_lid_toe(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto blad = asked(service, request, desk);
    if (!blad) return desk.fail(blad.error());
    const auto medewerker = id_of<dichtbij::Medewerker>(request, "medewerker").value_or(Id<dichtbij::Medewerker>{});
    const auto done = service.add_member(desk.caller, blad->team.id, medewerker);
    if (done) return klaar(url_of(blad->team.id), "bewaard");
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show(service, request, desk, {blad->team, texts_of(blad->gemeenten), done.error().fields, {}, 422});
}

Response neem_lid_weg(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto blad = asked(service, request, desk);
    if (!blad) return desk.fail(blad.error());
    const auto medewerker = id_of<dichtbij::Medewerker>(request, "medewerker").value_or(Id<dichtbij::Medewerker>{});
    const auto done = service.remove_member(desk.caller, blad->team.id, medewerker);
    if (done) return klaar(url_of(blad->team.id), "bewaard");
    if (done.error().reason != Reason::conflict) return desk.fail(done.error());
    return show(service, request, desk, {blad->team, texts_of(blad->gemeenten), {}, bezwaar(desk.t, done.error()), 409});
}

}  // namespace dichtbij::organisatie
