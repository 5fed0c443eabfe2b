#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "taak/taakbeeld_render.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::taak {
namespace {

using namespace html;
using access::Desk;

constexpr int timeline_limit = 100;

std::string_view icon_of(std::string_view gebeurtenis) {
    struct Row {
        std::string_view event, icon;
    };
    static constexpr Row rows[] = {{"werk.notitie", "note"},          {"werk.doorgegeven", "arrow-forward-up"}, {"werk.toegewezen", "arrow-forward-up"},
                                   {"werk.aanvaard", "hand-finger"},  {"werk.belofte_verzet", "calendar-event"}, {"werk.belofte_gemist", "alert-triangle"},
                                   {"werk.geescaleerd", "alert-triangle"}, {"taak.belpoging", "phone-off"},      {"werk.gesloten", "circle-check"},
                                   {"werk.heropend", "refresh"},      {"werk.wacht", "player-pause"},           {"werk.ongedaan", "arrow-back-up"},
                                   {"werk.eigenaar_herzien", "user-share"}, {"werk.geopend", "phone"}};
    for (const Row& row : rows)
        if (gebeurtenis == row.event) return row.icon;
    return "point";
}

// "Tom zette de vraag door naar Sanne": the event's own sentence with names filled in, else its bare name.
Html sentence(const Texts& t, store::Tx& tx, const journal::Line& line) {
    std::string who = toepassing::wie_deed(tx, line);
    if (who.empty()) who = "Dichtbij";
    const auto name_of = [&](std::string_view key) -> std::string {
        const auto id = Id<Medewerker>::parse(line.kenmerk(key));
        return id ? organisatie::naam_of(tx, *id) : "";
    };
    std::string to = name_of("eigenaar");
    if (to.empty()) to = name_of("naar");
    if (to.empty()) to = name_of("aan");
    const std::string key = "gebeurtenis." + line.gebeurtenis;
    return t.has(key) ? text(t(key, who, to)) : text(t("gebeurtenis.anders", who));
}

// What a step of the work says already, for the contact or the task it belongs to.
bool says_the_same(const std::vector<journal::Line>& lines, const journal::Line& line) {
    static constexpr std::array echoes{std::string_view("klantcontact.geregistreerd"), std::string_view("taak.gemaakt"), std::string_view("taak.afgerond")};
    return std::find(echoes.begin(), echoes.end(), line.gebeurtenis) != echoes.end() &&
           std::any_of(lines.begin(), lines.end(), [&](const journal::Line& other) { return other.op == line.op && other.gebeurtenis.starts_with("werk."); });
}

std::vector<Moment> course(const Desk& desk, store::Tx& tx, const std::vector<journal::Line>& lines) {
    std::vector<Moment> moments;
    for (const auto& line : lines) {
        if (line.gebeurtenis == "werk.klok_te_laat" || says_the_same(lines, line)) continue;  // the promise says it
        moments.push_back({std::string(icon_of(line.gebeurtenis)), sentence(desk.t, tx, line), moment(desk.t, line.op, desk.now), line.toelichting.value_or("")});
    }
    return moments;
}

void add_colleagues(store::Tx& tx, Blad& blad) {
    std::vector<std::string> seen;
    for (const auto& team : organisatie::teams_of_gemeente(tx, blad.beeld.werk.gemeente)) {
        blad.teams.push_back({team.id.text(), team.naam, ""});
        for (const auto& lid : organisatie::members(tx, team.id)) {
            if (std::find(seen.begin(), seen.end(), lid.id.text()) != seen.end()) continue;
            seen.push_back(lid.id.text());
            blad.collegas.push_back({lid.id.text(), lid.naam + " (" + team.naam + ")", ""});
        }
    }
    std::sort(blad.collegas.begin(), blad.collegas.end(), [](const Choice& a, const Choice& b) { return a.label < b.label; });
}

}  // namespace

Result<Blad> read_blad(const TaakSchermen& s, const Desk& desk, Id<dichtbij::Taak> id) {
    return s.store.read([&](store::Tx& tx) -> Result<Blad> {
        Blad blad;
        TRY(blad.beeld, s.taken.get(tx, desk.caller, id));
        const werk::Werk& w = blad.beeld.werk;
        if (w.partij) blad.voor = s.partijen.naam_of(tx, *w.partij);
        blad.eigenaar = organisatie::naam_of(tx, w.eigenaar);
        if (const auto team = organisatie::team(tx, w.team)) blad.team = team->naam;
        if (const auto gemeente = organisatie::gemeente(tx, w.gemeente)) blad.gemeente = gemeente->naam;
        if (w.onderwerp)
            if (const auto onderwerp = organisatie::onderwerp(tx, *w.onderwerp)) blad.onderwerp = onderwerp->naam;
        blad.toezeggingen = s.werk.toezeggingen(tx, w.id);
        TRY(blad.klokken, s.werk.klokken(tx, w));
        TRY(const std::vector<journal::Line> lines, s.werk.timeline(tx, desk.caller, w.id, std::nullopt, timeline_limit));
        blad.verloop = course(desk, tx, lines);
        for (const auto& poging : blad.beeld.belpogingen) blad.bellers.push_back(organisatie::naam_of(tx, poging.door));
        for (const auto& vraag : blad.beeld.collegavragen) blad.gevraagden.push_back(organisatie::naam_of(tx, vraag.werk.eigenaar));
        blad.mag = s.werk.may_act(tx, desk.caller, w);
        if (blad.mag) add_colleagues(tx, blad);
        return blad;
    });
}

}  // namespace dichtbij::taak
