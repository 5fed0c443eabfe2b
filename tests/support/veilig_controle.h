#pragma once
// Reads HTML as a browser would and says what stands in it that may not be shown. It has lists of its own, shorter to
// read than those of the sanitiser, so that a mistake there is seen here.

#include <gumbo.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::testing {

inline bool one_of(std::string_view list, std::string_view word) { return (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos; }

inline std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

inline std::string fout_in_kenmerk(std::string_view tag, const GumboAttribute& attribute) {
    const std::string name = attribute.name;
    const std::string value = attribute.value;
    const std::string here = std::string(tag) + " " + name + "=" + value;
    if (attribute.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) return here;
    if (name == "href") {
        const bool good = tag == "a" && (small(value).starts_with("https://") || small(value).starts_with("http://") || small(value).starts_with("mailto:") || small(value).starts_with("tel:"));
        return good ? "" : here;
    }
    if (name == "src") return tag == "img" && (small(value).starts_with("https://") || small(value).starts_with("http://") || value.starts_with("/eigen/")) ? "" : here;
    if (name == "style") return value.find_first_of("\\\"'<>:") == value.find(':') && small(value).find("url") == std::string::npos && small(value).find("position") == std::string::npos && small(value).find("expression") == std::string::npos && small(value).find("import") == std::string::npos ? "" : here;
    if (name == "target") return tag == "a" && value == "_blank" ? "" : here;
    if (name == "rel") return tag == "a" && value == "noopener noreferrer nofollow" ? "" : here;
    if (name == "referrerpolicy") return tag == "img" && value == "no-referrer" ? "" : here;
    return one_of("title alt dir lang colspan rowspan span width height align valign start", name) ? "" : here;
}

// What is wrong, one line each; none when only what is allowed stands in it.
inline std::vector<std::string> verboden_in(std::string_view html) {
    static constexpr std::string_view allowed =
        "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub "
        "summary sup table tbody td tfoot th thead tr tt u ul var";
    std::vector<std::string> faults;
    if (html.find('\0') != std::string_view::npos) faults.emplace_back("NUL");
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    std::vector<const GumboNode*> open{output->root};
    while (!open.empty()) {
        const GumboNode* node = open.back();
        open.pop_back();
        if (node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_CDATA) faults.emplace_back("a comment or template");
        if (node->type != GUMBO_NODE_ELEMENT) continue;
        const GumboElement& element = node->v.element;
        const std::string tag = element.tag == GUMBO_TAG_UNKNOWN ? "?" : gumbo_normalized_tagname(element.tag);
        const bool is_frame = one_of("html head body", tag) && element.attributes.length == 0;
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML || (!is_frame && !one_of(allowed, tag))) faults.push_back("<" + tag + ">");
        for (unsigned i = 0; i < element.attributes.length; ++i)
            if (const std::string fault = fout_in_kenmerk(tag, *static_cast<const GumboAttribute*>(element.attributes.data[i])); !fault.empty()) faults.push_back(fault);
        for (unsigned i = 0; i < element.children.length; ++i) open.push_back(static_cast<const GumboNode*>(element.children.data[i]));
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return faults;
}

}  // namespace dichtbij::testing
