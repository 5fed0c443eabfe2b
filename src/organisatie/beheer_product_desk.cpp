#include <algorithm>

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

constexpr std::string_view lijst_url = "/beheer/producten";
constexpr std::size_t lijst_limit = 200;  // on one page; the search finds the others

struct Formulier {
    Product product;
    std::vector<FieldError> fouten = {};
    std::optional<Product> nu = {};  // what someone else saved meanwhile
    int status = 200;
    bool is_new() const { return product.id.is_nil(); }
};

std::string naam_van(const std::vector<Choice>& keuzes, const std::string& value) {
    const auto found = std::find_if(keuzes.begin(), keuzes.end(), [&](const Choice& c) { return c.value == value; });
    return found == keuzes.end() ? std::string() : found->label;
}

Html vergelijking(const OrganisatieService& service, const Desk& desk, const Product& typed, const Product& nu) {
    const Texts& t = desk.t;
    const auto teams = team_keuzes(service, desk.caller);
    const auto mensen = keuzes(service.collegas(desk.caller, nu.gemeente));
    return beide_versies(t, {{t("organisatie.product.naam"), typed.naam, nu.naam}, {t("organisatie.product.upl"), typed.upl_uri, nu.upl_uri},
                             {t("organisatie.team"), naam_van(teams, typed.team.text()), naam_van(teams, nu.team.text())},
                             {t("organisatie.proceseigenaar"), naam_van(mensen, typed.proceseigenaar.text()),
                              naam_van(mensen, nu.proceseigenaar.text())}});
}

Response show(const OrganisatieService& service, Request& request, Desk& desk, const Formulier& f) {
    const Texts& t = desk.t;
    const Product& product = f.product;
    const Form form(t, f.fouten);
    const std::string title = f.is_new() ? t("organisatie.product.nieuw") : product.naam;
    return desk.page(
        {title, f.status != 200},
        join(back_link(std::string(lijst_url) + "?gemeente=" + product.gemeente.text(), t("organisatie.beheer.producten")), page_head(title),
             klaar_melding(desk, request), f.nu ? vergelijking(service, desk, product, *f.nu) : Html(),
             posting(desk, std::string(lijst_url) + "/" + (f.is_new() ? "nieuw" : product.id.text()), hidden("gemeente", product.gemeente.text()),
                     hidden("versie", std::to_string(f.nu ? f.nu->versie : product.versie)), form.summary(),
                     form.input({.name = "naam", .label = t("organisatie.product.naam"), .value = product.naam,
                                 .attributes = {attr("maxlength", std::to_string(naam_limit))}}),
                     form.input({.name = "upl_uri", .label = t("organisatie.product.upl"), .value = product.upl_uri,
                                 .hint = t("organisatie.product.upl_uitleg"), .needed = Needed::no, .type = "url",
                                 .attributes = {attr("maxlength", std::to_string(website_limit))}}),
                     form.select({.name = "team", .label = t("organisatie.team"), .value = product.team.is_nil() ? "" : product.team.text()},
                                 team_keuzes(service, desk.caller), t("organisatie.kies_team")),
                     form.select({.name = "proceseigenaar", .label = t("organisatie.proceseigenaar"),
                                  .value = product.proceseigenaar.is_nil() ? "" : product.proceseigenaar.text(),
                                  .hint = t("organisatie.proceseigenaar.uitleg")},
                                 keuzes(service.collegas(desk.caller, product.gemeente)), t("organisatie.kies_iemand")),
                     form.checkbox({.name = "actief", .label = t("organisatie.actief")}, product.actief),
                     div(cls("row"), submit(t("formulier.bewaar"))))),
        f.status);
}

std::optional<Product> asked(const OrganisatieService& service, const Request& request, const Desk& desk) {
    const auto id = Id<dichtbij::Product>::parse(request.param("id"));
    if (!id) return std::nullopt;
    const auto found = service.product(desk.caller, *id);
    return found ? std::optional(*found) : std::nullopt;
}

Product typed_form(const Request& request, Product start) {
    start.naam = request.form.get("naam");
    start.upl_uri = request.form.get("upl_uri");
    start.team = id_of<dichtbij::Team>(request, "team").value_or(Id<dichtbij::Team>{});
    start.proceseigenaar = id_of<dichtbij::Medewerker>(request, "proceseigenaar").value_or(Id<dichtbij::Medewerker>{});
    start.actief = request.form.has("actief");
    start.versie = versie_of(request);
    return start;
}

}  // namespace

Response producten_lijst(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto gemeente = gekozen_gemeente(service, desk, request);
    if (!gemeente) return desk.fail({is_beheerder(desk.caller) ? Reason::not_found : Reason::forbidden, "no such gemeente", "", {}});
    auto list = service.products(desk.caller, gemeente->id);
    if (!list) return desk.fail(list.error());
    const std::string typed(request.query.get("q"));
    std::erase_if(*list, [zoek = folded(typed)](const Product& p) { return folded(p.naam).find(zoek) == std::string::npos; });
    const std::size_t all = list->size();
    if (list->size() > lijst_limit) list->resize(lijst_limit);
    const auto teams = team_keuzes(service, desk.caller);
    const Form form(t);
    return desk.page(
        t("organisatie.beheer.producten"),
        join(back_link("/beheer", t("organisatie.beheer.kop")),
             page_head(t("organisatie.beheer.producten"), t("organisatie.product.aantal", all),
                       button_link("/beheer/producten/nieuw?gemeente=" + gemeente->id.text(), t("organisatie.product.nieuw"), "plus")),
             klaar_melding(desk, request), gemeente_tabs(service, desk, lijst_url, gemeente->id),
             filters(t, lijst_url,
                     join(hidden("gemeente", gemeente->id.text()),
                          form.input({.name = "q", .label = t("organisatie.product.zoek"), .value = typed, .type = "search"}))),
             list->empty() ? empty_state(t("organisatie.product.leeg"), t("organisatie.product.leeg_uitleg"), "package")
                           : stackable_table(t("organisatie.beheer.producten"),
                                             {{.label = t("organisatie.product.naam")}, {.label = t("organisatie.team")}, {.label = t("organisatie.stand")}},
                                             each(*list, [&](const Product& product) {
                                                 return row(cell(cover(std::string(lijst_url) + "/" + product.id.text(), product.naam)),
                                                            cell(naam_van(teams, product.team.text())),
                                                            cell(when(!product.upl_uri.empty(), [&] { return badge("tag", t("organisatie.product.uit_upl")); }),
                                                                 when(!product.actief, [&] { return badge("ban", t("organisatie.niet_actief")); })));
                                             })),
             when(all > lijst_limit, [&] { return p(cls("soft below"), t("organisatie.product.meer", lijst_limit)); })));
}

Response product_formulier(const OrganisatieService& service, Request& request, Desk& desk) {
    if (request.param("id") == "nieuw") {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        Formulier f;
        f.product.gemeente = gemeente->id;
        return show(service, request, desk, f);
    }
    const auto product = asked(service, request, desk);
    if (!product) return desk.fail({Reason::not_found, "no such product", "", {}});
    const auto allowed = access::require_role(desk.caller, product->gemeente, {access::Rol::beheerder});
    if (!allowed) return desk.fail(allowed.error());
    return show(service, request, desk, {*product});
}

Response bewaar_product(const OrganisatieService& service, Request& request, Desk& desk) {
    const bool is_new = request.param("id") == "nieuw";
    Product start;
    if (is_new) {
        const auto gemeente = gekozen_gemeente(service, desk, request);
        if (!gemeente) return desk.fail({Reason::forbidden, "no beheerder of that gemeente", "", {}});
        start.gemeente = gemeente->id;
    } else {
        const auto current = asked(service, request, desk);
        if (!current) return desk.fail({Reason::not_found, "no such product", "", {}});
        start = *current;
    }
    Formulier f{typed_form(request, start)};
    const auto done = is_new ? service.add(desk.caller, f.product).map([](const auto&) { return Done{}; }) : service.change(desk.caller, f.product);
    if (done) return klaar(std::string(lijst_url) + "?gemeente=" + start.gemeente.text(), is_new ? "gemaakt" : "bewaard");
    if (is_stale(done.error())) f.nu = start;
    else if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    f.fouten = done.error().fields;
    f.status = f.nu ? 409 : 422;
    return show(service, request, desk, f);
}

}  // namespace dichtbij::organisatie
