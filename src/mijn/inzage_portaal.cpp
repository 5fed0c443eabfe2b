#include <boost/describe/enum_to_string.hpp>

#include <map>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "mijn/mijn_portaal.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Mijn;

constexpr std::string_view ketenpartner = "ketenpartner";  // asked for advice; no employee, and not himself either

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

std::string who(const Texts& t, const Keek& one) {
    if (one.doel == ketenpartner) return t("mijn.inzage.ketenpartner");
    if (one.gevolgd != Gevolgd::niet) return t("mijn.inzage.gevolgd." + code_of(one.gevolgd));
    if (one.zelf) return t("mijn.inzage.zelf");
    if (one.systeem) return t("mijn.inzage.systeem");
    const std::string functie = one.functie.empty() ? t("mijn.inzage.medewerker") : one.functie;
    return one.naam.empty() ? functie : one.naam + ", " + functie;
}

// Numbers of his own cases, by id. A case that he may not see has none.
using Nummers = std::map<Uuid, std::string>;

Nummers numbers_of(const MijnDelen& in, const Mijn& mijn, const Keekpagina& page) {
    Nummers found;
    in.store.read([&](store::Tx& tx) {
        found.clear();
        for (const Keek& one : page.regels) {
            if (!one.object || found.contains(*one.object)) continue;
            const auto zaak = in.zaken.get(tx, mijn.inwoner, Id<dichtbij::Zaak>{*one.object});
            if (zaak && mijn.inwoner.niveau >= zaak->niveau) found.emplace(*one.object, zaak->nummer);
        }
    });
    return found;
}

std::string why(const Texts& t, const Keek& one, const Nummers& nummers) {
    if (one.gevolgd != Gevolgd::niet) return t("mijn.inzage.doel.gevolgd");
    if (one.zelf && one.doel != ketenpartner) return t("mijn.inzage.doel.zelf");
    if (one.handeling == Handeling::brp) return t("mijn.inzage.reden.brp", one.doel);
    if (one.doel == "dienstverlening" && one.handeling != Handeling::onbekend) {
        const auto nummer = one.object ? nummers.find(*one.object) : nummers.end();
        return nummer == nummers.end() ? t("mijn.inzage.reden." + code_of(one.handeling)) : t("mijn.inzage.reden.zaak_nummer", nummer->second);
    }
    const std::string key = "mijn.inzage.doel." + one.doel;
    return t.has(key) ? t(key) : t("mijn.inzage.doel.anders");
}

std::string what(const Texts& t, const Keek& one) {
    const std::string key = "mijn.inzage.wat." + (one.soort.empty() ? "gegevens" : one.soort);
    return t.has(key) ? t(key) : t("mijn.inzage.wat.gegevens");
}

Html line(const Texts& t, const Keek& one, const Nummers& nummers, Instant now) {
    const std::string times = one.keren == 1 ? std::string() : t("mijn.inzage.keren", one.keren);
    return row(cell(moment(t, one.laatste_op, now), when(!times.empty(), [&] { return span(cls("sub"), times); })), cell(who(t, one), when(!one.afdeling.empty(), [&] { return below(one.afdeling); })),
               cell(why(t, one, nummers)), cell(what(t, one)));
}

http::Response show(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto typed = request.query.get("voor");
    const bool has_place = all_digits(typed) && !typed.empty() && typed.size() < 18;
    const Keekpagina page = in.inzagen.of(mijn.inwoner, has_place ? std::optional(std::stoll(std::string(typed))) : std::nullopt);
    const Texts& t = mijn.t;
    const std::string title_ = t("mijn.inzage.kop");
    const std::vector<Column> columns{{t("mijn.inzage.wanneer")}, {t("mijn.inzage.wie")}, {t("mijn.inzage.waarom")}, {t("mijn.inzage.wat")}};
    const Nummers nummers = numbers_of(in, mijn, page);
    const Html rows = each(page.regels, [&](const Keek& one) { return line(t, one, nummers, mijn.now); });
    const std::string next = page.voor ? "/mijn/gegevens/inzage?voor=" + std::to_string(*page.voor) : std::string();
    return mijn.page(gegevens_kop(mijn, title_),
                     join(h1(title_), div(cls("prose"), p(cls("lead"), t("mijn.inzage.uitleg")), p(t("mijn.inzage.vraag"), " ", a(href(mijn.openbaar("/contact")), t("zaakportaal.wie.contact")))),
                          section(attr("aria-label", title_), page.regels.empty() ? empty_state(t("mijn.inzage.leeg"), t("mijn.inzage.leeg_uitleg"), "eye") : stackable_table(title_, columns, rows),
                                  pager(t, next))));
}

}  // namespace

void add_inzage_portaal(portaal::Routes& routes, const MijnDelen& in) {
    routes.get("/mijn/gegevens/inzage", portaal::Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show(in, request, mijn); });
}

}  // namespace dichtbij::mijn
