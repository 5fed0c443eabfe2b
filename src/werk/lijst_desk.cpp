#include "werk/lijst_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "base/csv.h"
#include "html/form.h"
#include "html/parts.h"
#include "werk/kolommen_render.h"

namespace dichtbij::werk {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

template <class E>
E read_enum(std::string_view text, E otherwise) {
    E value{};
    return boost::describe::enum_from_string(std::string(text).c_str(), value) ? value : otherwise;
}

template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}

WerklijstVraag read_vraag(const Request& request) {
    WerklijstVraag vraag;
    const auto& q = request.query;
    vraag.wie = read_enum(q.get("wie"), Wie::van_mij);
    vraag.team = Id<Team>::parse(q.get("team"));
    vraag.bak = read_enum(q.get("bak"), Bak::alles);
    vraag.eigenaar = Id<Medewerker>::parse(q.get("eigenaar"));
    vraag.onderwerp = Id<Onderwerp>::parse(q.get("onderwerp"));
    vraag.gemeente = Id<Gemeente>::parse(q.get("gemeente"));
    Soort soort{};
    if (boost::describe::enum_from_string(std::string(q.get("soort")).c_str(), soort)) vraag.soort = soort;
    vraag.kanaal = q.get("kanaal").substr(0, kanaal_limit);
    vraag.aanvaarding = read_enum(q.get("aanvaarding"), Aanvaarding::alle);
    vraag.tekst = q.get("tekst").substr(0, zoek_limit);
    vraag.na = Bladwijzer::parse(q.get("na"));
    return vraag;
}

std::string query_of(const WerklijstVraag& vraag) {
    std::string text = "wie=" + word(vraag.wie);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) text += "&" + std::string(name) + "=" + http::percent_encoded(value);
    };
    if (vraag.team) add("team", vraag.team->text());
    if (vraag.bak != Bak::alles) add("bak", word(vraag.bak));
    if (vraag.eigenaar) add("eigenaar", vraag.eigenaar->text());
    if (vraag.onderwerp) add("onderwerp", vraag.onderwerp->text());
    if (vraag.gemeente) add("gemeente", vraag.gemeente->text());
    if (vraag.soort) add("soort", word(*vraag.soort));
    if (vraag.aanvaarding != Aanvaarding::alle) add("aanvaarding", word(vraag.aanvaarding));
    add("kanaal", vraag.kanaal);
    add("tekst", vraag.tekst);
    return text;
}

// Of the address, else as he last had them.
Werkkolommen kolommen_van(const Schermen& s, const Request& request, const Desk& desk) {
    Werkkolommen chosen = werkkolommen_in(request.query);
    if (chosen.empty() && s.vorm.gegeven)
        if (const auto kept = http::parse_urlencoded(s.vorm.gegeven(desk), {})) chosen = werkkolommen_in(*kept);
    return chosen.empty() ? eerste_werkkolommen() : chosen;
}

struct Lijstbeeld {
    Werkkolommen kolommen;
    std::string titel;
    Tellingen tellingen;
    std::vector<Regelbeeld> regels;
    std::optional<Bladwijzer> volgende;
    std::vector<Choice> collegas;    // to whom work may be given
    std::vector<Choice> onderwerpen;
    std::vector<organisatie::Team> teams;  // of the caller
};

Result<Lijstbeeld> look(const Schermen& s, const Desk& desk, const WerklijstVraag& vraag) {
    return s.store.read([&](store::Tx& tx) -> Result<Lijstbeeld> {
        Lijstbeeld beeld;
        TRY(beeld.tellingen, s.lijsten.counts(tx, desk.caller, vraag));
        TRY(Werkpagina pagina, s.lijsten.page(tx, desk.caller, vraag));
        beeld.volgende = pagina.volgende;
        beeld.regels = with_names(tx, s.partijen, std::move(pagina.regels), desk.now);
        beeld.teams = organisatie::teams_of_medewerker(tx, desk.caller.medewerker);
        beeld.titel = desk.t("lijst.titel." + word(vraag.wie));
        if (vraag.wie == Wie::team && vraag.team) {
            TRY(const organisatie::Team team, organisatie::team(tx, *vraag.team));
            beeld.titel = desk.t("lijst.titel.team_naam", team.naam);
            for (const auto& lid : organisatie::members(tx, *vraag.team)) beeld.collegas.push_back({lid.id.text(), lid.naam});
        }
        for (const auto& grant : access::scope_of(desk.caller).gemeenten)
            for (const auto& onderwerp : organisatie::onderwerpen(tx, grant))
                beeld.onderwerpen.push_back({onderwerp.id.text(), onderwerp.naam});
        return beeld;
    });
}

Html tab_list(const Texts& t, const WerklijstVraag& vraag, const Tellingen& tellingen) {
    std::vector<Tab> list;
    for (const Bak bak : {Bak::alles, Bak::te_laat, Bak::vandaag, Bak::deze_week, Bak::later, Bak::wacht}) {
        WerklijstVraag other = vraag;
        other.bak = bak;
        other.na.reset();
        list.push_back({"/werk?" + query_of(other), t("bak." + word(bak)), static_cast<long>(tellingen.of(bak)), bak == vraag.bak});
    }
    return tabs(list);
}

Html filter_form(const Texts& t, const WerklijstVraag& vraag, const Lijstbeeld& beeld) {
    const Form fields(t);
    return form(cls("filters"), action("/werk"), attr("role", "search"), attr("aria-label", t("lijst.filter")),
                hidden("wie", word(vraag.wie)), when(vraag.team.has_value(), [&] { return hidden("team", vraag.team->text()); }),
                when(vraag.bak != Bak::alles, [&] { return hidden("bak", word(vraag.bak)); }),
                when(!beeld.collegas.empty(), [&] {
                    return fields.select({.name = "eigenaar", .label = t("lijst.eigenaar"), .value = vraag.eigenaar ? vraag.eigenaar->text() : ""},
                                         beeld.collegas, t("lijst.iedereen"));
                }),
                fields.select({.name = "onderwerp", .label = t("lijst.onderwerp"), .value = vraag.onderwerp ? vraag.onderwerp->text() : ""},
                              beeld.onderwerpen, t("lijst.alle_onderwerpen")),
                fields.select({.name = "soort", .label = t("lijst.soort"), .value = vraag.soort ? word(*vraag.soort) : ""},
                              {{"taak", t("lijst.soort.taak")}, {"zaak", t("lijst.soort.zaak")}, {"zaaktaak", t("lijst.soort.zaaktaak")}}, t("lijst.alle_soorten")),
                fields.select({.name = "aanvaarding", .label = t("lijst.aanvaarding"), .value = word(vraag.aanvaarding)},
                              {{"alle", t("lijst.aanvaarding.alle")}, {"niet_aanvaard", t("werk.niet_aanvaard")}, {"aanvaard", t("lijst.aanvaarding.aanvaard")}}),
                fields.input({.name = "tekst", .label = t("lijst.tekst"), .value = vraag.tekst, .type = "search",
                              .attributes = {attr("maxlength", "100")}}),
                kolomkeuze(t, fields, beeld.kolommen), button(cls("btn"), type("submit"), t("lijst.toon")));
}

Html bulk_bar(const Texts& t, const Lijstbeeld& beeld) {
    if (beeld.collegas.empty()) return {};
    return div(cls("bulk"), label(attr("for", "aan"), t("lijst.geef_aan")),
               select(id("aan"), name("aan"), each(beeld.collegas, [](const Choice& c) { return option(value(c.value), c.label); })),
               button(cls("btn btn-small"), type("submit"), icon("arrow-forward-up"), t("lijst.geef_door")),
               span(cls("small soft"), t("lijst.bulk_uitleg")));
}

Html rows_part(const Desk& desk, const WerklijstVraag& vraag, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    const Kiezen kiezen = beeld.collegas.empty() ? Kiezen::nee : Kiezen::ja;
    const std::string source = "/werk/regels?" + query_of(vraag) + (vraag.na ? "&na=" + vraag.na->text() : "");
    const Html content = beeld.regels.empty()
                             ? empty_state(t("lijst.leeg"), t(vraag.tekst.empty() && !vraag.onderwerp && !vraag.eigenaar ? "lijst.leeg_goed" : "lijst.leeg_filter"))
                             : stackable_table(t("lijst.bijschrift"), columns_of(t, kiezen, beeld.kolommen),
                                               each(beeld.regels, [&](const Regelbeeld& r) { return row_of(t, r, desk.now, kiezen, beeld.kolommen); }));
    return div(attr("data-live-src", source), attr("data-live-topic", "werk"), content);
}

Html views_part(const Schermen& s, const Desk& desk, const WerklijstVraag& vraag, const Lijstbeeld& beeld) {
    const Texts& t = desk.t;
    const auto views = s.lijsten.views(desk.caller);
    const Form fields(t);
    std::vector<Choice> teams;
    for (const auto& team : beeld.teams) teams.push_back({team.id.text(), team.naam});
    return details(
        cls("section"), summary(t("weergave.titel")),
        when(!views.empty(), [&] {
            return ul(cls("list-plain"), each(views, [&](const Weergave& view) {
                          return li(cls("row"), a(href("/werk?" + query_of(vraag_from(view.vraag))), view.naam),
                                    when(view.team.has_value(), [&] { return badge("users", t("weergave.gedeeld")); }),
                                    post_button("/werk/weergaven/" + to_string(view.id) + "/verwijder", desk.csrf, t("weergave.verwijder"), "x"));
                      }));
        }),
        form(cls("filters"), attr("method", "post"), action("/werk/weergaven"), csrf_field(desk.csrf), hidden("vraag", as_text(vraag)),
             hidden("terug", "/werk?" + query_of(vraag)),
             fields.input({.name = "naam", .label = t("weergave.naam"), .attributes = {attr("maxlength", std::to_string(weergavenaam_limit)), flag("required")}}),
             fields.select({.name = "team", .label = t("weergave.deel"), .needed = Needed::no}, teams, t("weergave.alleen_ik")),
             button(cls("btn"), type("submit"), t("weergave.bewaar"))));
}

Response show(const Schermen& s, Request& request, Desk& desk) {
    const WerklijstVraag vraag = read_vraag(request);
    auto beeld = look(s, desk, vraag);
    if (!beeld) return desk.fail(beeld.error());
    beeld->kolommen = kolommen_van(s, request, desk);
    if (s.vorm.onthoud && request.query.has("kolom")) s.vorm.onthoud(desk.caller, in_adres(beeld->kolommen));
    const Texts& t = desk.t;
    const std::string next_url = beeld->volgende ? "/werk?" + query_of(vraag) + "&na=" + beeld->volgende->text() : "";
    desk.frame.live_topics = "werk";
    return desk.page(
        beeld->titel,
        join(undo_bar_of(request, desk),
             div(cls("page-head"), h1(beeld->titel),
                 p(cls("soft"), t("lijst.samenvatting", beeld->tellingen.totaal, beeld->tellingen.te_laat)),
                 span(cls("push"), button_link("/werk/export.csv?" + query_of(vraag), t("lijst.exporteer"), "download"))),
             tab_list(t, vraag, beeld->tellingen), filter_form(t, vraag, *beeld),
             form(attr("method", "post"), action("/werk/toewijzen"), csrf_field(desk.csrf), hidden("terug", "/werk?" + query_of(vraag)),
                  bulk_bar(t, *beeld), rows_part(desk, vraag, *beeld)),
             pager(t, next_url), views_part(s, desk, vraag, *beeld),
             p(cls("small soft keys below"), kbd("j"), " ", kbd("k"), " " + t("lijst.toetsen_rij") + " · ", kbd("x"),
               " " + t("lijst.toetsen_kies") + " · ", kbd("Enter"), " " + t("lijst.toetsen_open") + " · ", kbd("?"), " " + t("lijst.toetsen_alle"))));
}

Response rows_only(const Schermen& s, Request& request, Desk& desk) {
    const WerklijstVraag vraag = read_vraag(request);
    auto beeld = look(s, desk, vraag);
    if (!beeld) return desk.fail(beeld.error());
    beeld->kolommen = kolommen_van(s, request, desk);
    return desk.fragment(rows_part(desk, vraag, *beeld));
}

std::vector<Keuze> read_keuzes(const Request& request) {
    std::vector<Keuze> keuzes;
    for (const auto text : request.form.all("keuze")) {
        const auto colon = text.find(':');
        const auto werk = Id<dichtbij::Werk>::parse(text.substr(0, colon));
        if (!werk || colon == std::string_view::npos) continue;
        keuzes.push_back({*werk, std::strtoll(std::string(text.substr(colon + 1)).c_str(), nullptr, 10)});
    }
    return keuzes;
}

Response assign(const Schermen& s, Request& request, Desk& desk) {
    const std::string back = back_to(request, "/werk");
    const auto aan = Id<Medewerker>::parse(request.form.get("aan"));
    const auto keuzes = read_keuzes(request);
    if (!aan || keuzes.empty()) return Response::redirect(with_undo(back, std::nullopt, "lijst.niets_gekozen"));
    const auto uitslag = s.werk.assign_all(desk.caller, keuzes, *aan, Omvang::wat_kan);
    if (!uitslag) return desk.fail(uitslag.error());
    const bool all = uitslag->gelukt() == static_cast<int>(keuzes.size());
    return Response::redirect(with_undo(back, uitslag->ongedaan, all ? "lijst.doorgegeven" : "lijst.deels_doorgegeven"));
}

Response export_csv(const Schermen& s, Request& request, Desk& desk) {
    struct State {
        WerklijstVraag vraag;
        access::Caller caller;
        bool is_done = false;
    };
    auto state = std::make_shared<State>(State{read_vraag(request), desk.caller});
    state->vraag.limit = werklijst_limit;
    const Texts& t = desk.t;
    const Instant now = desk.now;
    const std::string head = csv_row({t("lijst.nummer"), t("lijst.beloofd"), t("lijst.vraag"), t("lijst.voor_wie"), t("lijst.eigenaar"), t("lijst.onderwerp"), t("lijst.gemeente")});
    auto first = std::make_shared<std::string>(head);
    return Response::download("werklijst.csv", "text/csv; charset=utf-8", [&s, state, first, now](std::string& chunk) {
        chunk = std::exchange(*first, "");
        if (state->is_done) return false;
        s.store.read([&](store::Tx& tx) {
            auto pagina = s.lijsten.page(tx, state->caller, state->vraag);
            if (!pagina) {
                state->is_done = true;
                return;
            }
            state->vraag.na = pagina->volgende;
            state->is_done = !pagina->volgende;
            for (const auto& r : with_names(tx, s.partijen, std::move(pagina->regels), now)) {
                const Werk& w = r.regel.werk;
                chunk += csv_row({w.nummer, w.beloofd_op ? to_iso(day_of(*w.beloofd_op)) : "", w.titel, r.voor, r.eigenaar, r.onderwerp, r.gemeente});
            }
        });
        return !state->is_done;
    });
}

Response save_view(const Schermen& s, Request& request, Desk& desk) {
    const auto saved = s.lijsten.save_view(desk.caller, request.form.get("naam"), vraag_from(request.form.get("vraag")),
                                           Id<Team>::parse(request.form.get("team")));
    if (!saved) return desk.fail(saved.error());
    return Response::redirect(with_undo(back_to(request, "/werk"), std::nullopt, "weergave.bewaard"));
}

Response delete_view(const Schermen& s, Request& request, Desk& desk) {
    const auto view = parse_uuid(request.param("id"));
    if (!view) return desk.fail({Reason::not_found, "view", {}, {}});
    const auto done = s.lijsten.delete_view(desk.caller, *view);
    if (!done) return desk.fail(done.error());
    return Response::redirect("/werk");
}

}  // namespace

std::string with_undo(std::string_view path, const std::optional<Uuid>& ongedaan, std::string_view words_key) {
    std::string url(path);
    url += url.find('?') == std::string::npos ? '?' : '&';
    url += "gedaan=" + std::string(words_key);
    if (ongedaan) url += "&ongedaan=" + to_string(*ongedaan);
    return url;
}

Html undo_bar_of(const Request& request, const Desk& desk) {
    const std::string key(request.query.get("gedaan"));
    if (key.empty() || !desk.t.has(key)) return {};
    const auto ongedaan = parse_uuid(request.query.get("ongedaan"));
    if (!ongedaan) return alert("check", p(attr("role", "status"), desk.t(key)), Tone::good);
    return undo_bar(desk.t, {desk.t(key), "/ongedaan/" + to_string(*ongedaan), desk.csrf, static_cast<int>(ongedaan_termijn.count())});
}

std::string back_to(const Request& request, std::string_view fallback) {
    const auto path = request.form.get("terug");
    const bool is_ours = path.size() > 1 && path.size() < 500 && path[0] == '/' && path[1] != '/' && path[1] != '\\' &&
                         path.find_first_of("\r\n\\") == std::string_view::npos;
    return std::string(is_ours ? path : fallback);
}

void add_lijst_routes(access::DeskRoutes& routes, const Schermen& s) {
    routes.get("/werk", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.get("/werk/regels", [s](Request& request, Desk& desk) { return rows_only(s, request, desk); });
    routes.get("/werk/export.csv", [s](Request& request, Desk& desk) { return export_csv(s, request, desk); });
    routes.post("/werk/toewijzen", [s](Request& request, Desk& desk) { return assign(s, request, desk); });
    routes.post("/werk/weergaven", [s](Request& request, Desk& desk) { return save_view(s, request, desk); });
    routes.post("/werk/weergaven/{id}/verwijder", [s](Request& request, Desk& desk) { return delete_view(s, request, desk); });
}

}  // namespace dichtbij::werk
