// The start of the day: what is due for me, what was said to me, how the team stands.
#include "dossier/dossier_desk.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <map>

namespace dichtbij::dossier {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

constexpr int rows_max = 50;
constexpr int notices_max = 5;
constexpr int changes_max = 5;

struct Teambeeld {
    organisatie::Team team;
    werk::Tellingen tellingen;
    bool is_leider = false;
};

struct Startbeeld {
    std::vector<werk::Regelbeeld> regels;
    werk::Tellingen tellingen;
    werk::Tellingen vervanging;
    std::vector<Teambeeld> teams;
    std::vector<werk::Attentieregel> attenties;
    std::map<Id<Medewerker>, std::string> namen;  // of who sent a notice or changed something
};

Result<Startbeeld> look(const DossierSchermen& s, const Desk& desk) {
    auto attenties = s.attenties.list(desk.caller, std::nullopt, notices_max);
    return s.store.read([&](store::Tx& tx) -> Result<Startbeeld> {
        Startbeeld beeld;
        beeld.attenties = attenties;
        werk::WerklijstVraag mine;
        mine.limit = rows_max;
        TRY(beeld.tellingen, s.lijsten.counts(tx, desk.caller, mine));
        TRY(auto pagina, s.lijsten.page(tx, desk.caller, mine));
        beeld.regels = werk::with_names(tx, s.partijen, std::move(pagina.regels), desk.now);
        mine.wie = werk::Wie::vervanging;
        TRY(beeld.vervanging, s.lijsten.counts(tx, desk.caller, mine));
        for (const auto& team : organisatie::teams_of_medewerker(tx, desk.caller.medewerker)) {
            werk::WerklijstVraag of_team;
            of_team.wie = werk::Wie::team;
            of_team.team = team.id;
            TRY(const auto counts, s.lijsten.counts(tx, desk.caller, of_team));
            beeld.teams.push_back({team, counts, organisatie::lead_of(tx, team.id, desk.today()) == desk.caller.medewerker});
        }
        const auto name_of = [&](const std::optional<Id<Medewerker>>& id_) {
            if (id_) beeld.namen.try_emplace(*id_, organisatie::naam_of(tx, *id_));
        };
        for (const auto& one : beeld.attenties) name_of(one.attentie.van);
        for (const auto& one : beeld.regels) name_of(one.regel.werk.laatste_door);
        return beeld;
    });
}

std::string greeting(const Desk& desk) {
    const LocalTime at = local_time(desk.now);
    const auto hour = std::chrono::floor<hours>(at - std::chrono::floor<days>(at)).count();
    const char* key = hour < 12 ? "dossier.goedemorgen" : hour < 18 ? "dossier.goedemiddag" : "dossier.goedenavond";
    return desk.t(key, desk.caller.naam.substr(0, desk.caller.naam.find(' ')));
}

Html my_work(const Desk& desk, const Startbeeld& beeld) {
    const Texts& t = desk.t;
    std::vector<RowGroup> groups;
    for (const auto bak : {werk::Bak::te_laat, werk::Bak::vandaag, werk::Bak::deze_week}) {
        Html rows;
        for (const auto& one : beeld.regels)
            if (one.regel.bak == bak) rows += werk::row_of(t, one, desk.now, werk::Kiezen::nee);
        groups.push_back({t("bak." + std::string(boost::describe::enum_to_string(bak, ""))), static_cast<long>(beeld.tellingen.of(bak)), std::move(rows)});
    }
    const bool is_empty = std::all_of(groups.begin(), groups.end(), [](const RowGroup& group) { return group.rows.empty(); });
    const long later = static_cast<long>(beeld.tellingen.later + beeld.tellingen.wacht);
    return section_of({"h-werk", t("dossier.mijn_werk"), t("lijst.samenvatting", beeld.tellingen.totaal, beeld.tellingen.te_laat), a(href("/werk?wie=van_mij"), t("dossier.alles_van_mij"))},
                      join(is_empty ? empty_state(t("dossier.niets_dringend"), t(later > 0 ? "dossier.wel_later" : "dossier.niets_dringend_uitleg"))
                                    : grouped_table(t("lijst.bijschrift"), werk::columns_of(t, werk::Kiezen::nee), groups),
                           when(later > 0, [&] { return p(cls("small below"), a(href("/werk?wie=van_mij&bak=later"), t("dossier.later", later))); })));
}

// The working day before today, Monday to Friday.
Instant since_last_time(Day today) {
    Day day = today - days(1);
    while (weekday_of(day).iso_encoding() > 5) day -= days(1);
    return start_of(day);
}

Html changes(const Desk& desk, const Startbeeld& beeld) {
    const Texts& t = desk.t;
    std::vector<const werk::Regelbeeld*> changed;
    for (const auto& one : beeld.regels)
        if (one.regel.werk.laatste_op >= since_last_time(desk.today()) && one.regel.werk.laatste_door != desk.caller.medewerker && !one.regel.afgeschermd)
            changed.push_back(&one);
    std::sort(changed.begin(), changed.end(), [](const auto* a, const auto* b) { return a->regel.werk.laatste_op > b->regel.werk.laatste_op; });
    if (changed.size() > changes_max) changed.resize(changes_max);
    if (changed.empty()) return panel_of("h-nieuw", t("dossier.veranderd"), p(cls("soft"), t("dossier.niets_veranderd")));
    return panel_of("h-nieuw", t("dossier.veranderd"), ul(cls("list-plain"), each(changed, [&](const werk::Regelbeeld* one) {
                        const werk::Werk& w = one->regel.werk;
                        const std::string step = t.has("stap." + w.laatste_stap) ? t("stap." + w.laatste_stap) : t("stap.anders");
                        const auto by = w.laatste_door ? beeld.namen.find(*w.laatste_door) : beeld.namen.end();
                        return li(a(href(werk::url_of(w)), w.titel),
                                  span(cls("sub"), step + (by == beeld.namen.end() ? "" : " · " + by->second) + " · " + moment(t, w.laatste_op, desk.now)));
                    })));
}

Html notices(const Desk& desk, const Startbeeld& beeld) {
    const Texts& t = desk.t;
    const Html list = ul(cls("list-plain"), each(beeld.attenties, [&](const werk::Attentieregel& one) {
                             const auto from = one.attentie.van ? beeld.namen.find(*one.attentie.van) : beeld.namen.end();
                             const std::string key = "attentie." + std::string(boost::describe::enum_to_string(one.attentie.soort, ""));
                             const std::string who = from == beeld.namen.end() ? "Dichtbij" : from->second;
                             return li(t(key, who), " ", werk::about_of(t, one),
                                       when(!one.attentie.gelezen_op, [&] { return join(" ", badge("bell", t("attentie.nieuw"), Tone::brand)); }),
                                       span(cls("sub"), moment(t, one.attentie.op, desk.now)));
                         }));
    return panel_of("h-berichten", t("attentie.titel"),
                    beeld.attenties.empty() ? p(cls("soft"), t("attentie.leeg")) : join(list, p(cls("small"), a(href("/attenties"), t("dossier.alle_berichten")))));
}

Html teams(const Desk& desk, const Startbeeld& beeld) {
    const Texts& t = desk.t;
    if (beeld.teams.empty()) return {};
    return panel_of("h-teams", t("dossier.teams"), ul(cls("list-plain"), each(beeld.teams, [&](const Teambeeld& one) {
                        return li(a(href("/werk?wie=team&team=" + one.team.id.text()), one.team.naam),
                                  span(cls("sub"), t("dossier.teamcijfers", one.tellingen.totaal, one.tellingen.te_laat, one.tellingen.vandaag)),
                                  when(one.is_leider, [&] { return a(cls("small"), href("/team/" + one.team.id.text()), t("dossier.teamleiding")); }));
                    })));
}

Html content(const Desk& desk, const Startbeeld& beeld) {
    const Texts& t = desk.t;
    return div(cls("desk-split desk-split-narrow"), id("start"), attr("data-live-src", "/start/deel"), attr("data-live-topic", "werk"),
               div(when(beeld.vervanging.totaal > 0, [&] {
                       return alert("user-share", p(a(href("/werk?wie=vervanging"), t("dossier.vervanging", beeld.vervanging.totaal, beeld.vervanging.te_laat))));
                   }),
                   my_work(desk, beeld)),
               aside(cls("side stack"), attr("aria-label", t("dossier.opzij")), notices(desk, beeld), changes(desk, beeld), teams(desk, beeld)));
}

// Who only administers has no work of residents to begin the day with.
bool works_with_residents(const access::Caller& caller) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [](const access::Grant& grant) { return grant.rol != access::Rol::beheerder; });
}

Response show(const DossierSchermen& s, Request& request, Desk& desk) {
    if (!works_with_residents(desk.caller)) return Response::redirect("/beheer");
    const auto beeld = look(s, desk);
    if (!beeld) return desk.fail(beeld.error());
    const Texts& t = desk.t;
    desk.frame.live_topics = "werk";
    return desk.page(t("kader.start"),
                     join(werk::undo_bar_of(request, desk), page_head(greeting(desk), capitalised(formal_day(t, desk.today()))),
                          div(cls("row section"), a(cls("btn btn-primary"), href("/contact/nieuw"), icon("plus"), t("dossier.nieuw_contact"), " ", kbd("n")),
                              button_link("/zoeken", t("dossier.zoek"), "search"), span(cls("small soft"), t("dossier.zoek_kort"))),
                          content(desk, *beeld)));
}

Response part(const DossierSchermen& s, Request&, Desk& desk) {
    const auto beeld = look(s, desk);
    if (!beeld) return desk.fail(beeld.error());
    return desk.fragment(content(desk, *beeld));
}

}  // namespace

void add_start_routes(access::DeskRoutes& routes, const DossierSchermen& s) {
    routes.get("/", [s](Request& request, Desk& desk) { return show(s, request, desk); });
    routes.get("/start/deel", [s](Request& request, Desk& desk) { return part(s, request, desk); });
}

}  // namespace dichtbij::dossier
