#include "access/sign_in_desk.h"

#include "access/extern.h"
#include "access/own_account.h"
#include "access/qr_render.h"
#include "access/totp.h"
#include "html/parts.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

Origin origin_of(const Request& request) {
    return {request.remote_address, std::string(request.headers.get("User-Agent"))};
}

std::string naar_of(const Request& request) {
    return safe_path(request.form.has("naar") ? request.form.get("naar") : request.query.get("naar"));
}

std::vector<FieldError> errors_of(const Failure& failure, std::string_view field) {
    if (!failure.fields.empty()) return failure.fields;
    return {{std::string(field), failure.key.empty() ? "access.inloggen.opnieuw" : failure.key, {}}};
}

int status_of_attempt(const Failure* failure) {
    if (failure == nullptr) return 200;
    return is_wait(*failure) ? 429 : 422;
}

// One screen of signing in, drawn fresh or with what was wrong.
struct Step {
    const DeskSite& site;
    Request& request;
    const Failure* failure = nullptr;

    const Texts& t() const { return site.texts_for(request); }
    Form form(std::string_view field) const { return failure ? Form(t(), errors_of(*failure, field)) : Form(t()); }

    Response page(std::string_view title_key, const Html& content, std::string_view submit_key) const {
        Response cookies;
        const Html main_ =
            join(h1(t()(title_key)),
                 el("form", cls("form stack"), attr("method", "post"), attr("action", request.raw_path),
                    attr("novalidate", ""), html::csrf_field(site.open_csrf(request, cookies)),
                    hidden("naar", naar_of(request)), content, div(cls("row"), submit(t()(submit_key)))));
        Response page =
            site.quiet_page(request, {t()(title_key), failure != nullptr}, main_, status_of_attempt(failure));
        page.cookies = std::move(cookies.cookies);
        return page;
    }
};

Html password_fields(const Texts& t, const Form& form, std::string_view email) {
    return join(form.summary(),
             form.input({.name = "email",
                         .label = t("access.veld.email"),
                         .value = std::string(email),
                         .type = "email",
                         .attributes = {attr("autocomplete", "username"), attr("maxlength", "254"), flag("required")}}),
             form.input({.name = "wachtwoord",
                         .label = t("access.veld.wachtwoord"),
                         .type = "password",
                         .attributes = {attr("autocomplete", "current-password"), attr("maxlength", "200"),
                                        flag("required")}}));
}

// First the account of the organisation; the password folded below it.
Response choice_page(const Step& step, std::string_view email, const Werkaccount& werk) {
    const Texts& t = step.t();
    const Form form = step.form("email");
    const bool is_emergency = allowed_passwords(step.site.accounts()) == Wachtwoorden::noodtoegang;
    const std::string naar = naar_of(step.request);
    const std::string& named = werk.naam(t.taal());
    const std::string url = werk.pad + (naar == "/" ? "" : "?naar=" + http::percent_encoded(naar));
    Response cookies;
    const Html local = el("form", cls("form stack"), attr("method", "post"), attr("action", "/inloggen"), attr("novalidate", ""),
                          html::csrf_field(step.site.open_csrf(step.request, cookies)), hidden("naar", naar), password_fields(t, form, email),
                          div(cls("row"), submit(t("access.inloggen.knop"))));
    const Html folded = join(el("summary", t(is_emergency ? "access.inloggen.nood" : "access.inloggen.lokaal")),
                             p(cls("soft small"), t(is_emergency ? "access.inloggen.nood_uitleg" : "access.inloggen.lokaal_uitleg")), local);
    const Html main_ = join(h1(t("access.inloggen.kop")),
                            p(a(cls("btn btn-primary"), href(url), icon("login"), named.empty() ? t("access.inloggen.werkaccount") : t("access.inloggen.met", named))),
                            step.failure ? el("details", cls("section"), flag("open"), folded) : el("details", cls("section"), folded));
    Response page = step.site.quiet_page(step.request, {t("access.inloggen.kop"), step.failure != nullptr}, main_, status_of_attempt(step.failure));
    page.cookies = std::move(cookies.cookies);
    return page;
}

Response password_page(const Step& step, std::string_view email, const Werkaccount* werk) {
    if (werk) return choice_page(step, email, *werk);
    const Form form = step.form("email");
    return step.page("access.inloggen.kop", join(password_fields(step.t(), form, email), p(cls("soft small"), step.t()("access.inloggen.hulp"))),
                     "access.inloggen.knop");
}

Response code_page(const Step& step) {
    const Texts& t = step.t();
    const Form form = step.form("code");
    return step.page(
        "access.code.kop",
        join(form.summary(), form.input({.name = "code",
                                         .label = t("access.code.veld"),
                                         .hint = t("access.code.uitleg"),
                                         .attributes = {attr("autocomplete", "one-time-code"), attr("maxlength", "30"),
                                                        flag("required"), flag("autofocus"), cls("input-short")}})),
        "access.code.knop");
}

Response enrol_page(const Step& step, const Session& session) {
    const auto secret = totp_in_progress(step.site.accounts(), session);
    if (!secret) return Response::redirect("/inloggen");
    const Texts& t = step.t();
    const Form form = step.form("code");
    return step.page(
        "access.app.kop",
        join(form.summary(), p(t("access.app.waarom")), totp_enrolment(t, step.site.accounts(), session, *secret),
             form.input({.name = "code",
                         .label = t("access.app.veld"),
                         .hint = t("access.app.veld_uitleg"),
                         .attributes = {attr("autocomplete", "one-time-code"), attr("inputmode", "numeric"),
                                        attr("maxlength", "10"), flag("required"), cls("input-short")}})),
        "access.app.knop");
}

Response new_password_page(const Step& step) {
    const Form form = step.form("nieuw");
    return step.page("access.wachtwoord.kop_nieuw",
                     join(form.summary(), p(step.t()("access.wachtwoord.waarom")), new_password_fields(step.t(), form)),
                     "access.wachtwoord.knop");
}

Response go_on(const Request& request, const SignedIn& signed_in) {
    Response response = Response::redirect(path_of(signed_in.fase, naar_of(request)));
    set_session_cookie(request, response, signed_in.token);
    return response;
}

// The session when it stands at this step; else where the person should be.
struct AtStep {
    std::shared_ptr<const Session> session;
    Response elsewhere;
};
AtStep at_step(const DeskSite& site, Request& request, Fase fase) {
    auto session = site.session_of(request);
    if (!session)
        return {nullptr, Response::redirect(naar_of(request) == "/"
                                                ? "/inloggen"
                                                : "/inloggen?naar=" + http::percent_encoded(naar_of(request)))};
    if (session->fase != fase) return {nullptr, Response::redirect(path_of(session->fase, naar_of(request)))};
    return {std::move(session), {}};
}

Response show_password(const DeskSite& site, Request& request, const Werkaccount* werk) {
    if (const auto session = site.session_of(request))
        return Response::redirect(path_of(session->fase, naar_of(request)));
    return password_page({site, request}, "", werk);
}

Response post_password(const DeskSite& site, Request& request, const Werkaccount* werk) {
    const auto signed_in =
        sign_in(site.accounts(), request.form.get("email"), request.form.get("wachtwoord"), origin_of(request));
    if (!signed_in) return password_page({site, request, &signed_in.error()}, request.form.get("email"), werk);
    return go_on(request, *signed_in);
}

Response post_code(const DeskSite& site, Request& request) {
    const AtStep at = at_step(site, request, Fase::totp_vragen);
    if (!at.session) return at.elsewhere;
    const auto signed_in = enter_code(site.accounts(), *at.session, request.form.get("code"), origin_of(request));
    if (!signed_in) return code_page({site, request, &signed_in.error()});
    return go_on(request, *signed_in);
}

Response post_enrolment(const DeskSite& site, Request& request) {
    const AtStep at = at_step(site, request, Fase::totp_instellen);
    if (!at.session) return at.elsewhere;
    const auto enrolled = confirm_totp(site.accounts(), *at.session, request.form.get("code"), origin_of(request));
    if (!enrolled) return enrol_page({site, request, &enrolled.error()}, *at.session);
    const Texts& t = site.texts_for(request);
    Response page =
        site.quiet_page(request, {t("access.herstel.kop")},
                        recovery_codes(t, enrolled->herstelcodes, path_of(enrolled->session.fase, naar_of(request))));
    set_session_cookie(request, page, enrolled->session.token);
    return page;
}

Response post_new_password(const DeskSite& site, Request& request) {
    const AtStep at = at_step(site, request, Fase::wachtwoord_wijzigen);
    if (!at.session) return at.elsewhere;
    const PasswordChange change{"", std::string(request.form.get("nieuw")), std::string(request.form.get("herhaald"))};
    const auto changed = change_password(site.accounts(), *at.session, change, origin_of(request));
    if (!changed) return new_password_page({site, request, &changed.error()});
    return go_on(request, *changed);
}

Response post_sign_out(const DeskSite& site, Request& request, const Werkaccount* werk) {
    Response response = Response::redirect("/inloggen");
    if (const auto session = site.session_of(request)) {
        const auto there = werk ? werk->afmelden(*session) : std::nullopt;
        sign_out(site.accounts(), *session);
        if (there) {
            // By a page of ours: the policy that forms stay on this site forbids going on at once.
            const Texts& t = site.texts_for(request);
            response = site.quiet_page(request, {t("access.uitgelogd.kop")},
                                       join(h1(t("access.uitgelogd.kop")), p(t("access.uitgelogd.ook_daar")), p(a(href(*there), t("access.uitgelogd.verder")))));
            response.header("Refresh", "0; url=" + *there);
        }
    }
    remove_session_cookie(request, response);
    response.header("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

Response choose_language(const DeskSite& site, Request& request) {
    const std::string_view taal = to_string(taal_of(request.param("taal")));
    const auto session = site.session_of(request);
    if (session && session->fase == Fase::volledig)
        static_cast<void>(
            set_profile(site.accounts(), *session, taal, session->sneltoetsen ? Sneltoetsen::aan : Sneltoetsen::uit));
    Response response = Response::redirect(safe_path(request.query.get("naar")));
    set_language_cookie(response, taal);
    return response;
}

template <class Draw>
http::Handler at(DeskSite& site, Fase fase, Draw draw) {
    return [&site, fase, draw](Request& request) {
        const AtStep found = at_step(site, request, fase);
        return found.session ? draw(Step{site, request}, *found.session) : found.elsewhere;
    };
}

}  // namespace

void add_sign_in_screens(DeskSite& site, std::optional<Werkaccount> werkaccount) {
    const std::shared_ptr<const Werkaccount> werk = werkaccount ? std::make_shared<const Werkaccount>(std::move(*werkaccount)) : nullptr;
    site.get_open("/inloggen", [&site, werk](Request& request) {
        const std::string first = site.before_sign_in();
        return first.empty() ? show_password(site, request, werk.get()) : Response::redirect(first);
    });
    site.post_open("/inloggen", [&site, werk](Request& request) { return post_password(site, request, werk.get()); });
    site.get_open("/inloggen/code",
                  at(site, Fase::totp_vragen, [](const Step& step, const Session&) { return code_page(step); }));
    site.post_open("/inloggen/code", [&site](Request& request) { return post_code(site, request); });
    site.get_open("/inloggen/app", at(site, Fase::totp_instellen, enrol_page));
    site.post_open("/inloggen/app", [&site](Request& request) { return post_enrolment(site, request); });
    site.get_open("/inloggen/wachtwoord", at(site, Fase::wachtwoord_wijzigen,
                                             [](const Step& step, const Session&) { return new_password_page(step); }));
    site.post_open("/inloggen/wachtwoord", [&site](Request& request) { return post_new_password(site, request); });
    site.post_open("/uitloggen", [&site, werk](Request& request) { return post_sign_out(site, request, werk.get()); });
    site.get_open("/taal/{taal}", [&site](Request& request) { return choose_language(site, request); });
}

Html totp_enrolment(const Texts& t, const Accounts& accounts, const Session& session, std::string_view secret) {
    const std::string address = otpauth_uri(accounts.options().naam, session.email, secret);
    std::string letters = base32(secret);
    for (std::size_t at_ = 4; at_ < letters.size(); at_ += 5) letters.insert(at_, " ");
    return join(ol(cls("stack-tight"), li(t("access.app.stap1")), li(t("access.app.stap2")), li(t("access.app.stap3"))),
                qr_code(address, t("access.app.qr")), p(t("access.app.sleutel"), " ", code(cls("num"), letters)));
}

Html recovery_codes(const Texts& t, const std::vector<std::string>& codes, std::string_view next_url) {
    return join(h1(t("access.herstel.kop")), alert("key", p(t("access.herstel.uitleg")), Tone::today),
                ul(cls("list-plain"), html::each(codes, [](const std::string& one) { return li(code(one)); })),
                p(a(cls("btn btn-primary"), href(next_url), t("access.herstel.knop"))));
}

Html new_password_fields(const Texts& t, const Form& form) {
    const std::vector<Attribute> attributes{attr("autocomplete", "new-password"), attr("maxlength", "200"),
                                            flag("required")};
    return join(form.input({.name = "nieuw",
                            .label = t("access.wachtwoord.nieuw"),
                            .hint = t("access.wachtwoord.eisen", password_min_characters),
                            .type = "password",
                            .attributes = attributes}),
                form.input({.name = "herhaald",
                            .label = t("access.wachtwoord.herhaald"),
                            .type = "password",
                            .attributes = attributes}));
}

}  // namespace dichtbij::access
