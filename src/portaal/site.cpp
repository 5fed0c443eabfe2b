#include "portaal/portaal_site.h"

#include "access/fail_page.h"
#include "base/text.h"
#include "html/form.h"
#include "html/parts.h"
#include "http/csrf.h"
#include "organisatie/organisatie_service.h"
#include "portaal/kader_portaal.h"
#include "portaal/openingstijden_portaal.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Method;
using http::Request;
using http::Response;

constexpr std::size_t secret_bytes = 32;
constexpr days taal_kept{400};
constexpr std::string_view sessie_naam = "mijn";
constexpr std::string_view browser_naam = "mijn-start";
constexpr std::string_view gemeente_naam = "gemeente";

std::string cookie_name(const Request& request, std::string_view name) { return (request.is_secure ? "__Host-" : "") + std::string(name); }

const http::RouteOptions open_route{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};

// This page without `taal` in its address, for the switch of language.
std::string pad_of(const Request& request) {
    if (request.method != Method::get && request.method != Method::head) return request.raw_path;
    std::string query;
    for (const auto& [name_, value_] : request.query)
        if (name_ != "taal") query += (query.empty() ? "?" : "&") + http::percent_encoded(name_) + "=" + http::percent_encoded(value_);
    return request.raw_path + query;
}

std::string scherm_of(std::string_view pattern) {
    std::string name_(pattern.substr(0, pattern.find("/{id")));
    name_.erase(0, name_.find_first_not_of('/'));
    return "portaal/" + name_;
}

}  // namespace

Eis Eis::met_bestanden(std::size_t all_bytes, std::size_t file_bytes) const {
    Eis eis = *this;
    eis.uploads = http::Uploads::streamed;
    eis.max_body_bytes = all_bytes;
    eis.max_file_bytes = file_bytes;
    return eis;
}

Site::Site(SiteDelen delen) : delen_(std::move(delen)), pogingen_(delen_.aanmeld_limiet) {}

bool Site::is_of_portaal(std::string_view path) {
    for (const std::string_view start : {"/mijn", "/g", "/volgen", "/oidc"})
        if (path == start || path.starts_with(std::string(start) + "/")) return true;
    return false;
}

bool Site::may_try(const Request& request) const { return pogingen_.take(request.remote_address, delen_.sessies.now()).allowed; }

void Site::add(Method method, std::string_view pattern, Eis eis, Handler handler) {
    const bool is_public = eis.wie == Eis::Wie::openbaar;
    CHECK_THAT(is_public || pattern == "/mijn" || pattern.starts_with("/mijn/"));
    const std::string path = (is_public ? "/g/{gemeente}" : "") + std::string(pattern == "/" && is_public ? "" : pattern);
    http::RouteOptions options = open_route;  // who may come in is asked here, with the token of this site
    options.uploads = eis.uploads;
    options.max_body_bytes = eis.max_body_bytes;
    options.max_file_bytes = eis.max_file_bytes;
    if (method == Method::post) formulieren_.insert(path);
    delen_.router.add(method, path, [this, eis, handler = std::move(handler)](Request& request) { return handle(request, eis, handler); }, options);
}

void Site::get(std::string_view pattern, Eis eis, Handler handler) { add(Method::get, pattern, eis, std::move(handler)); }
void Site::post(std::string_view pattern, Eis eis, Handler handler) { add(Method::post, pattern, eis, std::move(handler)); }

void Site::get_machine(std::string_view pattern, http::Handler handler) { delen_.router.get(pattern, std::move(handler), open_route); }
void Site::post_machine(std::string_view pattern, http::Handler handler) { delen_.router.post(pattern, std::move(handler), open_route); }

void Site::get_open(std::string_view pattern, Handler handler) {
    delen_.router.get(pattern, [this, handler = std::move(handler)](Request& request) {
        auto sessie = find_sessie(delen_, request, Gebruik::telt_niet);
        auto gemeente = gemeente_of(request, sessie.get());
        if (!gemeente) return choose_gemeente(request);
        Mijn mijn = mijn_for(request, std::move(sessie), std::move(*gemeente));
        Response answer = handler(request, mijn);
        answer.cookies.insert(answer.cookies.end(), mijn.cookies.begin(), mijn.cookies.end());
        return answer;
    }, open_route);
}

const Texts& Site::texts_for(const Request& request, const Sessie* sessie) const {
    if (const auto asked = request.query.get("taal"); asked == "nl" || asked == "en") return delen_.texts.of(taal_of(asked));
    if (sessie) return delen_.texts.of(taal_of(sessie->inwoner.taal));
    if (const std::string* cookie = request.cookies.find("taal")) return delen_.texts.of(taal_of(*cookie));
    return delen_.texts.of(lower_ascii(trimmed(request.headers.get("Accept-Language"))).starts_with("en") ? Taal::en : Taal::nl);
}

std::optional<organisatie::Gemeente> Site::gemeente_of(Request& request, const Sessie* sessie) const {
    return delen_.sessies.store().read([&](store::Tx& tx) -> std::optional<organisatie::Gemeente> {
        if (request.path_params.has("gemeente")) return organisatie::gemeente_by_code(tx, request.param("gemeente"));
        if (sessie) {
            auto found = organisatie::gemeente(tx, sessie->inwoner.gemeente);
            if (found) return std::move(*found);
        }
        if (const std::string* seen = request.cookies.find(gemeente_naam))
            if (auto found = organisatie::gemeente_by_code(tx, *seen)) return found;
        auto all = organisatie::gemeenten(tx);
        if (all.size() == 1) return std::move(all.front());
        return std::nullopt;
    });
}

Response Site::choose_gemeente(Request& request) const {
    const Texts& t = texts_for(request, nullptr);
    const auto all = delen_.sessies.store().read([](store::Tx& tx) { return organisatie::gemeenten(tx); });
    const Html list = ul(each(all, [](const organisatie::Gemeente& one) { return li(a(href("/g/" + one.code), one.naam)); }));
    return Response::html(quiet_page(t, delen_.assets, {}, {t("portaal.kies.kop"), false, pad_of(request)},
                                     div(cls("panel"), h1(t("portaal.kies.kop")), p(t(all.empty() ? "portaal.kies.geen" : "portaal.kies.uitleg")), list)),
                          all.empty() ? 404 : 200);
}

Mijn Site::mijn_for(Request& request, std::shared_ptr<const Sessie> sessie, organisatie::Gemeente gemeente) const {
    // A session belongs to one gemeente; on the pages of another it is nobody's.
    if (sessie && sessie->inwoner.gemeente != gemeente.id) sessie = nullptr;
    Mijn mijn{.t = texts_for(request, sessie.get()), .now = delen_.sessies.now(), .gemeente = std::move(gemeente), .sessie = sessie,
              .inwoner = sessie ? sessie->inwoner : Inwoner{}, .csrf = {}, .site = *this, .request = request};
    mijn.inwoner.gemeente = mijn.gemeente.id;
    mijn.inwoner.taal = to_string(mijn.t.taal());
    if (const auto asked = request.query.get("taal"); asked == "nl" || asked == "en") {
        mijn.cookies.push_back({.name = "taal", .value = std::string(asked), .max_age = taal_kept});
        if (sessie && sessie->inwoner.taal != asked) delen_.sessies.set_taal(*sessie, asked);
    }
    if (request.path_params.has("gemeente") && request.cookies.get(gemeente_naam) != mijn.gemeente.code)
        mijn.cookies.push_back({.name = std::string(gemeente_naam), .value = mijn.gemeente.code, .max_age = {}});
    if (sessie) mijn.csrf = http::make_csrf_token(sessie->csrf_secret);
    else if (needs_token(mijn)) mijn.csrf = http::make_csrf_token(browser_secret(mijn));
    return mijn;
}

// Without a session a token, and the cookie for it, only where there is a form.
bool Site::needs_token(const Mijn& mijn) const { return formulieren_.contains(mijn.request.route_pattern); }

Response Site::handle(Request& request, const Eis& eis, const Handler& handler) const {
    const bool is_public = eis.wie == Eis::Wie::openbaar;
    const bool had_cookie = !request.cookies.get(cookie_name(request, sessie_naam)).empty();
    auto sessie = find_sessie(delen_, request, Gebruik::telt);
    auto gemeente = gemeente_of(request, sessie.get());
    if (!gemeente) return is_public ? status_page(request, 404) : choose_gemeente(request);
    const std::string secret = sessie && sessie->inwoner.gemeente == gemeente->id ? sessie->csrf_secret : browser_secret_of(request);
    Mijn mijn = mijn_for(request, std::move(sessie), std::move(*gemeente));
    const bool is_in = is_public || (mijn.sessie && (eis.wie == Eis::Wie::volgend || mijn.inwoner.is_ingelogd()));
    Response answer;
    if (!is_in) {
        const bool can_return = !http::changes_state(request.method);
        answer = Response::redirect(inloggen_url(mijn, can_return ? request.return_path() : "/mijn", eis.niveau) + (had_cookie ? "&verlopen=1" : ""));
        if (had_cookie) answer.cookies.push_back(geen_sessie_cookie(request));
    } else if (http::changes_state(request.method) && (secret.empty() || http::check_csrf(request, secret) != http::CsrfVerdict::accepted)) {
        answer = mijn.page({.titel = mijn.t("fout.oud_formulier.kop"), .is_fout = true},
                           join(h1(mijn.t("fout.oud_formulier.kop")), p(mijn.t("fout.oud_formulier.uitleg")), p(a(href(request.raw_path), mijn.t("portaal.opnieuw")))), 403);
    } else {
        answer = let_in(mijn, eis, handler);
    }
    answer.cookies.insert(answer.cookies.end(), mijn.cookies.begin(), mijn.cookies.end());
    return answer;
}

Response Site::let_in(Mijn& mijn, const Eis& eis, const Handler& handler) const {
    if (eis.wie == Eis::Wie::ingelogd || (eis.wie == Eis::Wie::volgend && mijn.inwoner.is_ingelogd()))
        if (auto refused = mijn.te_laag(eis.niveau)) return std::move(*refused);
    return handler(mijn.request, mijn);
}

std::string Site::inloggen_url(const Mijn& mijn, std::string_view naar, Betrouwbaarheidsniveau niveau) {
    std::string url = mijn.openbaar("/inloggen") + "?naar=" + http::percent_encoded(naar);
    if (niveau != Betrouwbaarheidsniveau::laag) url += "&niveau=" + std::string(boost::describe::enum_to_string(niveau, ""));
    return url;
}

Response Site::whole_page(const Mijn& mijn, const Paginakop& kop, const Html& main_, int status) const {
    Brand brand;
    brand.naam = mijn.t("portaal.gemeente", mijn.gemeente.naam);
    brand.theme_url = "/stijl/" + mijn.gemeente.id.text() + ".css";
    std::string open;
    delen_.sessies.store().read([&](store::Tx& tx) {
        if (delen_.heeft_logo && delen_.heeft_logo(tx, mijn.gemeente.id)) brand.logo_url = "/stijl/" + mijn.gemeente.id.text() + "/logo";
        if (const auto kalender = delen_.normen.kalender(tx, mijn.gemeente.id)) open = open_vandaag(mijn.t, **kalender, mijn.now);
    });
    const Kader kader{mijn.t, delen_.assets, mijn.gemeente, brand, open, pad_of(mijn.request), mijn.csrf, mijn.sessie.get(), mijn.now};
    return Response::html(kader_page(kader, kop, main_), status);
}

Response Site::status_page(Request& request, int status) const {
    const auto sessie = find_sessie(delen_, request, Gebruik::telt_niet);
    const Texts& t = texts_for(request, sessie.get());
    const access::FailPage page = access::status_page(t, status);
    auto gemeente = gemeente_of(request, sessie.get());
    if (!gemeente) return Response::html(quiet_page(t, delen_.assets, {}, {page.title, true, "/g"}, page.content), status);
    const Mijn mijn = mijn_for(request, sessie, std::move(*gemeente));
    const std::string home = mijn.sessie ? "/mijn" : mijn.openbaar("");
    const Html words = status == 404 ? p(t("portaal.niet_gevonden.uitleg")) : p(t("portaal.kapot.uitleg"));
    return mijn.page({.titel = page.title, .is_fout = true},
                     join(h1(page.title), div(cls("prose section"), words, p(cls("section"), a(href(home), t("portaal.naar_begin"))))), status);
}

// Without the store: it may be what is broken.
Response Site::error_page(const std::exception& error, Request& request) const {
    const int status = dynamic_cast<const store::Unavailable*>(&error) != nullptr ? 503 : 500;
    const Texts& t = texts_for(request, nullptr);
    const access::FailPage page = access::status_page(t, status);
    return Response::html(quiet_page(t, delen_.assets, {}, {page.title, true, "/mijn"},
                                     div(cls("panel"), h1(page.title), p(t("portaal.kapot.uitleg")), p(a(href("/mijn"), t("portaal.naar_begin"))))), status);
}

access::Caller Mijn::caller() const { return caller_of(inwoner, scherm_of(request.route_pattern), request.id); }

std::string Mijn::openbaar(std::string_view path) const { return "/g/" + gemeente.code + std::string(path); }

Response Mijn::page(const Paginakop& kop, const Html& main_, int status) const { return site.whole_page(*this, kop, main_, status); }
Response Mijn::page(std::string_view titel, const Html& main_) const { return page({.titel = std::string(titel)}, main_, 200); }

Response Mijn::invalid_page(const Paginakop& kop, const Html& main_) const {
    Paginakop wrong = kop;
    wrong.is_fout = true;
    return page(wrong, main_, 422);
}

Response Mijn::fail(const Failure& failure) const {
    const bool is_hidden = failure.reason == Reason::not_found || failure.reason == Reason::forbidden;
    if (is_hidden) return site.status_page(request, 404);
    const std::string why = !failure.key.empty()      ? t(failure.key)
                            : !failure.fields.empty() ? t.fill(failure.fields.front().key, failure.fields.front().args)
                                                      : t("portaal.kapot.uitleg");
    const std::string title_ = t(failure.reason == Reason::conflict ? "fout.intussen.kop" : "fout.ongeldig.kop");
    return page({.titel = title_, .is_fout = true},
                join(h1(title_), div(cls("prose section"), p(why), p(cls("section"), a(href("/mijn"), t("portaal.naar_begin"))))),
                access::status_of(failure.reason));
}

std::optional<Response> Mijn::te_laag(Betrouwbaarheidsniveau nodig) const {
    if (inwoner.is_ingelogd() && inwoner.niveau >= nodig) return std::nullopt;
    const std::string naar = http::changes_state(request.method) ? "/mijn" : request.return_path();
    return page({.titel = t("portaal.te_laag.kop"), .is_fout = true},
                join(h1(t("portaal.te_laag.kop")),
                     div(cls("prose section"), p(t("portaal.te_laag." + std::string(boost::describe::enum_to_string(nodig, "")))),
                         p(cls("section"), hoofdknop(Site::inloggen_url(*this, naar, nodig), t("portaal.te_laag.knop"))))), 403);
}

void Mijn::record(std::string_view soort, const Uuid& object, bool gelukt) const {
    access::Inzage inzage{.soort = gelukt ? access::Inzagesoort::detail : access::Inzagesoort::zoekopdracht, .gemeente = gemeente.id};
    if (gelukt) inzage.partijen = inwoner.volgt ? van_gevolgde() : inwoner.van;
    else inzage.zoek = "geweigerd";
    inzage.object_soort = soort;
    inzage.object = object;
    site.delen().log.record(caller(), inzage);
}

// Whose it is that he follows: they see in their own list that someone did.
std::vector<Id<Partij>> Mijn::van_gevolgde() const {
    const auto& delen = site.delen();
    const auto found = delen.sessies.store().read([&](store::Tx& tx) { return delen.volgen.current(tx, gemeente.id, *inwoner.volgt, t); });
    return found ? found->van : std::vector<Id<Partij>>();
}

std::shared_ptr<const Sessie> find_sessie(const SiteDelen& delen, Request& request, Gebruik gebruik) {
    return delen.sessies.find(request.cookies.get(cookie_name(request, sessie_naam)), request.headers.get("User-Agent"), gebruik);
}

http::Cookie sessie_cookie(const Request& request, std::string_view token) {
    return {.name = cookie_name(request, sessie_naam), .value = std::string(token), .max_age = {}};
}

http::Cookie geen_sessie_cookie(const Request& request) {
    return {.name = cookie_name(request, sessie_naam), .value = "", .max_age = seconds(0)};
}

std::string browser_secret_of(const Request& request) {
    const std::string_view kept = request.cookies.get(cookie_name(request, browser_naam));
    return kept.size() < secret_bytes ? std::string() : std::string(kept);
}

// Lax: it has to come along when the provider sends the browser back.
std::string browser_secret(Mijn& mijn) {
    if (std::string kept = browser_secret_of(mijn.request); !kept.empty()) return kept;
    const std::string name_ = cookie_name(mijn.request, browser_naam);
    for (const http::Cookie& made : mijn.cookies)
        if (made.name == name_) return made.value;
    mijn.cookies.push_back({.name = name_, .value = base64url(random_bytes(secret_bytes)), .max_age = {}});
    return mijn.cookies.back().value;
}

std::string veilig_pad(std::string_view typed) {
    const bool is_ours = typed == "/mijn" || typed.starts_with("/mijn/") || typed.starts_with("/mijn?") || typed.starts_with("/g/");
    if (!is_ours || typed.size() > 500 || typed.find("//") != std::string_view::npos || typed.find('\\') != std::string_view::npos) return "/mijn";
    for (const char c : typed)
        if (c <= ' ' || c == 0x7f) return "/mijn";
    return std::string(typed);
}

}  // namespace dichtbij::portaal
