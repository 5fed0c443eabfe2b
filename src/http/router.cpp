#include "http/router.h"

#include <algorithm>
#include <map>

#include "base/result.h"

namespace dichtbij::http {

// One segment deep in the tree of patterns.
struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::unique_ptr<Node> tail;
    std::vector<const Route*> routes;  // that end here, one a method
};

struct Router::Match {
    const Node* node = nullptr;
    std::vector<std::string_view> values;  // of the parameters, in order, as sent
};

Response Next::operator()(Request& request) const {
    if (index_ == filters_.size()) return handler_(request);
    return filters_[index_](request, Next(filters_, index_ + 1, handler_));
}

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

namespace {

// "/taken/{id}" is asked as "taken", "{id}". `rest` loses the segment.
std::string_view next_segment(std::string_view& rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    return segment;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }
bool is_tail(std::string_view segment) { return segment.starts_with('{') && segment.ends_with("*}"); }

const Route* with_method(const std::vector<const Route*>& routes, Method method) {
    for (const Route* route : routes)
        if (route->method == method) return route;
    return method == Method::head ? with_method(routes, Method::get) : nullptr;
}

std::string allowed(const std::vector<const Route*>& routes) {
    std::string text;
    for (const Route* route : routes) {
        if (!text.empty()) text += ", ";
        text += to_string(route->method);
        if (route->method == Method::get && with_method(routes, Method::head) == route) text += ", HEAD";
    }
    return text;
}

// False when a value is not valid text: then nothing has that name.
bool fill_params(std::string_view pattern, const std::vector<std::string_view>& values, Params& params) {
    params = {};
    std::size_t index = 0;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        std::string_view segment = next_segment(pattern);
        if (!is_parameter(segment)) continue;
        segment = segment.substr(1, segment.size() - (is_tail(segment) ? 3 : 2));
        std::string value;
        if (!percent_decode(values.at(index++), Plus::is_plus, value)) return false;
        params.add(std::string(segment), std::move(value));
    }
    return true;
}

}  // namespace

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options) {
    CHECK_THAT(pattern.starts_with('/') && handler);
    Node* node = root_.get();
    for (std::string_view rest = pattern; !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view segment = next_segment(rest);
        CHECK_THAT(!segment.empty() || pattern == "/");
        CHECK_THAT(!is_tail(segment) || rest.empty());
        auto& child = is_tail(segment)        ? node->tail
                      : is_parameter(segment) ? node->parameter
                                              : node->literals[std::string(segment)];
        if (!child) child = std::make_unique<Node>();
        node = child.get();
    }
    CHECK_THAT(std::none_of(node->routes.begin(), node->routes.end(),
                            [&](const Route* route) { return route->method == method; }));
    routes_.push_back(std::make_unique<Route>(Route{method, std::string(pattern), options, std::move(handler)}));
    node->routes.push_back(routes_.back().get());
}

void Router::get(std::string_view pattern, Handler handler, RouteOptions options) {
    add(Method::get, pattern, std::move(handler), options);
}

void Router::post(std::string_view pattern, Handler handler, RouteOptions options) {
    add(Method::post, pattern, std::move(handler), options);
}

bool Router::find(const Node& node, std::string_view rest, Match& match) const {
    if (rest.empty()) {
        match.node = &node;
        return !node.routes.empty();
    }
    const std::string_view whole = rest.substr(1);
    std::string_view after = whole;
    const std::string_view segment = next_segment(after);
    if (const auto literal = node.literals.find(segment); literal != node.literals.end())
        if (find(*literal->second, after, match)) return true;
    if (node.parameter && !segment.empty()) {
        match.values.push_back(segment);
        if (find(*node.parameter, after, match)) return true;
        match.values.pop_back();
    }
    if (!node.tail) return false;
    match.values.push_back(whole);
    match.node = node.tail.get();
    return true;
}

const RouteOptions* Router::find_options(Method method, std::string_view raw_path) const {
    Match match;
    if (!raw_path.starts_with('/') || !find(*root_, raw_path, match)) return nullptr;
    const Route* route = with_method(match.node->routes, method);
    return route != nullptr ? &route->options : nullptr;
}

Response Router::handle(Request& request) const {
    Match match;
    if (!request.raw_path.starts_with('/') || !find(*root_, request.raw_path, match)) return not_found(request);
    const Route* route = with_method(match.node->routes, request.method);
    if (route == nullptr) {
        Response response = status_page(request, 405);
        response.header("Allow", allowed(match.node->routes));
        return response;
    }
    if (!fill_params(route->pattern, match.values, request.path_params)) return not_found(request);
    request.route = &route->options;
    request.route_pattern = route->pattern;
    return Next(filters_, 0, route->handler)(request);
}

Response Router::not_found(Request& request) const {
    const Handler handler = [this](Request& lost) { return status_page(lost, 404); };
    return Next(filters_, 0, handler)(request);
}

Response Router::status_page(Request& request, int status) const {
    if (status_page_) return status_page_(request, status);
    return Response::text(std::string(reason_phrase(status)) + "\n", status);
}

}  // namespace dichtbij::http
