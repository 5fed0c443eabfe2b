#include "html/dates.h"
#include "html/parts.h"
#include "mijn/bedrijf_service.h"
#include "mijn/mijn_portaal.h"
#include "zaak/volgen_render.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Mijn;

Html sees(const Mijn& mijn, const Bedrijfsmens& one) {
    const Texts& t = mijn.t;
    if (one.zaken.empty()) return text(t("mijn.bedrijf.geen_zaken"));
    return ul(cls("list-plain"), each(one.zaken, [&](const Bedrijfszaak& zaak) {
                  const std::string until = zaak.tot ? t("mijn.bedrijf.tot", long_day(t, *zaak.tot - days(1), mijn.today())) : std::string();
                  return li(a(href("/mijn/zaken/" + zaak.zaak.text()), zaak::vertaald(t, zaak.soort), ", ", zaak.nummer), when(!until.empty(), [&] { return below(until); }));
              }));
}

http::Response show(const MijnDelen& in, http::Request&, Mijn& mijn) {
    const auto seen = in.store.read([&](store::Tx& tx) { return in.bedrijven.get(tx, mijn.inwoner); });
    if (!seen) return geweigerd(mijn, "bedrijf", {});
    const Texts& t = mijn.t;
    const std::string title_ = t("mijn.bedrijf.kop");
    const std::vector<Column> columns{{t("mijn.bedrijf.wie")}, {t("mijn.bedrijf.mag")}, {t("mijn.bedrijf.ziet")}};
    const Html rows = each(seen->mensen, [&](const Bedrijfsmens& one) {
        return row(cell(one.naam), cell(t(one.vertegenwoordigt ? "mijn.bedrijf.spreekt" : "mijn.bedrijf.alleen_zaken")), cell(sees(mijn, one)));
    });
    return mijn.page(gegevens_kop(mijn, title_),
                     join(h1(title_), p(cls("soft"), seen->naam), div(cls("prose section"), p(t("mijn.bedrijf.uitleg")), p(t("mijn.bedrijf.wijzigen"))),
                          when(!seen->accountmanagers.empty(), [&] {
                              return section(attr("aria-labelledby", "h-account"), h2(id("h-account"), t("mijn.bedrijf.accountmanager")),
                                             ul(cls("list-plain"), each(seen->accountmanagers, [](const std::string& naam) { return li(naam); })));
                          }),
                          section(attr("aria-labelledby", "h-mensen"), h2(id("h-mensen"), t("mijn.bedrijf.mensen")),
                                  seen->mensen.empty() ? empty_state(t("mijn.bedrijf.leeg"), t("mijn.bedrijf.leeg_uitleg"), "users") : stackable_table(t("mijn.bedrijf.mensen"), columns, rows))));
}

}  // namespace

void add_bedrijf_portaal(portaal::Routes& routes, const MijnDelen& in) {
    routes.get("/mijn/bedrijf", portaal::Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show(in, request, mijn); });
}

}  // namespace dichtbij::mijn
