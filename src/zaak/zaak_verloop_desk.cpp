// The timeline of a case: what happened to its work, to itself, its documents and its messages.

#include <algorithm>
#include <array>

#include "html/dates.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/toepassing_service.h"
#include "zaak/zaak_blad_desk.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {
namespace {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;

std::string_view icon_of(std::string_view gebeurtenis) {
    struct Row {
        std::string_view event, icon;
    };
    static constexpr Row rows[] = {{"werk.notitie", "note"},
                                   {"werk.doorgegeven", "arrow-forward-up"},
                                   {"werk.toegewezen", "arrow-forward-up"},
                                   {"werk.aanvaard", "hand-finger"},
                                   {"werk.belofte_verzet", "calendar-event"},
                                   {"werk.belofte_gemist", "alert-triangle"},
                                   {"werk.geescaleerd", "alert-triangle"},
                                   {"werk.gesloten", "circle-check"},
                                   {"werk.heropend", "refresh"},
                                   {"werk.ongedaan", "arrow-back-up"},
                                   {"werk.eigenaar_herzien", "user-share"},
                                   {"werk.geopend", "phone"},
                                   {"zaak.status_gezet", "arrow-right"},
                                   {"zaak.opgeschort", "player-pause"},
                                   {"zaak.hervat", "player-play"},
                                   {"zaak.verlengd", "calendar-event"},
                                   {"zaak.ingebrekestelling", "gavel"},
                                   {"zaak.gesloten", "circle-check"},
                                   {"zaak.heropend", "refresh"},
                                   {"zaak.ingetrokken", "x"}};
    for (const Row& row : rows)
        if (gebeurtenis == row.event) return row.icon;
    if (gebeurtenis.starts_with("zaak.besluit")) return "gavel";
    if (gebeurtenis.starts_with("zaaktaak.") || gebeurtenis.starts_with("zaak.taak")) return "list-check";
    if (gebeurtenis.starts_with("document.")) return "file-text";
    if (gebeurtenis.starts_with("bericht.")) return "mail";
    if (gebeurtenis.starts_with("zaak.rol")) return "users";
    return "point";
}

// What an event is about, besides who did it: a colleague, a step, a result.
std::string about(const Texts& t, store::Tx& tx, const Zaakblad& blad, const journal::Line& line) {
    for (const char* key : {"eigenaar", "naar", "aan", "medewerker"})
        if (const auto id = Id<Medewerker>::parse(line.kenmerk(key))) return organisatie::naam_of(tx, *id);
    if (const std::string code = line.kenmerk("status"); !code.empty())
        for (const auto& one : blad.beeld.zaaktype.statussen)
            if (one.code == code) return zaaktype::in_taal(t, one.naam);
    if (const std::string code = line.kenmerk("resultaat"); !code.empty())
        for (const auto& one : blad.beeld.zaaktype.resultaten)
            if (one.code == code) return zaaktype::in_taal(t, one.naam);
    return "";
}

// What an act on the case says already, for the work below it.
bool says_the_same(const std::vector<journal::Line>& lines, const journal::Line& line) {
    static constexpr std::array echoes{std::string_view("klantcontact.geregistreerd"),
                                       std::string_view("taak.gemaakt"),
                                       std::string_view("taak.afgerond"),
                                       std::string_view("werk.gesloten"),
                                       std::string_view("werk.heropend"),
                                       std::string_view("werk.overgenomen")};
    return std::find(echoes.begin(), echoes.end(), line.gebeurtenis) != echoes.end() && std::any_of(lines.begin(), lines.end(), [&](const journal::Line& other) {
               return other.op == line.op && other.nummer != line.nummer &&
                      (other.gebeurtenis.starts_with("zaak.") || (other.gebeurtenis.starts_with("werk.") && !line.gebeurtenis.starts_with("werk.")));
           });
}

// Without an employee it was a rule, or the resident in Mijn Dichtbij; these no rule does.
bool is_of_resident(std::string_view gebeurtenis) {
    static constexpr std::array acts{std::string_view("zaak.taak_afgerond"), std::string_view("zaak.vraag_beantwoord"), std::string_view("zaak.ingetrokken"),
                                     std::string_view("document.toegevoegd"), std::string_view("werk.notitie")};
    return std::find(acts.begin(), acts.end(), gebeurtenis) != acts.end();
}

std::string who_did(const Texts& t, store::Tx& tx, const journal::Line& line) {
    if (std::string who = toepassing::wie_deed(tx, line); !who.empty()) return who;
    return is_of_resident(line.gebeurtenis) ? t("zaakblad.de_inwoner") : "Dichtbij";
}

}  // namespace

std::vector<Moment> verloop_in_woorden(const Desk& desk, store::Tx& tx, const Zaakblad& blad, const std::vector<journal::Line>& lines) {
    const Texts& t = desk.t;
    std::vector<Moment> moments;
    for (const auto& line : lines) {
        if (line.gebeurtenis == "werk.klok_te_laat" || says_the_same(lines, line)) continue;
        const std::string who = who_did(t, tx, line);
        const std::string key = "gebeurtenis." + line.gebeurtenis;
        const std::string sentence = t.has(key) ? t(key, who, about(t, tx, blad, line)) : t("gebeurtenis.anders", who);
        moments.push_back({std::string(icon_of(line.gebeurtenis)), text(sentence), moment(t, line.op, desk.now), line.toelichting.value_or("")});
    }
    return moments;
}

}  // namespace dichtbij::zaak
