// Acts on the course of a case: accept, next step, end, reopen, hand on.

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "zaak/zaak_acties_desk.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;
using http::Response;

namespace {

Result<werk::Bestemming> read_bestemming(const ZaakSchermen& s, const Request& request) {
    if (request.form.get("naar") == "medewerker") {
        const auto medewerker = Id<Medewerker>::parse(request.form.get("medewerker"));
        if (!medewerker) return invalid("medewerker", "taak.fout.collega");
        const auto teams = s.store.read([&](store::Tx& tx) { return organisatie::teams_of_medewerker(tx, *medewerker); });
        if (teams.empty()) return invalid("medewerker", "taak.fout.collega");
        return werk::NaarMedewerker{*medewerker, teams.front().id};
    }
    const auto team = Id<Team>::parse(request.form.get("team"));
    if (!team) return invalid("team", "taak.fout.team");
    return werk::NaarTeam{*team};
}

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

Response set_status(const ZaakSchermen& s, Request& request, Desk& desk, const char* paneel) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto done = s.zaken.set_status(desk.caller, {aanzet->bij, std::string(request.form.get("status")), words(request, "toelichting")});
    return finish(s, request, desk, *aanzet, done, {paneel});
}

}  // namespace

Response aanvaard(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto done = s.werk.accept(desk.caller, aanzet->keuze.werk, aanzet->keuze.versie);
    return finish(s, request, desk, *aanzet, done, {"", done ? done->ongedaan : std::nullopt});
}

Response zet_status(const ZaakSchermen& s, Request& request, Desk& desk) { return set_status(s, request, desk, "status"); }
Response zet_terug(const ZaakSchermen& s, Request& request, Desk& desk) { return set_status(s, request, desk, "terug"); }

Response sluit(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    if (request.form.get("resultaat").empty()) return niet_gedaan(s, request, desk, *aanzet, "sluiten", {Reason::invalid, "", "", {{"resultaat", "zaakveld.fout.resultaat", {}}}});
    const auto bericht = lees_bericht(s, request, desk, *aanzet);
    if (!bericht) return niet_gedaan(s, request, desk, *aanzet, "sluiten", bericht.error());
    const auto done = s.zaken.close(desk.caller, {aanzet->bij, std::string(request.form.get("resultaat")), words(request, "toelichting"), words(request, "ontbreekt_omdat"), *bericht});
    return finish(s, request, desk, *aanzet, done, {"sluiten", {}, Tabblad::overzicht});
}

Response trek_in(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto bericht = lees_bericht(s, request, desk, *aanzet);
    if (!bericht) return niet_gedaan(s, request, desk, *aanzet, "ingetrokken", bericht.error());
    const auto done = s.zaken.withdraw(desk.caller, {aanzet->bij, std::string(request.form.get("resultaat")), words(request, "reden"), *bericht});
    return finish(s, request, desk, *aanzet, done, {"ingetrokken", {}, Tabblad::overzicht});
}

Response heropen(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto bericht = lees_bericht(s, request, desk, *aanzet);
    if (!bericht) return niet_gedaan(s, request, desk, *aanzet, "heropenen", bericht.error());
    return finish(s, request, desk, *aanzet, s.zaken.reopen(desk.caller, {aanzet->bij, words(request, "reden"), *bericht}), {"heropenen"});
}

Response zet_archiefdatum(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto day = parse_day(request.form.get("archiefactiedatum"));
    if (!day) return niet_gedaan(s, request, desk, *aanzet, "archiefdatum", {Reason::invalid, "", "", {{"archiefactiedatum", "zaakveld.fout.datum", {}}}});
    return finish(s, request, desk, *aanzet, s.zaken.set_archiefdatum(desk.caller, {aanzet->bij, *day, words(request, "reden")}), {"archiefdatum"});
}

Response geef_door(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto naar = read_bestemming(s, request);
    if (!naar) return niet_gedaan(s, request, desk, *aanzet, "geef_door", naar.error());
    const auto done = s.werk.hand_on(desk.caller, aanzet->keuze, {*naar, words(request, "reden")});
    return finish(s, request, desk, *aanzet, done, {"geef_door", done ? done->ongedaan : std::nullopt});
}

}  // namespace dichtbij::zaak
