#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/parts.h"
#include "mijn/mijn_portaal.h"
#include "portaal/kader_portaal.h"
#include "zaak/volgen_delen_render.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Mijn;

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

std::string url_of(const Vraagbeeld& one) { return "/mijn/vragen/" + one.nummer; }

std::string channel(const Texts& t, const Vraagbeeld& one) {
    const std::string key = "kanaal." + one.kanaal;
    return t.has(key) ? t(key) : t("mijn.vraag.kanaal_anders");
}

std::string now_words(const Texts& t, const Vraagbeeld& one) {
    if (!one.is_open()) return t("mijn.vraag.stand." + code_of(one.stand), one.verwezen_naar.empty() ? t("mijn.vraag.een_ander") : one.verwezen_naar);
    if (!one.verloop.empty() && one.verloop.back().stap == Vraagstap::geen_gehoor) return t("mijn.vraag.geen_gehoor");
    return t(one.is_aanvaard ? "mijn.vraag.zoekt_uit" : "mijn.vraag.ontvangen", one.behandelaar);
}

std::string promise_words(const Texts& t, const Vraagbeeld& one, Day today) {
    const std::string day = capitalised(by_day(t, one.belofte->datum, today));
    const std::string when_ = one.belofte->voor_op ? t("zaakportaal.belofte.voor", day, time_of_day(t, *one.belofte->voor_op)) : day;
    return t(one.bellen ? "mijn.vraag.bellen_wij" : "mijn.vraag.antwoorden_wij", when_);
}

portaal::Loopt loopt_of(const Texts& t, const Vraagbeeld& one) {
    portaal::Loopt row;
    row.nummer = one.nummer;
    row.titel = one.onderwerp;
    if (t.taal() != Taal::nl) row.titeltaal = "nl";
    row.nu = now_words(t, one);
    row.behandelaar = one.is_open() ? one.behandelaar : std::string();
    if (one.belofte) {
        row.beloofd = one.belofte->datum;
        row.beloofd_op = one.belofte->voor_op;
        row.belofte = t(one.bellen ? "mijn.vraag.lijst.bellen" : "mijn.vraag.lijst.antwoord");
    }
    row.url = url_of(one);
    row.is_open = one.is_open();
    row.sinds = day_of(one.gesteld_op);
    if (one.klaar_op) row.klaar = day_of(*one.klaar_op);
    return row;
}

portaal::Loopt covered(const Texts& t, const Vraagbeeld& one) {
    portaal::Loopt row = loopt_of(t, one);
    row.titel = t("mijn.vraag.afgeschermd");
    row.titeltaal.clear();
    row.nu = t("zaakportaal.lijst.afgeschermd_uitleg");
    return row;
}

// Who follows by number learns how far it is, and not what was asked.
portaal::Volgbaar volgbaar_of(const Texts& t, const VraagService::Gevonden& found) {
    portaal::Volgbaar one;
    one.object = {"klantcontact", found.beeld.id.bytes};
    one.nummer = found.beeld.nummer;
    one.domein = found.domein;
    one.van = found.van;
    one.loopt = loopt_of(t, found.beeld);
    one.loopt.titel = t("mijn.vraag.uw_vraag");
    one.loopt.titeltaal.clear();
    if (found.beeld.is_open()) one.telefoon_behandelaar = found.beeld.telefoon;
    return one;
}

Html course(const Texts& t, const Vraagbeeld& one, Instant now) {
    return ol(cls("steps"), each(one.verloop, [&](const Vraagmoment& step) {
                  const bool is_last = &step == &one.verloop.back();
                  const bool runs = is_last && one.is_open();
                  const std::string who = step.stap == Vraagstap::gesteld ? channel(t, one) : step.wie;
                  return li(cls(runs ? "now" : "done"), when(runs, [&] { return span(cls("mark")); }), when(!runs, [&] { return span(cls("mark"), icon("check")); }),
                            h3(step.stap == Vraagstap::klaar ? t("mijn.vraag.einde." + code_of(one.stand)) : t("mijn.vraag.stap." + code_of(step.stap), who)),
                            p(cls("soft"), moment(t, step.op, now)),
                            when(step.volgende_op.has_value(), [&] { return p(t("mijn.vraag.volgende", moment(t, *step.volgende_op, now))); }));
              }));
}

Html promised(const Texts& t, const Vraagbeeld& one, Day today) {
    if (!one.belofte) return {};
    const Html words = one.belofte_gemist ? join(p(cls("date"), t("zaakportaal.belofte.gemist", long_day(t, one.belofte->datum, today))), p(t("zaakportaal.belofte.gemist_uitleg", one.behandelaar)))
                                          : p(cls("date"), promise_words(t, one, today));
    return section(attr("aria-labelledby", "h-wanneer"), h2(cls("sr"), id("h-wanneer"), t("mijn.vraag.wanneer")),
                   div(cls("promise promise-big"), leaf(t, one.belofte->datum), div(words, zaak::beloften(t, one.beloften, today))));
}

Html question_main(const Mijn& mijn, const Vraagbeeld& one, const std::string& title_, const Html& rating) {
    const Texts& t = mijn.t;
    const bool is_in = mijn.inwoner.is_ingelogd();
    const Html answer = when(is_in && !one.antwoord.empty(), [&] {
        return section(attr("aria-labelledby", "h-antwoord"), h2(id("h-antwoord"), t("mijn.vraag.antwoord")), div(cls("msg"), zaak::lopende_tekst(one.antwoord, zaak::in_het_nederlands(t))));
    });
    const Html asked = when(is_in && !one.woorden.empty(), [&] {
        return section(attr("aria-labelledby", "h-vraag"), h2(id("h-vraag"), t("mijn.vraag.u_vroeg")), div(cls("msg msg-me"), zaak::lopende_tekst(one.woorden)));
    });
    const std::string asked_on = t("mijn.vraag.gevraagd", long_day(t, day_of(one.gesteld_op), mijn.today()), one.nummer);
    return join(h1(attr_if(is_in && t.taal() != Taal::nl, "lang", "nl"), title_), p(cls("soft"), asked_on), promised(t, one, mijn.today()), asked, answer,
                section(attr("aria-labelledby", "h-verloop"), h2(id("h-verloop"), t("mijn.vraag.verloop")), course(t, one, mijn.now)), rating,
                section(attr("aria-labelledby", "h-verder"), h2(id("h-verder"), t("mijn.vraag.verder")), p(t("mijn.vraag.verder_uitleg", one.nummer)), when(one.is_open() && !one.telefoon.empty(), [&] { return p(icon("phone"), " ", portaal::telefoon_link(one.telefoon)); }),
                        p(a(href(mijn.openbaar("/contact")), t("zaakportaal.wie.contact")))));
}

// The name of a subject is Dutch, whatever the page is in.
std::string taal_van_titel(const Texts& t) { return t.taal() == Taal::nl ? "" : "nl"; }

waardering::Plek plek_of(const Texts& t, const Vraagbeeld& one) {
    return {waardering::Waarover::van(one.id), url_of(one), one.onderwerp,
            join(span(zaak::in_het_nederlands(t), one.onderwerp), ", ", span(cls("nowrap"), one.nummer)), taal_van_titel(t)};
}

http::Response show(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto one = in.store.read([&](store::Tx& tx) { return in.vragen.get(tx, mijn.inwoner, request.param("nummer")); });
    if (!one) return geweigerd(mijn, "klantcontact", {});
    if (mijn.inwoner.is_ingelogd())
        if (auto too_low = mijn.te_laag(one->niveau())) return std::move(*too_low);
    if (one->zaak && mijn.inwoner.is_ingelogd()) return http::Response::redirect("/mijn/zaken/" + one->zaak->text());
    mijn.record("klantcontact", one->id.bytes, true);
    const std::string title_ = mijn.inwoner.is_ingelogd() ? one->onderwerp : mijn.t("mijn.vraag.uw_vraag");
    const bool may_rate = in.waarderingen && mijn.inwoner.is_ingelogd();
    const Html sent = in.formulieren ? formulier::ingezonden_op(*in.formulieren, mijn, one->werk) : Html();
    const Html rating = join(sent, may_rate ? waardering::waardering_op(*in.waarderingen, mijn, plek_of(mijn.t, *one)) : Html());
    portaal::Paginakop kop = mijn_kop(mijn, title_);
    if (mijn.inwoner.is_ingelogd()) kop.titeltaal = taal_van_titel(mijn.t);
    return mijn.page(kop, question_main(mijn, *one, title_, rating));
}

using Waarderen = http::Response (*)(const MijnDelen&, const http::Request&, const Mijn&, const waardering::Plek&);

// His question, signed in well enough; what became a case is rated there.
http::Response rated(const MijnDelen& in, const http::Request& request, Mijn& mijn, Waarderen next) {
    const auto one = in.store.read([&](store::Tx& tx) { return in.vragen.get(tx, mijn.inwoner, request.param("nummer")); });
    if (!one) return geweigerd(mijn, "klantcontact", {});
    if (auto too_low = mijn.te_laag(one->niveau())) return std::move(*too_low);
    if (one->zaak) return http::Response::redirect("/mijn/zaken/" + one->zaak->text());
    return next(in, request, mijn, plek_of(mijn.t, *one));
}

}  // namespace

std::vector<portaal::Loopt> VraagOnderdeel::of(store::Tx& tx, const portaal::Inwoner& inwoner, const Texts& t, int limit) const {
    std::vector<portaal::Loopt> list;
    for (const Vraagbeeld& one : vragen_.of(tx, inwoner, limit)) list.push_back(inwoner.niveau < one.niveau() ? covered(t, one) : loopt_of(t, one));
    return list;
}

std::optional<portaal::Volgbaar> VraagOnderdeel::by_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer, const Texts& t) const {
    const auto found = vragen_.by_nummer(tx, gemeente, nummer);
    return found ? std::optional(volgbaar_of(t, *found)) : std::nullopt;
}

std::optional<portaal::Volgbaar> VraagOnderdeel::by_id(store::Tx& tx, Id<Gemeente> gemeente, const Uuid& id, const Texts& t) const {
    const auto found = vragen_.by_id(tx, gemeente, Id<Klantcontact>{id});
    return found ? std::optional(volgbaar_of(t, *found)) : std::nullopt;
}

void add_vraag_portaal(portaal::Routes& routes, const MijnDelen& in) {
    routes.get("/mijn/vragen/{nummer}", portaal::Eis::volgend(), [in](http::Request& request, Mijn& mijn) { return show(in, request, mijn); });
    if (!in.waarderingen) return;
    routes.get("/mijn/vragen/{nummer}/waardering", portaal::Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) {
        return rated(in, request, mijn, [](const MijnDelen& d, const http::Request&, const Mijn& m, const waardering::Plek& plek) { return toon_waardering(*d.waarderingen, m, plek); });
    });
    routes.post("/mijn/vragen/{nummer}/waardering", portaal::Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) {
        return rated(in, request, mijn, [](const MijnDelen& d, const http::Request& r, const Mijn& m, const waardering::Plek& plek) { return neem_waardering(*d.waarderingen, r, m, plek); });
    });
}

}  // namespace dichtbij::mijn
