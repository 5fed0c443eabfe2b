// What everybody may read: the home of a gemeente, contact, accessibility, privacy.
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "portaal/kader_portaal.h"
#include "portaal/openingstijden_portaal.h"
#include "portaal/portaal_routes.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Request;
using http::Response;

struct Uren {
    std::string nu;
    Html week;
    Html bijzonder;
};

Uren uren_of(const Mijn& mijn) {
    const auto& delen = mijn.site.delen();
    return delen.sessies.store().read([&](store::Tx& tx) {
        Uren uren;
        const auto kalender = delen.normen.kalender(tx, mijn.gemeente.id);
        const auto tijden = delen.normen.opening_hours(tx, access::system_caller("portaal"), mijn.gemeente.id);
        if (!kalender || !tijden) return uren;
        uren.nu = open_nu(mijn.t, **kalender, mijn.now);
        uren.week = week_table(mijn.t, tijden->uren.week);
        uren.bijzonder = bijzondere_dagen(mijn.t, **kalender, tijden->uren.week, mijn.today());
        return uren;
    });
}

Html channels(const Mijn& mijn) {
    const Texts& t = mijn.t;
    const auto& g = mijn.gemeente;
    const auto item = [&](std::string_view icon_name, std::string_view key, const Html& way) {
        return li(h3(icon(icon_name), " ", t("portaal.contact." + std::string(key))), p(way), p(cls("soft small"), t("portaal.contact." + std::string(key) + "_uitleg")));
    };
    return ul(cls("channels"), when(!g.telefoon.empty(), [&] { return item("phone", "bellen", telefoon_link(g.telefoon)); }),
              when(!g.email.empty(), [&] { return item("mail", "schrijven", a(href("mailto:" + g.email), g.email)); }),
              when(!g.adres.empty(), [&] { return item("map-pin", "langskomen", text(g.adres)); }));
}

Response home(Request&, Mijn& mijn) {
    const Texts& t = mijn.t;
    const Uren uren = uren_of(mijn);
    const std::string mine = mijn.inwoner.is_ingelogd() && mijn.sessie ? "/mijn" : mijn.openbaar("/inloggen");
    return mijn.page({.titel = t("portaal.home.titel"), .huidig = "home"},
                     join(h1(t("portaal.home.kop")), p(cls("lead"), t("portaal.home.uitleg")),
                          section(attr("aria-labelledby", "h-volg"),
                                  div(cls("aside-box portal-split"), div(h2(id("h-volg"), t("portaal.home.gevraagd")), p(t("portaal.home.volgen"))),
                                      div(cls("row"), hoofdknop(mine, t("portaal.home.volg_knop")), a(href(mijn.openbaar("/volgen")), t("portaal.home.zonder"))))),
                          each(mijn.site.links(), [&](const auto& link) { return section(p(hoofdknop(mijn.openbaar(link.first), t(link.second)))); }),
                          section(attr("aria-labelledby", "h-contact"), h2(id("h-contact"), t("portaal.contact.kop")), p(cls("prose"), uren.nu), div(cls("section"), channels(mijn)),
                                  p(cls("section"), a(href(mijn.openbaar("/contact")), t("portaal.contact.alles"))))));
}

Response contact(Request&, Mijn& mijn) {
    const Texts& t = mijn.t;
    const Uren uren = uren_of(mijn);
    const auto& site_url = mijn.gemeente.website;
    return mijn.page({.titel = t("portaal.contact.kop"), .kruimels = {{mijn.openbaar(""), t("portaal.menu.home")}}, .huidig = "contact"},
                     join(h1(t("portaal.contact.kop")), p(cls("lead"), uren.nu),
                          section(attr("aria-labelledby", "h-manieren"), h2(id("h-manieren"), t("portaal.contact.manieren")), channels(mijn)),
                          section(attr("aria-labelledby", "h-open"), h2(id("h-open"), t("portaal.open.kop")), uren.week, div(cls("section"), uren.bijzonder)),
                          when(site_url.starts_with("https://") || site_url.starts_with("http://"),
                               [&] { return section(p(t.rich("portaal.contact.website", a(href(site_url), site_url)))); })));
}

// Paragraphs under headings: "PREFIX.1.kop", "PREFIX.1.tekst", ...
Html chapters(const Texts& t, const std::string& prefix, int count) {
    Html all;
    for (int i = 1; i <= count; ++i) {
        const std::string key = prefix + std::to_string(i);
        all += section(cls("prose"), h2(t(key + ".kop")), p(t(key + ".tekst")));
    }
    return all;
}

Response statement(const Mijn& mijn, const std::string& name_, int count) {
    const Texts& t = mijn.t;
    const std::string key = "portaal." + name_;
    return mijn.page({.titel = t(key + ".kop"), .kruimels = {{mijn.openbaar(""), t("portaal.menu.home")}}},
                     join(h1(t(key + ".kop")), p(cls("lead"), t(key + ".inleiding", mijn.gemeente.naam)), chapters(t, key + ".", count),
                          section(cls("prose"), h2(t("portaal.verklaring.contact_kop")), p(t("portaal.verklaring.contact")),
                                  when(!mijn.gemeente.telefoon.empty(), [&] { return p(t.rich("portaal.inloggen.bel", telefoon_link(mijn.gemeente.telefoon))); }),
                                  when(!mijn.gemeente.email.empty(), [&] { return p(t.rich("portaal.verklaring.mail", a(href("mailto:" + mijn.gemeente.email), mijn.gemeente.email))); }))));
}

constexpr int accessibility_chapters = 5;
constexpr int privacy_chapters = 6;

}  // namespace

void add_openbare_routes(Site& site) {
    site.get_open("/g", [](Request& request, Mijn& mijn) {
        const auto all = mijn.site.delen().sessies.store().read([](store::Tx& tx) { return organisatie::gemeenten(tx); });
        return all.size() == 1 ? Response::redirect(mijn.openbaar("")) : mijn.site.choose_gemeente(request);
    });
    site.get("/", Eis::openbaar(), home);
    site.get("/contact", Eis::openbaar(), contact);
    site.get("/toegankelijkheid", Eis::openbaar(), [](Request&, Mijn& mijn) { return statement(mijn, "toegankelijkheid", accessibility_chapters); });
    site.get("/privacy", Eis::openbaar(), [](Request&, Mijn& mijn) { return statement(mijn, "privacy", privacy_chapters); });
}

}  // namespace dichtbij::portaal
