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
#include "http/form.h"
#include "organisatie/organisatie_service.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"
#include "zaak/typefilter_service.h"
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

enum class Lijst { van_mij, team, alles, wet };
BOOST_DESCRIBE_ENUM(Lijst, van_mij, team, alles, wet)

constexpr int export_limit = 10'000;  // rows of a file

// Beside the case itself; the reader chooses which.
enum class Kolom { beloofd, aanvrager, stand, wet, casemanager, ontvangen };
BOOST_DESCRIBE_ENUM(Kolom, beloofd, aanvrager, stand, wet, casemanager, ontvangen)
constexpr std::array alle_kolommen{Kolom::beloofd, Kolom::aanvrager, Kolom::stand, Kolom::wet, Kolom::casemanager, Kolom::ontvangen};
constexpr std::array eerste_kolommen{Kolom::beloofd, Kolom::aanvrager, Kolom::stand, Kolom::wet, Kolom::casemanager};

struct Gevraagd {  // what the address asks; for columns and order, else what he last chose
    Lijst lijst = Lijst::van_mij;
    Zakenvraag vraag;
    Zakenorde orde = Zakenorde::belofte;  // chosen; the list of the law and closed cases have one of their own
    std::vector<Kolom> kolommen = {};

    bool toont(Kolom kolom) const { return std::find(kolommen.begin(), kolommen.end(), kolom) != kolommen.end(); }
    bool is_op_wet() const { return vraag.loopt == Loopt::open && vraag.orde == Zakenorde::wet; }
};

std::string vorm_of(const Gevraagd& g) {
    std::string text_ = "op=" + woord(g.orde);
    for (const Kolom one : g.kolommen) text_ += "&kolom=" + woord(one);
    return text_;
}

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
    return text_ + "&" + vorm_of(g);
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

std::vector<Kolom> kolommen_in(const http::Params& given) {
    std::vector<Kolom> chosen;
    for (const auto words : given.all("kolom")) {
        Kolom kolom{};
        if (boost::describe::enum_from_string(std::string(words).c_str(), kolom) && std::find(chosen.begin(), chosen.end(), kolom) == chosen.end()) chosen.push_back(kolom);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

// Columns and order: of the address, else as he last had them.
void read_vorm(const ZaakSchermen& s, const http::Params& q, const Desk& desk, Gevraagd& g) {
    g.kolommen = kolommen_in(q);
    const bool has_orde = boost::describe::enum_from_string(std::string(q.get("op")).c_str(), g.orde);
    if (!g.kolommen.empty() && has_orde) return;
    if (const auto kept = http::parse_urlencoded(s.vorm.gegeven ? s.vorm.gegeven(desk) : std::string(), {})) {
        if (!has_orde) boost::describe::enum_from_string(std::string(kept->get("op")).c_str(), g.orde);
        if (g.kolommen.empty()) g.kolommen = kolommen_in(*kept);
    }
    if (g.kolommen.empty()) g.kolommen.assign(eerste_kolommen.begin(), eerste_kolommen.end());
}

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
    read_vorm(s, q, desk, g);
    g.vraag.orde = g.lijst == Lijst::wet ? Zakenorde::wet : g.orde;
    if (g.lijst == Lijst::wet) g.vraag.laatste_voor = desk.today() + binnenkort;
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
        const Typefilter filter = typefilter(tx, g.vraag.gemeente, g.vraag.loopt, g.vraag.zaaktype, desk.today());
        for (const Typekeuze& one : filter.typen) beeld.zaaktypen.push_back({one.id.text(), zaaktype::in_taal(desk.t, one.naam), ""});
        for (const auto& status : filter.statussen) beeld.statussen.push_back({status.code, zaaktype::in_taal(desk.t, status.naam), ""});
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
        case Kolom::ontvangen: return cell(attr("data-l", t("zaakblad.ontvangen")), short_day(t, regel.zaak.startdatum, desk.today()));
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

std::string kolom_kop(const Texts& t, Kolom kolom, Loopt loopt) {
    switch (kolom) {
        case Kolom::beloofd: return t(loopt == Loopt::open ? "lijst.beloofd" : "zaakblad.einde");
        case Kolom::aanvrager: return t("zaakblad.aanvrager");
        case Kolom::stand: return t("zaakblad.stand");
        case Kolom::wet: return t("zaaklijst.wet");
        case Kolom::casemanager: return t("zaakblad.casemanager");
        case Kolom::ontvangen: return t("zaakblad.ontvangen");
    }
    return {};
}

std::vector<Choice> kolom_keuzes(const Texts& t, Loopt loopt) {
    std::vector<Choice> choices;
    for (const Kolom one : alle_kolommen) choices.push_back({woord(one), kolom_kop(t, one, loopt), ""});
    return choices;
}

Html list_filters(const Desk& desk, const Gevraagd& g, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    const Form velden(t);
    return form(
        cls("filters"), action("/zaken"), attr("role", "search"), attr("aria-label", t("lijst.filter")), hidden("lijst", woord(g.lijst)),
        hidden("op", woord(g.orde)),
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
                                                                    kolom_keuzes(t, g.vraag.loopt),
                                                                    shown_names(g))),
        button(cls("btn"), type("submit"), t("lijst.toon")));
}

std::vector<Column> columns(const Texts& t, const Gevraagd& g) {
    const bool is_open = g.vraag.loopt == Loopt::open;
    const auto sorted_by = [&](Zakenorde orde) {
        Gevraagd other = g;
        other.orde = orde;
        return is_open && g.lijst != Lijst::wet ? "/zaken?" + query_of(other) : std::string();
    };
    std::vector<Column> shown;
    for (const Kolom one : alle_kolommen) {
        Column column{.label = kolom_kop(t, one, g.vraag.loopt)};
        if (one == Kolom::beloofd) {
            column.sort_url = sorted_by(Zakenorde::belofte);
            column.is_sorted = is_open && !g.is_op_wet();
            column.is_falling = !is_open;
        } else if (one == Kolom::wet) {
            column.sort_url = sorted_by(Zakenorde::wet);
            column.is_sorted = g.is_op_wet();
        }
        if (g.toont(one)) shown.push_back(column);
        if (one == Kolom::beloofd) shown.push_back({t("zaakblad.zaak")});
    }
    return shown;
}

Html list_content(const Desk& desk, const Gevraagd& g, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    if (!beeld.regels.empty())
        return stackable_table(t("zaaklijst.titel"), columns(t, g), each(beeld.regels, [&](const auto& one) { return list_row(desk, g, one.first, one.second); }));
    const bool is_filtered = g.vraag.zaaktype || (g.lijst != Lijst::van_mij && g.vraag.eigenaar);
    return empty_state(t("zaaklijst.leeg"), t(is_filtered ? "lijst.leeg_filter" : "zaaklijst.leeg." + woord(g.lijst)), "folder");
}

std::string in_file(Kolom kolom, const Zaakregel& regel, const Regelwoorden& words) {
    const auto day = [](const std::optional<Day>& one) { return one ? to_iso(*one) : std::string(); };
    switch (kolom) {
        case Kolom::beloofd:
            if (!regel.zaak.is_open()) return day(regel.zaak.einddatum);
            return regel.werk.beloofd_op ? to_iso(day_of(*regel.werk.beloofd_op)) : std::string();
        case Kolom::aanvrager: return words.aanvrager;
        case Kolom::stand: return words.status;
        case Kolom::wet: return day(regel.zaak.laatste_datum);
        case Kolom::casemanager: return words.eigenaar;
        case Kolom::ontvangen: return to_iso(regel.zaak.startdatum);
    }
    return {};
}

}  // namespace

Response zaken_lijst(const ZaakSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto g = read(s, request, desk);
    if (!g) return desk.fail({Reason::forbidden, "no gemeente", {}, {}});
    const auto beeld = look(s, desk, *g);
    if (!beeld) return desk.fail(beeld.error());
    if (s.vorm.onthoud && request.query.find("kolom")) s.vorm.onthoud(desk.caller, vorm_of(*g));
    const std::string next = beeld->volgende ? "/zaken?" + query_of(*g) + "&na=" + beeld->volgende->text() : "";
    desk.frame.live_topics = "werk";
    return desk.page(t("zaaklijst.titel"),
                     join(werk::undo_bar_of(request, desk), div(cls("page-head"), h1(t("zaaklijst.titel")),
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
    std::vector<std::string> heads{t("lijst.nummer"), t("zaakblad.zaak"), t("zaakblad.zaaktype")};
    for (const Kolom one : g->kolommen) heads.push_back(kolom_kop(t, one, g->vraag.loopt));
    auto state = std::make_shared<State>(State{*g, desk.caller, csv_row(heads)});
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
                std::vector<std::string> fields{regel.zaak.nummer, regel.afgeschermd ? t("zaakblad.er_loopt_een_zaak") : regel.zaak.omschrijving, words.zaaktype};
                for (const Kolom one : state->gevraagd.kolommen) fields.push_back(in_file(one, regel, words));
                chunk += csv_row(fields);
            }
        });
        return !state->is_done;
    });
}

}  // namespace dichtbij::zaak
