#include "html/veilig_lijst.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::html {
namespace {

template <std::size_t N>
bool in(const std::string_view (&list)[N], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view allowed[] = {"a",     "abbr",  "b",    "blockquote", "br",      "caption", "cite", "code", "col",  "colgroup", "dd",   "del",  "details", "dfn",   "div", "dl", "dt", "em", "figcaption", "figure",
                                        "h1",    "h2",    "h3",   "h4",         "h5",      "h6",      "hr",   "i",    "img",  "ins",      "kbd",  "li",   "mark",    "ol",    "p",   "pre", "q", "s", "samp", "small", "span",
                                        "strike", "strong", "sub", "summary",   "sup",     "table",   "tbody", "td",  "tfoot", "th",      "thead", "tr",  "tt",      "u",     "ul",  "var"};

constexpr std::string_view dropped[] = {"script", "style", "head", "title", "base", "link", "meta", "iframe", "frame", "frameset", "noframes", "noembed", "noscript", "object", "embed", "applet", "param",
                                        "svg", "math", "template", "xmp", "plaintext", "listing", "textarea", "select", "option", "optgroup", "datalist", "input", "audio", "video", "source", "track", "canvas",
                                        "map", "area", "portal", "dialog", "keygen", "isindex", "bgsound", "slot"};

constexpr std::string_view properties[] = {"color", "background-color", "font-weight", "font-style", "text-decoration", "text-align", "vertical-align", "white-space"};

bool is_harmless_value(std::string_view value) {
    if (value.empty() || value.size() > 60) return false;
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '#' || c == '%' || c == '.' || c == ',' || c == '-' || c == '(' || c == ')';
    });
    if (!plain) return false;
    const auto bracket = value.find('(');
    if (bracket == std::string_view::npos) return value.find(')') == std::string_view::npos;
    const std::string_view function = value.substr(0, bracket);
    return (function == "rgb" || function == "rgba" || function == "hsl") && value.find('(', bracket + 1) == std::string_view::npos && value.ends_with(')') && value.find(')') == value.size() - 1;
}

bool is_number(std::string_view value, std::size_t digits) { return !value.empty() && value.size() <= digits && all_digits(value); }

}  // namespace

bool is_toegestaan(std::string_view tag) { return in(allowed, tag); }
bool is_te_schrappen(std::string_view tag) { return in(dropped, tag); }
bool is_leeg_element(std::string_view tag) { return tag == "br" || tag == "hr" || tag == "img" || tag == "col"; }

std::optional<std::string> veilig_adres(std::string_view address) {
    // As browsers read it: without white space around it, and without line ends and tabs anywhere.
    std::string clean;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            if (c != '\t' && c != '\n' && c != '\r') return std::nullopt;
            continue;
        }
        clean += c;
    }
    clean = std::string(trimmed(clean));
    if (clean.size() > 4000) return std::nullopt;
    const std::string small = lower_ascii(std::string_view(clean).substr(0, 8));
    const std::size_t host = small.starts_with("https://") ? 8 : small.starts_with("http://") ? 7 : 0;
    if (host > 0) {
        const bool has_host = clean.size() > host && clean[host] != '/' && clean[host] != '\\' && clean[host] != '?' && clean[host] != '#' && clean[host] != ' ';
        return has_host ? std::optional(clean) : std::nullopt;
    }
    if ((small.starts_with("mailto:") && clean.size() > 7) || (small.starts_with("tel:") && clean.size() > 4)) return clean;
    return std::nullopt;
}

std::string veilige_stijl(std::string_view style) {
    if (style.size() > 2000) return {};
    // An escape or a comment can hide what a browser will read.
    if (style.find('\\') != std::string_view::npos || style.find("/*") != std::string_view::npos) return {};
    std::string out;
    for (std::size_t at = 0; at < style.size();) {
        const std::size_t end = std::min(style.find(';', at), style.size());
        const std::string_view one = style.substr(at, end - at);
        at = end + 1;
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string property = lower_ascii(trimmed(one.substr(0, colon)));
        const std::string worth = lower_ascii(trimmed(one.substr(colon + 1)));
        if (!in(properties, property) || !is_harmless_value(worth)) continue;
        out += (out.empty() ? "" : "; ") + property + ": " + worth;
    }
    return out;
}

std::optional<std::string> veilig_kenmerk(std::string_view tag, std::string_view name, std::string_view value) {
    const bool is_cell = tag == "td" || tag == "th";
    if (name == "title" || (name == "alt" && tag == "img")) return std::string(value.substr(0, value.size() > 500 ? 0 : value.size()));
    if (name == "dir") {
        const std::string small = lower_ascii(value);
        if (small == "ltr" || small == "rtl" || small == "auto") return small;
        return std::nullopt;
    }
    if (name == "lang") {
        const bool plain = !value.empty() && value.size() <= 20 && std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
        return plain ? std::optional(std::string(value)) : std::nullopt;
    }
    if ((name == "colspan" || name == "rowspan") && is_cell) return is_number(value, 2) ? std::optional(std::string(value)) : std::nullopt;
    if (name == "span" && (tag == "col" || tag == "colgroup")) return is_number(value, 2) ? std::optional(std::string(value)) : std::nullopt;
    if ((name == "width" || name == "height") && (is_cell || tag == "img" || tag == "table" || tag == "col")) {
        const bool percent = value.ends_with('%');
        return is_number(percent ? value.substr(0, value.size() - 1) : value, 4) ? std::optional(std::string(value)) : std::nullopt;
    }
    if ((name == "align" || name == "valign") && (is_cell || tag == "tr" || tag == "table" || tag == "p" || tag == "div")) {
        const std::string small = lower_ascii(value);
        for (const std::string_view one : {"left", "right", "center", "top", "middle", "bottom", "justify"})
            if (small == one) return small;
        return std::nullopt;
    }
    if (name == "start" && tag == "ol") return is_number(value, 5) ? std::optional(std::string(value)) : std::nullopt;
    return std::nullopt;
}

}  // namespace dichtbij::html
