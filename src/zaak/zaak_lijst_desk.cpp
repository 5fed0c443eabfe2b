// The list of cases: mine, my team's, all; by promise or by law; open or closed; also as a file.

#include <algorithm>
#include <array>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <memory>

#include "base/csv.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "werk/regels_render.h"
#include "zaak/zaak_acties_desk.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

constexpr days binnenkort{14};
constexpr days verder_dan_elke_termijn{3660};

enum class Lijst { van_mij, team, alles, wet };
BOOST_DESCRIBE_ENUM(Lijst, van_mij, team, alles, wet)

constexpr int export_limit = 10'000;  // rows of a file

// Beside the case itself; the reader chooses which.
enum class Kolom { beloofd, aanvrager, stand, wet, casemanager };
BOOST_DESCRIBE_ENUM(Kolom, beloofd, aanvrager, stand, wet, casemanager)
constexpr std::array alle_kolommen{Kolom::beloofd, Kolom::aanvrager, Kolom::stand, Kolom::wet, Kolom::casemanager};

struct Gevraagd {  // what the address asks
    Lijst lijst = Lijst::van_mij;
    Zakenvraag vraag;
    bool op_wet = false;  // ordered by the last day of the law
    std::vector<Kolom> kolommen = {};  // empty: all

    bool toont(Kolom kolom) const { return kolommen.empty() || std::find(kolommen.begin(), kolommen.end(), kolom) != kolommen.end(); }
};

std::string query_of(const Gevraagd& g) {
    std::string text_ = "lijst=" + woord(g.lijst);
    const auto add = [&](std::string_view naam, const std::string& waarde) {
        if (!waarde.empty()) text_ += "&" + std::string(naam) + "=" + http::percent_encoded(waarde);
    };
    add("gemeente", g.vraag.gemeente.text());
    if (g.lijst == Lijst::team && g.vraag.team) add("team", g.vraag.team->text());
    if (g.lijst != Lijst::van_mij && g.vraag.eigenaar) add("eigenaar", g.vraag.eigenaar->text());
    if (g.vraag.zaaktype) add("zaaktype", g.vraag.zaaktype->text());
    add("status", g.vraag.status);
    if (g.vraag.loopt == Loopt::gesloten) add("loopt", "gesloten");
    if (g.op_wet) add("op", "wet");
    for (const Kolom one : g.kolommen) add("kolom", woord(one));
    return text_;
}

struct Regelwoorden {
    std::string zaaktype, status, resultaat, aanvrager, eigenaar;
};

// Names for the rows of a page; each looked up once.
class Namen {
  public:
    Namen(const ZaakSchermen& s, store::Tx& tx, const Texts& t) : s_(s), tx_(tx), t_(t) {}
    Regelwoorden of(const Zaakregel& regel) {
        Regelwoorden w;
        w.eigenaar = remembered(medewerkers_, regel.werk.eigenaar, [&] { return organisatie::naam_of(tx_, regel.werk.eigenaar); });
        if (regel.afgeschermd) return w;
        const auto& type_ = remembered(types_, regel.zaak.zaaktype_versie, [&] {
            auto found = zaaktype::versie(tx_, regel.zaak.zaaktype_versie);
            return found ? std::move(found->inhoud) : zaaktype::Zaaktype();
        });
        w.zaaktype = zaaktype::in_taal(t_, type_.naam);
        w.status = regel.zaak.is_open() || regel.zaak.resultaat.empty() ? status_naam(t_, type_, regel.zaak.status) : resultaat_naam(t_, type_, regel.zaak.resultaat);
        if (regel.werk.partij) w.aanvrager = s_.partijen.naam_of(tx_, *regel.werk.partij);
        return w;
    }

  private:
    template <class Key, class Value, class Look>
    const Value& remembered(std::map<Key, Value>& known, const Key& key, Look look) {
        const auto found = known.find(key);
        return found != known.end() ? found->second : known.emplace(key, look()).first->second;
    }
    const ZaakSchermen& s_;
    store::Tx& tx_;
    const Texts& t_;
    std::map<Id<Medewerker>, std::string> medewerkers_;
    std::map<Id<dichtbij::ZaaktypeVersie>, zaaktype::Zaaktype> types_;
};

struct Lijstbeeld {
    std::vector<std::pair<Zaakregel, Regelwoorden>> regels;
    std::optional<Plaats> volgende;
    std::vector<Choice> gemeenten, teams, collegas, zaaktypen, statussen;
};

std::optional<Gevraagd> read(const ZaakSchermen& s, const Request& request, const Desk& desk) {
    const auto& q = request.query;
    Gevraagd g;
    const auto gemeenten = access::scope_of(desk.caller).gemeenten;
    if (gemeenten.empty()) return std::nullopt;
    const auto asked = Id<Gemeente>::parse(q.get("gemeente"));
    g.vraag.gemeente = asked && access::is_active_in(desk.caller, *asked) ? *asked : gemeenten.front();
    boost::describe::enum_from_string(std::string(q.get("lijst")).c_str(), g.lijst);
    g.vraag.zaaktype = Id<dichtbij::Zaaktype>::parse(q.get("zaaktype"));
    if (g.vraag.zaaktype) g.vraag.status = std::string(q.get("status")).substr(0, 50);
    if (g.lijst == Lijst::van_mij)
        g.vraag.eigenaar = desk.caller.medewerker;
    else
        g.vraag.eigenaar = Id<Medewerker>::parse(q.get("eigenaar"));
    if (g.lijst == Lijst::team) {
        g.vraag.team = Id<Team>::parse(q.get("team"));
        const auto own = s.store.read([&](store::Tx& tx) { return organisatie::teams_of_medewerker(tx, desk.caller.medewerker); });
        if (!g.vraag.team && !own.empty()) g.vraag.team = own.front().id;
    }
    if (g.lijst != Lijst::wet && q.get("loopt") == "gesloten") g.vraag.loopt = Loopt::gesloten;
    g.op_wet = g.lijst == Lijst::wet || (q.get("op") == "wet" && g.vraag.loopt == Loopt::open);
    if (g.lijst == Lijst::wet)
        g.vraag.laatste_voor = desk.today() + binnenkort;
    else if (g.op_wet)
        g.vraag.laatste_voor = desk.today() + verder_dan_elke_termijn;
    for (const auto words : q.all("kolom")) {
        Kolom kolom{};
        if (boost::describe::enum_from_string(std::string(words).c_str(), kolom) && std::find(g.kolommen.begin(), g.kolommen.end(), kolom) == g.kolommen.end()) g.kolommen.push_back(kolom);
    }
    std::sort(g.kolommen.begin(), g.kolommen.end());
    if (g.kolommen.size() == alle_kolommen.size()) g.kolommen.clear();
    g.vraag.na = Plaats::parse(q.get("na"));
    return g;
}

Result<Lijstbeeld> look(const ZaakSchermen& s, const Desk& desk, const Gevraagd& g) {
    return s.store.read([&](store::Tx& tx) -> Result<Lijstbeeld> {
        Lijstbeeld beeld;
        TRY(Zakenpagina pagina, s.zaken.list(tx, desk.caller, g.vraag));
        beeld.volgende = pagina.volgende;
        Namen namen(s, tx, desk.t);
        for (Zaakregel& regel : pagina.regels) {
            Regelwoorden words = namen.of(regel);
            beeld.regels.emplace_back(std::move(regel), std::move(words));
        }
        for (const auto& id_ : access::scope_of(desk.caller).gemeenten)
            if (const auto found = organisatie::gemeente(tx, id_)) beeld.gemeenten.push_back({id_.text(), found->naam, ""});
        Bezetting all = bezetting(tx, g.vraag.gemeente);
        beeld.teams = std::move(all.teams);
        beeld.collegas = std::move(all.collegas);
        for (const auto& one : zaaktype::te_beginnen(tx, g.vraag.gemeente, desk.today())) {
            beeld.zaaktypen.push_back({one.id.text(), zaaktype::in_taal(desk.t, one.naam), ""});
            if (g.vraag.zaaktype != one.id) continue;
            if (const auto versie = zaaktype::versie(tx, one.versie))
                for (const auto& status : versie->inhoud.statussen) beeld.statussen.push_back({status.code, zaaktype::in_taal(desk.t, status.naam), ""});
        }
        std::sort(beeld.zaaktypen.begin(), beeld.zaaktypen.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
        return beeld;
    });
}

Html due_cell(const Desk& desk, const Zaakregel& regel) {
    if (!regel.werk.is_open())
        return regel.zaak.einddatum ? span(short_day(desk.t, *regel.zaak.einddatum, desk.today())) : badge("circle-check", desk.t("zaakblad.gesloten"), Tone::good);
    werk::Regelbeeld beeld;
    beeld.regel.werk = regel.werk;
    if (regel.werk.beloofd_op && *regel.werk.beloofd_op < desk.now) beeld.werkdagen_te_laat = werk::weekdays_late(*regel.werk.beloofd_op, desk.now);
    return werk::due_of(desk.t, beeld, desk.now);
}

Html list_cell(const Desk& desk, Kolom kolom, const Zaakregel& regel, const Regelwoorden& words) {
    const Texts& t = desk.t;
    switch (kolom) {
        case Kolom::beloofd: return cell(due_cell(desk, regel));
        case Kolom::aanvrager:
            return cell(attr("data-l", t("zaakblad.aanvrager")), regel.afgeschermd         ? t("werk.u_ziet_inhoud_niet")
                                                                 : words.aanvrager.empty() ? t("werk.anoniem")
                                                                                           : words.aanvrager);
        case Kolom::stand:
            return cell(attr("data-l", t("zaakblad.stand")), words.status,
                        when(regel.zaak.is_open() && regel.zaak.opgeschort, [&] { return join(" ", zaak_badge(t, regel.zaak)); }));
        case Kolom::wet: return cell(attr("data-l", t("zaaklijst.wet")), regel.zaak.laatste_datum && regel.zaak.is_open() ? wet_badge(t, regel.zaak, desk.today()) : Html());
        case Kolom::casemanager:
            return cell(cls("owner"), attr("data-l", t("zaakblad.casemanager")), words.eigenaar,
                        when(regel.werk.is_open() && !regel.werk.aanvaard_op, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); }));
    }
    return {};
}

Html list_row(const Desk& desk, const Gevraagd& g, const Zaakregel& regel, const Regelwoorden& words) {
    const Texts& t = desk.t;
    const std::string url = url_van(regel.zaak.id);
    const Html title_ = regel.afgeschermd ? join(a(cls("cover title"), href(url), icon("lock"), " ", t("zaakblad.er_loopt_een_zaak")), below(regel.zaak.nummer))
                                          : cover(url, regel.zaak.omschrijving, regel.zaak.nummer + " · " + words.zaaktype);
    std::vector<Html> cells;
    for (const Kolom one : alle_kolommen) {
        if (g.toont(one)) cells.push_back(list_cell(desk, one, regel, words));
        if (one == Kolom::beloofd) cells.push_back(cell(title_));
    }
    return row(attr("data-row-id", regel.zaak.id.text()), attr("data-row-url", url), cells);
}

Html list_tabs(const Texts& t, const Gevraagd& g) {
    std::vector<Tab> all;
    for (const Lijst one : {Lijst::van_mij, Lijst::team, Lijst::alles, Lijst::wet}) {
        Gevraagd other = g;
        other.lijst = one;
        other.vraag.eigenaar.reset();
        if (one == Lijst::wet) other.vraag.loopt = Loopt::open;
        all.push_back({"/zaken?" + query_of(other), t("zaaklijst.lijst." + woord(one)), std::nullopt, one == g.lijst});
    }
    return tabs(all);
}

std::vector<std::string> shown_names(const Gevraagd& g) {
    std::vector<std::string> names;
    for (const Kolom one : alle_kolommen)
        if (g.toont(one)) names.push_back(woord(one));
    return names;
}

Html list_filters(const Desk& desk, const Gevraagd& g, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    const Form velden(t);
    return form(
        cls("filters"), action("/zaken"), attr("role", "search"), attr("aria-label", t("lijst.filter")), hidden("lijst", woord(g.lijst)),
        when(g.op_wet, [&] { return hidden("op", "wet"); }),
        when(beeld.gemeenten.size() > 1,
             [&] { return velden.select({.name = "gemeente", .label = t("lijst.gemeente"), .value = g.vraag.gemeente.text()}, beeld.gemeenten); }),
        when(g.lijst == Lijst::team,
             [&] { return velden.select({.name = "team", .label = t("zaakblad.team"), .value = g.vraag.team ? g.vraag.team->text() : ""}, beeld.teams); }),
        when(g.lijst != Lijst::van_mij,
             [&] {
                 return velden.select({.name = "eigenaar", .label = t("zaakblad.casemanager"), .value = g.vraag.eigenaar ? g.vraag.eigenaar->text() : ""}, beeld.collegas,
                                      t("lijst.iedereen"));
             }),
        velden.select({.name = "zaaktype", .label = t("zaakblad.zaaktype"), .value = g.vraag.zaaktype ? g.vraag.zaaktype->text() : ""}, beeld.zaaktypen,
                      t("zaaklijst.alle_typen")),
        when(!beeld.statussen.empty(),
             [&] { return velden.select({.name = "status", .label = t("zaakblad.stand"), .value = g.vraag.status}, beeld.statussen, t("zaaklijst.elke_stand")); }),
        when(g.lijst != Lijst::wet,
             [&] {
                 return velden.select({.name = "loopt", .label = t("zaaklijst.loopt"), .value = woord(g.vraag.loopt)},
                                      {{"open", t("zaaklijst.open"), ""}, {"gesloten", t("zaaklijst.gesloten"), ""}});
             }),
        details(summary(t("zaaklijst.kolommen")), velden.checkboxes({.name = "kolom", .label = t("zaaklijst.kolommen"), .needed = Needed::no},
                                                                    {{"beloofd", t("lijst.beloofd"), ""}, {"aanvrager", t("zaakblad.aanvrager"), ""}, {"stand", t("zaakblad.stand"), ""},
                                                                     {"wet", t("zaaklijst.wet"), ""}, {"casemanager", t("zaakblad.casemanager"), ""}},
                                                                    shown_names(g))),
        button(cls("btn"), type("submit"), t("lijst.toon")));
}

std::vector<Column> columns(const Texts& t, const Gevraagd& g) {
    const bool is_open = g.vraag.loopt == Loopt::open;
    const bool can_sort = is_open && g.lijst != Lijst::wet;
    Gevraagd by_promise = g, by_law = g;
    by_promise.op_wet = false;
    by_law.op_wet = true;
    std::vector<Column> shown;
    if (g.toont(Kolom::beloofd))
        shown.push_back({.label = t(is_open ? "lijst.beloofd" : "zaakblad.einde"),
                         .sort_url = can_sort ? "/zaken?" + query_of(by_promise) : "",
                         .is_sorted = is_open && !g.op_wet,
                         .is_falling = !is_open});
    shown.push_back({t("zaakblad.zaak")});
    if (g.toont(Kolom::aanvrager)) shown.push_back({t("zaakblad.aanvrager")});
    if (g.toont(Kolom::stand)) shown.push_back({t("zaakblad.stand")});
    if (g.toont(Kolom::wet)) shown.push_back({.label = t("zaaklijst.wet"), .sort_url = can_sort ? "/zaken?" + query_of(by_law) : "", .is_sorted = g.op_wet});
    if (g.toont(Kolom::casemanager)) shown.push_back({t("zaakblad.casemanager")});
    return shown;
}

Html list_content(const Desk& desk, const Gevraagd& g, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    if (!beeld.regels.empty())
        return stackable_table(t("zaaklijst.titel"), columns(t, g), each(beeld.regels, [&](const auto& one) { return list_row(desk, g, one.first, one.second); }));
    const bool is_filtered = g.vraag.zaaktype || (g.lijst != Lijst::van_mij && g.vraag.eigenaar);
    return empty_state(t("zaaklijst.leeg"), t(is_filtered ? "lijst.leeg_filter" : "zaaklijst.leeg." + woord(g.lijst)), "folder");
}

}  // namespace

Response zaken_lijst(const ZaakSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto g = read(s, request, desk);
    if (!g) return desk.fail({Reason::forbidden, "no gemeente", {}, {}});
    const auto beeld = look(s, desk, *g);
    if (!beeld) return desk.fail(beeld.error());
    const std::string next = beeld->volgende ? "/zaken?" + query_of(*g) + "&na=" + beeld->volgende->text() : "";
    desk.frame.live_topics = "werk";
    return desk.page(t("zaaklijst.titel"),
                     join(div(cls("page-head"), h1(t("zaaklijst.titel")),
                              span(cls("push row"), button_link("/zaken/export.csv?" + query_of(*g), t("lijst.exporteer"), "download"),
                                   a(cls("btn btn-primary"), href("/zaken/nieuw?gemeente=" + g->vraag.gemeente.text()), icon("plus"), t("zaaklijst.nieuw")))),
                          list_tabs(t, *g), s.boven_lijst ? s.boven_lijst(desk, query_of(*g)) : Html(), list_filters(desk, *g, *beeld), list_content(desk, *g, *beeld), pager(t, next),
                          p(cls("small soft keys below"), kbd("j"), " ", kbd("k"), " " + t("lijst.toetsen_rij") + " · ", kbd("Enter"),
                            " " + t("lijst.toetsen_open") + " · ", kbd("?"), " " + t("lijst.toetsen_alle"))));
}

Response zaken_export(const ZaakSchermen& s, Request& request, Desk& desk) {
    struct State {
        Gevraagd gevraagd;
        access::Caller caller;
        std::string first;
        int left = export_limit;
        bool is_done = false;
    };
    const auto g = read(s, request, desk);
    if (!g) return desk.fail({Reason::forbidden, "no gemeente", {}, {}});
    if (s.bij_export) s.bij_export(desk.caller, g->vraag.gemeente, query_of(*g));
    const Texts& t = desk.t;
    const std::string head_ = csv_row({t("lijst.nummer"), t("zaakblad.zaak"), t("zaakblad.zaaktype"), t("zaakblad.stand"), t("lijst.beloofd"), t("zaaklijst.wet"),
                                        t("zaakblad.ontvangen"), t("zaakblad.einde"), t("zaakblad.aanvrager"), t("zaakblad.casemanager")});
    auto state = std::make_shared<State>(State{*g, desk.caller, head_});
    state->gevraagd.vraag.na.reset();
    return Response::download("zaken.csv", "text/csv; charset=utf-8", [&s, &t, state](std::string& chunk) {
        chunk = std::exchange(state->first, "");
        if (state->is_done) return false;
        state->gevraagd.vraag.limit = std::min(zaken_limit, state->left);
        s.store.read([&](store::Tx& tx) {
            const auto pagina = s.zaken.list(tx, state->caller, state->gevraagd.vraag);
            state->is_done = !pagina || !pagina->volgende;
            if (!pagina) return;
            state->gevraagd.vraag.na = pagina->volgende;
            state->left -= static_cast<int>(pagina->regels.size());
            state->is_done = state->is_done || state->left <= 0;
            Namen namen(s, tx, t);
            for (const Zaakregel& regel : pagina->regels) {
                const Regelwoorden words = namen.of(regel);
                const Zaak& zaak = regel.zaak;
                const auto day = [](const std::optional<Day>& d) { return d ? to_iso(*d) : std::string(); };
                chunk += csv_row({zaak.nummer, regel.afgeschermd ? t("zaakblad.er_loopt_een_zaak") : zaak.omschrijving, words.zaaktype, words.status,
                                   regel.werk.beloofd_op ? to_iso(day_of(*regel.werk.beloofd_op)) : "", day(zaak.laatste_datum), to_iso(zaak.startdatum),
                                   day(zaak.einddatum), words.aanvrager, words.eigenaar});
            }
        });
        return !state->is_done;
    });
}

}  // namespace dichtbij::zaak
