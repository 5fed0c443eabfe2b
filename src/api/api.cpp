#include "api/api.h"

#include <algorithm>
#include <charconv>
#include <mutex>

#include "api/idempotentie.h"
#include "api/openapi.h"
#include "base/text.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::api {
namespace {

using http::Method;
using http::Request;
using http::Response;

constexpr int change_attempts = 5;

const http::RouteOptions open_route{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};

bool has_body(Method method) { return method == Method::post || method == Method::put || method == Method::patch; }

// A form was moved out of the body by the server, so what counts is what the client says.
bool is_json(const Request& request) {
    const std::string_view type = request.headers.get("Content-Type");
    if (type.empty()) return request.body.empty();
    return lower_ascii(trimmed(type.substr(0, type.find(';')))) == "application/json";
}

std::optional<std::int64_t> positive(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
    return value;
}

std::string tag_of(std::int64_t versie) { return "\"" + std::to_string(versie) + "\""; }

// Whether a list of tags (If-Match, If-None-Match) names this one.
bool names(std::string_view header, std::string_view tag) {
    if (trimmed(header) == "*") return true;
    while (!header.empty()) {
        const auto comma = std::min(header.find(','), header.size());
        if (trimmed(header.substr(0, comma)) == tag) return true;
        header.remove_prefix(std::min(comma + 1, header.size()));
    }
    return false;
}

Problem unauthorized(toepassing::Geweigerd why) {
    const bool is_none = why == toepassing::Geweigerd::geen;
    Problem problem(401, is_none ? "not_authenticated" : "authentication_failed", is_none ? "" : "api.fout.401_onjuist");
    problem.headers.emplace_back("WWW-Authenticate", "Token");
    return problem;
}

void add_pace(Response& response, const Stand& stand) {
    response.header("RateLimit-Limit", std::to_string(stand.limit));
    response.header("RateLimit-Remaining", std::to_string(stand.left));
    response.header("RateLimit-Reset", std::to_string(stand.reset.count()));
}

html::Taal taal_of(const Request& request) {
    return lower_ascii(trimmed(request.headers.get("Accept-Language"))).starts_with("en") ? html::Taal::en : html::Taal::nl;
}

const html::Texts& texts_for(const html::Catalogue& texts, const Request& request) { return texts.of(taal_of(request)); }

}  // namespace

Call::Call(access::Caller who, const toepassing::Applicatie& of, Query asked, Instant at, const Request& whole, const html::Texts& texts, std::string address)
    : caller(std::move(who)), applicatie(of), query(std::move(asked)), now(at), request(whole), t(texts), base(std::move(address)) {}

Found<Uuid> Call::uuid(std::string_view name) const {
    const auto found = parse_uuid(request.param(name));
    if (!found) return not_found();
    return *found;
}

json::Mode Call::mode() const {
    if (request.method == Method::patch) return json::Mode::patch;
    return request.method == Method::put ? json::Mode::replace : json::Mode::create;
}

Found<json::Value> Call::body() const {
    if (request.body.empty()) return json::Value(json::Object{});
    auto read = json::parse(request.body, limits_);
    if (read) return std::move(*read);
    const json::Invalid& first = read.error().front();
    if (first.code == "parse_error") return Refused(Problem(400, first.code, first.key, first.args));
    return Refused(Problem(std::move(read).error()));
}

Found<Page> Call::page() const {
    Page page;
    if (const auto size = positive(query.get("pageSize"))) page.size = static_cast<int>(std::min<std::int64_t>(*size, max_page_size));
    if (!query.has("page")) return page;
    const auto number = positive(query.get("page"));
    constexpr std::int64_t last = 1'000'000'000;
    if (!number || *number > last) return Refused(Problem(404, "not_found", "api.fout.ongeldige_pagina"));
    page.number = static_cast<int>(*number);
    return page;
}

Answer Call::deleted() const { return Response::empty(); }

Answer Call::json(std::string body, int status, std::optional<std::int64_t> versie) const {
    const bool reads = request.method == Method::get || request.method == Method::head;
    if (versie && reads)
        if (const auto* seen = request.headers.find("If-None-Match"); seen && names(*seen, tag_of(*versie))) return Response::not_modified(tag_of(*versie));
    Response response = Response::json(std::move(body), status);
    if (versie) response.header("ETag", tag_of(*versie));
    return response;
}

Found<Done> Call::check_if_match(std::int64_t versie) const {
    const auto* wanted = request.headers.find("If-Match");
    if (wanted && !names(*wanted, tag_of(versie))) return Refused(Problem(412, "precondition_failed", {}));
    return Done{};
}

Found<Done> Call::check_page(const Page& page, std::int64_t count) const {
    if (page.number > 1 && page.offset() >= count) return Refused(Problem(404, "not_found", "api.fout.ongeldige_pagina"));
    return Done{};
}

// The parameters by name, as the standards' servers give them back; page 1 is no parameter.
std::string Call::page_url(int number) const {
    std::vector<http::Params::Item> items;
    for (const auto& item : query.all())
        if (item.first != "page") items.push_back(item);
    if (number > 1) items.emplace_back("page", std::to_string(number));
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string url = base + std::string(request.raw_path.substr(std::min(place_bytes_, request.raw_path.size())));
    char separator = '?';
    for (const auto& [name, value] : items) {
        url.append(1, separator).append(http::percent_encoded(name)).append("=").append(http::percent_encoded(value));
        separator = '&';
    }
    return url;
}

std::string Call::list_head(const Page& page, std::int64_t count) const {
    std::string out;
    out.reserve(static_cast<std::size_t>(std::min<std::int64_t>(page.size, count)) * 600 + 256);
    json::Writer w(out);
    w.begin_object().key("count").integer(count);
    w.key("next");
    if (page.offset() + page.size < count) w.text(page_url(page.number + 1));
    else w.null();
    w.key("previous");
    if (page.number > 1) w.text(page_url(page.number - 1));
    else w.null();
    w.key("results");
    return out;
}

std::string Call::link_header(const Page& page, std::int64_t count) const {
    const auto last = static_cast<int>(std::max<std::int64_t>(1, (count + page.size - 1) / page.size));
    std::string links;
    const auto add = [&](int number, std::string_view rel) {
        links.append(links.empty() ? "<" : ", <").append(page_url(number)).append(">; rel=\"").append(rel).append("\"");
    };
    add(1, "first");
    if (page.number > 1) add(page.number - 1, "prev");
    if (page.number < last) add(page.number + 1, "next");
    add(last, "last");
    return links;
}

struct Api::Inside {
    Inside(Platform& platform_, const About& about_) : platform(platform_), about(about_), tempo(platform_.requests_per_minute) {}

    Response handle(const Request& request, const Operation& operation, const Handler& handler);
    Answer run(const Request& request, const Operation& operation, const Handler& handler, std::optional<Stand>& stand);
    void log(Call& call, const Operation& operation);
    Response finished(Response response) const;
    std::string base(const Request& request) const;

    struct Described {
        std::once_flag made;
        std::string text;
    };

    Platform& platform;
    const About about;
    Tempo tempo;
    Described dutch;
    Described english;
};

Api::Api(Platform& platform, About about) : platform_(platform), about_(std::move(about)), inside_(std::make_unique<Inside>(platform, about_)) {
    CHECK_THAT(about_.plaats.starts_with('/') && !about_.plaats.ends_with('/'));
    // Scripts of any site may read it (API design rules, /core/publish-openapi).
    platform_.router.get(about_.plaats + "/openapi.json",
                         [this](Request& request) { return inside_->finished(Response::json(description(taal_of(request))).header("Access-Control-Allow-Origin", "*")); }, open_route);
}
Api::~Api() = default;

const std::string& Api::description(html::Taal taal) const {
    Inside::Described& described = taal == html::Taal::en ? inside_->english : inside_->dutch;
    std::call_once(described.made, [&] { described.text = openapi(*this, platform_.texts.of(taal), address()); });
    return described.text;
}

void Api::add(Method method, std::string path, Operation operation, Handler handler) {
    CHECK_THAT(path.starts_with('/') && !operation.id.empty());
    http::RouteOptions options = open_route;  // who may come in is asked here, by token
    options.max_body_bytes = operation.max_body_bytes;
    operations_.push_back({method, path, operation});
    platform_.router.add(method, about_.plaats + path,
                         [this, operation = std::move(operation), handler = std::move(handler)](Request& request) { return inside_->handle(request, operation, handler); },
                         options);
}

bool Api::holds(std::string_view path) const {
    return path.starts_with(about_.plaats) && (path.size() == about_.plaats.size() || path[about_.plaats.size()] == '/');
}

Response Api::status_page(const Request& request, int status) const {
    Problem problem(status, {}, {});
    problem.code = code_of_status(status);
    return inside_->finished(to_response(problem, texts_for(platform_.texts, request)));
}

Response Api::error_page(const std::exception& error, const Request& request) const {
    return status_page(request, dynamic_cast<const store::Unavailable*>(&error) != nullptr ? 503 : 500);
}

Response Api::Inside::handle(const Request& request, const Operation& operation, const Handler& handler) {
    std::optional<Stand> stand;
    Answer answer = run(request, operation, handler, stand);
    Response response = answer ? std::move(*answer) : to_response(answer.error(), texts_for(platform.texts, request));
    if (stand) add_pace(response, *stand);
    return finished(std::move(response));
}

Answer Api::Inside::run(const Request& request, const Operation& operation, const Handler& handler, std::optional<Stand>& stand) {
    const Instant now = platform.clock.now();
    const auto toegang = platform.toepassingen.toegang(request.headers.get("Authorization"), now);
    if (!toegang) return Refused(unauthorized(toegang.error()));
    const toepassing::Applicatie& applicatie = (*toegang)->applicatie;
    stand = tempo.take(applicatie.id, now);
    if (!stand->allowed) {
        Problem slow(429, "throttled", "api.fout.429", {std::to_string(stand->retry_after.count())});
        slow.headers.emplace_back("Retry-After", std::to_string(stand->retry_after.count()));
        return Refused(std::move(slow));
    }
    TRY(access::Caller caller, toepassing::caller_of(applicatie, operation.eis, "api/" + about.naam + "/" + operation.id, request.id));
    if (has_body(request.method) && !is_json(request)) return Refused(Problem(415, "unsupported_media_type", {}));
    const bool asks = !has_body(request.method) || !operation.parameters.empty();
    TRY(Query query, Query::read(operation.parameters, asks ? request.query : http::Params()));
    Call call(std::move(caller), applicatie, std::move(query), now, request, texts_for(platform.texts, request), base(request));
    call.limits_ = operation.limits;
    call.place_bytes_ = about.plaats.size();
    const auto act = [&]() -> Answer {
        Answer answer = handler(call);
        // Somebody else came in between reading and writing. A client that named a version hears so in the next round.
        for (int again = 1; again < change_attempts && request.method != Method::post && !answer && answer.error().code == changed_meanwhile; ++again)
            answer = handler(call);
        if (answer) log(call, operation);
        return answer;
    };
    if (request.method != Method::post) return act();
    return once(platform.store, now, applicatie.id, request, act);
}

// What was answered was seen; of a removal nothing was.
void Api::Inside::log(Call& call, const Operation& operation) {
    if (call.is_logged_ || (call.request.method == Method::del && !call.inzage_)) return;
    access::Inzage seen;
    if (call.inzage_) {
        seen = *call.inzage_;
    } else if (operation.is_list) {
        seen.soort = access::Inzagesoort::zoekopdracht;
        for (const auto& [name, value] : call.query.all()) seen.zoek += (seen.zoek.empty() ? "" : " ") + name + "=" + value;
    } else {
        seen.object_soort = operation.gives ? operation.gives->name() : operation.id;
        if (const auto id = parse_uuid(call.request.param("uuid"))) seen.object = *id;
    }
    if (seen.gemeente.is_nil()) seen.gemeente = call.gemeente();
    platform.log.record(call.caller, seen);
}

Response Api::Inside::finished(Response response) const {
    response.header("API-version", about.versie);
    return response;
}

std::string Api::Inside::base(const Request& request) const {
    if (!platform.public_url.empty()) return platform.public_url + about.plaats;
    return std::string(request.is_secure ? "https://" : "http://").append(request.host).append(about.plaats);
}

}  // namespace dichtbij::api
