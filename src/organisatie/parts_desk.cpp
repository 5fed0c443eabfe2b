#include "organisatie/parts_desk.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <charconv>

#include "html/dates.h"

namespace dichtbij::organisatie {

using access::Desk;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

Html hidden_fields(const std::vector<std::pair<std::string, std::string>>& fields) {
    return each(fields, [](const auto& field) { return hidden(field.first, field.second); });
}

}  // namespace

Html small_button(const Desk& desk, const Klein& klein) {
    return el("form", cls("inline"), attr("method", "post"), html::action(klein.url), csrf_field(desk.csrf), hidden_fields(klein.fields),
              button(cls("btn btn-small"), type("submit"), when(!klein.icon_name.empty(), [&] { return icon(klein.icon_name); }),
                     klein.label, when(!klein.about.empty(), [&] { return span(cls("sr"), " " + klein.about); })));
}

Html ingrijpend(const Desk& desk, const Ingrijpend& act) {
    return section(cls("section"),
                   details(summary(act.title),
                           div(cls("panel below"), p(act.uitleg),
                               posting(desk, act.url, hidden_fields(act.fields), act.more,
                                       div(cls("row below"), button(cls("btn btn-late"), type("submit"), act.knop))))));
}

Html klaar_melding(const Desk& desk, const http::Request& request) {
    constexpr std::array<std::string_view, 5> known{"bewaard", "verwijderd", "uit_dienst", "opgeheven", "gemaakt"};
    const std::string_view wat = request.query.get("klaar");
    if (std::find(known.begin(), known.end(), wat) == known.end()) return {};
    return div(cls("section"), attr("role", "status"),
               alert("circle-check", p(desk.t("organisatie.klaar." + std::string(wat))), Tone::good));
}

http::Response klaar(std::string url, std::string_view wat) {
    url.append(url.find('?') == std::string::npos ? "?" : "&").append("klaar=").append(wat);
    return http::Response::redirect(std::move(url));
}

Html beide_versies(const Texts& t, const std::vector<Vergelijking>& lines) {
    return div(cls("section"), attr("role", "alert"),
               alert("alert-triangle",
                     div(cls("stack"), p(strong(t("organisatie.gewijzigd.kop"))), p(t("organisatie.gewijzigd.uitleg")),
                         stackable_table(t("organisatie.gewijzigd.kop"),
                                         {{.label = t("organisatie.gewijzigd.veld")},
                                          {.label = t("organisatie.gewijzigd.jij")},
                                          {.label = t("organisatie.gewijzigd.nu")}},
                                         each(lines, [&](const Vergelijking& line) {
                                             return when(line.getypt != line.nu, [&] {
                                                 return row(cell(line.label), cell(line.getypt), cell(line.nu));
                                             });
                                         }))),
                     Tone::today));
}

Html bezwaar(const Texts& t, const Failure& failure) {
    if (failure.key.empty()) return {};
    return div(cls("section"), attr("role", "alert"), alert("alert-triangle", p(t(failure.key)), Tone::late));
}

bool is_beheerder(const access::Caller& caller) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [](const access::Grant& g) { return g.rol == access::Rol::beheerder; });
}

std::vector<Gemeente> beheerde_gemeenten(const OrganisatieService& service, const access::Caller& caller) {
    auto list = service.own_gemeenten(caller);
    std::erase_if(list, [&](const Gemeente& g) { return !access::has_role(caller, g.id, {access::Rol::beheerder}); });
    return list;
}

std::optional<Gemeente> gekozen_gemeente(const OrganisatieService& service, const Desk& desk, const http::Request& request) {
    const auto list = beheerde_gemeenten(service, desk.caller);
    const std::string_view asked = request.query.has("gemeente") ? request.query.get("gemeente") : request.form.get("gemeente");
    for (const Gemeente& gemeente : list)
        if (asked.empty() || gemeente.id.text() == asked) return gemeente;
    return std::nullopt;
}

Html gemeente_tabs(const OrganisatieService& service, const Desk& desk, std::string_view url, Id<dichtbij::Gemeente> current) {
    const auto list = beheerde_gemeenten(service, desk.caller);
    if (list.size() < 2) return {};
    std::vector<Tab> all;
    for (const Gemeente& gemeente : list)
        all.push_back({std::string(url) + "?gemeente=" + gemeente.id.text(), gemeente.naam, std::nullopt, gemeente.id == current});
    return tabs(all);
}

std::vector<Choice> keuzes(const std::vector<Naam>& namen) {
    std::vector<Choice> list;
    for (const Naam& naam : namen) list.push_back({naam.id.text(), naam.naam});
    return list;
}

std::vector<Choice> domein_keuzes(const Texts& t) {
    std::vector<Choice> list{{"", t("organisatie.domein.geen")}};
    for (const char* domein : {"wmo", "jeugd", "inkomen"}) list.push_back({domein, t("organisatie.domein." + std::string(domein))});
    return list;
}

std::vector<Choice> team_keuzes(const OrganisatieService& service, const access::Caller& caller) {
    std::vector<Choice> list;
    for (const Teamregel& regel : service.teams(caller)) list.push_back({regel.team.id.text(), regel.team.naam});
    return list;
}

std::vector<Choice> dag_keuzes(const Texts& t) {
    std::vector<Choice> list;
    for (int dag = 1; dag <= 7; ++dag) list.push_back({std::to_string(dag), t("datum.dag." + std::to_string(dag))});
    return list;
}

std::vector<std::string> gekozen_dagen(int werkdagen) {
    std::vector<std::string> list;
    for (int dag = 1; dag <= 7; ++dag)
        if ((werkdagen >> (dag - 1) & 1) != 0) list.push_back(std::to_string(dag));
    return list;
}

int werkdagen_of(const http::Request& request, std::string_view field) {
    int werkdagen = 0;
    for (const std::string_view dag : request.form.all(field))
        if (dag.size() == 1 && dag[0] >= '1' && dag[0] <= '7') werkdagen |= 1 << (dag[0] - '1');
    return werkdagen;
}

std::string dagen_tekst(const Texts& t, int werkdagen) {
    std::string text;
    for (const std::string& dag : gekozen_dagen(werkdagen)) text.append(text.empty() ? "" : " ").append(t("datum.dag_kort." + dag));
    return text;
}

std::int64_t versie_of(const http::Request& request) {
    const std::string_view text = request.form.get("versie");
    std::int64_t versie = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), versie);
    return error == std::errc() && end == text.data() + text.size() ? versie : -1;
}

std::string optional_text(const std::optional<Day>& day) { return day ? to_iso(*day) : std::string(); }

std::string persoon_url(Id<dichtbij::Medewerker> id) { return "/gids/" + id.text(); }

Html persoon_link(const Naam& naam) { return a(href(persoon_url(naam.id)), naam.naam); }

Html beschikbaarheid_tekst(const Desk& desk, const Beschikbaarheid& b) {
    const Texts& t = desk.t;
    if (b.absent_until)
        return join(badge("calendar-off", t("organisatie.staat.afwezig_tot", short_day(t, *b.absent_until - days(1), desk.today())), Tone::today),
                    when(b.vervanger.has_value(),
                         [&] { return span(cls("sub"), t("organisatie.vervanger_is"), " ", persoon_link(*b.vervanger)); }));
    if (b.staat) {
        const std::string code = boost::describe::enum_to_string(*b.staat, "");
        switch (*b.staat) {
            case Staat::aanwezig: return badge("circle-check", t("organisatie.staat." + code), Tone::good);
            case Staat::in_gesprek: return badge("phone", t("organisatie.staat." + code), Tone::today);
            case Staat::pauze: return badge("coffee", t("organisatie.staat." + code));
            case Staat::afwezig: return badge("calendar-off", t("organisatie.staat." + code), Tone::today);
        }
    }
    if (!b.works_today) return badge("calendar-off", t("organisatie.staat.vrije_dag"));
    return badge("user", t("organisatie.staat.werkt"));
}

std::string vaardigheid_tekst(std::string_view vaardigheid) {
    std::string text(vaardigheid);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Html team_links(const std::vector<Team>& teams) {
    bool is_first = true;
    return each(teams, [&](const Team& team) {
        const std::string before = is_first ? "" : ", ";
        is_first = false;
        return join(before, a(href("/teams/" + team.id.text()), team.naam));
    });
}

}  // namespace dichtbij::organisatie
