// The way to the provider and back, what can go wrong on it, and being told that a session ended there.
#include <array>

#include "aanmelding/aanmelding_routes.h"
#include "base/text.h"
#include "html/form.h"
#include "html/parts.h"
#include "http/rate_limit.h"

namespace dichtbij::aanmelding {
namespace {

using namespace html;  // NOLINT: a screen is written in elements
using access::DeskSite;
using http::Request;
using http::Response;

constexpr std::size_t secret_bytes = 32;

http::RateLimit tries() {
    http::RateLimit limit;
    limit.burst = 20;
    limit.refill_per_minute = 20;
    return limit;
}

class Schermen {
  public:
    Schermen(const DeskSite& site, AanmeldService& service) : site_(site), service_(service), per_address_(tries()) {}

    Response go(Request& request);
    Response back(Request& request);

  private:
    static std::string cookie_name(const Request& request) { return std::string(request.is_secure ? "__Host-" : "") + "werkinlog"; }
    Response failed(const Request& request, const Buiten& why, std::string_view naar, int status) const;

    const DeskSite& site_;
    AanmeldService& service_;
    http::RateLimiter per_address_;
};

std::string again_url(std::string_view naar) {
    return std::string(begin_pad) + (naar == "/" || naar.empty() ? "" : "?naar=" + http::percent_encoded(naar));
}

Response Schermen::go(Request& request) {
    const std::string naar = access::safe_path(request.query.get("naar"));
    if (!per_address_.take(request.remote_address, site_.accounts().now()).allowed) return failed(request, Aanmeldfout::buiten_dienst, naar, 429);
    if (const auto session = site_.session_of(request)) return Response::redirect(access::path_of(session->fase, naar));
    std::string secret(request.cookies.get(cookie_name(request)));
    if (secret.size() < secret_bytes) secret = base64url(random_bytes(secret_bytes));
    const auto url = service_.begin(naar, to_string(site_.texts_for(request).taal()), secret);
    if (!url) return failed(request, Aanmeldfout::buiten_dienst, naar, 503);
    Response answer = Response::redirect(*url);
    answer.set_cookie({.name = cookie_name(request), .value = secret, .max_age = std::chrono::seconds(poging_geldig)});
    return answer;
}

Response Schermen::back(Request& request) {
    Terugkomst terug;
    terug.state = request.query.get("state");
    terug.code = request.query.get("code");
    terug.error = request.query.get("error");
    if (const std::string* iss = request.query.find("iss")) terug.iss = *iss;
    terug.browser = request.cookies.get(cookie_name(request));
    terug.origin = {request.remote_address, std::string(request.headers.get("User-Agent"))};
    const auto done = service_.finish(terug);
    if (!done) {
        const auto* fout = std::get_if<Aanmeldfout>(&done.error());
        return failed(request, done.error(), "/", !fout ? 403 : *fout == Aanmeldfout::geannuleerd ? 200 : *fout == Aanmeldfout::buiten_dienst ? 503 : 403);
    }
    Response answer = Response::redirect(access::path_of(done->sessie.fase, done->naar));
    access::set_session_cookie(request, answer, done->sessie.token);
    answer.remove_cookie(cookie_name(request));
    return answer;
}

// One page for everything that can go wrong, in words that say what to do and whom to ask.
Response Schermen::failed(const Request& request, const Buiten& why, std::string_view naar, int status) const {
    const Texts& t = site_.texts_for(request);
    const auto* fout = std::get_if<Aanmeldfout>(&why);
    const std::string key = fout ? std::string("aanmelding.mislukt.") + boost::describe::enum_to_string(*fout, "")
                                 : std::string("aanmelding.afwijzing.") + boost::describe::enum_to_string(std::get<Afwijzing>(why), "");
    std::string names;
    if (!fout)
        for (const std::string& name : service_.helpers()) names += (names.empty() ? "" : ", ") + name;
    return site_.quiet_page(request, {t(key + ".kop"), status >= 400},
                            join(h1(t(key + ".kop")),
                                 div(cls("stack"), p(t(key + ".uitleg")), when(!names.empty(), [&] { return p(t("aanmelding.vraag", names)); }),
                                     div(cls("row"), a(cls("btn btn-primary"), href(again_url(naar)), t("aanmelding.opnieuw")), a(cls("btn"), href("/inloggen"), t("aanmelding.anders"))))),
                            status);
}

}  // namespace

access::Werkaccount werkaccount(AanmeldService& service, std::string terug) {
    return {std::string(begin_pad), service.aanbieder().naam_nl, service.aanbieder().naam_en,
            [&service, terug = std::move(terug)](const access::Session& session) { return service.sign_out_url(session, terug); }};
}

void add_sign_in_routes(DeskSite& site, http::Router& router, AanmeldService& service) {
    const auto screens = std::make_shared<Schermen>(site, service);
    site.get_open(begin_pad, [screens](Request& request) { return screens->go(request); });
    site.get_open(terug_pad, [screens](Request& request) { return screens->back(request); });
    // Called by the provider's page in a frame, or by the provider itself: no cookie of this browser comes along.
    const http::RouteOptions machine{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};
    router.get(afmeld_pad, [&service](Request& request) {
        service.end_by_sid(request.query.get("iss"), request.query.get("sid"));
        return Response::text("");
    }, machine);
    router.post(afmeld_pad, [&service](Request& request) {
        return service.end_by_token(request.form.get("logout_token")) ? Response::text("") : Response::text("", 400);
    }, machine);
}

}  // namespace dichtbij::aanmelding
