#include "app/frame_filler.h"

#include "balie/concept_store.h"
#include "html/dates.h"
#include "organisatie/organisatie_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::app {
namespace {

using access::Desk;
using access::Rol;
using html::NavItem;

constexpr int open_conversations_limit = 12;

bool has_any(const access::Caller& caller, std::initializer_list<Rol> roles) {
    for (const auto& grant : caller.grants)
        if (access::has_role(caller, grant.gemeente, roles)) return true;
    return false;
}

// Messages of everyone; who has no such role finds his own there.
bool has_outbox(const access::Caller& caller) { return has_any(caller, {Rol::teamleider, Rol::manager, Rol::beheerder}); }

std::optional<long> open_count(Installation& in, store::Tx& tx, const access::Caller& caller, const werk::WerklijstVraag& vraag) {
    const auto counts = in.werklijsten.counts(tx, caller, vraag);
    return counts ? std::optional<long>(counts->totaal) : std::nullopt;
}

void add_work(Installation& in, store::Tx& tx, Desk& desk) {
    auto& nav = desk.frame.nav;
    nav.push_back({"/", "home", desk.t("kader.start"), std::nullopt});
    if (!has_any(desk.caller, {Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::manager})) {
        nav.push_back({"/gids", "address-book", desk.t("kader.gids"), std::nullopt});
        desk.frame.takes_contacts = false;
        return;
    }
    werk::WerklijstVraag mine;
    nav.push_back({"/werk?wie=van_mij", "list-check", desk.t("kader.mijn_werk"), open_count(in, tx, desk.caller, mine)});
    for (const auto& team : organisatie::teams_of_medewerker(tx, desk.caller.medewerker)) {
        werk::WerklijstVraag of_team;
        of_team.wie = werk::Wie::team;
        of_team.team = team.id;
        nav.push_back({"/werk?wie=team&team=" + team.id.text(), "users", desk.t("kader.team", team.naam), open_count(in, tx, desk.caller, of_team)});
    }
    const auto replaced = organisatie::substitutes_for(tx, desk.caller.medewerker, desk.today());
    if (!replaced.empty()) {
        werk::WerklijstVraag substitution;
        substitution.wie = werk::Wie::vervanging;
        const std::string names = replaced.size() == 1 ? organisatie::naam_of(tx, replaced.front()) : std::to_string(replaced.size());
        nav.push_back({"/werk?wie=vervanging", "user-share", desk.t("kader.vervanging", names), open_count(in, tx, desk.caller, substitution)});
    }
    nav.push_back({"/werk?wie=alles", "stack-2", desk.t("kader.alles"), std::nullopt});
    nav.push_back({"/zaken", "folder", desk.t("kader.zaken"), std::nullopt});
    if (!has_outbox(desk.caller) && has_any(desk.caller, {Rol::behandelaar})) nav.push_back({"/berichten", "send", desk.t("bericht.scherm.titel"), std::nullopt});
    const auto broken = in.beloften.count_mine(tx, desk.caller);
    if (broken > 0 || has_any(desk.caller, {Rol::teamleider, Rol::manager}))
        nav.push_back({"/beloften", "hourglass", desk.t("beloften.titel"), broken > 0 ? std::optional<long>(broken) : std::nullopt});
    if (has_any(desk.caller, {Rol::teamleider, Rol::manager})) {
        const auto stuck = in.overleg.count_open(tx, desk.caller);
        nav.push_back({"/vastgelopen", "alert-triangle", desk.t("vastgelopen.titel"), stuck > 0 ? std::optional<long>(stuck) : std::nullopt});
        nav.push_back({"/verdelen", "users", desk.t("verdelen.menu"), std::nullopt});
    }
    nav.push_back({"/gids", "address-book", desk.t("kader.gids"), std::nullopt});
}

void add_management(store::Tx& tx, Desk& desk) {
    auto& list = desk.frame.beheer;
    for (const auto& team : organisatie::teams_of_medewerker(tx, desk.caller.medewerker))
        if (team.leider == desk.caller.medewerker || has_any(desk.caller, {Rol::manager}))
            list.push_back({"/team/" + team.id.text(), "layout-board", desk.t("kader.teamleiding", team.naam), std::nullopt});
    if (has_any(desk.caller, {Rol::kcc_medewerker, Rol::teamleider, Rol::manager, Rol::beheerder})) list.push_back({"/post", "mail", desk.t("postvak.post"), std::nullopt});
    if (has_outbox(desk.caller)) list.push_back({"/berichten", "send", desk.t("bericht.scherm.titel"), std::nullopt});
    if (!has_any(desk.caller, {Rol::beheerder})) {
        // Who owns a case type keeps it up to date, also without managing the gemeente.
        if (!zaaktype::may_leave(tx, desk.caller.medewerker, desk.today())) list.push_back({"/beheer/zaaktypen", "folders", desk.t("kader.beheer_zaaktypen"), std::nullopt});
        return;
    }
    list.push_back({"/beheer", "settings", desk.t("kader.beheer_organisatie"), std::nullopt});
    list.push_back({"/beheer/zaaktypen", "folders", desk.t("kader.beheer_zaaktypen"), std::nullopt});
    list.push_back({"/beheer/formulieren", "file-text", desk.t("formulier.beheer.kop"), std::nullopt});
    list.push_back({"/beheer/sjablonen", "message-circle", desk.t("bericht.scherm.sjablonen"), std::nullopt});
    list.push_back({"/beheer/berichtregels", "message-2", desk.t("bericht.scherm.regels"), std::nullopt});
    list.push_back({"/beheer/kalender", "calendar", desk.t("kader.beheer_kalender"), std::nullopt});
    list.push_back({"/beheer/normen", "target", desk.t("kader.beheer_normen"), std::nullopt});
    list.push_back({"/beheer/controlevragen", "shield-check", desk.t("kader.beheer_controlevragen"), std::nullopt});
    list.push_back({"/beheer/accounts", "key", desk.t("kader.beheer_accounts"), std::nullopt});
    list.push_back({"/beheer/aanmelden", "login", desk.t("kader.beheer_aanmelden"), std::nullopt});
    list.push_back({"/beheer/koppelingen", "plug", desk.t("kader.beheer_koppelingen"), std::nullopt});
    list.push_back({"/beheer/postvakken", "mail", desk.t("postvak.kop"), std::nullopt});
    list.push_back({"/beheer/notificaties", "bell", desk.t("notificatie.kop"), std::nullopt});
    list.push_back({"/beheer/opzoeken", "search", desk.t("opzoek.kop"), std::nullopt});
    list.push_back({"/beheer/inzage", "eye", desk.t("kader.beheer_inzage"), std::nullopt});
    list.push_back({"/beheer/mijn-dichtbij", "user", desk.t("mijn.instelling.kop"), std::nullopt});
}

std::string_view channel_icon(std::string_view kanaal) {
    if (kanaal == "telefoon") return "phone";
    if (kanaal == "email" || kanaal == "brief") return "mail";
    if (kanaal == "balie" || kanaal == "huisbezoek") return "building-community";
    return "message-circle";
}

void add_conversations(store::Tx& tx, Desk& desk) {
    for (const auto& rij : balie::concepten_of(tx, desk.caller.medewerker, open_conversations_limit))
        desk.frame.gesprekken.push_back({"/contact/" + rij.id.text(), std::string(channel_icon(rij.kanaal)),
                                         rij.kop.empty() ? desk.t("kader.onbekend") : rij.kop, std::nullopt,
                                         desk.t("kanaal." + rij.kanaal) + " · " + html::span_of(desk.t, desk.now - rij.begonnen_op)});
}

// The item whose address is the page's, with its query when it has one.
void mark_current(const http::Request& request, std::vector<NavItem>& items) {
    for (NavItem& item : items) {
        const auto question = item.url.find('?');
        const bool same_path = request.path == item.url.substr(0, question);
        item.is_current = same_path && (question == std::string::npos || request.raw_query.starts_with(item.url.substr(question + 1)));
    }
}

void add_brand(Installation& in, store::Tx& tx, Desk& desk) {
    std::string names;
    const auto gemeenten = access::scope_of(desk.caller).gemeenten;
    for (const auto& id : gemeenten) {
        const auto gemeente = organisatie::gemeente(tx, id);
        if (gemeente) names += (names.empty() ? "" : " · ") + gemeente->naam;
    }
    desk.frame.brand.naam = names;
    if (gemeenten.size() != 1) return;
    const std::string style = "/stijl/" + gemeenten.front().text();
    desk.frame.brand.theme_url = style;
    if (in.organisatie.has_logo(tx, gemeenten.front())) desk.frame.brand.logo_url = style + "/logo";
}

}  // namespace

access::FrameFiller frame_filler(Installation& in) {
    return [&in](const http::Request& request, Desk& desk) {
        in.store.read([&](store::Tx& tx) {
            add_brand(in, tx, desk);
            add_work(in, tx, desk);
            add_management(tx, desk);
            add_conversations(tx, desk);
            desk.frame.unread = in.attenties.unread(tx, desk.caller);
        });
        mark_current(request, desk.frame.nav);
        mark_current(request, desk.frame.gesprekken);
        mark_current(request, desk.frame.beheer);
    };
}

}  // namespace dichtbij::app
