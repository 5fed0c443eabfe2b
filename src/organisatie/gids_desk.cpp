#include "organisatie/schermen_desk.h"

#include "html/dates.h"
#include "organisatie/parts_desk.h"

namespace dichtbij::organisatie {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

Html vaardigheid_badges(const std::vector<std::string>& list) {
    bool is_first = true;
    return each(list, [&](const std::string& vaardigheid) {
        const char* before = is_first ? "" : " ";
        is_first = false;
        return join(before, badge("star", vaardigheid_tekst(vaardigheid)));
    });
}

Html collega_rij(const Desk& desk, const Collega& collega) {
    const Medewerker& m = collega.medewerker;
    const Texts& t = desk.t;
    return row(cell(cover(persoon_url(m.id), m.naam, m.functie)), cell(attr_if(!collega.teams.empty(), "data-l", t("organisatie.teams")), team_links(collega.teams)),
               cell(beschikbaarheid_tekst(desk, collega.beschikbaarheid)),
               cell(m.telefoon.empty() ? Html() : a(cls("nowrap"), href("tel:" + m.telefoon), m.telefoon),
                    m.email.empty() ? Html() : span(cls(m.telefoon.empty() ? "" : "sub"), a(href("mailto:" + m.email), m.email))),
               cell(vaardigheid_badges(collega.vaardigheden)));
}

std::string page_url(const Gidsvraag& vraag, const std::optional<Id<dichtbij::Medewerker>>& after) {
    std::string url = "/gids?q=" + http::percent_encoded(vraag.zoek) + "&vaardigheid=" + http::percent_encoded(vraag.vaardigheid);
    if (vraag.team) url += "&team=" + vraag.team->text();
    if (after) url += "&na=" + after->text();
    return url;
}

}  // namespace

Html collega_tabel(const Desk& desk, std::string_view caption, const std::vector<Collega>& collegas) {
    const Texts& t = desk.t;
    return stackable_table(caption,
                           {{.label = t("organisatie.wie")}, {.label = t("organisatie.teams")}, {.label = t("organisatie.bereikbaar")},
                            {.label = t("organisatie.contact")}, {.label = t("organisatie.vaardigheden")}},
                           each(collegas, [&](const Collega& collega) { return collega_rij(desk, collega); }));
}

Response gids(const OrganisatieService& service, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    Gidsvraag vraag;
    vraag.zoek = request.query.get("q");
    vraag.vaardigheid = request.query.get("vaardigheid");
    vraag.team = Id<dichtbij::Team>::parse(request.query.get("team"));
    vraag.after = Id<dichtbij::Medewerker>::parse(request.query.get("na"));
    const auto found = service.gids(desk.caller, vraag);
    if (!found) return desk.fail(found.error());
    std::vector<Choice> vaardigheden;
    for (const std::string& vaardigheid : service.vaardigheden(desk.caller)) vaardigheden.push_back({vaardigheid, vaardigheid_tekst(vaardigheid)});
    const Form form(t);
    const std::string next = found->has_more ? page_url(vraag, found->collegas.back().medewerker.id) : "";
    return desk.page(
        t("organisatie.gids.kop"),
        join(page_head(t("organisatie.gids.kop"), t("organisatie.gids.uitleg")),
             filters(t, "/gids",
                     join(form.input({.name = "q", .label = t("organisatie.gids.zoek"), .value = vraag.zoek, .type = "search",
                                      .attributes = {attr("maxlength", "100"), attr("autocomplete", "off")}}),
                          form.select({.name = "team", .label = t("organisatie.team"), .value = vraag.team ? vraag.team->text() : ""},
                                      team_keuzes(service, desk.caller), t("organisatie.alle_teams")),
                          form.select({.name = "vaardigheid", .label = t("organisatie.vaardigheid"), .value = vraag.vaardigheid},
                                      vaardigheden, t("organisatie.maakt_niet_uit")))),
             found->collegas.empty() ? empty_state(t("organisatie.gids.leeg"), t("organisatie.gids.leeg_uitleg"), "users")
                                     : collega_tabel(desk, t("organisatie.gids.kop"), found->collegas),
             pager(t, next)));
}

Html persoon_kop(const Desk& desk, const Persoon& persoon) {
    const Texts& t = desk.t;
    const Medewerker& m = persoon.collega.medewerker;
    std::vector<Fact> lines{{t("organisatie.functie"), text(m.functie)},
                            {t("organisatie.bereikbaar"), beschikbaarheid_tekst(desk, persoon.collega.beschikbaarheid)},
                            {t("organisatie.telefoon"), m.telefoon.empty() ? Html() : a(href("tel:" + m.telefoon), m.telefoon)},
                            {t("organisatie.email"), m.email.empty() ? Html() : a(href("mailto:" + m.email), m.email)},
                            {t("organisatie.teams"), team_links(persoon.collega.teams)},
                            {t("organisatie.werkdagen"), text(dagen_tekst(t, m.werkdagen))},
                            {t("organisatie.vaardigheden"), vaardigheid_badges(persoon.collega.vaardigheden)}};
    if (m.in_dienst_tot) lines.push_back({t("organisatie.laatste_dag"), text(long_day(t, *m.in_dienst_tot - days(1), desk.today()))});
    return definitions(lines);
}

Html teamblad_inhoud(const Desk& desk, const Teamblad& blad) {
    const Texts& t = desk.t;
    std::string gemeenten;
    for (const Gemeente& gemeente : blad.gemeenten) gemeenten += (gemeenten.empty() ? "" : ", ") + gemeente.naam;
    std::vector<Collega> absent;
    for (const Collega& lid : blad.leden)
        if (lid.beschikbaarheid.absent_until) absent.push_back(lid);
    const Html actions = when(blad.mag == Mag::beheren, [&] {
        return button_link("/beheer/teams/" + blad.team.id.text(), t("organisatie.wijzig"), "edit");
    });
    return join(page_head(blad.team.naam, blad.afdeling, actions),
                facts({{t("organisatie.leider"), persoon_link(blad.leider)}, {t("organisatie.gemeenten"), text(gemeenten)},
                       {t("organisatie.domein"), blad.team.domein.empty() ? Html() : text(t("organisatie.domein." + blad.team.domein))}}),
                section_of({"h-weg", t("organisatie.team.afwezig"), {}, {}},
                           absent.empty() ? empty_state(t("organisatie.team.iedereen"), t("organisatie.team.iedereen_uitleg"))
                                          : collega_tabel(desk, t("organisatie.team.afwezig"), absent)),
                section_of({"h-leden", t("organisatie.team.leden"), {}, {}}, collega_tabel(desk, t("organisatie.team.leden"), blad.leden)));
}

Response teamblad(const OrganisatieService& service, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Team>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "no team id", "", {}});
    const auto blad = service.team(desk.caller, *id);
    if (!blad) return desk.fail(blad.error());
    return desk.page(blad->team.naam, teamblad_inhoud(desk, *blad));
}

}  // namespace dichtbij::organisatie
