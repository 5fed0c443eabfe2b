#include "http/response.h"

#include <algorithm>

#include "base/result.h"
#include "http/params.h"

namespace dichtbij::http {

namespace {

Response with_type(std::string content_type, std::string body, int status) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", std::move(content_type));
    response.body = std::move(body);
    return response;
}

bool has_control_characters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

}  // namespace

Response Response::html(std::string page, int status) {
    return with_type("text/html; charset=utf-8", std::move(page), status);
}

Response Response::json(std::string text, int status) {
    return with_type("application/json", std::move(text), status);
}

Response Response::text(std::string text, int status) {
    return with_type("text/plain; charset=utf-8", std::move(text), status);
}

Response Response::redirect(std::string location, int status) {
    Response response = empty(status);
    response.header("Location", std::move(location));
    return response;
}

Response Response::empty(int status) {
    Response response;
    response.status = status;
    return response;
}

Response Response::not_modified(std::string etag) {
    Response response = empty(304);
    response.header("ETag", std::move(etag));
    return response;
}

Response Response::download(std::string filename, std::string content_type, BodySource source) {
    Response response = with_type(std::move(content_type), {}, 200);
    response.header("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(filename));
    response.stream = std::move(source);
    return response;
}

Response& Response::header(std::string_view name, std::string value) {
    CHECK_THAT(!has_control_characters(name) && !has_control_characters(value));
    headers.set(name, std::move(value));
    return *this;
}

Response& Response::set_cookie(Cookie cookie) {
    cookies.push_back(std::move(cookie));
    return *this;
}

Response& Response::remove_cookie(std::string name, std::string path) {
    Cookie cookie;
    cookie.name = std::move(name);
    cookie.path = std::move(path);
    cookie.max_age = std::chrono::seconds(0);
    return set_cookie(std::move(cookie));
}

std::string to_header(const Cookie& cookie, Secure secure) {
    constexpr std::string_view breaks = ";, \"\\";
    CHECK_THAT(!cookie.name.empty() && cookie.name.find_first_of("=;, \"\\") == std::string::npos);
    CHECK_THAT(cookie.value.find_first_of(breaks) == std::string::npos && cookie.path.find(';') == std::string::npos);
    CHECK_THAT(!has_control_characters(cookie.name + cookie.value + cookie.path));
    std::string text = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
    if (cookie.max_age) text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    text += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
    if (cookie.script_access == ScriptAccess::hidden) text += "; HttpOnly";
    if (secure == Secure::yes) text += "; Secure";
    return text;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 100: return "Continue";
        case 101: return "Switching Protocols";
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 502: return "Bad Gateway";
        case 503: return "Service Unavailable";
        case 504: return "Gateway Timeout";
        case 505: return "HTTP Version Not Supported";
        default: return "Status";
    }
}

}  // namespace dichtbij::http
