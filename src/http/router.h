#pragma once
// Routes by method and pattern. `{id}` matches one segment, `{rest*}` at the end everything that is
// left; a literal segment wins from a parameter. Filled before the server starts, then read only.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace dichtbij::http {

using Handler = std::function<Response(Request&)>;
// The page for a status that the platform decides: 400, 404, 405, 413, 500.
using StatusPage = std::function<Response(Request&, int status)>;

// For the filters, which later code supplies; the safe answer is the default.
enum class Access { signed_in, open };
enum class Csrf { checked, exempt };
// streamed: the files of a multipart form go to disk piece by piece (Upload::file), and max_body_bytes holds for
// the whole form. A file beyond max_file_bytes is dropped and marked, so that the page can say so beside its field.
enum class Uploads { in_memory, streamed };

struct RouteOptions {
    Access access = Access::signed_in;
    Csrf csrf = Csrf::checked;
    std::optional<std::size_t> max_body_bytes;  // without: the limit of the server
    Uploads uploads = Uploads::in_memory;
    std::optional<std::size_t> max_file_bytes = {};  // of one streamed file; without: as max_body_bytes
    bool operator==(const RouteOptions&) const = default;
};

struct Route {
    Method method;
    std::string pattern;
    RouteOptions options;
    Handler handler;
};

// The rest of the way: the filters that come after, then the handler.
class Next {
  public:
    Response operator()(Request& request) const;

  private:
    friend class Router;
    using Filters = std::vector<std::function<Response(Request&, const Next&)>>;
    Next(const Filters& filters, std::size_t index, const Handler& handler)
        : filters_(filters), index_(index), handler_(handler) {}

    const Filters& filters_;
    std::size_t index_;
    const Handler& handler_;
};

// Runs around every route, in the order of adding, and around 404 (with request.route == nullptr).
using Filter = std::function<Response(Request&, const Next&)>;

class Router {
  public:
    Router();
    ~Router();

    // CHECKs that the pattern is sound and not taken. GET also answers HEAD.
    void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});
    void get(std::string_view pattern, Handler handler, RouteOptions options = {});
    void post(std::string_view pattern, Handler handler, RouteOptions options = {});
    void add_filter(Filter filter) { filters_.push_back(std::move(filter)); }
    void set_status_page(StatusPage page) { status_page_ = std::move(page); }

    Response handle(Request& request) const;
    // Without a status page: the reason phrase as plain text.
    Response status_page(Request& request, int status) const;
    // The options of the route that would answer; nullptr when none would.
    const RouteOptions* find_options(Method method, std::string_view raw_path) const;
    // For tests and checks that walk all routes.
    const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

  private:
    struct Node;
    struct Match;
    bool find(const Node& node, std::string_view rest, Match& match) const;
    Response not_found(Request& request) const;

    std::vector<std::unique_ptr<Route>> routes_;
    std::unique_ptr<Node> root_;
    Next::Filters filters_;
    StatusPage status_page_;
};

}  // namespace dichtbij::http
