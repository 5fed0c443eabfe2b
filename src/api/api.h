#pragma once
// What all interfaces to other systems share: who calls, what he may, what he sent, and how the answer looks. An API is a
// name, a version and a place; its operations are declared one by one.
//
//     api::Api contactgegevens(platform, {"contactgegevens", "1.1.1", "/contactgegevens/api/v1"});
//     contactgegevens.get("/organisatie/{uuid}", {.id = "organisatieRetrieve", .eis = {lezen}}, [&](api::Call& call) -> api::Answer {
//         TRY(const auto id, call.id<Organisatie>());
//         TRY(const auto one, service.get(call.caller, id));
//         call.shown({.object_soort = "organisatie", .object = id.bytes});
//         return call.answer(organisatie_json, one, one.versie);
//     });
//
// Before the handler runs: the token (401), the right (403), the pace (429), the media type (415), the parameters (400)
// and the Idempotency-Key have been looked at. After it: the reading is logged, the headers are set.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "api/parameters.h"
#include "api/tempo.h"
#include "api/problem.h"
#include "base/time.h"
#include "html/catalogue.h"
#include "http/request.h"
#include "http/router.h"
#include "json/parse.h"
#include "json/resource.h"
#include "toepassing/toegang.h"

namespace dichtbij::toepassing {
class ToepassingService;
}

namespace dichtbij::api {

inline constexpr int default_page_size = 100;
inline constexpr int max_page_size = 500;

// Which part of a list is asked.
struct Page {
    int number = 1;
    int size = default_page_size;
    std::int64_t offset() const { return (std::int64_t{number} - 1) * size; }
    bool operator==(const Page&) const = default;
};

class Api;
struct Operation;

// One request of an application.
class Call {
  public:
    access::Caller caller;    // for services; its gemeente is gemeente()
    const toepassing::Applicatie& applicatie;
    const Query query;
    const Instant now;
    const http::Request& request;
    const html::Texts& t;     // Dutch unless the client asks for English
    const std::string base;   // "https://kcc.example.nl/contactgegevens/api/v1": the Writer's base

    Id<Gemeente> gemeente() const { return applicatie.gemeente; }

    // The {uuid} of the path; one that is no uuid is not found.
    Found<Uuid> uuid(std::string_view name = "uuid") const;
    template <class T>
    Found<Id<T>> id(std::string_view name = "uuid") const {
        return uuid(name).map([](const Uuid& found) { return Id<T>{found}; });
    }

    // The body as a value; an empty one is an object without members.
    Found<json::Value> body() const;
    // The body into `target`, by the table of its resource. POST: `target` holds the defaults. PUT and PATCH: what is stored.
    // The mode follows from the method.
    template <class T>
    Found<json::Given> read(const json::Resource<T>& resource, T& target) const;
    json::Mode mode() const;

    // page and pageSize. A page that is no number above 0 is not found; a page size that is none is the default, and a larger
    // one than the largest is the largest: as the standards' servers do.
    Found<Page> page() const;

    // 200 with one resource; 201 with Location (`path` + id) for created. `versie` makes the ETag; If-None-Match answers 304.
    template <class T>
    Answer answer(const json::Resource<T>& resource, const T& value, std::optional<std::int64_t> versie = std::nullopt) const;
    template <class T>
    Answer created(const json::Resource<T>& resource, const T& value, std::string_view path, const Uuid& id,
                   std::optional<std::int64_t> versie = std::nullopt) const;
    Answer deleted() const;  // 204
    // What the handler wrote itself with a Writer on `base`.
    Answer json(std::string body, int status = 200, std::optional<std::int64_t> versie = std::nullopt) const;
    // {count,next,previous,results}; not_found when the page lies beyond the end (page 1 never does). `write` writes one row.
    template <class Rows, class Write>
    Answer list(const Page& page, std::int64_t count, const Rows& rows, const Write& write) const;

    // Before a change: 412 when If-Match names another version than the stored one.
    Found<Done> check_if_match(std::int64_t versie) const;

    // What the reading log says of this request. Without: a list or detail of this operation, without persons. A service
    // that logs the reading itself: logged_already().
    void shown(access::Inzage inzage) { inzage_ = std::move(inzage); }
    void logged_already() { is_logged_ = true; }

  private:
    friend class Api;
    Call(access::Caller, const toepassing::Applicatie&, Query, Instant, const http::Request&, const html::Texts&, std::string base);
    std::string list_head(const Page&, std::int64_t count) const;
    std::string link_header(const Page&, std::int64_t count) const;
    std::string page_url(int number) const;
    Found<Done> check_page(const Page&, std::int64_t count) const;

    json::Limits limits_;
    std::size_t place_bytes_ = 0;  // of the path: where the API begins
    std::optional<access::Inzage> inzage_;
    bool is_logged_ = false;
};

using Handler = std::function<Answer(Call&)>;

// One operation, as it is declared. From these comes the description of the API.
struct Operation {
    std::string id;                       // operationId: "organisatieList"
    toepassing::Eis eis;
    Parameters parameters = {};           // besides the path
    const json::Definition* takes = nullptr;  // the resource of the body
    const json::Definition* gives = nullptr;  // the resource of the answer; of one row, when `is_list`
    bool is_list = false;
    std::string tag = {};
    std::string summary = {};             // key of the catalogue; empty: made of the method and the tag
    std::optional<std::size_t> max_body_bytes = {};
    json::Limits limits = {};
    // Of success, when it is not 201 for POST, 204 for what gives nothing, and else 200; and refusals that do not follow
    // from the rest.
    std::vector<int> statuses = {};
};

struct Declared {
    http::Method method = http::Method::get;
    std::string path;  // without the place of the API: "/organisatie/{uuid}"
    Operation operation;
};


// What all APIs of an installation work with. Made once, in wiring; outlives them.
struct Platform {
    http::Router& router;
    toepassing::ToepassingService& toepassingen;
    access::AccessLog& log;
    const html::Catalogue& texts;
    store::Store& store;
    const Clock& clock;
    std::string public_url = {};  // of this program as clients reach it; empty: as the request names it
    int requests_per_minute = 60'000;  // of one application; those of five seconds may come at once
};

struct About {
    std::string naam;    // "contactgegevens"
    std::string versie;  // "1.1.1": the header API-version
    std::string plaats;  // "/contactgegevens/api/v1"
    std::string title = {};
};

class Api {
  public:
    // Adds its routes to the router of the platform. Both outlive the router's last request.
    Api(Platform& platform, About about);
    virtual ~Api();
    Api(const Api&) = delete;

    void add(http::Method method, std::string path, Operation operation, Handler handler);
    void get(std::string path, Operation operation, Handler handler) { add(http::Method::get, std::move(path), std::move(operation), std::move(handler)); }
    void post(std::string path, Operation operation, Handler handler) { add(http::Method::post, std::move(path), std::move(operation), std::move(handler)); }
    void put(std::string path, Operation operation, Handler handler) { add(http::Method::put, std::move(path), std::move(operation), std::move(handler)); }
    void patch(std::string path, Operation operation, Handler handler) { add(http::Method::patch, std::move(path), std::move(operation), std::move(handler)); }
    void del(std::string path, Operation operation, Handler handler) { add(http::Method::del, std::move(path), std::move(operation), std::move(handler)); }

    const About& about() const { return about_; }
    const std::vector<Declared>& operations() const { return operations_; }
    // The OpenAPI description of all that was declared until the first call; also served, to anyone, at PLACE/openapi.json.
    const std::string& description(html::Taal) const;
    // Where clients reach it: of the settings, else without a host.
    std::string address() const { return platform_.public_url + about_.plaats; }

    // For Router::set_status_page and ServerOptions::on_error: what lies below the place of this API.
    bool holds(std::string_view path) const;
    http::Response status_page(const http::Request& request, int status) const;
    http::Response error_page(const std::exception& error, const http::Request& request) const;

  private:
    struct Inside;
    Platform& platform_;
    const About about_;
    std::vector<Declared> operations_;
    std::unique_ptr<Inside> inside_;
};

// ---- details

template <class T>
Found<json::Given> Call::read(const json::Resource<T>& resource, T& target) const {
    TRY(const json::Value value, body());
    auto given = resource.read(value, target, mode());
    if (!given) return Refused(Problem(std::move(given).error()));
    return *given;
}

template <class T>
Answer Call::answer(const json::Resource<T>& resource, const T& value, std::optional<std::int64_t> versie) const {
    std::string out;
    json::Writer writer(out, base);
    resource.write(writer, value);
    return json(std::move(out), 200, versie);
}

template <class T>
Answer Call::created(const json::Resource<T>& resource, const T& value, std::string_view path, const Uuid& id, std::optional<std::int64_t> versie) const {
    std::string out;
    json::Writer writer(out, base);
    resource.write(writer, value);
    return json(std::move(out), 201, versie).map([&](http::Response response) {
        return std::move(response.header("Location", std::string(base).append(path).append("/").append(to_string(id))));
    });
}

template <class Rows, class Write>
Answer Call::list(const Page& page, std::int64_t count, const Rows& rows, const Write& write) const {
    TRY_DONE(check_page(page, count));
    std::string out = list_head(page, count);
    json::Writer writer(out, base);
    writer.begin_array();
    for (const auto& row : rows) write(writer, row);
    writer.end_array();
    out += '}';
    return json(std::move(out)).map([&](http::Response response) { return std::move(response.header("Link", link_header(page, count))); });
}

}  // namespace dichtbij::api
