#include "bericht/bericht_render.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "mijn/dossier.h"
#include "mijn/mijn_portaal.h"
#include "portaal/kader_portaal.h"
#include "waardering/waardering_render.h"
#include "zaak/volgen_delen_render.h"
#include "zaak/volgen_render.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Mijn;

// What asks for more certainty about who he is, is left out and counted.
struct Verzameld {
    Eigendossier dossier;
    int weggelaten = 0;
};

struct Gewaardeerd {
    waardering::Waarover over;
    std::string nummer;
};

void add_rating(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, Verzameld& all, const Gewaardeerd& what) {
    if (!in.waarderingen) return;
    auto seen = in.waarderingen->waarderingen.get(tx, mijn.inwoner, what.over);
    if (seen && seen->gegeven) all.dossier.waarderingen.push_back({what.nummer, std::move(*seen->gegeven)});
}

void add_cases(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, Verzameld& all) {
    for (const auto& short_ : in.zaken.of(tx, mijn.inwoner, download_limit)) {
        if (mijn.inwoner.niveau < short_.niveau) {
            ++all.weggelaten;
            continue;
        }
        if (auto whole = in.zaken.get(tx, mijn.inwoner, short_.id)) all.dossier.zaken.push_back(std::move(*whole));
        add_rating(in, tx, mijn, all, {waardering::Waarover::van(short_.id), short_.nummer});
    }
}

void add_questions(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, Verzameld& all) {
    for (auto& one : in.vragen.all(tx, mijn.inwoner, download_limit)) {
        if (mijn.inwoner.niveau < one.niveau()) ++all.weggelaten;
        else {
            add_rating(in, tx, mijn, all, {waardering::Waarover::van(one.id), one.nummer});
            all.dossier.vragen.push_back(std::move(one));
        }
    }
}

// Messages about cases come with those that he may see.
void add_messages(const MijnDelen& in, store::Tx& tx, const Mijn& mijn, Verzameld& all) {
    std::optional<Id<dichtbij::Bericht>> before;
    for (int read = 0; read < download_limit;) {
        const auto page = in.berichten.of_partij(tx, mijn.inwoner.van, before, 100);
        if (page.empty()) return;
        before = page.back().id;
        read += static_cast<int>(page.size());
        for (const auto& one : page) {
            const auto zaak = one.werk ? in.zaakdienst.of_werk(tx, *one.werk) : std::nullopt;
            const auto may = [&] { return std::any_of(all.dossier.zaken.begin(), all.dossier.zaken.end(), [&](const auto& seen) { return seen.id == zaak->id; }); };
            if ((!zaak || may()) && mag_bericht(in, tx, mijn.inwoner, one)) all.dossier.berichten.push_back(one);
        }
    }
}

Result<Verzameld> collect(const MijnDelen& in, const Mijn& mijn) {
    auto all = in.store.read([&](store::Tx& tx) -> Result<Verzameld> {
        Verzameld found;
        TRY(found.dossier.gegevens, in.gegevens.get(tx, mijn.inwoner));
        add_cases(in, tx, mijn, found);
        add_questions(in, tx, mijn, found);
        add_messages(in, tx, mijn, found);
        return found;
    });
    if (!all) return all;
    std::optional<std::int64_t> before;
    do {
        auto page = in.inzagen.of(mijn.inwoner, before);
        std::move(page.regels.begin(), page.regels.end(), std::back_inserter(all->dossier.inzagen));
        before = page.voor;
    } while (before && all->dossier.inzagen.size() < static_cast<std::size_t>(download_limit));
    mijn.record("partij", all->dossier.gegevens.partij.bytes, true);
    return all;
}

http::Response nothing(const Mijn& mijn) {
    const std::string title_ = mijn.t("mijn.download.kop");
    return mijn.page(gegevens_kop(mijn, title_), join(h1(title_), div(cls("section"), empty_state(mijn.t("mijn.gegevens.niemand"), mijn.t("mijn.gegevens.niemand_uitleg"), "user"))));
}

Html section_with(std::string_view heading_id, const std::string& title_, const Html& content) {
    return section(attr("aria-labelledby", heading_id), h2(id(heading_id), title_), content);
}

Html documents_of(const Texts& t, const zaak::Volgbeeld& one) {
    if (one.documenten.empty()) return {};
    return ul(each(one.documenten, [&](const document::Documentregel& document) {
        const std::string& naam = document.document.kenmerken.titel;
        const Html title_ = document.versie.is_leesbaar() ? a(href(zaak::document_url(one, document)), naam) : text(naam);
        return li(title_, ", ", full_date(t, day_of(document.versie.op)));
    }));
}

Html of_case(const Mijn& mijn, const zaak::Volgbeeld& one) {
    const Texts& t = mijn.t;
    const Day today = mijn.today();
    const Attribute dutch = zaak::in_het_nederlands(t);
    return article(cls("section"), h3(zaak::titeltaal(t, one), zaak::volgtitel(t, one), ", ", one.nummer),
                   p(t("mijn.download.zaak", long_day(t, one.aangevraagd, today), zaak::stap_zin(t, one), one.behandelaar.naam)), when(one.belofte.has_value(), [&] { return p(zaak::belofte_zin(t, one, today)); }),
                   when(one.mag_schrijven(), [&] { return p(zaak::kosten_zin(t, one.leges)); }), zaak::antwoorden(t, one),
                   each(one.besluiten, [&](const auto& besluit) {
                       return join(p(strong(dutch, besluit.omschrijving), " ", formal_day(t, besluit.datum)), zaak::lopende_tekst(besluit.toelichting, dutch));
                   }),
                   each(one.zendingen, [&](const auto& sent) { return join(p(strong(t("zaakportaal.bericht.van_u"))), zaak::lopende_tekst(sent.tekst, attr("lang", sent.taal == "eng" ? "en" : "nl"))); }),
                   documents_of(t, one));
}

Html of_question(const Mijn& mijn, const Vraagbeeld& one) {
    const Texts& t = mijn.t;
    const Attribute dutch = zaak::in_het_nederlands(t);
    return article(cls("section"), h3(dutch, one.onderwerp, ", ", one.nummer), p(cls("soft"), full_date(t, day_of(one.gesteld_op))), zaak::lopende_tekst(one.woorden),
                   when(!one.antwoord.empty(), [&] { return join(p(strong(t("mijn.vraag.antwoord"))), zaak::lopende_tekst(one.antwoord, dutch)); }));
}

template <class List, class Make>
Html or_nothing(const Texts& t, const List& all, Make make) {
    return all.empty() ? p(cls("soft"), t("mijn.download.niets")) : each(all, make);
}

http::Response show(const MijnDelen& in, http::Request&, Mijn& mijn) {
    const auto all = collect(in, mijn);
    if (!all) return nothing(mijn);
    const Texts& t = mijn.t;
    const Eigendossier& d = all->dossier;
    const std::string title_ = t("mijn.download.kop");
    const Gegevensbeeld& g = d.gegevens;
    return mijn.page(gegevens_kop(mijn, title_),
                     join(h1(title_), p(cls("lead"), t("mijn.download.uitleg")),
                          p(cls("row section no-print"), a(cls("btn btn-primary"), href("/mijn/gegevens/download.json"), attr("download", ""), icon("download"), " ", t("mijn.download.bestand"))),
                          p(cls("soft no-print"), t("mijn.berichten.afdrukken")), when(all->weggelaten > 0, [&] { return alert("lock", p(t("mijn.download.weggelaten", all->weggelaten))); }),
                          section_with("h-wie", t("mijn.gegevens.kop"),
                                       definitions({{t("mijn.gegevens.naam"), text(g.naam)}, {t("mijn.gegevens.adres"), text(g.adres)}, {t("mijn.gegevens.telefoon"), text(g.contact.telefoon)},
                                                    {t("mijn.gegevens.email"), text(g.contact.email)}, {t("mijn.gegevens.taal"), text(t("mijn.gegevens.taal." + g.contact.taal))}})),
                          section_with("h-zaken", t("mijn.download.zaken"), or_nothing(t, d.zaken, [&](const auto& one) { return of_case(mijn, one); })),
                          section_with("h-vragen", t("mijn.download.vragen"), or_nothing(t, d.vragen, [&](const auto& one) { return of_question(mijn, one); })),
                          when(!d.waarderingen.empty(), [&] {
                              return section_with("h-waardering", t("waardering.download"), each(d.waarderingen, [&](const Eigenwaardering& one) {
                                                      return article(cls("section"), h3(one.nummer), p(waardering::cijfer_in_woorden(t, one.gegeven.waardering.cijfer)), p(one.gegeven.woorden));
                                                  }));
                          }),
                          section_with("h-berichten", t("mijn.berichten.kop"), or_nothing(t, d.berichten, [&](const auto& one) {
                              return article(cls("section"), h3(attr("lang", one.taal == "eng" ? "en" : "nl"), one.onderwerp), p(cls("soft"), moment(t, one.verzonden_op.value_or(one.ontstaan_op), mijn.now)),
                                             div(attr("lang", one.taal == "eng" ? "en" : "nl"), zaak::lopende_tekst(one.tekst)));
                          })),
                          section_with("h-keek", t("mijn.inzage.kop"), p(a(href("/mijn/gegevens/inzage"), t("mijn.download.inzage"))))));
}

http::Response file(const MijnDelen& in, http::Request&, Mijn& mijn) {
    const auto all = collect(in, mijn);
    if (!all) return nothing(mijn);
    auto answer = http::Response::json(to_json(all->dossier, mijn.now, mijn.site.delen().public_url));
    answer.header("Content-Disposition", "attachment; filename=\"mijn-gegevens.json\"");
    return answer;
}

}  // namespace

void add_download_portaal(portaal::Routes& routes, const MijnDelen& in) {
    using portaal::Eis;
    routes.get("/mijn/gegevens/download", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show(in, request, mijn); });
    routes.get("/mijn/gegevens/download.json", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return file(in, request, mijn); });
}

}  // namespace dichtbij::mijn
