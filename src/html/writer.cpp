#include "html/writer.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::html {
namespace {

constexpr std::array<bool, 256> table_of(std::string_view characters) {
    std::array<bool, 256> table{};
    for (const char c : characters) table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto is_special = table_of("&<>\"'");
constexpr auto is_name_character = table_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:");
constexpr std::array<std::string_view, 11> address_names{"href",    "src",     "action",   "formaction", "poster", "cite",
                                                         "hx-get",  "hx-post", "hx-put",   "hx-patch",   "hx-delete"};

std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return "&#39;";
    }
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return is_name_character[static_cast<unsigned char>(c)]; });
}

bool runs_script(std::string_view name) {
    return name.starts_with("on") || name.starts_with("hx-on") || name == "style" || name == "srcdoc";
}

// What browsers skip before a scheme (spaces, tabs, line ends) is in no scheme of the list.
bool is_safe_url(std::string_view url) {
    const auto colon = url.find(':');
    if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return true;
    static constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto", "tel"};
    return std::find(schemes.begin(), schemes.end(), lower_ascii(url.substr(0, colon))) != schemes.end();
}

template <class Append>
void escape_to(std::string_view text, Append append) {
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_special[static_cast<unsigned char>(text[at])]) continue;
        append(text.substr(written, at - written));
        append(entity_of(text[at]));
        written = at + 1;
    }
    append(text.substr(written));
}

}  // namespace

void append_escaped(std::string& to, std::string_view text) {
    escape_to(text, [&to](std::string_view piece) { to += piece; });
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

Html text(std::string_view plain) { return Html::trusted(escaped(plain)); }

void Attribute::append(std::string_view piece) {
    if (long_.empty() && size_ + piece.size() <= short_.size()) {
        std::copy(piece.begin(), piece.end(), short_.begin() + size_);
        size_ = static_cast<unsigned char>(size_ + piece.size());
        return;
    }
    if (long_.empty()) long_.assign(short_.data(), size_);
    long_ += piece;
}

void Attribute::write(std::string_view name, std::string_view value) {
    append(" ");
    append(name);
    append("=\"");
    escape_to(value, [this](std::string_view piece) { append(piece); });
    append("\"");
}

Attribute attr(std::string_view name, std::string_view value) {
    CHECK_THAT(is_name(name) && !runs_script(name));
    if (std::find(address_names.begin(), address_names.end(), name) != address_names.end() && !is_safe_url(value)) value = "#";
    Attribute attribute;
    attribute.write(name, value);
    return attribute;
}

Attribute flag(std::string_view name, bool is_present) {
    CHECK_THAT(is_name(name) && !runs_script(name));
    Attribute attribute;
    if (is_present) {
        attribute.append(" ");
        attribute.append(name);
    }
    return attribute;
}

Attribute attr_if(bool is_present, std::string_view name, std::string_view value) {
    return is_present ? attr(name, value) : Attribute();
}

}  // namespace dichtbij::html
