#pragma once
// One HTTP request, whole, as handlers see it. Values are decoded and valid UTF-8.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "http/form.h"
#include "http/headers.h"
#include "http/params.h"

namespace dichtbij::http {

enum class Method { get, head, post, put, patch, del, options };
std::string_view to_string(Method);  // "GET"
std::optional<Method> parse_method(std::string_view upper_case);
// Whether the method may change something (RFC 9110 9.2.1: GET, HEAD and OPTIONS may not).
bool changes_state(Method);

struct RouteOptions;

struct Request {
    Method method = Method::get;
    std::string target;     // as sent: path and query
    std::string path;       // decoded
    std::string raw_path;   // as sent, without the query; for the log and for routing
    std::string raw_query;  // as sent, without the question mark
    Params query;
    Headers headers;
    Params cookies;
    // The body of a form (urlencoded or multipart) is moved into `form` and `files`, and `body` is empty.
    std::string body;
    Params form;
    std::vector<Upload> files;

    std::string id;              // unique in the log; also sent as X-Request-Id
    std::string remote_address;  // of the client; behind a trusted proxy, what the proxy says
    std::string host;            // name and port as the client wrote them
    bool is_secure = false;      // https between client and us, or between client and a trusted proxy

    Params path_params;                    // filled by the router
    const RouteOptions* route = nullptr;   // of the matched route; nullptr when none
    std::string_view route_pattern;        // "/taken/{id}"; empty when none

    std::string_view param(std::string_view name) const { return path_params.get(name); }
    bool is_htmx() const { return headers.get("HX-Request") == "true"; }
    // The path and query to come back to, safe as a redirect on our own site.
    std::string return_path() const;

    // What a filter found out and handlers use, by type: request.attach(session);
    template <class T>
    void attach(T value) {
        attached_.emplace_back(typeid(T), std::make_shared<T>(std::move(value)));
    }
    // nullptr when no filter attached one.
    template <class T>
    const T* attached() const {
        for (auto it = attached_.rbegin(); it != attached_.rend(); ++it)
            if (it->first == typeid(T)) return static_cast<const T*>(it->second.get());
        return nullptr;
    }

  private:
    std::vector<std::pair<std::type_index, std::shared_ptr<void>>> attached_;
};

class TrustedProxies;

// What the wire knows of a request before it is understood.
struct Peer {
    std::string address;
    const TrustedProxies* trusted = nullptr;
};

// Splits `target` into raw_path and raw_query (also "http://host/path"). False when it is neither.
bool split_target(Request& request);
// Decodes path, query and cookies, and decides host, address and is_secure. `detail` says what is wrong.
Result<Done> understand(Request& request, const Peer& peer, const FormLimits& limits);
// Moves a form body into `form` and `files`; leaves any other body alone.
Result<Done> read_form(Request& request, const FormLimits& limits);

}  // namespace dichtbij::http
