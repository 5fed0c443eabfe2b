#include "bericht/bericht_routes.h"
#include "bericht/taalhulp_render.h"
#include "support/bureau.h"
#include "support/post.h"

namespace dichtbij::bericht::taalhulp_test {
namespace {

using dichtbij::testing::holds;
using testing::Post;

struct Opened {
    std::unique_ptr<FreshStore> fresh = fresh_sqlite(testing::post_schema());
    Post p{*fresh->store};
    dichtbij::testing::Bureau b{p.store, p.clock, p.ruben()};
    Opened() { add_routes(b, {p.store, p.berichten, p.verzenden, p.beheer, p.partijen, testing::texts()}); }
};

const html::Texts& texts(html::Taal taal = html::Taal::nl) { return testing::texts().of(taal); }
std::string oordeel(std::string_view tekst, taal::Taal taal = taal::Taal::nl, Knoppen knoppen = Knoppen::script) { return taaloordeel(texts(), "veld", tekst, taal, knoppen).markup(); }
bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a finding has its words, its place as the browser counts and what can stand there, escaped") {
    const std::string part = oordeel("Één <b>😀\nkomt derhalve & echter.");
    CHECK(has(part, "data-vervang=\"daarom\" data-was=\"derhalve\" data-van=\"15\" data-tot=\"23\""));
    CHECK(has(part, "Vervang ‘derhalve’ door ‘daarom’"));
    CHECK(has(part, "Kan het met: maar?"));
    CHECK(has(part, "data-taal-melding=\"2 plekken kunnen eenvoudiger\""));
    CHECK(has(oordeel("WIJ BETALEN <b>"), "BETALEN"));
    CHECK_FALSE(has(oordeel("WIJ BETALEN <b>NIETS</b>"), "<b>NIETS"));
}

TEST_CASE("an easy text is told to be so, an empty one says nothing") {
    CHECK(has(oordeel("Wij bellen u."), "Wij zien niets dat lastig leest"));
    CHECK(has(oordeel("Wij bellen u."), "3 woorden · 1 zin · gemiddeld 3 per zin"));
    CHECK(has(oordeel(""), "Nog geen tekst"));
}

TEST_CASE("indicators have their name and band, and no level is claimed") {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "Wij bellen u morgen terug. ";
    const std::string part = oordeel(text);
    CHECK(has(part, "Flesch-Douma: <strong>79</strong>, vrij makkelijk"));
    CHECK(has(part, "Leesindex A (Brouwer): <strong>78</strong>, makkelijker dan gewoon"));
    CHECK(has(part, "zegt geen enkele maat"));
    CHECK(has(oordeel(text, taal::Taal::en), "Flesch Reading Ease"));
}

TEST_CASE("a field to write in keeps its text, sends itself to be checked, and leaves Enter to the form") {
    const html::Form form(texts());
    const std::string field = schrijfveld(texts(), form, {{.name = "woorden", .label = "Bericht", .value = "Derhalve & zo"}, 4, "eng"}).markup();
    CHECK(has(field, "<textarea id=\"woorden\" name=\"woorden\" rows=\"4\">\nDerhalve &amp; zo</textarea>"));
    CHECK(has(field, "formaction=\"/berichten/taalhulp?veld=woorden&amp;taal=eng\""));
    CHECK(field.find("tabindex=\"-1\"") < field.find("formaction"));
}

TEST_CASE("line ends are those of the browser") {
    CHECK(getypte_tekst("a\r\nb\rc\n") == "a\nb\nc\n");
    CHECK(getypte_tekst("\r") == "\n");
}

TEST_CASE("the part asks for the field it belongs to, the page works without scripts") {
    Opened o;
    const auto part = o.b.send("/berichten/taalhulp?veld=woorden&taal=nld&deel=1", {{"woorden", "Dag.\r\nderhalve"}, {"ander", "thans"}});
    CHECK(holds(part, "data-van=\"5\""));
    CHECK_FALSE(holds(part, "thans"));
    CHECK_FALSE(holds(part, "<html"));
    for (const auto taal : {html::Taal::nl, html::Taal::en}) {
        o.b.taal = taal;
        CHECK(o.b.send("/berichten/taalhulp?veld=woorden&taal=eng", {{"woorden", "We commence."}}).status == 200);
        CHECK(o.b.send("/berichten/taalhulp", {}).status == 200);
    }
    const auto page = o.b.send("/berichten/taalhulp?veld=woorden&taal=nld", {{"woorden", "Derhalve <komt> u."}});
    CHECK(holds(page, "name=\"vervang\" value=\"0-8-0\""));
    CHECK(holds(page, "Derhalve &lt;komt&gt; u.</textarea>"));
    CHECK(holds(o.b.send("/berichten/taalhulp?taal=nld", {{"taaltekst", "Derhalve komt u."}, {"vervang", "0-8-0"}}), "Daarom komt u.</textarea>"));
    for (const char* stale : {"1-8-0", "0-8-9", "x", "", "0-99999999999999999999999-0", "0-8", "--"})
        CHECK(holds(o.b.send("/berichten/taalhulp?taal=nld", {{"taaltekst", "Derhalve komt u."}, {"vervang", stale}}), "Derhalve komt u.</textarea>"));
}

}  // namespace dichtbij::bericht::taalhulp_test
