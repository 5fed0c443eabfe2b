#include "html/frame.h"

#include <algorithm>
#include <array>

#include "html/form.h"
#include "html/parts.h"
#include "http/params.h"

namespace dichtbij::html {
namespace {

Html own_mark() {
    return Html::trusted(
        "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M4 12c4-4 8-4 12 0s8 4 12 0\" fill=\"none\" "
        "stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\"/><path d=\"M4 20c4-4 8-4 12 0s8 4 12 0\" "
        "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\"/></svg>");
}

Html brand_link(const Brand& brand) {
    return a(cls("brandmark"), href("/"),
             brand.logo_url.empty() ? own_mark() : img(src(brand.logo_url), attr("alt", "")), " ", brand.naam);
}

Html head_of(const Texts& t, const AssetUrl& assets, const Brand& brand, const PageHead& page) {
    const std::string title_text = (page.is_error ? t("pagina.fout") + " " : "") + page.title + " – Dichtbij" +
                                   (brand.naam.empty() ? "" : " " + brand.naam);
    return head(meta(attr("charset", "utf-8")), title(title_text),
                meta(name("viewport"), attr("content", "width=device-width, initial-scale=1")),
                meta(name("htmx-config"),
                     attr("content", R"({"includeIndicatorCSS":false,"history":false})")),
                link(attr("rel", "stylesheet"), href(assets("dichtbij.css"))),
                when(!brand.theme_url.empty(), [&] { return link(attr("rel", "stylesheet"), href(brand.theme_url)); }),
                link(attr("rel", "icon"), href("/assets/favicon.svg"), type("image/svg+xml")),
                script(attr("src", assets("htmx.min.js")), flag("defer")), script(attr("src", assets("desk.js")), flag("defer")));
}

Html language_switch(const Texts& t, std::string_view path) {
    const bool to_english = t.taal() == Taal::nl;
    const std::string_view code = to_english ? "en" : "nl";
    return a(href("/taal/" + std::string(code) + "?naar=" + http::percent_encoded(path)), attr("lang", code), attr("hreflang", code),
             attr("rel", "nofollow"), to_english ? "English" : "Nederlands");
}

Html nav_list(const std::vector<NavItem>& items) {
    return each(items, [](const NavItem& item) {
        return li(a(href(item.url), attr_if(item.is_current, "aria-current", "page"), icon(item.icon_name),
                    span(item.label, when(!item.line2.empty(), [&] { return span(cls("line2"), item.line2); })),
                    when(item.count.has_value(), [&] { return span(cls("count"), *item.count); })));
    });
}

Html conversations(const Texts& t, const DeskFrame& frame) {
    return join(h2(t("kader.in_gesprek")),
                ul(when(frame.gesprekken.empty(), [&] { return li(cls("none"), t("kader.geen_gesprek")); }), nav_list(frame.gesprekken),
                   li(a(href("/contact/nieuw"), attr("data-key", "n"), icon("plus"), span(t("kader.nieuw_contact")), kbd(cls("push"), "n")))));
}

Html rail(const Texts& t, const DeskFrame& frame) {
    return nav(
        cls("desk-nav"), id("menu"), attr("aria-label", t("kader.hoofdmenu")), ul(nav_list(frame.nav)),
        when(frame.takes_contacts, [&] { return conversations(t, frame); }),
        when(!frame.beheer.empty(), [&] { return join(h2(t("kader.beheer")), ul(nav_list(frame.beheer))); }),
        h2(cls("narrow-only"), frame.medewerker),
        ul(cls("narrow-only"), li(a(href("/profiel"), icon("user"), span(t("kader.profiel")))),
           li(language_switch(t, frame.path)),
           li(form(attr("method", "post"), action("/uitloggen"), csrf_field(frame.csrf),
                   button(cls("btn btn-quiet"), type("submit"), icon("logout"), " ", t("kader.uitloggen")))),
           li(a(href("#top"), icon("x"), span(t("kader.menu_dicht"))))));
}

Html desk_header(const Texts& t, const DeskFrame& frame) {
    return header(
        cls("desk-head on-header"), brand_link(frame.brand),
        a(cls("menu-open push"), href("#menu"), icon("menu-2"), " ", t("kader.menu")),
        form(attr("role", "search"), action("/zoeken"), label(cls("sr"), attr("for", "zoek"), t("kader.zoek")), icon("search"),
             input(id("zoek"), type("search"), name("q"), value(frame.search), attr("placeholder", t("kader.zoek_hint")),
                   attr("maxlength", "200"), attr("autocomplete", "off"), attr("data-key", "/")),
             kbd("/")),
        div(cls("desk-tools"),
            when(frame.unread > 0, [&] {
                return a(href("/attenties"), icon("bell"), " ", t("kader.attenties", frame.unread));
            }),
            button(cls("btn-plain hide-m"), type("button"), attr("data-keys-help", ""), icon("help"), " ", t("kader.toetsen")),
            language_switch(t, frame.path),
            details(cls("me-menu"), summary(cls("me"), avatar(frame.medewerker), span(cls("hide-m"), frame.medewerker)),
                    div(cls("me-list"), a(href("/profiel"), t("kader.profiel")), a(href("/afwezigheid"), t("kader.afwezigheid")),
                        form(attr("method", "post"), action("/uitloggen"), csrf_field(frame.csrf),
                             button(cls("btn-plain"), type("submit"), icon("logout"), " ", t("kader.uitloggen")))))));
}

// The words that the scripts show, so that no text stands in a script: data-nieuw, data-gekozen-one, ...
Html script_words(const Texts& t) {
    static constexpr std::array<std::string_view, 24> keys{
        "bewaard",           "niet_bewaard",        "geen_verbinding", "bewaren_conflict", "opnieuw_inloggen", "nieuw",
        "nieuwe_regels.one", "nieuwe_regels.other", "volgorde_anders", "bijgewerkt",       "nog_seconden",     "kijkt_mee",
        "gekozen.one",       "gekozen.other",       "kies_bestand",    "geen_bestand",     "toetsen_titel",    "losse_toetsen",
        "toets_omlaag",      "toets_omhoog",        "toets_open",      "toets_kies",       "lijst_oud",           "sluit"};
    std::vector<Attribute> words;
    words.reserve(keys.size());
    for (const auto key : keys) {
        std::string name_ = "data-" + std::string(key);
        std::replace_if(name_.begin(), name_.end(), [](char c) { return c == '_' || c == '.'; }, '-');
        words.push_back(attr(name_, t.pattern("script." + std::string(key))));
    }
    return el("template", id("woorden"), words);
}

}  // namespace

std::string desk_page(const Texts& t, const AssetUrl& assets, const DeskFrame& frame, const PageHead& page, const Html& main_) {
    const Html whole = html(
        attr("lang", to_string(t.taal())), head_of(t, assets, frame.brand, page),
        body(cls("deskbody"), id("top"), attr_if(frame.single_keys == SingleKeys::off, "data-single-keys", "off"),
             attr("data-csrf", frame.csrf), attr_if(!frame.live_topics.empty(), "data-live-topics", frame.live_topics),
             attr("data-live-worker", assets("live-worker.js")), attr("data-live-name", frame.medewerker), a(cls("skip"), href("#inhoud"), t("kader.naar_inhoud")),
             desk_header(t, frame),
             div(cls("desk"), rail(t, frame), main(cls("desk-main"), id("inhoud"), attr("tabindex", "-1"), main_)),
             div(cls("sr"), attr("role", "status"), id("meldingen")), script_words(t)));
    return "<!doctype html>\n" + whole.markup();
}

std::string quiet_page(const Texts& t, const AssetUrl& assets, const Brand& brand, const PageHead& page, const Html& main_) {
    const Html whole = html(
        attr("lang", to_string(t.taal())), head_of(t, assets, brand, page),
        body(cls("quietbody"), id("top"), a(cls("skip"), href("#inhoud"), t("kader.naar_inhoud")),
             header(cls("desk-head on-header"), brand_link(Brand{brand.naam.empty() ? "Dichtbij" : brand.naam, brand.logo_url, {}}),
                    div(cls("desk-tools always"), language_switch(t, page.path))),
             main(cls("quiet"), id("inhoud"), attr("tabindex", "-1"), main_), script_words(t)));
    return "<!doctype html>\n" + whole.markup();
}

}  // namespace dichtbij::html
