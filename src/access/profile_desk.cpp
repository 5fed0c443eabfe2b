#include "access/profile_desk.h"

#include "access/extern.h"
#include "access/own_account.h"
#include "access/sign_in_desk.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

Origin origin_of(const Request& request) {
    return {request.remote_address, std::string(request.headers.get("User-Agent"))};
}

Html posting(const Desk& desk, std::string_view url, const Html& content, std::string_view submit_key) {
    return el("form", cls("form stack"), attr("method", "post"), html::action(url), attr("novalidate", ""),
              html::csrf_field(desk.csrf), content, div(cls("row"), submit(desk.t(submit_key))));
}

Html preferences(const Desk& desk) {
    const Texts& t = desk.t;
    const Form form(t);
    return section(
        cls("section"), h2(t("access.profiel.voorkeuren")),
        posting(desk, "/profiel",
                join(form.radios({.name = "taal", .label = t("access.profiel.taal"), .value = desk.session.taal},
                                 {{"nl", "Nederlands"}, {"en", "English"}}),
                     form.checkbox({.name = "sneltoetsen",
                                    .label = t("access.profiel.sneltoetsen"),
                                    .hint = t("access.profiel.sneltoetsen_uitleg")},
                                   desk.session.sneltoetsen)),
                "formulier.bewaar"));
}

Html safety(const Desk& desk) {
    const Texts& t = desk.t;
    const auto toegang = desk.site.accounts().store().read([&](store::Tx& tx) { return toegang_of(tx, desk.caller.medewerker); });
    if (toegang == Toegang::aanbieder)
        return section(cls("section stack-tight"), h2(t("access.profiel.veiligheid")), p(t("access.profiel.werkaccount")));
    return section(
        cls("section stack-tight"), h2(t("access.profiel.veiligheid")),
        p(desk.session.heeft_totp ? badge("shield-check", t("access.profiel.app_aan"), Tone::good)
                                  : badge("shield", t("access.profiel.app_uit"))),
        div(cls("row"), button_link("/profiel/wachtwoord", t("access.profiel.wachtwoord"), "key"),
            button_link("/profiel/app",
                        t(desk.session.heeft_totp ? "access.profiel.app_anders" : "access.profiel.app_instellen"),
                        "device-mobile")));
}

Html session_row(const Desk& desk, const SessionInfo& one) {
    const Texts& t = desk.t;
    const std::string device = one.toestel.empty() ? t("access.sessie.onbekend") : one.toestel;
    return row(cell(strong(device),
                    when(one.is_deze, [&] { return join(" ", badge("check", t("access.sessie.deze"), Tone::good)); })),
               cell(moment(t, one.begonnen_op, desk.now)), cell(moment(t, one.gezien_op, desk.now)),
               cell(when(!one.is_deze, [&] {
                   return post_button("/profiel/sessies/" + one.id + "/stop", desk.csrf, t("access.sessie.stop"),
                                      "logout");
               })));
}

Html sessions(const Desk& desk) {
    const Texts& t = desk.t;
    const auto list = own_sessions(desk.site.accounts(), desk.session);
    return section(
        cls("section"), div(cls("section-head"), h2(t("access.sessie.kop"))),
        stackable_table(t("access.sessie.kop"),
                        {{t("access.sessie.toestel"), ""},
                         {t("access.sessie.sinds"), ""},
                         {t("access.sessie.gezien"), ""},
                         {t("access.sessie.wat"), ""}},
                        html::each(list, [&](const SessionInfo& one) { return session_row(desk, one); })),
        when(list.size() > 1, [&] {
            return p(post_button("/profiel/sessies/stop-andere", desk.csrf, t("access.sessie.stop_andere"), "logout"));
        }));
}

Response show_profile(Desk& desk) {
    const Texts& t = desk.t;
    return desk.page(t("access.profiel.kop"), join(div(cls("page-head"), h1(t("access.profiel.kop")),
                                                       p(cls("soft"), desk.caller.naam + " · " + desk.session.email)),
                                                   preferences(desk), safety(desk), sessions(desk)));
}

Response save_profile(Request& request, Desk& desk) {
    const auto keys = request.form.has("sneltoetsen") ? Sneltoetsen::aan : Sneltoetsen::uit;
    const auto saved = set_profile(desk.site.accounts(), desk.session, request.form.get("taal"), keys);
    if (!saved) return desk.fail(saved.error());
    Response response = Response::redirect("/profiel");
    set_language_cookie(response, to_string(taal_of(request.form.get("taal"))));
    return response;
}

Html password_form(const Desk& desk, const Form& form) {
    const Texts& t = desk.t;
    return join(back_link("/profiel", t("access.profiel.kop")), div(cls("page-head"), h1(t("access.wachtwoord.kop"))),
                posting(desk, "/profiel/wachtwoord",
                        join(form.summary(),
                             form.input({.name = "huidig",
                                         .label = t("access.wachtwoord.huidig"),
                                         .type = "password",
                                         .attributes = {attr("autocomplete", "current-password"),
                                                        attr("maxlength", "200"), flag("required")}}),
                             new_password_fields(t, form)),
                        "access.wachtwoord.knop"));
}

Response save_password(Request& request, Desk& desk) {
    const PasswordChange change{std::string(request.form.get("huidig")), std::string(request.form.get("nieuw")),
                                std::string(request.form.get("herhaald"))};
    const auto changed = change_password(desk.site.accounts(), desk.session, change, origin_of(request));
    if (!changed) {
        if (changed.error().fields.empty()) return desk.fail(changed.error());
        return desk.invalid_page(desk.t("access.wachtwoord.kop"),
                                 password_form(desk, Form(desk.t, changed.error().fields)));
    }
    Response response = Response::redirect("/profiel");
    set_session_cookie(request, response, changed->token);
    return response;
}

// First the password, then the code of the new app: two small forms on one address.
Html app_form(const Desk& desk, const Form& form) {
    const Texts& t = desk.t;
    const auto secret = totp_in_progress(desk.site.accounts(), desk.session);
    const Html top =
        join(back_link("/profiel", t("access.profiel.kop")), div(cls("page-head"), h1(t("access.app.kop"))));
    if (!secret)
        return join(
            top, posting(desk, "/profiel/app",
                         join(form.summary(), form.input({.name = "wachtwoord",
                                                          .label = t("access.wachtwoord.huidig"),
                                                          .hint = t("access.app.eerst_wachtwoord"),
                                                          .type = "password",
                                                          .attributes = {attr("autocomplete", "current-password"),
                                                                         attr("maxlength", "200"), flag("required")}})),
                         "access.app.verder"));
    return join(
        top,
        posting(desk, "/profiel/app/bevestig",
                join(form.summary(), totp_enrolment(t, desk.site.accounts(), desk.session, *secret),
                     form.input({.name = "code",
                                 .label = t("access.app.veld"),
                                 .hint = t("access.app.veld_uitleg"),
                                 .attributes = {attr("autocomplete", "one-time-code"), attr("inputmode", "numeric"),
                                                attr("maxlength", "10"), flag("required"), cls("input-short")}})),
                "access.app.knop"));
}

Response app_problem(const Desk& desk, const Failure& failure) {
    if (failure.fields.empty()) return desk.fail(failure);
    return desk.invalid_page(desk.t("access.app.kop"), app_form(desk, Form(desk.t, failure.fields)));
}

Response begin_app(Request& request, Desk& desk) {
    const auto begun =
        begin_totp(desk.site.accounts(), desk.session, request.form.get("wachtwoord"), origin_of(request));
    if (!begun) return app_problem(desk, begun.error());
    return Response::redirect("/profiel/app");
}

Response confirm_app(Request& request, Desk& desk) {
    const auto enrolled =
        confirm_totp(desk.site.accounts(), desk.session, request.form.get("code"), origin_of(request));
    if (!enrolled) return app_problem(desk, enrolled.error());
    Response page = desk.site.quiet_page(request, {desk.t("access.herstel.kop")},
                                         recovery_codes(desk.t, enrolled->herstelcodes, "/profiel"));
    set_session_cookie(request, page, enrolled->session.token);
    return page;
}

Response stop_session(Request& request, Desk& desk) {
    const auto ended = end_session(desk.site.accounts(), desk.session, request.param("id"));
    return ended ? Response::redirect("/profiel") : desk.fail(ended.error());
}

}  // namespace

void add_profile_screens(DeskSite& site) {
    site.get("/profiel", [](Request&, Desk& desk) { return show_profile(desk); });
    site.post("/profiel", save_profile);
    site.get("/profiel/wachtwoord", [](Request&, Desk& desk) {
        return desk.page(desk.t("access.wachtwoord.kop"), password_form(desk, Form(desk.t)));
    });
    site.post("/profiel/wachtwoord", save_password);
    site.get("/profiel/app",
             [](Request&, Desk& desk) { return desk.page(desk.t("access.app.kop"), app_form(desk, Form(desk.t))); });
    site.post("/profiel/app", begin_app);
    site.post("/profiel/app/bevestig", confirm_app);
    site.post("/profiel/sessies/stop-andere", [](Request&, Desk& desk) {
        sign_out_elsewhere(desk.site.accounts(), desk.session);
        return Response::redirect("/profiel");
    });
    site.post("/profiel/sessies/{id}/stop", stop_session);
}

}  // namespace dichtbij::access
