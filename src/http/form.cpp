#include "http/form.h"

#include "base/text.h"
#include "http/headers.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t max_cookies = 100;
constexpr std::string_view urlencoded_type = "application/x-www-form-urlencoded";
constexpr std::string_view multipart_type = "multipart/form-data";

Fail broken(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

bool is_clean_text(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

std::string_view media_type(std::string_view content_type) {
    return trimmed(content_type.substr(0, content_type.find(';')));
}

Result<Done> add_pair(std::string_view pair, const FormLimits& limits, Params& to) {
    const std::size_t equals = pair.find('=');
    std::string name;
    std::string value;
    if (!percent_decode(pair.substr(0, equals), Plus::is_space, name)) return broken("bad escape in a field name");
    if (equals != std::string_view::npos && !percent_decode(pair.substr(equals + 1), Plus::is_space, value))
        return broken("bad escape in field " + name);
    if (name.size() > limits.name_bytes) return broken("field name too long");
    if (value.size() > limits.value_bytes) return broken("field " + name + " too long");
    if (!is_clean_text(name) || !is_clean_text(value)) return broken("field is not UTF-8 text");
    to.add(std::move(name), std::move(value));
    return Done{};
}

}  // namespace

Result<Params> parse_urlencoded(std::string_view text, const FormLimits& limits) {
    Params params;
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty()) continue;
        if (params.size() == limits.fields) return broken("too many fields");
        TRY_DONE(add_pair(pair, limits, params));
    }
    return params;
}

Params parse_cookies(std::string_view header) {
    Params cookies;
    while (!header.empty() && cookies.size() < max_cookies) {
        const std::size_t end = header.find(';');
        const std::string_view pair = trimmed(header.substr(0, end));
        header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        std::string_view value = trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        cookies.add(std::string(trimmed(pair.substr(0, equals))), std::string(value));
    }
    return cookies;
}

bool is_form(std::string_view content_type) {
    const std::string_view type = media_type(content_type);
    return equals_ignoring_case(type, urlencoded_type) || equals_ignoring_case(type, multipart_type);
}

Result<Form> parse_form(std::string_view content_type, std::string_view body, const FormLimits& limits) {
    CHECK_THAT(is_form(content_type));
    if (equals_ignoring_case(media_type(content_type), urlencoded_type)) {
        TRY(Params fields, parse_urlencoded(body, limits));
        return Form{std::move(fields), {}};
    }
    const auto boundary = multipart_boundary(content_type);
    if (!boundary) return broken("multipart without a boundary");
    return parse_multipart(body, *boundary, limits);
}

}  // namespace dichtbij::http
