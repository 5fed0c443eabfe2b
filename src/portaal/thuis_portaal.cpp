// The home of "Mijn Dichtbij": what is asked of the resident, what runs, what is closed.
#include <algorithm>

#include "html/dates.h"
#include "html/parts.h"
#include "portaal/kader_portaal.h"
#include "portaal/loopt_portaal.h"
#include "portaal/portaal_routes.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Request;
using http::Response;

constexpr int home_limit = 60;
constexpr int all_limit = 500;
constexpr std::size_t closed_on_home = 5;

struct Lijst {
    std::vector<Loopt> lopend;   // the promised day first; what has none last
    std::vector<Loopt> klaar;    // newest first
    std::vector<Html> blokken;
};

Lijst read_list(const Mijn& mijn, int limit) {
    const auto& delen = mijn.site.delen();
    return delen.sessies.store().read([&](store::Tx& tx) {
        Lijst lijst;
        if (mijn.inwoner.is_bekend())
            for (const Onderdeel* onderdeel : delen.volgen.onderdelen())
                for (Loopt& one : onderdeel->of(tx, mijn.inwoner, mijn.t, limit)) (one.is_open ? lijst.lopend : lijst.klaar).push_back(std::move(one));
        for (const Blok& blok : mijn.site.blokken()) lijst.blokken.push_back(blok(tx, mijn));
        std::stable_sort(lijst.lopend.begin(), lijst.lopend.end(), [](const Loopt& a, const Loopt& b) {
            return a.beloofd.value_or(Day::max()) < b.beloofd.value_or(Day::max());
        });
        std::stable_sort(lijst.klaar.begin(), lijst.klaar.end(), [](const Loopt& a, const Loopt& b) {
            return a.klaar.value_or(a.sinds) > b.klaar.value_or(b.sinds);
        });
        return lijst;
    });
}

Html asked(const Mijn& mijn, const std::vector<Loopt>& lopend) {
    const Texts& t = mijn.t;
    int number = 0;
    return each(lopend, [&](const Loopt& one) {
        if (one.vraag.empty()) return Html();
        const std::string heading = "h-vraag-" + std::to_string(++number);
        return section(cls("ask"), attr("aria-labelledby", heading), h2(id(heading), icon("hand-finger"), " ", t("portaal.thuis.vraag")),
                       p(span(attr_if(t.taal() != Taal::nl, "lang", "nl"), one.vraag), when(one.vraag_voor.has_value(), [&] {
                             return text(" " + t("portaal.thuis.vraag_voor", long_day(t, *one.vraag_voor, mijn.today())));
                         })),
                       p(cls("row section"), number == 1 ? hoofdknop(one.vraag_url, one.vraag_knop) : a(cls("btn"), href(one.vraag_url), one.vraag_knop),
                         span(cls("soft"), titeltaal(one), one.titel)));
    });
}

std::string lead(const Mijn& mijn, const std::vector<Loopt>& lopend) {
    const auto vragen = std::count_if(lopend.begin(), lopend.end(), [](const Loopt& one) { return !one.vraag.empty(); });
    if (lopend.empty()) return mijn.t("portaal.thuis.niets");
    return mijn.t("portaal.thuis.lopen", lopend.size()) + (vragen > 0 ? " " + mijn.t("portaal.thuis.waarvan", vragen) : std::string());
}

Html closed(const Mijn& mijn, const std::vector<Loopt>& klaar, std::size_t most) {
    if (klaar.empty()) return {};
    const Texts& t = mijn.t;
    std::vector<Loopt> shown(klaar.begin(), klaar.begin() + static_cast<std::ptrdiff_t>(std::min(most, klaar.size())));
    return section(attr("aria-labelledby", "h-klaar"), h2(id("h-klaar"), t("portaal.thuis.klaar")), klaar_lijst(t, shown, mijn.today()),
                   when(klaar.size() > most, [&] { return p(cls("section"), a(href("/mijn/alles"), t("portaal.thuis.alles"))); }));
}

// Who is signed in, but has nothing here, hears what to do.
Html unknown(const Mijn& mijn) {
    const Texts& t = mijn.t;
    const char* key = mijn.inwoner.voor_ander ? "portaal.onbekend.ander" : "portaal.onbekend.uitleg";
    return section(cls("aside-box"), attr("aria-labelledby", "h-onbekend"), h2(id("h-onbekend"), t("portaal.onbekend.kop")), p(t(key)),
                   when(!mijn.gemeente.telefoon.empty(), [&] { return p(t.rich("portaal.inloggen.bel", telefoon_link(mijn.gemeente.telefoon))); }));
}

Response home(Request&, Mijn& mijn) {
    const Texts& t = mijn.t;
    if (!mijn.inwoner.is_ingelogd()) return Response::redirect("/mijn/volgt");
    const Lijst lijst = read_list(mijn, home_limit);
    const std::string greeting = mijn.inwoner.naam.empty() ? t("portaal.thuis.dag") : t("portaal.thuis.dag_naam", mijn.inwoner.naam);
    const Html running = section(attr("aria-labelledby", "h-nu"), h2(id("h-nu"), t("portaal.thuis.loopt")),
                                 lijst.lopend.empty() ? empty_state(t("portaal.thuis.leeg"), t("portaal.thuis.leeg_uitleg"), "circle-check")
                                                      : loopt_lijst(t, lijst.lopend, mijn.now));
    return mijn.page({.titel = t("portaal.menu.mijn"), .huidig = "mijn"},
                     join(h1(greeting), p(cls("lead"), lead(mijn, lijst.lopend)), asked(mijn, lijst.lopend),
                          when(!mijn.inwoner.is_bekend(), [&] { return unknown(mijn); }), running, closed(mijn, lijst.klaar, closed_on_home), lijst.blokken));
}

Response everything(Request&, Mijn& mijn) {
    const Texts& t = mijn.t;
    const Lijst lijst = read_list(mijn, all_limit);
    return mijn.page({.titel = t("portaal.thuis.alles"), .kruimels = {{"/mijn", t("portaal.menu.mijn")}}, .huidig = "mijn"},
                     join(h1(t("portaal.thuis.alles")),
                          when(!lijst.lopend.empty(), [&] { return section(attr("aria-labelledby", "h-nu"), h2(id("h-nu"), t("portaal.thuis.loopt")), loopt_lijst(t, lijst.lopend, mijn.now)); }),
                          closed(mijn, lijst.klaar, lijst.klaar.size()),
                          when(lijst.lopend.empty() && lijst.klaar.empty(), [&] { return empty_state(t("portaal.thuis.leeg"), t("portaal.thuis.leeg_uitleg"), "circle-check"); })));
}

}  // namespace

void add_thuis_routes(Site& site) {
    site.get("/mijn", Eis::volgend(), home);
    site.get("/mijn/alles", Eis::ingelogd(), everything);
}

}  // namespace dichtbij::portaal
