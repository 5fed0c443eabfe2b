#include "html/form.h"
#include "html/parts.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"

namespace dichtbij::werk {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

struct Persoonbeeld {
    Persoonsregel regel;
    std::string naam;
    std::string vervangt;   // names, joined
    bool is_afwezig = false;
};

struct Teambeeld {
    organisatie::Team team;
    std::string leider;
    Teamoverzicht overzicht;
    std::vector<Persoonbeeld> personen;
    std::vector<std::pair<std::string, Onderwerpregel>> onderwerpen;
    std::vector<Regelbeeld> dringend;
    long afwezig = 0;
};

enum class Bereik { een_gemeente, meer_gemeenten };

Persoonbeeld person_of(store::Tx& tx, const Persoonsregel& regel, Day today) {
    Persoonbeeld beeld{regel, organisatie::naam_of(tx, regel.medewerker), "", false};
    beeld.is_afwezig = organisatie::acting_for(tx, regel.medewerker, today) != regel.medewerker;
    for (const auto& other : organisatie::substitutes_for(tx, regel.medewerker, today))
        beeld.vervangt += (beeld.vervangt.empty() ? "" : ", ") + organisatie::naam_of(tx, other);
    return beeld;
}

// Subjects of two gemeenten have the same names.
std::string name_in_team(store::Tx& tx, const organisatie::Onderwerp& onderwerp, Bereik bereik) {
    if (bereik == Bereik::een_gemeente) return onderwerp.naam;
    const auto gemeente = organisatie::gemeente(tx, onderwerp.gemeente);
    return gemeente ? onderwerp.naam + " (" + gemeente->naam + ")" : onderwerp.naam;
}

Result<Teambeeld> look(const Schermen& s, const Desk& desk, Id<Team> id) {
    return s.store.read([&](store::Tx& tx) -> Result<Teambeeld> {
        Teambeeld beeld;
        TRY(beeld.overzicht, s.lijsten.team_overview(tx, desk.caller, id));
        TRY(beeld.team, organisatie::team(tx, id));
        beeld.leider = organisatie::naam_of(tx, beeld.team.leider);
        for (const auto& regel : beeld.overzicht.personen) {
            beeld.personen.push_back(person_of(tx, regel, desk.today()));
            beeld.afwezig += beeld.personen.back().is_afwezig ? 1 : 0;
        }
        const Bereik bereik = organisatie::gemeenten_of_team(tx, id).size() > 1 ? Bereik::meer_gemeenten : Bereik::een_gemeente;
        for (const auto& regel : beeld.overzicht.onderwerpen) {
            const auto onderwerp = regel.onderwerp ? organisatie::onderwerp(tx, *regel.onderwerp) : not_found("");
            beeld.onderwerpen.emplace_back(onderwerp ? name_in_team(tx, *onderwerp, bereik) : desk.t("team.zonder_onderwerp"), regel);
        }
        beeld.dringend = with_names(tx, s.partijen, beeld.overzicht.dringend, desk.now);
        return beeld;
    });
}

Html figure(std::string_view label_, long long count, std::string_view below) {
    return div(dt(label_), dd(cls("big"), count), dd(below));
}

// A block per question: striped is late, full is today, light is later; outlines are free room.
Html load_bar(const Texts& t, const Tellingen& n) {
    constexpr int shown = 8;
    std::string shapes;
    int at = 0;
    const auto block = [&](std::string_view kind) {
        if (at >= shown) return;
        const std::string x = std::to_string(1 + 19 * at++);
        shapes += "<rect class=\"load-" + std::string(kind) + "\" x=\"" + x + "\" y=\"1\" width=\"16\" height=\"14\" rx=\"2\"/>";
        if (kind == "late") shapes += "<path class=\"load-stripe\" transform=\"translate(" + x + ")\" d=\"M2 12 l10 -10 M8 12 l6 -6 M2 6 l4 -4\"/>";
    };
    for (auto i = n.te_laat; i > 0; --i) block("late");
    for (auto i = n.vandaag; i > 0; --i) block("today");
    for (auto i = n.totaal - n.te_laat - n.vandaag; i > 0; --i) block("later");
    while (at < shown) block("free");
    const auto words = t("team.balk", n.te_laat, n.vandaag, n.totaal - n.te_laat - n.vandaag);
    return Html::trusted("<svg class=\"load\" viewBox=\"0 0 154 16\" role=\"img\" aria-label=\"" + escaped(words) + "\">" + shapes + "</svg>");
}

// One click gives it to whoever has the least; anyone else from the list.
Html reassign(const Desk& desk, const Teambeeld& beeld, const Regelbeeld& r) {
    const Texts& t = desk.t;
    if (r.regel.afgeschermd) return {};
    const std::string select_id = "aan-" + r.regel.werk.id.text();
    return form(cls("row"), attr("method", "post"), action("/werk/toewijzen"), csrf_field(desk.csrf),
                hidden("keuze", r.regel.werk.id.text() + ":" + std::to_string(r.regel.werk.versie)),
                hidden("terug", "/team/" + beeld.team.id.text()),
                label(cls("sr"), attr("for", select_id), t("team.geef_aan", r.regel.werk.titel)),
                select(id(select_id), name("aan"), each(beeld.personen, [&](const Persoonbeeld& p) {
                           return p.is_afwezig || p.regel.medewerker == r.regel.werk.eigenaar
                                      ? Html()
                                      : option(value(p.regel.medewerker.text()), p.naam + " (" + std::to_string(p.regel.tellingen.totaal) + ")");
                       })),
                button(cls("btn btn-small"), type("submit"), t("team.geef")));
}

Html urgent_table(const Desk& desk, const Teambeeld& beeld) {
    const Texts& t = desk.t;
    if (beeld.dringend.empty()) return empty_state(t("team.niets_dringend"), t("team.niets_dringend_uitleg"));
    auto columns = columns_of(t, Kiezen::nee);
    columns.back() = {t("team.doe_iets"), ""};
    return stackable_table(t("team.dringend_bijschrift"), columns, each(beeld.dringend, [&](const Regelbeeld& r) {
                               const Werk& w = r.regel.werk;
                               return row(attr("data-row-id", w.id.text()), attr_if(!r.regel.afgeschermd, "data-row-url", url_of(w)),
                                          cell(due_of(t, r, desk.now)),
                                          cell(r.regel.afgeschermd ? span(cls("title"), t("werk.afgeschermd")) : a(cls("cover title"), href(url_of(w)), w.titel),
                                               span(cls("sub"), w.nummer + " · " + r.gemeente)),
                                          cell(attr("data-l", t("lijst.voor_wie")), r.voor.empty() ? t("werk.anoniem") : r.voor),
                                          cell(cls("owner"), r.eigenaar, when(!w.aanvaard_op, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); })),
                                          cell(reassign(desk, beeld, r)));
                           }));
}

Html people_table(const Texts& t, const Teambeeld& beeld) {
    const std::vector<Column> columns{{t("team.medewerker"), ""}, {t("team.open_werk"), ""}, {t("bak.te_laat"), "", false, true},
                                      {t("bak.vandaag"), "", false, true}, {t("bak.later"), "", false, true}, {t("team.samen"), "", false, true}};
    return figures_table(t, t("team.per_medewerker"), columns, each(beeld.personen, [&](const Persoonbeeld& p) {
                             const Tellingen& n = p.regel.tellingen;
                             const std::string sub = p.is_afwezig ? t("team.afwezig") : p.vervangt.empty() ? "" : t("team.vervangt", p.vervangt);
                             return tr(th(attr("scope", "row"),
                                          a(cls("cover"), href("/werk?wie=team&team=" + beeld.team.id.text() + "&eigenaar=" + p.regel.medewerker.text()), p.naam),
                                          when(!sub.empty(), [&] { return span(cls("sub"), sub); })),
                                       td(load_bar(t, n)), td(cls("r"), n.te_laat), td(cls("r"), n.vandaag),
                                       td(cls("r"), n.totaal - n.te_laat - n.vandaag), td(cls("r"), n.totaal));
                         }));
}

Html subjects_table(const Texts& t, const Teambeeld& beeld) {
    const std::vector<Column> columns{{t("lijst.onderwerp"), ""}, {t("bak.te_laat"), "", false, true},
                                      {t("team.binnenkort"), "", false, true}, {t("team.samen"), "", false, true}};
    return figures_table(t, t("team.per_onderwerp"), columns, each(beeld.onderwerpen, [&](const auto& entry) {
                             return tr(th(attr("scope", "row"), entry.first), td(cls("r"), entry.second.te_laat),
                                       td(cls("r"), entry.second.binnenkort), td(cls("r"), entry.second.totaal));
                         }));
}

Html content(const Desk& desk, const Teambeeld& beeld) {
    const Texts& t = desk.t;
    const auto& o = beeld.overzicht;
    return div(
        attr("data-live-src", "/team/" + beeld.team.id.text() + "/deel"), attr("data-live-topic", "werk"),
        dl(cls("figures section"), figure(t("team.te_laat"), o.tellingen.te_laat, t("team.te_laat_uitleg")),
           figure(t("team.binnenkort"), o.binnenkort, t("team.binnenkort_uitleg")),
           figure(t("team.niet_aanvaard"), o.niet_aanvaard, t("team.niet_aanvaard_uitleg")),
           figure(t("team.open"), o.tellingen.totaal, t("team.open_uitleg")), figure(t("team.afwezig_vandaag"), beeld.afwezig, t("team.afwezig_uitleg"))),
        section(cls("section"), attr("aria-labelledby", "h-dringend"),
                div(cls("section-head"), h2(id("h-dringend"), t("team.dringend")), span(cls("soft"), t("team.dringend_uitleg"))),
                urgent_table(desk, beeld)),
        section(cls("section"), attr("aria-labelledby", "h-mensen"),
                div(cls("section-head"), h2(id("h-mensen"), t("team.per_medewerker")), span(cls("soft small"), t("team.balk_uitleg"))),
                people_table(t, beeld)),
        when(!beeld.onderwerpen.empty(), [&] {
            return section(cls("section"), attr("aria-labelledby", "h-onderwerp"), div(cls("section-head"), h2(id("h-onderwerp"), t("team.per_onderwerp"))),
                           subjects_table(t, beeld));
        }));
}

Response show(const Schermen& s, Request& request, Desk& desk) {
    const auto team = Id<Team>::parse(request.param("id"));
    if (!team) return desk.fail({Reason::not_found, "team id", {}, {}});
    const auto beeld = look(s, desk, *team);
    if (!beeld) return desk.fail(beeld.error());
    const Texts& t = desk.t;
    desk.frame.live_topics = "werk";
    const std::string title_ = t("team.titel", beeld->team.naam);
    return desk.page(title_, join(undo_bar_of(request, desk),
                                  div(cls("page-head"), h1(title_), p(cls("soft"), t("team.leider", beeld->leider)),
                                      span(cls("push"), button_link("/werk?wie=team&team=" + team->text() + "&aanvaarding=niet_aanvaard", t("team.toon_niet_aanvaard"), "hand-stop"))),
                                  content(desk, *beeld)));
}

Response part(const Schermen& s, Request& request, Desk& desk) {
    const auto team = Id<Team>::parse(request.param("id"));
    if (!team) return desk.fail({Reason::not_found, "team id", {}, {}});
    const auto beeld = look(s, desk, *team);
    if (!beeld) return desk.fail(beeld.error());
    return desk.fragment(content(desk, *beeld));
}

}  // namespace

void add_team_routes(access::DeskRoutes& routes, const Schermen& s) {
    routes.get("/team/{id}", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.get("/team/{id}/deel", [s](Request& request, Desk& desk) { return part(s, request, desk); });
}

}  // namespace dichtbij::werk
