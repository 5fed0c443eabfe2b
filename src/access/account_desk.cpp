#include <boost/describe/enum_to_string.hpp>

#include "access/account_parts_desk.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

class Screens {
  public:
    Screens(const Accounts& accounts, const Directory& directory) : accounts_(accounts), directory_(directory) {}

    Response detail(Request& request, Desk& desk) const;
    Response add_role(Request& request, Desk& desk) const;
    Response remove_role(Request& request, Desk& desk) const;
    Response save_domains(Request& request, Desk& desk) const;
    Response reset_password(Request& request, Desk& desk) const;
    // What answers with the account again.
    template <class Act>
    Response act(Request& request, Desk& desk, Act act) const;

  private:
    Response detail_page(Desk& desk, Id<Medewerker> id, const std::vector<FieldError>& errors, int status) const;
    Response change(Request& request, Desk& desk, const std::function<void(RightsChange&)>& edit) const;
    Html roles(const Desk& desk, const AccountDetail& account, const Form& form) const;
    Html domains(const Desk& desk, const AccountDetail& account, const Form& form) const;
    Html access(const Desk& desk, const AccountDetail& account) const;

    const Accounts& accounts_;
    const Directory& directory_;
};

Html Screens::roles(const Desk& desk, const AccountDetail& account, const Form& form) const {
    const Texts& t = desk.t;
    const Places where = places_of(accounts_, directory_, desk.caller);
    const std::string url = account_url(account.info.medewerker);
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
           html::action(account_url(account.info.medewerker, "/domeinen")), html::csrf_field(desk.csrf),
           hidden("versie", std::to_string(account.info.versie)),
           form.checkboxes({.name = "domeinen", .label = t("access.account.mag_lezen")}, choices, account.domeinen),
           div(cls("row"), button(cls("btn"), type("submit"), t("formulier.bewaar")))));
}

Html Screens::access(const Desk& desk, const AccountDetail& account) const {
    const Texts& t = desk.t;
    const auto id = account.info.medewerker;
    return section(
        cls("section stack-tight"), h2(t("access.account.toegang")), p(cls("soft"), t("access.account.toegang_uitleg")),
        div(cls("row"),
            post_button(account_url(id, "/wachtwoord"), desk.csrf, t("access.account.nieuw_wachtwoord"), "key"),
            when(account.info.heeft_totp,
                 [&] {
                     return post_button(account_url(id, "/app"), desk.csrf, t("access.account.nieuwe_app"),
                                        "device-mobile");
                 }),
            account.info.uit_op ? post_button(account_url(id, "/aan"), desk.csrf, t("access.account.zet_aan"), "check")
                                : post_button(account_url(id, "/uit"), desk.csrf, t("access.account.zet_uit"), "ban")));
}

Response Screens::detail_page(Desk& desk, Id<Medewerker> id, const std::vector<FieldError>& errors, int status) const {
    const auto account = account_detail(accounts_, desk.caller, id);
    if (!account) return desk.fail(account.error());
    const Texts& t = desk.t;
    const Form form(t, errors);
    const Html main_ = join(back_link(accounts_url, t("access.accounts.kop")),
                            div(cls("page-head"), h1(account->info.naam), p(cls("soft"), account->info.email),
                                div(cls("row"), account_badges(t, account->info))),
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
    if (saved) return Response::redirect(account_url(*id));
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
    return password ? one_time_password_page(desk, *password, *id) : desk.fail(password.error());
}

template <class Act>
Response Screens::act(Request& request, Desk& desk, Act act) const {
    const auto id = Id<Medewerker>::parse(request.param("id"));
    if (!id) return desk.fail(not_found("not an id").value());
    const Result<Done> done = act(accounts_, desk.caller, *id);
    return done ? Response::redirect(account_url(*id)) : desk.fail(done.error());
}

}  // namespace

void add_account_detail_screens(DeskSite& site, const Directory& directory) {
    const auto screens = std::make_shared<Screens>(site.accounts(), directory);
    const auto route = [screens](Response (Screens::*screen)(Request&, Desk&) const) {
        return [screens, screen](Request& request, Desk& desk) { return ((*screens).*screen)(request, desk); };
    };
    const auto acting = [screens](auto act) {
        return [screens, act](Request& request, Desk& desk) { return screens->act(request, desk, act); };
    };
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
