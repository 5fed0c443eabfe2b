#include <algorithm>

#include "bericht/bericht_render.h"
#include "html/dates.h"
#include "html/parts.h"
#include "mijn/mijn_portaal.h"
#include "portaal/bedrijfsrecht_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Betrouwbaarheidsniveau;
using portaal::Mijn;

constexpr int berichten_per_page = 25;
constexpr int unread_shown = 3;

// How surely someone must be signed in for it; nothing: it is about a case in which he has no role (any more).
std::optional<Betrouwbaarheidsniveau> niveau_van(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, const bericht::Bericht& one) {
    if (!mag_bericht(in, tx, mijn.inwoner, one)) return std::nullopt;
    const auto zaak = one.werk ? in.zaakdienst.of_werk(tx, *one.werk) : std::nullopt;
    if (!zaak) return Betrouwbaarheidsniveau::laag;
    if (!zaak::volgzicht_van(in.zaakdienst.rollen(tx, zaak->id), mijn.inwoner.van, mijn.today())) return std::nullopt;
    const auto blad = zaaktype::versie(tx, zaak->zaaktype_versie);
    return blad ? blad->inhoud.betrouwbaarheidsniveau : Betrouwbaarheidsniveau::hoog;
}

std::string url_of(const bericht::Bericht& one) { return "/mijn/berichten/" + one.id.text(); }

struct Lijst {
    std::vector<bericht::Bericht> regels;
    std::string volgende;  // id of the last one read; "": the end
};

Lijst list_of(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, std::optional<Id<dichtbij::Bericht>> voor) {
    Lijst list;
    auto found = in.berichten.of_partij(tx, mijn.inwoner.van, voor, berichten_per_page);
    if (static_cast<int>(found.size()) == berichten_per_page) list.volgende = found.back().id.text();
    for (auto& one : found)
        if (niveau_van(in, tx, mijn, one)) list.regels.push_back(std::move(one));
    return list;
}

// The subject is the heading of the page.
bericht::Bericht with_no_subject(bericht::Bericht one) {
    one.onderwerp.clear();
    return one;
}

http::Response show_list(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto voor = Id<dichtbij::Bericht>::parse(request.query.get("voor"));
    const Lijst list = in.store.read([&](store::Tx& tx) { return list_of(in, tx, mijn, voor); });
    const std::string next = list.volgende.empty() ? std::string() : "/mijn/berichten?voor=" + list.volgende;
    const std::string title_ = mijn.t("mijn.berichten.kop");
    return mijn.page(mijn_kop(mijn, title_), join(h1(title_), p(cls("lead"), mijn.t("mijn.berichten.uitleg")),
                                                  section(attr("aria-label", title_), bericht::inwoner_berichten(mijn.t, list.regels, mijn.now, url_of)), pager(mijn.t, next)));
}

http::Response show_one(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto id = Id<dichtbij::Bericht>::parse(request.param("id"));
    if (!id) return geweigerd(mijn, "bericht", {});
    const auto niveau = in.store.read([&](store::Tx& tx) -> std::optional<Betrouwbaarheidsniveau> {
        const auto one = in.berichten.stored(tx, *id);
        return one ? niveau_van(in, tx, mijn, *one) : std::nullopt;
    });
    if (!niveau) return geweigerd(mijn, "bericht", id->bytes);
    struct Gelezen {
        bericht::Bericht bericht;
        std::optional<Id<dichtbij::Zaak>> zaak;
    };
    if (auto too_low = mijn.te_laag(*niveau)) return std::move(*too_low);
    const auto one = in.store.write([&](store::Tx& tx) -> Result<Gelezen> {
        TRY(bericht::Bericht read, in.berichten.read(tx, mijn.inwoner.van, *id));
        const auto zaak = read.werk ? in.zaakdienst.of_werk(tx, *read.werk) : std::nullopt;
        return Gelezen{std::move(read), zaak ? std::optional(zaak->id) : std::nullopt};
    });
    if (!one) return geweigerd(mijn, "bericht", id->bytes);
    mijn.record("bericht", id->bytes, true);
    const Texts& t = mijn.t;
    portaal::Paginakop kop = mijn_kop(mijn, one->bericht.onderwerp);
    kop.kruimels.push_back({"/mijn/berichten", t("mijn.berichten.kop")});
    const bool is_english = one->bericht.taal == "eng";
    if (is_english != (t.taal() == Taal::en)) kop.titeltaal = is_english ? "en" : "nl";
    const std::string gemeente = mijn.gemeente.naam;
    return mijn.page(kop, join(h1(attr("lang", is_english ? "en" : "nl"), one->bericht.onderwerp), bericht::inwoner_bericht(t, with_no_subject(one->bericht), gemeente, mijn.now),
                               div(cls("section row no-print"), when(one->zaak.has_value(), [&] { return a(cls("btn btn-primary"), href("/mijn/zaken/" + one->zaak->text()), t("mijn.berichten.naar_zaak")); }),
                                   a(href("/mijn/berichten"), t("mijn.berichten.alle"))),
                               p(cls("soft section no-print"), t("mijn.berichten.afdrukken"))));
}

// On the home page: those he did not read yet.
Html unread_block(const MijnDelen& in, store::Tx& tx, const Mijn& mijn) {
    if (!mijn.inwoner.is_bekend()) return {};
    std::vector<bericht::Bericht> unread;
    for (auto& one : list_of(in, tx, mijn, {}).regels)
        if (one.staat != bericht::Staat::gelezen) unread.push_back(std::move(one));
    const std::size_t count = unread.size();
    if (count > unread_shown) unread.resize(unread_shown);
    const Texts& t = mijn.t;
    return section(attr("aria-labelledby", "h-berichten"), h2(id("h-berichten"), t("mijn.berichten.kop")),
                   count == 0 ? p(cls("soft"), t("mijn.berichten.alles_gelezen")) : join(p(t("mijn.berichten.ongelezen", count)), bericht::inwoner_berichten(t, unread, mijn.now, url_of)),
                   p(cls("section"), a(href("/mijn/berichten"), t("mijn.berichten.alle"))));
}

}  // namespace

bool mag_bericht(const MijnDelen& in, store::Tx& tx, const portaal::Inwoner& inwoner, const bericht::Bericht& one) {
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    if (recht.ziet_alles()) return true;
    if (!one.werk) return false;
    if (const auto zaak = in.zaakdienst.of_werk(tx, *one.werk)) return recht.mag_zaak(tx, zaak->zaaktype, zaak->klantcontact);
    const auto vraag = in.vragen.of_werk(tx, *one.werk);
    return vraag && recht.is_eigen(tx, "klantcontact", vraag->bytes);
}

void add_berichten_portaal(portaal::Routes& routes, const MijnDelen& in) {
    using portaal::Eis;
    routes.get("/mijn/berichten", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show_list(in, request, mijn); });
    routes.get("/mijn/berichten/{id}", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show_one(in, request, mijn); });
    routes.add_blok([in](store::Tx& tx, const Mijn& mijn) { return unread_block(in, tx, mijn); });
}

}  // namespace dichtbij::mijn
