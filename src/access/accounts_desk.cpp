#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "access/account_beheer.h"
#include "access/account_store.h"
#include "access/beheer_desk.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

constexpr std::string_view list_url = "/beheer/accounts";

std::string url_of(Id<Medewerker> id, std::string_view rest = "") {
    return std::string(list_url) + "/" + id.text() + std::string(rest);
}

std::vector<std::string> role_names() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rol>>(
        [&](auto rol) { names.emplace_back(rol.name); });
    return names;
}

std::string role_text(const Texts& t, Rol rol) {
    return t("access.rol." + std::string(boost::describe::enum_to_string(rol, "")));
}

// Names of places a role can be for, read once per screen.
struct Places {
    std::vector<Directory::GemeenteNaam> gemeenten;
    std::vector<Directory::TeamNaam> teams;

    std::string name_of(const Texts& t, const Grant& grant) const {
        std::string naam;
        for (const auto& gemeente : gemeenten)
            if (gemeente.id == grant.gemeente) naam = gemeente.naam;
        if (!grant.team) return t("access.account.hele_gemeente", naam);
        for (const auto& team : teams)
            if (team.id == *grant.team && team.gemeente == grant.gemeente) naam += ", " + team.naam;
        return naam;
    }
};

// "gemeente" or "gemeente|team" of a form.
std::string place_value(const Grant& grant) {
    return grant.gemeente.text() + (grant.team ? "|" + grant.team->text() : "");
}

std::optional<Grant> grant_of(const Request& request) {
    const std::string_view place = request.form.get("waar");
    const auto bar = place.find('|');
    const auto gemeente = Id<Gemeente>::parse(place.substr(0, bar));
    Grant grant;
    if (!gemeente || !boost::describe::enum_from_string(std::string(request.form.get("rol")).c_str(), grant.rol))
        return std::nullopt;
    grant.gemeente = *gemeente;
    if (bar == std::string_view::npos) return grant;
    grant.team = Id<Team>::parse(place.substr(bar + 1));
    return grant.team ? std::optional(grant) : std::nullopt;
}

class Screens {
  public:
    Screens(const Accounts& accounts, const Directory& directory) : accounts_(accounts), directory_(directory) {}

    Response list(Request& request, Desk& desk) const;
    Response fresh(Request& request, Desk& desk) const;
    Response make(Request& request, Desk& desk) const;
    Response detail(Request& request, Desk& desk) const;
    Response add_role(Request& request, Desk& desk) const;
    Response remove_role(Request& request, Desk& desk) const;
    Response save_domains(Request& request, Desk& desk) const;
    Response reset_password(Request& request, Desk& desk) const;
    // What answers with the account again.
    template <class Act>
    Response act(Request& request, Desk& desk, Act act) const;

  private:
    Places places(const Caller& caller) const;
    Response detail_page(Desk& desk, Id<Medewerker> id, const std::vector<FieldError>& errors, int status) const;
    Response change(Request& request, Desk& desk, const std::function<void(RightsChange&)>& edit) const;
    Html new_form(const Desk& desk, const Form& form, const Request& request) const;
    Html roles(const Desk& desk, const AccountDetail& account, const Form& form) const;
    Html domains(const Desk& desk, const AccountDetail& account, const Form& form) const;
    Html access(const Desk& desk, const AccountDetail& account) const;

    const Accounts& accounts_;
    const Directory& directory_;
};

std::vector<Choice> role_choices(const Texts& t) {
    std::vector<Choice> choices;
    for (const std::string& name : role_names()) choices.push_back({name, t("access.rol." + name)});
    return choices;
}

std::vector<Choice> place_choices(const Texts& t, const Places& places) {
    std::vector<Choice> choices;
    for (const auto& gemeente : places.gemeenten) {
        const Grant whole{Rol::kcc_medewerker, gemeente.id, {}};
        choices.push_back({place_value(whole), places.name_of(t, whole)});
        for (const auto& team : places.teams)
            if (team.gemeente == gemeente.id)
                choices.push_back(
                    {place_value({Rol::kcc_medewerker, gemeente.id, team.id}), gemeente.naam + ", " + team.naam});
    }
    return choices;
}

Html state_badges(const Texts& t, const AccountInfo& account) {
    return join(when(account.uit_op.has_value(), [&] { return badge("ban", t("access.account.uit"), Tone::late); }),
                when(account.moet_wijzigen, [&] { return badge("key", t("access.account.eenmalig")); }),
                when(account.heeft_totp, [&] { return badge("shield-check", t("access.account.app"), Tone::good); }));
}

Html list_row(const Desk& desk, const AccountInfo& account) {
    return row(
        cell(a(cls("cover title"), href(url_of(account.medewerker)), account.naam), span(cls("sub"), account.email)),
        cell(account.ingelogd_op ? text(moment(desk.t, *account.ingelogd_op, desk.now))
                                 : span(cls("soft"), desk.t("access.account.nooit"))),
        cell(state_badges(desk.t, account)));
}

Places Screens::places(const Caller& caller) const {
    return accounts_.store().read([&](store::Tx& tx) {
        Places found;
        if (directory_.gemeenten)
            for (const auto& gemeente : directory_.gemeenten(tx))
                if (has_role(caller, gemeente.id, {Rol::beheerder})) found.gemeenten.push_back(gemeente);
        if (directory_.teams) found.teams = directory_.teams(tx);
        return found;
    });
}

Response Screens::list(Request& request, Desk& desk) const {
    const Texts& t = desk.t;
    const std::string zoek(request.query.get("q"));
    const auto page = list_accounts(accounts_, desk.caller, {zoek, Id<Medewerker>::parse(request.query.get("na"))});
    if (!page) return desk.fail(page.error());
    const std::string next = page->is_last ? ""
                                           : std::string(list_url) + "?na=" + page->accounts.back().medewerker.text() +
                                                 (zoek.empty() ? "" : "&q=" + http::percent_encoded(zoek));
    const Form form(t);
    return desk.page(
        t("access.accounts.kop"),
        join(div(cls("page-head"), h1(t("access.accounts.kop")),
                 span(cls("push"), button_link("/beheer/accounts/nieuw", t("access.accounts.nieuw"), "user-plus"))),
             el("form", cls("filters"), attr("method", "get"), html::action(list_url),
                form.input({.name = "q",
                            .label = t("access.accounts.zoek"),
                            .value = zoek,
                            .needed = Needed::yes,
                            .type = "search",
                            .attributes = {attr("maxlength", "100")}}),
                button(cls("btn"), type("submit"), icon("search"), t("access.accounts.zoek_knop"))),
             page->accounts.empty()
                 ? empty_state(t("access.accounts.leeg"), t("access.accounts.leeg_uitleg"), "users")
                 : stackable_table(
                       t("access.accounts.kop"),
                       {{t("access.accounts.wie"), ""},
                        {t("access.accounts.laatst"), ""},
                        {t("access.accounts.stand"), ""}},
                       html::each(page->accounts, [&](const AccountInfo& one) { return list_row(desk, one); })),
             pager(t, next)));
}

Html Screens::new_form(const Desk& desk, const Form& form, const Request& request) const {
    const Texts& t = desk.t;
    std::vector<Choice> people;
    if (directory_.zonder_account)
        for (const auto& one :
             accounts_.store().read([&](store::Tx& tx) { return directory_.zonder_account(tx, desk.caller); }))
            people.push_back({one.id.text(), one.naam + (one.email.empty() ? "" : " (" + one.email + ")")});
    const Html head =
        join(back_link(list_url, t("access.accounts.kop")), div(cls("page-head"), h1(t("access.accounts.nieuw"))));
    if (people.empty())
        return join(head, empty_state(t("access.account.niemand"), t("access.account.niemand_uitleg"), "users"));
    return join(
        head,
        el("form", cls("form stack"), attr("method", "post"), html::action("/beheer/accounts/nieuw"),
           attr("novalidate", ""), html::csrf_field(desk.csrf), form.summary(),
           form.select({.name = "medewerker",
                        .label = t("access.account.medewerker"),
                        .value = std::string(request.form.get("medewerker"))},
                       people, t("access.account.kies")),
           form.input({.name = "email",
                       .label = t("access.veld.email"),
                       .value = std::string(request.form.get("email")),
                       .hint = t("access.account.email_uitleg"),
                       .needed = Needed::no,
                       .type = "email",
                       .attributes = {attr("maxlength", "254"), attr("autocomplete", "off")}}),
           form.select({.name = "rol", .label = t("access.account.rol"), .value = std::string(request.form.get("rol"))},
                       role_choices(t)),
           form.select(
               {.name = "waar", .label = t("access.account.waar"), .value = std::string(request.form.get("waar"))},
               place_choices(t, places(desk.caller))),
           div(cls("row"), submit(t("access.account.maak")))));
}

Response Screens::fresh(Request& request, Desk& desk) const {
    if (const auto allowed = list_accounts(accounts_, desk.caller, {}); !allowed) return desk.fail(allowed.error());
    return desk.page(desk.t("access.accounts.nieuw"), new_form(desk, Form(desk.t), request));
}

Response password_page(Desk& desk, std::string_view password, Id<Medewerker> id) {
    const Texts& t = desk.t;
    return desk
        .page(t("access.eenmalig.kop"),
              join(div(cls("page-head"), h1(t("access.eenmalig.kop"))),
                   div(cls("section prose"),
                       alert("key", join(p(t("access.eenmalig.uitleg")), p(strong(code(password)))), Tone::today),
                       p(button_link(url_of(id), t("access.eenmalig.verder"))))))
        .header("Cache-Control", "no-store");
}

Response Screens::make(Request& request, Desk& desk) const {
    const auto again = [&](std::vector<FieldError> errors) {
        return desk.invalid_page(desk.t("access.accounts.nieuw"),
                                 new_form(desk, Form(desk.t, std::move(errors)), request));
    };
    const auto medewerker = Id<Medewerker>::parse(request.form.get("medewerker"));
    const auto grant = grant_of(request);
    if (!medewerker) return again({{"medewerker", "access.account.kies_medewerker", {}}});
    if (!grant) return again({{"rol", "access.account.kies_rol", {}}});
    NewAccount account{
        .medewerker = *medewerker, .email = std::string(request.form.get("email")), .naam = "", .grants = {*grant}};
    if (directory_.zonder_account)
        for (const auto& one :
             accounts_.store().read([&](store::Tx& tx) { return directory_.zonder_account(tx, desk.caller); }))
            if (one.id == *medewerker) {
                account.naam = one.naam;
                if (account.email.empty()) account.email = one.email;
            }
    if (account.naam.empty()) return again({{"medewerker", "access.account.kies_medewerker", {}}});
    const auto password = make_account(accounts_, desk.caller, account);
    if (password) return password_page(desk, *password, *medewerker);
    if (password.error().reason != Reason::invalid) return desk.fail(password.error());
    std::vector<FieldError> errors = password.error().fields;
    for (FieldError& error : errors)
        if (error.field == "rollen") error.field = "rol";
    return again(std::move(errors));
}

Html Screens::roles(const Desk& desk, const AccountDetail& account, const Form& form) const {
    const Texts& t = desk.t;
    const Places where = places(desk.caller);
    const std::string url = url_of(account.info.medewerker);
    const std::string version = std::to_string(account.info.versie);
    return section(
        cls("section"), h2(t("access.account.rollen")),
        account.grants.empty()
            ? p(cls("soft"), t("access.account.geen_rol"))
            : stackable_table(
                  t("access.account.rollen"),
                  {{t("access.account.rol"), ""}, {t("access.account.waar"), ""}, {t("access.account.wat"), ""}},
                  html::each(account.grants,
                             [&](const Grant& grant) {
                                 return row(
                                     cell(role_text(t, grant.rol)), cell(where.name_of(t, grant)),
                                     cell(el("form", cls("inline"), attr("method", "post"),
                                             html::action(url + "/rol-weg"), html::csrf_field(desk.csrf),
                                             hidden("versie", version),
                                             hidden("rol", boost::describe::enum_to_string(grant.rol, "")),
                                             hidden("waar", place_value(grant)),
                                             button(cls("btn btn-small"), type("submit"), t("access.account.neem_rol"),
                                                    span(cls("sr"), " " + role_text(t, grant.rol) + ", " +
                                                                        where.name_of(t, grant))))));
                             })),
        el("form", cls("form stack below"), attr("method", "post"), html::action(url + "/rol"), attr("novalidate", ""),
           html::csrf_field(desk.csrf), hidden("versie", version),
           div(cls("fields"),
               form.select({.name = "rol", .label = t("access.account.rol"), .id = "rollen"}, role_choices(t)),
               form.select({.name = "waar", .label = t("access.account.waar")}, place_choices(t, where))),
           div(cls("row"), button(cls("btn"), type("submit"), icon("plus"), t("access.account.geef_rol")))));
}

Html Screens::domains(const Desk& desk, const AccountDetail& account, const Form& form) const {
    const Texts& t = desk.t;
    std::vector<Choice> choices;
    for (const auto domein : vertrouwelijke_domeinen)
        choices.push_back({std::string(domein), t("access.domein." + std::string(domein))});
    return section(
        cls("section"), h2(t("access.account.domeinen")), p(cls("soft"), t("access.account.domeinen_uitleg")),
        el("form", cls("form stack"), attr("method", "post"),
           html::action(url_of(account.info.medewerker, "/domeinen")), html::csrf_field(desk.csrf),
           hidden("versie", std::to_string(account.info.versie)),
           form.checkboxes({.name = "domeinen", .label = t("access.account.mag_lezen")}, choices, account.domeinen),
           div(cls("row"), button(cls("btn"), type("submit"), t("formulier.bewaar")))));
}

Html Screens::access(const Desk& desk, const AccountDetail& account) const {
    const Texts& t = desk.t;
    const auto id = account.info.medewerker;
    return section(
        cls("section stack-tight"), h2(t("access.account.toegang")), p(cls("soft"), t("access.account.toegang_uitleg")),
        div(cls("row"), post_button(url_of(id, "/wachtwoord"), desk.csrf, t("access.account.nieuw_wachtwoord"), "key"),
            when(account.info.heeft_totp,
                 [&] {
                     return post_button(url_of(id, "/app"), desk.csrf, t("access.account.nieuwe_app"), "device-mobile");
                 }),
            account.info.uit_op ? post_button(url_of(id, "/aan"), desk.csrf, t("access.account.zet_aan"), "check")
                                : post_button(url_of(id, "/uit"), desk.csrf, t("access.account.zet_uit"), "ban")));
}

Response Screens::detail_page(Desk& desk, Id<Medewerker> id, const std::vector<FieldError>& errors, int status) const {
    const auto account = account_detail(accounts_, desk.caller, id);
    if (!account) return desk.fail(account.error());
    const Texts& t = desk.t;
    const Form form(t, errors);
    const Html main_ = join(back_link(list_url, t("access.accounts.kop")),
                            div(cls("page-head"), h1(account->info.naam), p(cls("soft"), account->info.email),
                                div(cls("row"), state_badges(t, account->info))),
                            form.summary(), roles(desk, *account, form),
                            account->is_geheel ? join(domains(desk, *account, form), access(desk, *account))
                                               : alert("info-circle", p(t("access.account.ook_elders"))));
    return desk.page(PageHead{account->info.naam, !errors.empty()}, main_, status);
}

Response Screens::detail(Request& request, Desk& desk) const {
    const auto id = Id<Medewerker>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    return detail_page(desk, *id, {}, 200);
}

Response Screens::change(Request& request, Desk& desk, const std::function<void(RightsChange&)>& edit) const {
    const auto id = Id<Medewerker>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    const auto account = account_detail(accounts_, desk.caller, *id);
    if (!account) return desk.fail(account.error());
    RightsChange change{*id, std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10),
                        account->grants, std::nullopt};
    edit(change);
    const auto saved = set_rights(accounts_, desk.caller, change);
    if (saved) return Response::redirect(url_of(*id));
    const Failure& failure = saved.error();
    if (!failure.fields.empty()) return detail_page(desk, *id, failure.fields, 422);
    if (failure.reason == Reason::conflict) return detail_page(desk, *id, {{"rollen", failure.key, {}}}, 409);
    return desk.fail(failure);
}

Response Screens::add_role(Request& request, Desk& desk) const {
    const auto grant = grant_of(request);
    if (!grant) return desk.fail(invalid("rollen", "access.account.kies_rol").value());
    return change(request, desk, [&](RightsChange& rights) { rights.grants.push_back(*grant); });
}

Response Screens::remove_role(Request& request, Desk& desk) const {
    const auto grant = grant_of(request);
    if (!grant) return desk.fail(invalid("rollen", "access.account.kies_rol").value());
    return change(request, desk, [&](RightsChange& rights) { std::erase(rights.grants, *grant); });
}

Response Screens::save_domains(Request& request, Desk& desk) const {
    return change(request, desk, [&](RightsChange& rights) {
        rights.domeinen.emplace();
        for (const std::string_view domein : request.form.all("domeinen")) rights.domeinen->emplace_back(domein);
    });
}

Response Screens::reset_password(Request& request, Desk& desk) const {
    const auto id = Id<Medewerker>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    const auto password = access::reset_password(accounts_, desk.caller, *id);
    return password ? password_page(desk, *password, *id) : desk.fail(password.error());
}

template <class Act>
Response Screens::act(Request& request, Desk& desk, Act act) const {
    const auto id = Id<Medewerker>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    const Result<Done> done = act(accounts_, desk.caller, *id);
    return done ? Response::redirect(url_of(*id)) : desk.fail(done.error());
}

}  // namespace

void add_account_screens(DeskSite& site, const Directory& directory) {
    const auto screens = std::make_shared<Screens>(site.accounts(), directory);
    const auto route = [screens](Response (Screens::*screen)(Request&, Desk&) const) {
        return [screens, screen](Request& request, Desk& desk) { return ((*screens).*screen)(request, desk); };
    };
    const auto acting = [screens](auto act) {
        return [screens, act](Request& request, Desk& desk) { return screens->act(request, desk, act); };
    };
    site.get("/beheer/accounts", route(&Screens::list));
    site.get("/beheer/accounts/nieuw", route(&Screens::fresh));
    site.post("/beheer/accounts/nieuw", route(&Screens::make));
    site.get("/beheer/accounts/{id}", route(&Screens::detail));
    site.post("/beheer/accounts/{id}/rol", route(&Screens::add_role));
    site.post("/beheer/accounts/{id}/rol-weg", route(&Screens::remove_role));
    site.post("/beheer/accounts/{id}/domeinen", route(&Screens::save_domains));
    site.post("/beheer/accounts/{id}/wachtwoord", route(&Screens::reset_password));
    site.post("/beheer/accounts/{id}/app", acting([](const Accounts& accounts, const Caller& caller,
                                                     Id<Medewerker> id) { return reset_totp(accounts, caller, id); }));
    site.post("/beheer/accounts/{id}/uit",
              acting([](const Accounts& accounts, const Caller& caller, Id<Medewerker> id) {
                  return disable_account(accounts, caller, id);
              }));
    site.post("/beheer/accounts/{id}/aan",
              acting([](const Accounts& accounts, const Caller& caller, Id<Medewerker> id) {
                  return enable_account(accounts, caller, id);
              }));
}

}  // namespace dichtbij::access
