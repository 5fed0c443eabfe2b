#include "html/writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::html {
namespace {

bool is_safe_url(std::string_view url) {
    const auto colon = url.find(':');
    const auto path = url.find_first_of("/?#");
    if (colon == std::string_view::npos || (path != std::string_view::npos && path < colon)) return true;
    static constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto", "tel"};
    return std::find(schemes.begin(), schemes.end(), lower_ascii(url.substr(0, colon))) != schemes.end();
}

Attribute url_attribute(std::string name, std::string_view url) {
    return {std::move(name), std::string(is_safe_url(url) ? url : "#"), true};
}

}  // namespace

void append_escaped(std::string& to, std::string_view text) {
    for (const char c : text) switch (c) {
            case '&': to += "&amp;"; break;
            case '<': to += "&lt;"; break;
            case '>': to += "&gt;"; break;
            case '"': to += "&quot;"; break;
            case '\'': to += "&#39;"; break;
            default: to += c;
        }
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

Html text(std::string_view plain) { return Html::trusted(escaped(plain)); }

Attribute attr(std::string name, std::string_view value) {
    CHECK_THAT(!name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:") ==
                                    std::string::npos);
    CHECK_THAT(!name.starts_with("on") && name != "style" && name != "srcdoc");
    return {std::move(name), std::string(value), true};
}

Attribute flag(std::string name, bool is_present) { return {std::move(name), std::nullopt, is_present}; }

Attribute href(std::string_view url) { return url_attribute("href", url); }

Attribute action(std::string_view url) { return url_attribute("action", url); }

Attribute attr_if(bool is_present, std::string name, std::string_view value) {
    Attribute attribute = attr(std::move(name), value);
    attribute.is_present = is_present;
    return attribute;
}

}  // namespace dichtbij::html
