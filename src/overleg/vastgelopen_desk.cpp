// The list of the multidisciplinary team: what is stuck, and what came of what was treated.

#include <boost/describe/enum_from_string.hpp>

#include <charconv>

#include "html/dates.h"
#include "html/woord.h"
#include "organisatie/organisatie_service.h"
#include "overleg/overleg_schermen_desk.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"
#include "zaaktype/woorden_desk.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::overleg {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using access::Rol;
using http::Request;
using http::Response;

namespace {

struct Regelwoorden {
    std::string zaaktype, team, eigenaar, besluit, door;
};

struct Beeld {
    std::vector<std::pair<Lijstregel, Regelwoorden>> regels;
    std::optional<std::pair<Instant, Uuid>> volgende;
    std::vector<Choice> teams, zaaktypen;
};

// "1794585600.ID", as page_url writes it; anything else is the begin.
std::optional<std::pair<Instant, Uuid>> place_of(std::string_view words) {
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), at);
    if (error != std::errc() || end == words.data() + words.size() || *end != '.') return std::nullopt;
    const auto id_ = parse_uuid(words.substr(static_cast<std::size_t>(end - words.data()) + 1));
    if (!id_) return std::nullopt;
    return std::pair{Instant(seconds(at)), *id_};
}

Lijstvraag read(const Request& request) {
    const auto& q = request.query;
    Lijstvraag vraag;
    boost::describe::enum_from_string(std::string(q.get("lijst")).c_str(), vraag.lijst);
    Oorzaak oorzaak{};
    if (boost::describe::enum_from_string(std::string(q.get("oorzaak")).c_str(), oorzaak)) vraag.oorzaak = oorzaak;
    vraag.team = Id<Team>::parse(q.get("team"));
    vraag.zaaktype = Id<dichtbij::Zaaktype>::parse(q.get("zaaktype"));
    vraag.na = place_of(q.get("na"));
    return vraag;
}

std::string page_url(const Lijstvraag& vraag, const std::optional<std::pair<Instant, Uuid>>& na) {
    std::string url = "/vastgelopen?lijst=" + woord(vraag.lijst);
    if (vraag.oorzaak) url += "&oorzaak=" + woord(*vraag.oorzaak);
    if (vraag.team) url += "&team=" + vraag.team->text();
    if (vraag.zaaktype) url += "&zaaktype=" + vraag.zaaktype->text();
    if (na) url += "&na=" + std::to_string(na->first.time_since_epoch().count()) + "." + to_string(na->second);
    return url;
}

bool is_of_team(const access::Grant& grant) { return grant.rol == Rol::teamleider || grant.rol == Rol::manager; }

std::vector<Id<Gemeente>> own_gemeenten(const access::Caller& caller) {
    std::vector<Id<Gemeente>> all;
    for (const auto& grant : caller.grants)
        if (is_of_team(grant) && std::find(all.begin(), all.end(), grant.gemeente) == all.end()) all.push_back(grant.gemeente);
    return all;
}

Regelwoorden words_of(store::Tx& tx, const Texts& t, const OverlegSchermen& s, const Lijstregel& regel) {
    Regelwoorden w;
    w.eigenaar = organisatie::naam_of(tx, regel.zaak.werk.eigenaar);
    if (const auto team = organisatie::team(tx, regel.zaak.werk.team)) w.team = team->naam;
    if (regel.vastloper.behandeld_door) w.door = organisatie::naam_of(tx, *regel.vastloper.behandeld_door);
    if (regel.zaak.afgeschermd) return w;
    if (const auto versie = zaaktype::versie(tx, regel.zaak.zaak.zaaktype_versie)) w.zaaktype = zaaktype::in_taal(t, versie->inhoud.naam);
    w.besluit = s.overleg.besluit(tx, regel);
    return w;
}

Result<Beeld> look(const OverlegSchermen& s, const Desk& desk, const Lijstvraag& vraag) {
    return s.store.read([&](store::Tx& tx) -> Result<Beeld> {
        Beeld beeld;
        TRY(Lijstblad blad, s.overleg.list(tx, desk.caller, vraag));
        beeld.volgende = blad.volgende;
        for (Lijstregel& regel : blad.regels) {
            Regelwoorden words = words_of(tx, desk.t, s, regel);
            beeld.regels.emplace_back(std::move(regel), std::move(words));
        }
        for (const auto& gemeente : own_gemeenten(desk.caller)) {
            for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente))
                if (std::none_of(beeld.teams.begin(), beeld.teams.end(), [&](const Choice& one) { return one.value == team.id.text(); })) beeld.teams.push_back({team.id.text(), team.naam, ""});
            for (const auto& one : zaaktype::te_beginnen(tx, gemeente, desk.today())) beeld.zaaktypen.push_back({one.id.text(), zaaktype::in_taal(desk.t, one.naam), ""});
        }
        std::sort(beeld.zaaktypen.begin(), beeld.zaaktypen.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
        return beeld;
    });
}

Html title_of(const Texts& t, const Lijstregel& regel, const Regelwoorden& words) {
    const auto& zaak = regel.zaak;
    if (zaak.afgeschermd) return join(span(cls("title"), icon("lock"), " ", t("zaakblad.er_loopt_een_zaak")), below(zaak.zaak.nummer));
    return cover(vastloper_url(regel.vastloper.id), zaak.zaak.omschrijving, zaak.zaak.nummer + " · " + words.zaaktype);
}

Html stuck_row(const Desk& desk, const Lijstregel& regel, const Regelwoorden& words) {
    const Texts& t = desk.t;
    werk::Regelbeeld due_;
    due_.regel.werk = regel.zaak.werk;
    if (regel.zaak.werk.beloofd_op && *regel.zaak.werk.beloofd_op < desk.now) due_.werkdagen_te_laat = werk::weekdays_late(*regel.zaak.werk.beloofd_op, desk.now);
    return row(attr("data-row-id", regel.vastloper.id.text()), attr("data-row-url", vastloper_url(regel.vastloper.id)), cell(title_of(t, regel, words)),
               cell(attr("data-l", t("vastgelopen.kolom.waarom")), each(regel.aanleidingen, [&](const Aanleiding& one) { return div(in_woorden(t, one)); })),
               cell(attr("data-l", t("vastgelopen.kolom.sinds")), short_day(t, day_of(regel.vastloper.sinds_op), desk.today())),
               cell(attr("data-l", t("lijst.beloofd")), werk::due_of(t, due_, desk.now)), cell(cls("owner"), attr("data-l", t("zaakblad.casemanager")), words.eigenaar, below(words.team)));
}

Html treated_row(const Desk& desk, const Lijstregel& regel, const Regelwoorden& words) {
    const Texts& t = desk.t;
    const Vastloper& one = regel.vastloper;
    return row(attr("data-row-id", one.id.text()), attr("data-row-url", vastloper_url(one.id)), cell(title_of(t, regel, words)),
               cell(attr("data-l", t("vastgelopen.kolom.besluit")), t("vastgelopen.afloop." + woord(*one.afloop)), when(!words.besluit.empty(), [&] { return below(words.besluit); })),
               cell(attr("data-l", t("vastgelopen.kolom.wanneer")), short_day(t, day_of(*one.behandeld_op), desk.today()), below(words.door)),
               cell(attr("data-l", t("vastgelopen.kolom.gevolg")), gevolg_badge(t, regel.gevolg.value_or(Gevolg::loopt))),
               cell(cls("owner"), attr("data-l", t("zaakblad.casemanager")), words.eigenaar, below(words.team)));
}

Html list_tabs(const Texts& t, const Lijstvraag& vraag) {
    std::vector<Tab> all;
    for (const Lijst one : {Lijst::vast, Lijst::behandeld}) {
        Lijstvraag other = vraag;
        other.lijst = one;
        all.push_back({page_url(other, {}), t("vastgelopen.lijst." + woord(one)), std::nullopt, one == vraag.lijst});
    }
    return tabs(all);
}

Html list_filters(const Texts& t, const Lijstvraag& vraag, const Beeld& beeld) {
    const Form velden(t);
    std::vector<Choice> causes;
    for (const Oorzaak one : {Oorzaak::stilstand, Oorzaak::doorgegeven, Oorzaak::verzet, Oorzaak::gevraagd}) causes.push_back({woord(one), t("vastgelopen.oorzaak." + woord(one)), ""});
    return form(cls("filters"), action("/vastgelopen"), attr("role", "search"), attr("aria-label", t("lijst.filter")), hidden("lijst", woord(vraag.lijst)),
                velden.select({.name = "oorzaak", .label = t("vastgelopen.kolom.waarom"), .value = vraag.oorzaak ? woord(*vraag.oorzaak) : ""}, causes, t("vastgelopen.elke_oorzaak")),
                velden.select({.name = "team", .label = t("zaakblad.team"), .value = vraag.team ? vraag.team->text() : ""}, beeld.teams, t("vastgelopen.elk_team")),
                velden.select({.name = "zaaktype", .label = t("zaakblad.zaaktype"), .value = vraag.zaaktype ? vraag.zaaktype->text() : ""}, beeld.zaaktypen, t("zaaklijst.alle_typen")),
                button(cls("btn"), type("submit"), t("lijst.toon")));
}

Html content(const Desk& desk, const Lijstvraag& vraag, const Beeld& beeld) {
    const Texts& t = desk.t;
    if (beeld.regels.empty()) {
        const bool is_filtered = vraag.oorzaak || vraag.team || vraag.zaaktype;
        return empty_state(t("vastgelopen.leeg." + woord(vraag.lijst)), t(is_filtered ? "lijst.leeg_filter" : "vastgelopen.leeg_uitleg." + woord(vraag.lijst)));
    }
    if (vraag.lijst == Lijst::vast)
        return stackable_table(t("vastgelopen.titel"), {{t("zaakblad.zaak")}, {t("vastgelopen.kolom.waarom")}, {.label = t("vastgelopen.kolom.sinds"), .is_sorted = true}, {t("lijst.beloofd")}, {t("zaakblad.casemanager")}},
                               each(beeld.regels, [&](const auto& one) { return stuck_row(desk, one.first, one.second); }));
    return stackable_table(t("vastgelopen.lijst.behandeld"),
                           {{t("zaakblad.zaak")}, {t("vastgelopen.kolom.besluit")}, {.label = t("vastgelopen.kolom.wanneer"), .is_falling = true}, {t("vastgelopen.kolom.gevolg")}, {t("zaakblad.casemanager")}},
                           each(beeld.regels, [&](const auto& one) { return treated_row(desk, one.first, one.second); }));
}

Response show(const OverlegSchermen& s, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const Lijstvraag vraag = read(request);
    const auto beeld = look(s, desk, vraag);
    if (!beeld) return desk.fail(beeld.error());
    desk.frame.live_topics = "werk";
    const std::string next = beeld->volgende ? page_url(vraag, beeld->volgende) : "";
    return desk.page(t("vastgelopen.titel"),
                     join(werk::undo_bar_of(request, desk), page_head(t("vastgelopen.titel"), t("vastgelopen.uitleg"), button_link("/vastgelopen/instellingen", t("vastgelopen.grenzen"), "settings")),
                          list_tabs(t, vraag), list_filters(t, vraag, *beeld), content(desk, vraag, *beeld), pager(t, next)));
}

}  // namespace

std::string vastloper_url(Id<dichtbij::Vastloper> id_) { return "/vastgelopen/" + id_.text(); }

std::string in_woorden(const Texts& t, const Aanleiding& one) {
    const std::string key = "vastgelopen.waarom." + woord(one.oorzaak);
    return one.oorzaak == Oorzaak::gevraagd ? t("vastgelopen.waarom.gevraagd") : t(key, one.aantal);
}

Html gevolg_badge(const Texts& t, Gevolg gevolg) {
    struct Row {
        Gevolg gevolg;
        std::string_view icon;
        Tone tone;
    };
    static constexpr Row rows[] = {{Gevolg::loopt, "clock", Tone::plain},
                                   {Gevolg::gehaald, "circle-check", Tone::good},
                                   {Gevolg::gesloten, "circle-check", Tone::plain},
                                   {Gevolg::opnieuw_verzet, "calendar-event", Tone::today},
                                   {Gevolg::gemist, "alert-triangle", Tone::late},
                                   {Gevolg::weer_vastgelopen, "alert-triangle", Tone::late}};
    for (const Row& one : rows)
        if (one.gevolg == gevolg) return badge(one.icon, t("vastgelopen.gevolg." + woord(gevolg)), one.tone);
    return {};
}

void add_vastgelopen_routes(access::DeskRoutes& routes, const OverlegSchermen& s) {
    routes.get("/vastgelopen", [s](Request& request, Desk& desk) { return show(s, request, desk); });
}

}  // namespace dichtbij::overleg
