#pragma once
// Writes HTML, escaped by type: a string is text, only Html is markup. Elements are functions; what
// comes first are attributes, then children:
//
//     section(cls("section"), h2("Loopt nu"), p(cls("soft"), t("werk.aantal", n)),
//             each(rows, [&](const Row& row) { return li(a(href(row.url), row.titel)); }))
//
// An element cannot stay open, an attribute cannot be broken out of, and href refuses javascript:.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"

namespace dichtbij::html {

class Html {
  public:
    Html() = default;
    static Html trusted(std::string markup) {  // only for markup that this program wrote
        Html html;
        html.markup_ = std::move(markup);
        return html;
    }
    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }

  private:
    std::string markup_;
};

struct Attribute {
    std::string name;
    std::optional<std::string> value;  // none: a boolean attribute
    bool is_present = true;
};

void append_escaped(std::string& to, std::string_view text);
std::string escaped(std::string_view text);
Html text(std::string_view);

Attribute attr(std::string name, std::string_view value);  // CHECKs the name; refuses on*
Attribute flag(std::string name, bool is_present = true);  // checked, disabled, hidden
inline Attribute cls(std::string_view names) { return attr("class", names); }
inline Attribute id(std::string_view value) { return attr("id", value); }
Attribute href(std::string_view url);    // a scheme other than http, https, mailto or tel becomes "#"
Attribute action(std::string_view url);  // the same
inline Attribute name(std::string_view value) { return attr("name", value); }
inline Attribute type(std::string_view value) { return attr("type", value); }
inline Attribute value(std::string_view v) { return attr("value", v); }
// The attribute when there is something to say.
Attribute attr_if(bool is_present, std::string name, std::string_view value);

namespace detail {

struct Builder {
    std::string out;
    bool in_tag = true;

    explicit Builder(std::string_view tag) { out.append("<").append(tag); }
    void close_tag() {
        if (in_tag) out += '>';
        in_tag = false;
    }
    void add(const Attribute& attribute) {
        CHECK_THAT(in_tag);
        if (!attribute.is_present) return;
        out.append(" ").append(attribute.name);
        if (!attribute.value) return;
        out += "=\"";
        append_escaped(out, *attribute.value);
        out += '"';
    }
    void add(const std::vector<Attribute>& attributes) {
        for (const auto& attribute : attributes) add(attribute);
    }
    void add(const Html& child) {
        close_tag();
        out += child.markup();
    }
    void add(std::string_view child) {
        close_tag();
        append_escaped(out, child);
    }
    void add(const std::string& child) { add(std::string_view(child)); }
    void add(const char* child) { add(std::string_view(child)); }
    void add(const std::vector<Html>& children) {
        for (const auto& child : children) add(child);
    }
    void add(const std::optional<Html>& child) {
        if (child) add(*child);
    }
    template <class N>
        requires(std::is_integral_v<N> && !std::is_same_v<N, bool> && !std::is_same_v<N, char>)
    void add(N number) {
        add(std::string_view(std::to_string(number)));
    }
};

}  // namespace detail

template <class... A>
Html el(std::string_view tag, const A&... parts) {
    detail::Builder builder(tag);
    (builder.add(parts), ...);
    builder.close_tag();
    builder.out.append("</").append(tag).append(">");
    return Html::trusted(std::move(builder.out));
}

template <class... A>
Html void_el(std::string_view tag, const A&... attributes) {
    detail::Builder builder(tag);
    (builder.add(attributes), ...);
    CHECK_THAT(builder.in_tag);
    builder.out += '>';
    return Html::trusted(std::move(builder.out));
}

#define DICHTBIJ_ELEMENT(tag)                   \
    template <class... A>                       \
    Html tag(const A&... parts) {               \
        return el(#tag, parts...);              \
    }
#define DICHTBIJ_VOID_ELEMENT(tag)              \
    template <class... A>                       \
    Html tag(const A&... attributes) {          \
        return void_el(#tag, attributes...);    \
    }
DICHTBIJ_ELEMENT(a) DICHTBIJ_ELEMENT(abbr) DICHTBIJ_ELEMENT(article) DICHTBIJ_ELEMENT(aside) DICHTBIJ_ELEMENT(b)
DICHTBIJ_ELEMENT(body) DICHTBIJ_ELEMENT(button) DICHTBIJ_ELEMENT(caption) DICHTBIJ_ELEMENT(code) DICHTBIJ_ELEMENT(datalist)
DICHTBIJ_ELEMENT(dd) DICHTBIJ_ELEMENT(details) DICHTBIJ_ELEMENT(dialog) DICHTBIJ_ELEMENT(div) DICHTBIJ_ELEMENT(dl)
DICHTBIJ_ELEMENT(dt) DICHTBIJ_ELEMENT(em) DICHTBIJ_ELEMENT(fieldset) DICHTBIJ_ELEMENT(footer) DICHTBIJ_ELEMENT(form)
DICHTBIJ_ELEMENT(h1) DICHTBIJ_ELEMENT(h2) DICHTBIJ_ELEMENT(h3) DICHTBIJ_ELEMENT(h4) DICHTBIJ_ELEMENT(head)
DICHTBIJ_ELEMENT(header) DICHTBIJ_ELEMENT(html) DICHTBIJ_ELEMENT(kbd) DICHTBIJ_ELEMENT(label) DICHTBIJ_ELEMENT(legend)
DICHTBIJ_ELEMENT(li) DICHTBIJ_ELEMENT(main) DICHTBIJ_ELEMENT(nav) DICHTBIJ_ELEMENT(ol) DICHTBIJ_ELEMENT(optgroup)
DICHTBIJ_ELEMENT(option) DICHTBIJ_ELEMENT(p) DICHTBIJ_ELEMENT(pre) DICHTBIJ_ELEMENT(script) DICHTBIJ_ELEMENT(section)
DICHTBIJ_ELEMENT(select) DICHTBIJ_ELEMENT(small) DICHTBIJ_ELEMENT(span) DICHTBIJ_ELEMENT(strong) DICHTBIJ_ELEMENT(summary)
DICHTBIJ_ELEMENT(table) DICHTBIJ_ELEMENT(tbody) DICHTBIJ_ELEMENT(td) DICHTBIJ_ELEMENT(textarea) DICHTBIJ_ELEMENT(tfoot)
DICHTBIJ_ELEMENT(th) DICHTBIJ_ELEMENT(thead) DICHTBIJ_ELEMENT(time) DICHTBIJ_ELEMENT(title) DICHTBIJ_ELEMENT(tr)
DICHTBIJ_ELEMENT(ul)
DICHTBIJ_VOID_ELEMENT(br) DICHTBIJ_VOID_ELEMENT(hr) DICHTBIJ_VOID_ELEMENT(img) DICHTBIJ_VOID_ELEMENT(input)
DICHTBIJ_VOID_ELEMENT(link) DICHTBIJ_VOID_ELEMENT(meta)
#undef DICHTBIJ_ELEMENT
#undef DICHTBIJ_VOID_ELEMENT

// The children one after another, without an element around them.
template <class... A>
Html join(const A&... parts) {
    detail::Builder builder("");
    builder.out.clear();
    builder.in_tag = false;
    (builder.add(parts), ...);
    return Html::trusted(std::move(builder.out));
}

// make(item) for each item of a range.
template <class Range, class Make>
Html each(const Range& range, Make make) {
    std::string out;
    for (const auto& item : range) out += make(item).markup();
    return Html::trusted(std::move(out));
}

// make() when the condition holds, else nothing.
template <class Make>
    requires std::is_invocable_r_v<Html, Make>
Html when(bool condition, Make make) {
    return condition ? make() : Html();
}
inline Html when(bool condition, Html html) { return condition ? std::move(html) : Html(); }

}  // namespace dichtbij::html
