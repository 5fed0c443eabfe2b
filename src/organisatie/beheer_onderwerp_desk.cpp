#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "organisatie/parts_desk.h"
#include "organisatie/schermen_desk.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::string_view lijst_url = "/beheer/onderwerpen";

template <class T>
std::string text_of(const Id<T>& id) {
    return id.is_nil() ? std::string() : id.text();
}

std::string naam_van(const std::vector<Choice>& keuzes, const std::string& value) {
    const auto found = std::find_if(keuzes.begin(), keuzes.end(), [&](const Choice& c) { return c.value == value; });
    return found == keuzes.end() ? std::string() : found->label;
}

struct Formulier {
    Onderwerp onderwerp;
    std::vector<FieldError> fouten = {};
    std::optional<Onderwerp> nu = {};  // what someone else saved meanwhile
    int status = 200;
    bool is_new() const { return onderwerp.id.is_nil(); }
};

std::vector<Choice> product_keuzes(const OrganisatieService& service, const Desk& desk, Id<dichtbij::Gemeente> gemeente) {
    std::vector<Choice> list;
    if (const auto products = service.products(desk.caller, gemeente))
        for (const Product& product : *products)
            if (product.actief) list.push_back({product.id.text(), product.naam});
    return list;
}

std::vector<Choice> niveau_keuzes(const Texts& t) {
    std::vector<Choice> list;
    for (int niveau = 1; niveau <= 5; ++niveau)
        list.push_back({std::to_string(niveau), t("organisatie.niveau." + std::to_string(niveau))});
    return list;
}

Html vergelijking(const OrganisatieService& service, const Desk& desk, const Onderwerp& typed, const Onderwerp& nu) {
    const Texts& t = desk.t;
    const auto teams = team_keuzes(service, desk.caller);
    const auto mensen = keuzes(service.collegas(desk.caller, nu.gemeente));
    return beide_versies(t, {{t("organisatie.onderwerp.naam"), typed.naam, nu.naam},
                             {t("organisatie.team"), naam_van(teams, typed.team.text()), naam_van(teams, nu.team.text())},
                             {t("organisatie.proceseigenaar"), naam_van(mensen, typed.proceseigenaar.text()), naam_van(mensen, nu.proceseigenaar.text())},
                             {t("organisatie.niveau"), std::to_string(typed.afhandelniveau), std::to_string(nu.afhandelniveau)},
                             {t("organisatie.domein"), typed.domein, nu.domein},
                             {t("organisatie.trefwoorden"), typed.trefwoorden, nu.trefwoorden}});
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const Onderwerp& o = f.onderwerp;
    const Form form(t, f.fouten);
    const std::string title = f.is_new() ? t("organisatie.onderwerp.nieuw") : o.naam;
    const std::string back = std::string(lijst_url) + "?gemeente=" + o.gemeente.text();
    return desk.page(
        {title, f.status != 200},
        join(back_link(back, t("organisatie.beheer.onderwerpen")), page_head(title), klaar_melding(desk, request),
             f.nu ? vergelijking(service, desk, o, *f.nu) : Html(),
             posting(desk, std::string(lijst_url) + "/" + (f.is_new() ? "nieuw" : o.id.text()), hidden("gemeente", o.gemeente.text()),
                     hidden("versie", std::to_string(f.nu ? f.nu->versie : o.versie)), form.summary(),
                     form.input({.name = "naam", .label = t("organisatie.onderwerp.naam"), .value = o.naam, .hint = t("organisatie.onderwerp.naam_uitleg"),
                                 .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                     form.input({.name = "trefwoorden", .label = t("organisatie.trefwoorden"), .value = o.trefwoorden,
                                 .hint = t("organisatie.trefwoorden.uitleg"), .needed = Needed::no,
                                 .attributes = {attr("maxlength", std::to_string(trefwoorden_limit))}}),
                     form.select({.name = "product", .label = t("organisatie.product"), .value = o.product ? o.product->text() : "", .needed = Needed::no},
                                 product_keuzes(service, desk, o.gemeente), t("organisatie.geen")),
                     form.select({.name = "team", .label = t("organisatie.team"), .value = text_of(o.team)}, team_keuzes(service, desk.caller),
                                 t("organisatie.kies_team")),
                     form.select({.name = "proceseigenaar", .label = t("organisatie.proceseigenaar"), .value = text_of(o.proceseigenaar),
                                  .hint = t("organisatie.proceseigenaar.uitleg")},
                                 keuzes(service.collegas(desk.caller, o.gemeente)), t("organisatie.kies_iemand")),
                     form.select({.name = "afhandelniveau", .label = t("organisatie.niveau"), .value = std::to_string(o.afhandelniveau)}, niveau_keuzes(t)),
                     form.select({.name = "domein", .label = t("organisatie.domein"), .value = o.domein, .hint = t("organisatie.domein.uitleg")},
                                 domein_keuzes(t)),
                     form.checkbox({.name = "actief", .label = t("organisatie.actief"), .hint = t("organisatie.onderwerp.actief_uitleg")}, o.actief),
                     div(cls("row"), submit(t("formulier.bewaar"))))),
        f.status);
}

std::optional<Onderwerp> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = Id<dichtbij::Onderwerp>::parse(request.param("id"));
    if (!id) return std::nullopt;
    const auto found = service.onderwerp(desk.caller, *id);
    return found ? std::optional(*found) : std::nullopt;
}

Onderwerp typed_form(const Request& request, Onderwerp start) {
    start.naam = request.form.get("naam");
    start.trefwoorden = request.form.get("trefwoorden");
    start.product = id_of<dichtbij::Product>(request, "product");
    start.team = id_of<dichtbij::Team>(request, "team").value_or(Id<dichtbij::Team>{});
    start.proceseigenaar = id_of<dichtbij::Medewerker>(request, "proceseigenaar").value_or(Id<dichtbij::Medewerker>{});
    const std::string_view niveau = request.form.get("afhandelniveau");
    start.afhandelniveau = 0;
    std::from_chars(niveau.data(), niveau.data() + niveau.size(), start.afhandelniveau);
    start.domein = request.form.get("domein");
    start.actief = request.form.has("actief");
    start.versie = versie_of(request);
    return start;
}

bool matches(const std::string& zoek, const Onderwerp& o) {
    return zoek.empty() || folded(o.naam + " " + o.trefwoorden).find(zoek) != std::string::npos;
}

}  // namespace

Response onderwerpen_lijst(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = gekozen_gemeente(service, desk, request);
    if (!gemeente) return desk.fail({is_beheerder(desk.caller) ? Reason::not_found : Reason::forbidden, "no such gemeente", "", {}});
    auto list = service.onderwerpen(desk.caller, gemeente->id);
    if (!list) return desk.fail(list.error());
    const std::string typed(request.query.get("q"));
    std::erase_if(*list, [zoek = folded(typed)](const Onderwerp& o) { return !matches(zoek, o); });
    const auto teams = team_keuzes(service, desk.caller);
    const auto mensen = keuzes(service.collegas(desk.caller, gemeente->id));
    const Form form(t);
    return desk.page(
        t("organisatie.beheer.onderwerpen"),
        join(back_link("/beheer", t("organisatie.beheer.kop")),
             page_head(t("organisatie.beheer.onderwerpen"), gemeente->naam,
                       button_link("/beheer/onderwerpen/nieuw?gemeente=" + gemeente->id.text(), t("organisatie.onderwerp.nieuw"), "plus")),
             klaar_melding(desk, request), gemeente_tabs(service, desk, lijst_url, gemeente->id),
             filters(t, lijst_url,
                     join(hidden("gemeente", gemeente->id.text()),
                          form.input({.name = "q", .label = t("organisatie.onderwerp.zoek"), .value = typed, .type = "search"}))),
             list->empty() ? empty_state(t("organisatie.onderwerp.leeg"), t("organisatie.onderwerp.leeg_uitleg"), "tags")
                           : stackable_table(t("organisatie.beheer.onderwerpen"),
                                             {{.label = t("organisatie.onderwerp.naam")}, {.label = t("organisatie.team")},
                                              {.label = t("organisatie.proceseigenaar")}, {.label = t("organisatie.niveau"), .is_number = true},
                                              {.label = t("organisatie.stand")}},
                                             each(*list, [&](const Onderwerp& o) {
                                                 return row(cell(cover(std::string(lijst_url) + "/" + o.id.text(), o.naam, o.trefwoorden)),
                                                            cell(attr("data-l", t("organisatie.team")), naam_van(teams, o.team.text())),
                                                            cell(attr("data-l", t("organisatie.proceseigenaar")), naam_van(mensen, o.proceseigenaar.text())),
                                                            td(attr("role", "cell"), attr("data-l", t("organisatie.niveau")), cls("r"), o.afhandelniveau),
                                                            cell(when(!o.domein.empty(), [&] { return badge("lock", t("organisatie.domein." + o.domein)); }),
                                                                 when(!o.actief, [&] { return badge("ban", t("organisatie.niet_actief")); })));
                                             }))));
}

Response onderwerp_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        Formulier f;
        f.onderwerp.gemeente = gemeente->id;
        return show(service, request, desk, f);
    }
    const auto onderwerp = asked(service, request, desk);
    if (!onderwerp) return desk.fail({Reason::not_found, "no such subject", "", {}});
    const auto allowed = access::require_role(desk.caller, onderwerp->gemeente, {access::Rol::beheerder});
    if (!allowed) return desk.fail(allowed.error());
    return show(service, request, desk, {*onderwerp});
}

Response bewaar_onderwerp(const OrganisatieService& service, Request& request, Desk& desk) {
    const bool is_new = request.param("id") == "nieuw";
    Onderwerp start;
    if (is_new) {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        start.gemeente = gemeente->id;
    } else {
        const auto current = asked(service, request, desk);
        if (!current) return desk.fail({Reason::not_found, "no such subject", "", {}});
        start = *current;
    }
    Formulier f{typed_form(request, start)};
    const auto done = is_new ? service.add(desk.caller, f.onderwerp).map([](const auto&) { return Done{}; }) : service.change(desk.caller, f.onderwerp);
    if (done) return klaar(std::string(lijst_url) + "?gemeente=" + start.gemeente.text(), is_new ? "gemaakt" : "bewaard");
    if (is_stale(done.error())) f.nu = start;
    else if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    f.fouten = done.error().fields;
    f.status = f.nu ? 409 : 422;
    return show(service, request, desk, f);
}

}  // namespace dichtbij::organisatie
