#include "portaal/kader_portaal.h"

#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::portaal {
namespace {

using namespace html;

Html own_mark() {
    return Html::trusted(
        "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M4 12c4-4 8-4 12 0s8 4 12 0\" fill=\"none\" "
        "stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\"/><path d=\"M4 20c4-4 8-4 12 0s8 4 12 0\" "
        "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\"/></svg>");
}

std::string home_of(const Kader& kader) { return "/g/" + kader.gemeente.code; }
bool is_ingelogd(const Kader& kader) { return kader.sessie && kader.sessie->inwoner.is_ingelogd(); }

Html head_of(const Kader& kader, const Paginakop& kop) {
    const Texts& t = kader.t;
    const std::string title_text = (kop.is_fout ? t("pagina.fout") + " " : "") + kop.titel + " – " + kader.brand.naam;
    return head(meta(attr("charset", "utf-8")), title(title_text),
                meta(name("viewport"), attr("content", "width=device-width, initial-scale=1")),
                link(attr("rel", "stylesheet"), href(kader.assets("dichtbij.css"))),
                when(!kader.brand.theme_url.empty(), [&] { return link(attr("rel", "stylesheet"), href(kader.brand.theme_url)); }),
                link(attr("rel", "icon"), href("/assets/favicon.svg"), type("image/svg+xml")),
                script(attr("src", kader.assets("portaal.js")), flag("defer")));
}

Html language_switch(const Kader& kader) {
    const bool to_english = kader.t.taal() == Taal::nl;
    const std::string code = to_english ? "en" : "nl";
    const std::string url = kader.pad + (kader.pad.find('?') == std::string::npos ? "?" : "&") + "taal=" + code;
    return a(href(url), attr("lang", code), attr("hreflang", code), attr("rel", "nofollow"), icon("language"), " ", to_english ? "English" : "Nederlands");
}

Html menu(const Kader& kader, const Paginakop& kop) {
    const Texts& t = kader.t;
    const auto item = [&](const std::string& url, std::string_view icon_name, std::string_view key, std::string_view words) {
        return a(href(url), attr_if(kop.huidig == key, "aria-current", "page"), icon(icon_name), " ", words);
    };
    return nav(attr("aria-label", t("kader.hoofdmenu")),
               when(is_ingelogd(kader), [&] { return item("/mijn", "user", "mijn", t("portaal.menu.mijn")); }),
               item(home_of(kader) + "/contact", "message-circle", "contact", t("portaal.menu.contact")), language_switch(kader),
               is_ingelogd(kader) ? form(cls("menu-form"), attr("method", "post"), action("/mijn/uitloggen"), csrf_field(kader.csrf),
                                         button(cls("btn-plain"), type("submit"), icon("logout"), " ", t("kader.uitloggen")))
                                  : item(home_of(kader) + "/inloggen", "login", "inloggen", t("portaal.menu.inloggen")));
}

Html header_of(const Kader& kader, const Paginakop& kop) {
    return header(cls("portal-head on-header"),
                  div(cls("wrap"),
                      a(cls("brandmark"), href(home_of(kader)), kader.brand.logo_url.empty() ? own_mark() : img(src(kader.brand.logo_url), attr("alt", "")), " ", kader.brand.naam),
                      menu(kader, kop)));
}

Html crumbs(const Kader& kader, const Paginakop& kop) {
    if (kop.kruimels.empty()) return {};
    return div(cls("wrap"), nav(cls("breadcrumb"), attr("aria-label", kader.t("portaal.kruimelpad")),
                                ol(each(kop.kruimels, [](const Kruimel& one) { return li(a(href(one.url), attr_if(!one.taal.empty(), "lang", one.taal), one.label)); }),
                                   li(attr("aria-current", "page"), attr_if(!kop.titeltaal.empty(), "lang", kop.titeltaal), kop.titel))));
}

// Who is signed in and until when, for eyes and screen readers, also without scripts.
Html session_line(const Kader& kader) {
    if (!kader.sessie) return {};
    const Texts& t = kader.t;
    const std::string tot = time_of_day(t, kader.sessie->tot());
    const Inwoner& inwoner = kader.sessie->inwoner;
    const std::string words = !inwoner.is_ingelogd() ? t("portaal.sessie.volgt", tot)
                              : inwoner.naam.empty() ? t("portaal.sessie.zonder_naam", tot)
                                                     : t("portaal.sessie.naam", inwoner.naam, tot);
    return section(cls("session-line"), attr("aria-label", t("portaal.sessie.regel")), div(cls("wrap"), p(icon("clock"), " ", words),
                                        when(inwoner.wijze == Aanmeldwijze::demo, [&] { return p(strong(t("portaal.demo.merk"))); })));
}

// Shown by portaal.js two minutes before the end. Each button is a form: nothing here needs the script.
Html session_dialog(const Kader& kader) {
    if (!is_ingelogd(kader)) return {};
    const Texts& t = kader.t;
    const auto left = (kader.sessie->tot() - kader.now).count();
    const bool kan_langer = kader.sessie->stil_tot < kader.sessie->einde_op;
    return el("dialog", cls("session-dialog"), id("sessie"), attr("aria-labelledby", "sessie-kop"), attr("data-sessie", std::to_string(left)),
              attr("data-vooraf", std::to_string(seconds(waarschuwing_vooraf).count())),
              h2(id("sessie-kop"), t("portaal.sessie.kop")), p(kan_langer ? t("portaal.sessie.uitleg") : t("portaal.sessie.einde")),
              div(cls("row section"),
                  when(kan_langer, [&] {
                      return form(attr("method", "post"), action("/mijn/blijf"), csrf_field(kader.csrf), hidden("naar", kader.pad),
                                  button(cls("btn btn-primary"), type("submit"), flag("autofocus"), t("portaal.sessie.blijf")));
                  }),
                  form(attr("method", "post"), action("/mijn/uitloggen"), csrf_field(kader.csrf), button(cls("btn"), type("submit"), t("portaal.sessie.nu_uit")))));
}

Html footer_of(const Kader& kader) {
    const Texts& t = kader.t;
    const auto& g = kader.gemeente;
    const std::string home = home_of(kader);
    return footer(cls("foot"),
                  div(cls("wrap stack"),
                      p(g.telefoon.empty() ? text(t("portaal.voet.hulp_zonder")) : t.rich("portaal.voet.hulp", telefoon_link(g.telefoon)), " ", kader.open_vandaag,
                        when(!g.adres.empty(), [&] { return text(" " + t("portaal.voet.balie", g.adres)); })),
                      ul(li(a(href(home + "/contact"), t("portaal.menu.contact"))), li(a(href(home + "/toegankelijkheid"), t("portaal.voet.toegankelijkheid"))),
                         li(a(href(home + "/privacy"), t("portaal.voet.privacy"))))));
}

}  // namespace

Html telefoon_link(std::string_view telefoon) {
    std::string number;
    for (const char c : telefoon)
        if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) number += c;
    return number.empty() ? text(telefoon) : a(href("tel:" + number), telefoon);
}

Html hoofdknop(std::string_view url, std::string_view label_) { return a(cls("btn btn-primary"), href(url), label_); }

std::string kader_page(const Kader& kader, const Paginakop& kop, const Html& main_) {
    const Html whole = html::html(
        attr("lang", to_string(kader.t.taal())), head_of(kader, kop),
        body(cls("portal"), id("top"), attr("data-csrf", kader.csrf), a(cls("skip"), href("#inhoud"), kader.t("kader.naar_inhoud")), header_of(kader, kop),
             session_line(kader), crumbs(kader, kop), main(cls("wrap portal-main"), id("inhoud"), attr("tabindex", "-1"), main_), footer_of(kader),
             session_dialog(kader)));
    return "<!doctype html>\n" + whole.markup();
}

}  // namespace dichtbij::portaal
