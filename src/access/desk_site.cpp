#include "access/desk_site.h"

#include <algorithm>

#include "access/fail_page.h"
#include "base/text.h"
#include "html/parts.h"
#include "http/csrf.h"

namespace dichtbij::access {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t secret_bytes = 32;
constexpr days language_kept{400};

std::string cookie_name(const Request& request, std::string_view name) {
    return (request.is_secure ? "__Host-" : "") + std::string(name);
}

std::string_view session_token(const Request& request) { return request.cookies.get(cookie_name(request, "sessie")); }

// "beheer/accounts" of "/beheer/accounts/{id}/rol".
// "/personen/{id}/samenvoegen" is "personen/samenvoegen": what someone did, without what he did it to.
std::string screen_of(std::string_view pattern) {
    std::string name;
    while (!pattern.empty()) {
        pattern.remove_prefix(std::min(pattern.find_first_not_of('/'), pattern.size()));
        const std::string_view part = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(part.size());
        if (part.empty() || part.starts_with('{')) continue;
        name.append(name.empty() ? "" : "/").append(part);
    }
    return name.empty() ? "start" : name;
}

struct Found {  // what the filter attaches, so that a request reads its session once
    std::shared_ptr<const Session> session;
};

bool is_complete(const std::shared_ptr<const Session>& session) { return session && session->fase == Fase::volledig; }

}  // namespace

DeskSite::DeskSite(SiteParts parts) : parts_(std::move(parts)) {
    parts_.router.add_filter([this](Request& request, const http::Next& next) { return filter(request, next); });
    parts_.router.set_status_page([this](Request& request, int status) { return status_page(request, status); });
}

void DeskSite::get(std::string_view pattern, DeskHandler handler) {
    parts_.router.get(pattern,
                      [this, handler = std::move(handler)](Request& request) { return handle(request, handler); });
}

void DeskSite::post(std::string_view pattern, DeskHandler handler) { post(pattern, std::move(handler), http::RouteOptions()); }

void DeskSite::post(std::string_view pattern, DeskHandler handler, http::RouteOptions options) {
    parts_.router.post(pattern, [this, handler = std::move(handler)](Request& request) { return handle(request, handler); }, options);
}

void DeskSite::get_open(std::string_view pattern, http::Handler handler) {
    parts_.router.get(pattern, std::move(handler),
                      {.access = http::Access::open, .csrf = http::Csrf::checked, .max_body_bytes = {}});
}

void DeskSite::post_open(std::string_view pattern, http::Handler handler) {
    parts_.router.post(pattern, std::move(handler),
                       {.access = http::Access::open, .csrf = http::Csrf::checked, .max_body_bytes = {}});
}

std::shared_ptr<const Session> DeskSite::session_of(Request& request) const {
    if (const auto* found = request.attached<Found>()) return found->session;
    auto session = find_session(parts_.accounts, session_token(request), request.headers.get("User-Agent"));
    request.attach(Found{session});
    return session;
}

Response DeskSite::filter(Request& request, const http::Next& next) const {
    const http::RouteOptions* route = request.route;
    if (route == nullptr) return next(request);
    if (route->access == http::Access::signed_in && !is_complete(session_of(request)))
        return not_signed_in(request, session_of(request).get());
    if (route->csrf == http::Csrf::checked && http::changes_state(request.method)) {
        const auto session = session_of(request);
        const std::string secret =
            session ? session->csrf_secret : std::string(request.cookies.get(cookie_name(request, "inlog")));
        if (secret.empty() || http::check_csrf(request, secret) != http::CsrfVerdict::accepted) {
            const html::Texts& t = texts_for(request);
            return quiet_page(
                request, {t("fout.oud_formulier.kop"), true},
                html::join(
                    html::h1(t("fout.oud_formulier.kop")), html::p(t("fout.oud_formulier.uitleg")),
                    html::p(html::a(html::href(request.method == http::Method::post ? "/" : request.return_path()),
                                    t("fout.naar_start")))),
                403);
        }
    }
    return next(request);
}

Response DeskSite::not_signed_in(const Request& request, const Session* session) const {
    const html::Texts& t = texts_for(request);
    if (request.is_htmx())
        return Response::html(html::div(html::attr("role", "alert"),
                                        html::alert("lock",
                                                    html::p(t("access.uitgelogd"), " ",
                                                            html::a(html::href("/inloggen"), t("access.inloggen.kop"))),
                                                    html::Tone::today))
                                  .markup(),
                              401);
    const bool can_return = request.method == http::Method::get || request.method == http::Method::head;
    const std::string naar = can_return ? request.return_path() : "/";
    if (session) return Response::redirect(path_of(session->fase, naar));
    return Response::redirect(naar == "/" ? "/inloggen" : "/inloggen?naar=" + http::percent_encoded(naar));
}

Response DeskSite::handle(Request& request, const DeskHandler& handler) const {
    const auto session = session_of(request);
    CHECK_THAT(is_complete(session));  // the filter saw to it
    Desk desk = desk_for(request, session);
    if (request.method == http::Method::get && !request.is_htmx()) fill(desk);
    return handler(request, desk);
}

Desk DeskSite::desk_for(Request& request, const std::shared_ptr<const Session>& session) const {
    Desk desk{.caller = session->caller,
              .t = parts_.texts.of(html::taal_of(session->taal)),
              .csrf = http::make_csrf_token(session->csrf_secret),
              .now = parts_.accounts.now(),
              .session = *session,
              .frame = {},
              .assets = parts_.assets,
              .site = *this,
              .request = request};
    desk.caller.request_id = request.id;
    desk.caller.scherm = screen_of(request.route_pattern);
    desk.caller.doel = desk.caller.scherm.starts_with("beheer") ? "beheer" : "dienstverlening";
    desk.frame.medewerker = session->caller.naam;
    desk.frame.csrf = desk.csrf;
    desk.frame.path = http::percent_encoded(request.method == http::Method::get ? request.return_path() : "/");
    desk.frame.single_keys = session->sneltoetsen ? html::SingleKeys::on : html::SingleKeys::off;
    return desk;
}

void DeskSite::fill(Desk& desk) const {
    if (parts_.fill && !desk.is_frame_filled) parts_.fill(desk.request, desk);
    desk.is_frame_filled = true;
}

Response DeskSite::desk_page(const Desk& desk, const html::PageHead& head, const html::Html& main, int status) const {
    if (desk.is_frame_filled)
        return Response::html(html::desk_page(desk.t, parts_.assets, desk.frame, head, main), status);
    Desk filled = desk;
    fill(filled);
    return Response::html(html::desk_page(desk.t, parts_.assets, filled.frame, head, main), status);
}

const html::Texts& DeskSite::texts_for(const Request& request) const {
    if (const auto* found = request.attached<Found>(); found && found->session)
        return parts_.texts.of(html::taal_of(found->session->taal));
    if (const std::string* cookie = request.cookies.find("taal")) return parts_.texts.of(html::taal_of(*cookie));
    const std::string preferred = lower_ascii(trimmed(request.headers.get("Accept-Language")));
    return parts_.texts.of(preferred.starts_with("en") ? html::Taal::en : html::Taal::nl);
}

std::string DeskSite::open_csrf(Request& request, Response& response) const {
    if (const auto session = session_of(request)) return http::make_csrf_token(session->csrf_secret);
    const std::string name = cookie_name(request, "inlog");
    std::string secret(request.cookies.get(name));
    if (secret.size() < secret_bytes) {
        secret = base64url(random_bytes(secret_bytes));
        response.set_cookie({.name = name, .value = secret, .max_age = {}, .same_site = http::SameSite::strict});
    }
    return http::make_csrf_token(secret);
}

Response DeskSite::quiet_page(const Request& request, const html::PageHead& head, const html::Html& main,
                              int status) const {
    const html::Brand brand = parts_.brand ? parts_.brand() : html::Brand{};
    return Response::html(html::quiet_page(texts_for(request), parts_.assets, brand, head, main), status);
}

Response DeskSite::status_page(Request& request, int status) const {
    const auto session = session_of(request);
    const FailPage page = access::status_page(texts_for(request), status);
    if (is_complete(session)) return desk_for(request, session).page({page.title, true}, page.content, status);
    return quiet_page(request, {page.title, true}, page.content, status);
}

// Without the session and the frame: they may be what is broken.
Response DeskSite::error_page(const std::exception& error, Request& request) const {
    const int status = dynamic_cast<const store::Unavailable*>(&error) != nullptr ? 503 : 500;
    const FailPage page = access::status_page(texts_for(request), status);
    if (request.is_htmx()) return Response::html(html::div(html::attr("role", "alert"), page.content).markup(), status);
    return quiet_page(request, {page.title, true}, page.content, status);
}

Response Desk::page(const html::PageHead& head, const html::Html& main, int status) const {
    return site.desk_page(*this, head, main, status);
}

Response Desk::page(std::string_view title, const html::Html& main) const {
    return page(html::PageHead{std::string(title)}, main, 200);
}

Response Desk::invalid_page(std::string_view title, const html::Html& main) const {
    return page({std::string(title), true}, main, 422);
}

Response Desk::fragment(const html::Html& part, int status) const { return Response::html(part.markup(), status); }

Response Desk::fail(const Failure& failure) const {
    const int status = status_of(failure.reason);
    if (request.is_htmx()) return fragment(fail_fragment(t, failure), status);
    const FailPage made = fail_page(t, failure);
    return page({made.title, true}, made.content, status);
}

void set_session_cookie(const Request& request, Response& response, std::string_view token) {
    response.set_cookie({.name = cookie_name(request, "sessie"), .value = std::string(token), .max_age = {}});
}

void remove_session_cookie(const Request& request, Response& response) {
    response.remove_cookie(cookie_name(request, "sessie"));
}

void set_language_cookie(Response& response, std::string_view taal) {
    response.set_cookie({.name = "taal", .value = std::string(taal), .max_age = language_kept});
}

std::string safe_path(std::string_view typed) {
    const bool is_path =
        typed.starts_with('/') && !typed.starts_with("//") && typed.find('\\') == std::string_view::npos;
    for (const char c : typed)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f) return "/";
    return is_path && !typed.starts_with("/inloggen") ? std::string(typed) : "/";
}

std::string path_of(Fase fase, std::string_view naar) {
    const std::string back = safe_path(naar);
    const std::string query = back == "/" ? "" : "?naar=" + http::percent_encoded(back);
    switch (fase) {
        case Fase::totp_vragen: return "/inloggen/code" + query;
        case Fase::totp_instellen: return "/inloggen/app" + query;
        case Fase::wachtwoord_wijzigen: return "/inloggen/wachtwoord" + query;
        case Fase::volledig: return back;
    }
    return "/";
}

}  // namespace dichtbij::access
