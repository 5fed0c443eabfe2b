#include <doctest/doctest.h>

#include "base/bug.h"
#include "html/writer.h"

namespace dichtbij::html::writer_test {

TEST_CASE("what is text stays text, between tags and in attributes") {
    const struct {
        const char* text;
        const char* written;
    } rows[] = {
        {"", ""},
        {"gewoon", "gewoon"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"a & b &amp; c", "a &amp; b &amp;amp; c"},
        {"\" onclick=\"x", "&quot; onclick=&quot;x"},
        {"' onclick='x", "&#39; onclick=&#39;x"},
        {"Şükran Öztürk € 94,50", "Şükran Öztürk € 94,50"},
        {"a text that is longer than what fits in an attribute itself <b>", "a text that is longer than what fits in an attribute itself &lt;b&gt;"},
    };
    for (const auto& row : rows) {
        CHECK(p(row.text).markup() == "<p>" + std::string(row.written) + "</p>");
        CHECK(span(attr("title", row.text)).markup() == "<span title=\"" + std::string(row.written) + "\"></span>");
    }
}

TEST_CASE("markup, numbers, lists and what may be missing are children too") {
    CHECK(p(strong("a"), std::string("<b>"), 3).markup() == "<p><strong>a</strong>&lt;b&gt;3</p>");
    CHECK(ul(std::vector<Html>{li("1"), li("2")}).markup() == "<ul><li>1</li><li>2</li></ul>");
    CHECK(p(std::optional<Html>(), std::optional<Html>(b("x"))).markup() == "<p><b>x</b></p>");
    CHECK(join("1 < 2", b("x")).markup() == "1 &lt; 2<b>x</b>");
    CHECK(ul(each(std::vector<int>{1, 2}, [](int n) { return li(n); })).markup() == "<ul><li>1</li><li>2</li></ul>");
    CHECK(when(false, [] { return p("x"); }).empty());
    CHECK(when(true, [] { return p("x"); }).markup() == "<p>x</p>");
}

TEST_CASE("an address with a scheme that runs something becomes a harmless one") {
    const struct {
        const char* url;
        bool is_kept;
    } rows[] = {
        {"/taken/1?a=b:c", true},
        {"?na=2026-11-22T10:00", true},
        {"#h-werk", true},
        {"taken", true},
        {"https://www.oeverland.example/", true},
        {"HTTP://www.oeverland.example/", true},
        {"tel:+31612345678", true},
        {"mailto:info@oeverland.example", true},
        {"", true},
        {"javascript:alert(1)", false},
        {" JaVaScRiPt:alert(1)", false},
        {"java\tscript:alert(1)", false},
        {"\x01javascript:alert(1)", false},
        {"data:text/html,x", false},
        {"vbscript:x", false},
        {"blob:x", false},
    };
    for (const auto& row : rows)
        for (const Attribute& attribute : {href(row.url), src(row.url), action(row.url), attr("formaction", row.url), attr("hx-get", row.url)}) {
            const bool is_harmless = attribute.markup().ends_with("=\"#\"");
            CHECK_MESSAGE(is_harmless == !(row.is_kept && std::string_view(row.url) != "#"), row.url);
        }
}

TEST_CASE("an attribute cannot be a handler, a style or something that is no name") {
    for (const char* bad : {"onclick", "onload", "hx-on:click", "style", "srcdoc", "a b", "a=b", "a\"", "", "a>"}) {
        CHECK_THROWS_AS(attr(bad, "x"), Bug);
        CHECK_THROWS_AS(flag(bad), Bug);
    }
    CHECK(attr("aria-describedby", "x").markup() == " aria-describedby=\"x\"");
    CHECK(attr("viewBox", "0 0 1 1").markup() == " viewBox=\"0 0 1 1\"");
}

TEST_CASE("an attribute is there or not") {
    CHECK(input(flag("disabled", false), flag("checked")).markup() == "<input checked>");
    CHECK(p(attr_if(false, "class", "x"), attr_if(true, "lang", "en"), "x").markup() == "<p lang=\"en\">x</p>");
    CHECK(input(std::vector<Attribute>{name("a"), value("1")}).markup() == "<input name=\"a\" value=\"1\">");
    const Attribute copy = [] {
        const Attribute original = attr("title", std::string(200, 'x'));
        return Attribute(original);
    }();
    CHECK(copy.markup().size() == 209);
}

template <class... A>
concept can_be_paragraph = requires(const A&... parts) { p(parts...); };
template <class... A>
concept can_be_input = requires(const A&... parts) { input(parts...); };

TEST_CASE("an attribute after a child and a child in an empty element do not compile") {
    static_assert(can_be_paragraph<Attribute, const char*>);
    static_assert(!can_be_paragraph<std::string, Attribute>);
    static_assert(!can_be_paragraph<Html, std::vector<Attribute>>);
    static_assert(can_be_input<Attribute>);
    static_assert(!can_be_input<std::string>);
}

}  // namespace dichtbij::html::writer_test
