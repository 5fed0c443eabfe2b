#pragma once
// Writes HTML, escaped by type: a string is text, only Html is markup. Elements are functions; what
// comes first are attributes, then children:
//
//     section(cls("section"), h2("Loopt nu"), p(cls("soft"), t("werk.aantal", n)),
//             each(rows, [&](const Row& row) { return li(a(href(row.url), row.titel)); }))
//
// An element cannot stay open, an attribute cannot be broken out of, an attribute after a child does not
// compile, and addresses refuse javascript:.

#include <array>
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

// One attribute, written and escaped: ` class="btn"`. Nothing when it is not there. A page has many and
// nearly all are short, so those take no memory of their own.
class Attribute {
  public:
    Attribute() = default;
    std::string_view markup() const { return long_.empty() ? std::string_view(short_.data(), size_) : std::string_view(long_); }
    bool is_present() const { return !markup().empty(); }

  private:
    friend Attribute attr(std::string_view name, std::string_view value);
    friend Attribute flag(std::string_view name, bool is_present);
    void write(std::string_view name, std::string_view value);
    void append(std::string_view piece);

    std::array<char, 55> short_;
    unsigned char size_ = 0;
    std::string long_;
};

void append_escaped(std::string& to, std::string_view text);
std::string escaped(std::string_view text);
Html text(std::string_view);

// CHECKs the name: letters, digits, hyphens and colons; not on*, style or srcdoc. In an attribute that
// holds an address (href, src, action, hx-get, ...) a scheme other than http, https, mailto or tel
// becomes "#".
Attribute attr(std::string_view name, std::string_view value);
Attribute flag(std::string_view name, bool is_present = true);  // checked, disabled, hidden
// The attribute when there is something to say.
Attribute attr_if(bool is_present, std::string_view name, std::string_view value);
inline Attribute cls(std::string_view names) { return attr("class", names); }
inline Attribute id(std::string_view value) { return attr("id", value); }
inline Attribute href(std::string_view url) { return attr("href", url); }
inline Attribute src(std::string_view url) { return attr("src", url); }
inline Attribute action(std::string_view url) { return attr("action", url); }
inline Attribute name(std::string_view value) { return attr("name", value); }
inline Attribute type(std::string_view value) { return attr("type", value); }
inline Attribute value(std::string_view v) { return attr("value", v); }

namespace detail {

template <class T>
inline constexpr bool is_attribute = std::is_same_v<T, Attribute> || std::is_same_v<T, std::vector<Attribute>>;

// Attributes stand before children.
template <class... A>
constexpr bool attributes_first() {
    bool in_tag = true;
    bool ok = true;
    ((is_attribute<A> ? ok = ok && in_tag : in_tag = false), ...);
    return ok;
}

class Builder {
  public:
    explicit Builder(std::string_view tag, std::size_t expected_size) {
        out_.reserve(expected_size + 2 * tag.size() + 5);
        out_.append("<").append(tag);
    }
    explicit Builder(std::size_t expected_size) : in_tag_(false) { out_.reserve(expected_size); }

    void add(const Attribute& attribute) { out_ += attribute.markup(); }
    void add(const std::vector<Attribute>& attributes) {
        for (const auto& attribute : attributes) add(attribute);
    }
    void add(const Html& child) {
        close_tag();
        out_ += child.markup();
    }
    void add(std::string_view child) {
        close_tag();
        append_escaped(out_, child);
    }
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
    void close_tag() {
        if (in_tag_) out_ += '>';
        in_tag_ = false;
    }
    Html take(std::string_view end = {}) {
        out_ += end;
        return Html::trusted(std::move(out_));
    }
    Html take_element(std::string_view tag) {
        close_tag();
        out_.append("</").append(tag).append(">");
        return Html::trusted(std::move(out_));
    }

  private:
    std::string out_;
    bool in_tag_ = true;
};

// About how much a part will take, so that an element is allocated once.
inline std::size_t size_of(const Attribute& attribute) { return attribute.markup().size(); }
inline std::size_t size_of(const Html& child) { return child.markup().size() + 1; }
inline std::size_t size_of(std::string_view child) { return child.size() + 4; }
inline std::size_t size_of(const std::optional<Html>& child) { return child ? size_of(*child) : 0; }
template <class T>
std::size_t size_of(const std::vector<T>& parts) {
    std::size_t size = 0;
    for (const auto& part : parts) size += size_of(part);
    return size;
}
template <class N>
    requires std::is_integral_v<N>
std::size_t size_of(N) {
    return 12;
}

}  // namespace detail

template <class... A>
    requires(detail::attributes_first<A...>())
Html el(std::string_view tag, const A&... parts) {
    detail::Builder builder(tag, (std::size_t{0} + ... + detail::size_of(parts)));
    (builder.add(parts), ...);
    return builder.take_element(tag);
}

template <class... A>
    requires(detail::is_attribute<A> && ...)
Html void_el(std::string_view tag, const A&... attributes) {
    detail::Builder builder(tag, (std::size_t{0} + ... + detail::size_of(attributes)));
    (builder.add(attributes), ...);
    return builder.take(">");
}

#define DICHTBIJ_ELEMENT(tag)                        \
    template <class... A>                            \
        requires(detail::attributes_first<A...>())   \
    Html tag(const A&... parts) {                    \
        return el(#tag, parts...);                   \
    }
#define DICHTBIJ_VOID_ELEMENT(tag)                   \
    template <class... A>                            \
        requires(detail::is_attribute<A> && ...)     \
    Html tag(const A&... attributes) {               \
        return void_el(#tag, attributes...);         \
    }
DICHTBIJ_ELEMENT(a) DICHTBIJ_ELEMENT(abbr) DICHTBIJ_ELEMENT(article) DICHTBIJ_ELEMENT(aside) DICHTBIJ_ELEMENT(b)
DICHTBIJ_ELEMENT(body) DICHTBIJ_ELEMENT(button) DICHTBIJ_ELEMENT(caption) DICHTBIJ_ELEMENT(code) DICHTBIJ_ELEMENT(datalist)
DICHTBIJ_ELEMENT(dd) DICHTBIJ_ELEMENT(details) DICHTBIJ_ELEMENT(dialog) DICHTBIJ_ELEMENT(div) DICHTBIJ_ELEMENT(dl)
DICHTBIJ_ELEMENT(dt) DICHTBIJ_ELEMENT(em) DICHTBIJ_ELEMENT(fieldset) DICHTBIJ_ELEMENT(footer) DICHTBIJ_ELEMENT(form)
DICHTBIJ_ELEMENT(h1) DICHTBIJ_ELEMENT(h2) DICHTBIJ_ELEMENT(h3) DICHTBIJ_ELEMENT(h4) DICHTBIJ_ELEMENT(head)
DICHTBIJ_ELEMENT(header) DICHTBIJ_ELEMENT(html) DICHTBIJ_ELEMENT(kbd) DICHTBIJ_ELEMENT(label) DICHTBIJ_ELEMENT(legend)
DICHTBIJ_ELEMENT(li) DICHTBIJ_ELEMENT(main) DICHTBIJ_ELEMENT(nav) DICHTBIJ_ELEMENT(ol) DICHTBIJ_ELEMENT(optgroup)
DICHTBIJ_ELEMENT(option) DICHTBIJ_ELEMENT(p) DICHTBIJ_ELEMENT(pre) DICHTBIJ_ELEMENT(section)
DICHTBIJ_ELEMENT(select) DICHTBIJ_ELEMENT(small) DICHTBIJ_ELEMENT(span) DICHTBIJ_ELEMENT(strong) DICHTBIJ_ELEMENT(summary)
DICHTBIJ_ELEMENT(table) DICHTBIJ_ELEMENT(tbody) DICHTBIJ_ELEMENT(td) DICHTBIJ_ELEMENT(textarea) DICHTBIJ_ELEMENT(tfoot)
DICHTBIJ_ELEMENT(th) DICHTBIJ_ELEMENT(thead) DICHTBIJ_ELEMENT(time) DICHTBIJ_ELEMENT(title) DICHTBIJ_ELEMENT(tr)
DICHTBIJ_ELEMENT(ul)
DICHTBIJ_VOID_ELEMENT(br) DICHTBIJ_VOID_ELEMENT(hr) DICHTBIJ_VOID_ELEMENT(img) DICHTBIJ_VOID_ELEMENT(input)
DICHTBIJ_VOID_ELEMENT(link) DICHTBIJ_VOID_ELEMENT(meta)
// A script is a file of ours: the Content-Security-Policy refuses any other, so it has no children.
template <class... A>
    requires(detail::is_attribute<A> && ...)
Html script(const A&... attributes) {
    return el("script", attributes...);
}
#undef DICHTBIJ_ELEMENT
#undef DICHTBIJ_VOID_ELEMENT

// The children one after another, without an element around them.
template <class... A>
    requires(!detail::is_attribute<A> && ...)
Html join(const A&... parts) {
    detail::Builder builder((std::size_t{0} + ... + detail::size_of(parts)));
    (builder.add(parts), ...);
    return builder.take();
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
