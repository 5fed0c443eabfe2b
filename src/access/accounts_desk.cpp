#include "access/account_parts_desk.h"
#include "html/dates.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

class Screens {
  public:
    Screens(const Accounts& accounts, const Directory& directory) : accounts_(accounts), directory_(directory) {}

    Response list(Request& request, Desk& desk) const;
    Response fresh(Request& request, Desk& desk) const;
    Response make(Request& request, Desk& desk) const;

  private:
    std::vector<Directory::MedewerkerNaam> candidates(const Caller& caller) const;
    Html new_form(const Desk& desk, const Form& form, const Request& request) const;

    const Accounts& accounts_;
    const Directory& directory_;
};

Html list_row(const Desk& desk, const AccountInfo& account) {
    return row(cell(a(cls("cover title"), href(account_url(account.medewerker)), account.naam),
                    span(cls("sub"), account.email)),
               cell(account.ingelogd_op ? text(moment(desk.t, *account.ingelogd_op, desk.now))
                                        : span(cls("soft"), desk.t("access.account.nooit"))),
               cell(account_badges(desk.t, account)));
}

Response Screens::list(Request& request, Desk& desk) const {
    const Texts& t = desk.t;
    const std::string zoek(request.query.get("q"));
    const auto page = list_accounts(accounts_, desk.caller, {zoek, Id<Medewerker>::parse(request.query.get("na"))});
    if (!page) return desk.fail(page.error());
    const std::string next = page->is_last
                                 ? ""
                                 : std::string(accounts_url) + "?na=" + page->accounts.back().medewerker.text() +
                                       (zoek.empty() ? "" : "&q=" + http::percent_encoded(zoek));
    const Form form(t);
    return desk.page(
        t("access.accounts.kop"),
        join(div(cls("page-head"), h1(t("access.accounts.kop")),
                 span(cls("push"), button_link("/beheer/accounts/nieuw", t("access.accounts.nieuw"), "user-plus"))),
             el("form", cls("filters"), attr("method", "get"), html::action(accounts_url),
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
    for (const auto& one : candidates(desk.caller))
        people.push_back({one.id.text(), one.naam + (one.email.empty() ? "" : " (" + one.email + ")")});
    const Html head =
        join(back_link(accounts_url, t("access.accounts.kop")), div(cls("page-head"), h1(t("access.accounts.nieuw"))));
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
               place_choices(t, places_of(accounts_, directory_, desk.caller))),
           div(cls("row"), submit(t("access.account.maak")))));
}

Response Screens::fresh(Request& request, Desk& desk) const {
    if (const auto allowed = list_accounts(accounts_, desk.caller, {}); !allowed) return desk.fail(allowed.error());
    return desk.page(desk.t("access.accounts.nieuw"), new_form(desk, Form(desk.t), request));
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
    for (const auto& one : candidates(desk.caller))
        if (one.id == *medewerker) {
            account.naam = one.naam;
            if (account.email.empty()) account.email = one.email;
        }
    if (account.naam.empty()) return again({{"medewerker", "access.account.kies_medewerker", {}}});
    const auto password = make_account(accounts_, desk.caller, account);
    if (password && password->empty()) return Response::redirect(account_url(*medewerker));
    if (password) return one_time_password_page(desk, *password, *medewerker);
    if (password.error().reason != Reason::invalid) return desk.fail(password.error());
    std::vector<FieldError> errors = password.error().fields;
    for (FieldError& error : errors)
        if (error.field == "rollen") error.field = "rol";
    return again(std::move(errors));
}

std::vector<Directory::MedewerkerNaam> Screens::candidates(const Caller& caller) const {
    if (!directory_.zonder_account) return {};
    return accounts_.store().read([&](store::Tx& tx) { return directory_.zonder_account(tx, caller); });
}

}  // namespace

void add_account_screens(DeskSite& site, const Directory& directory) {
    const auto screens = std::make_shared<Screens>(site.accounts(), directory);
    site.get("/beheer/accounts", [screens](Request& request, Desk& desk) { return screens->list(request, desk); });
    site.get("/beheer/accounts/nieuw",
             [screens](Request& request, Desk& desk) { return screens->fresh(request, desk); });
    site.post("/beheer/accounts/nieuw",
              [screens](Request& request, Desk& desk) { return screens->make(request, desk); });
    add_account_detail_screens(site, directory);
}

}  // namespace dichtbij::access
