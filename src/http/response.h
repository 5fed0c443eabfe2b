#pragma once
// What a handler answers. The server adds the security headers, Content-Length, compression and the
// Secure mark of cookies; a header that the handler set itself stays as it is.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/headers.h"

namespace dichtbij::http {

enum class SameSite { lax, strict };
enum class ScriptAccess { hidden, visible };  // HttpOnly or not

struct Cookie {
    std::string name;
    std::string value;
    std::string path = "/";
    std::optional<std::chrono::seconds> max_age = {}; // without: until the browser closes; zero: removed now
    SameSite same_site = SameSite::lax;
    ScriptAccess script_access = ScriptAccess::hidden;
    bool operator==(const Cookie&) const = default;
};

// Puts the next piece in `chunk` (empty on entry). False: that was the last one. Called on worker
// threads, one call at a time, only as fast as the client reads.
using BodySource = std::function<bool(std::string& chunk)>;

struct Response {
    int status = 200;
    Headers headers;
    std::vector<Cookie> cookies;
    // The body is the first of these that is set.
    BodySource stream;
    std::optional<std::uint64_t> stream_bytes;  // when known: sent as Content-Length; `stream` must give exactly so many
    std::shared_ptr<const std::string> shared_body;  // for bytes that many answers share
    std::string body;

    static Response html(std::string page, int status = 200);
    static Response json(std::string text, int status = 200);
    static Response text(std::string text, int status = 200);
    // 303: the browser asks `location` with GET. CHECKs that it holds no control characters.
    static Response redirect(std::string location, int status = 303);
    static Response empty(int status = 204);
    static Response not_modified(std::string etag);
    // A file for the browser to save, made piece by piece.
    static Response download(std::string filename, std::string content_type, BodySource source);

    // All return the response itself, for chaining.
    Response& header(std::string_view name, std::string value);
    Response& set_cookie(Cookie cookie);
    Response& remove_cookie(std::string name, std::string path = "/");
};

enum class Secure { no, yes };
std::string to_header(const Cookie& cookie, Secure secure);
std::string_view reason_phrase(int status);

}  // namespace dichtbij::http
