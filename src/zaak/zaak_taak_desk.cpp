// Acts on tasks inside a case.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_acties_desk.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;
using http::Response;

namespace {

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

// Who gets the task; none: the casemanager.
Result<std::optional<werk::Bestemming>> read_to(const ZaakSchermen& s, const Request& request) {
    const auto naar = request.form.get("naar");
    if (naar == "casemanager") return std::optional<werk::Bestemming>();
    if (naar == "team") {
        const auto team = Id<Team>::parse(request.form.get("team"));
        if (!team) return invalid("team", "taak.fout.team");
        return std::optional<werk::Bestemming>(werk::NaarTeam{*team});
    }
    const auto medewerker = Id<Medewerker>::parse(request.form.get("medewerker"));
    if (!medewerker) return invalid("medewerker", "taak.fout.collega");
    const auto teams = s.store.read([&](store::Tx& tx) { return organisatie::teams_of_medewerker(tx, *medewerker); });
    if (teams.empty()) return invalid("medewerker", "taak.fout.collega");
    return std::optional<werk::Bestemming>(werk::NaarMedewerker{*medewerker, teams.front().id});
}

Result<NieuweZaaktaak> read_task(const ZaakSchermen& s, const Request& request, const Aanzet& aanzet) {
    NieuweZaaktaak act;
    act.bij = aanzet.bij;
    act.naam = words(request, "naam");
    act.toelichting = words(request, "toelichting");
    if (!boost::describe::enum_from_string(std::string(request.form.get("soort")).c_str(), act.soort)) return invalid("soort", "zaakveld.fout.kies");
    if (act.naam.empty()) return invalid("naam", "fout.veld.verplicht");
    TRY(act.uiterlijk_datum, lees_dag(request, "uiterlijk_datum"));
    TRY(act.naar, read_to(s, request));
    return act;
}

Result<VraagAanAanvrager> read_question(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    VraagAanAanvrager act;
    act.bij = aanzet.bij;
    act.taak = Id<dichtbij::Zaaktaak>::parse(request.form.get("taak"));
    act.vraag = words(request, "vraag");
    if (act.vraag.empty()) return invalid("vraag", "fout.veld.verplicht");
    TRY(const std::optional<Day> before, lees_dag(request, "antwoord_voor"));
    if (!before) return invalid("antwoord_voor", "zaakveld.fout.datum");
    act.antwoord_voor = *before;
    act.termijn = request.form.get("termijn") == "staat_stil" ? VraagAanAanvrager::Termijn::staat_stil : VraagAanAanvrager::Termijn::loopt_door;
    TRY(act.beloofd_datum, lees_dag(request, "beloofd_datum"));
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

Result<Antwoord> read_answer(const Request& request) {
    const auto taak = Id<dichtbij::Zaaktaak>::parse(request.form.get("taak"));
    if (!taak) return not_found("zaaktaak id");
    Antwoord act;
    act.taak = *taak;
    if (!boost::describe::enum_from_string(std::string(request.form.get("uitkomst")).c_str(), act.uitkomst)) return invalid("uitkomst", "zaakveld.fout.kies");
    act.antwoord = words(request, "antwoord");
    TRY(act.ontvangen_datum, lees_dag(request, "ontvangen_datum"));
    return act;
}

Result<Taakafronding> read_end(const Request& request) {
    const auto taak = Id<dichtbij::Zaaktaak>::parse(request.form.get("taak"));
    if (!taak) return not_found("zaaktaak id");
    Taakafronding act{*taak, Taakuitkomst::gedaan, words(request, "antwoord"), Id<dichtbij::Document>::parse(request.form.get("document"))};
    if (!boost::describe::enum_from_string(std::string(request.form.get("uitkomst")).c_str(), act.uitkomst)) return invalid("uitkomst", "zaakveld.fout.kies");
    return act;
}

template <class T, class Do>
Response act_on(const ZaakSchermen& s, Request& request, Desk& desk, const Aanzet& aanzet, const char* paneel, const Result<T>& wanted, Do act) {
    if (!wanted) return niet_gedaan(s, request, desk, aanzet, paneel, wanted.error());
    return finish(s, request, desk, aanzet, act(*wanted), {paneel, {}, Tabblad::taken});
}

}  // namespace

Response maak_taak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return act_on(s, request, desk, *aanzet, "taak", read_task(s, request, *aanzet), [&](const NieuweZaaktaak& act) { return s.zaken.add_taak(desk.caller, act); });
}

Response vraag_aanvrager(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return act_on(s, request, desk, *aanzet, "vraag", read_question(s, request, desk, *aanzet), [&](const VraagAanAanvrager& act) { return s.zaken.ask_applicant(desk.caller, act); });
}

Response leg_antwoord_vast(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return act_on(s, request, desk, *aanzet, "antwoord", read_answer(request), [&](const Antwoord& act) { return s.zaken.record_antwoord(desk.caller, act); });
}

Response rond_taak_af(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return act_on(s, request, desk, *aanzet, "taak_af", read_end(request), [&](const Taakafronding& act) { return s.zaken.finish_taak(desk.caller, act); });
}

Response geef_taak_door(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto id_ = Id<dichtbij::Zaaktaak>::parse(request.form.get("taak"));
    if (!id_) return desk.fail({Reason::not_found, "zaaktaak id", {}, {}});
    const auto taak = s.store.read([&](store::Tx& tx) { return s.zaken.taak(tx, desk.caller, *id_); });
    if (!taak) return desk.fail(taak.error());
    const auto naar = read_to(s, request);
    if (!naar) return niet_gedaan(s, request, desk, *aanzet, "taak_door", naar.error());
    if (!*naar) return niet_gedaan(s, request, desk, *aanzet, "taak_door", {Reason::invalid, "", "", {{"naar", "zaakveld.fout.kies", {}}}});
    const std::int64_t versie = std::strtoll(std::string(request.form.get("taakversie")).c_str(), nullptr, 10);
    const auto done = s.werk.hand_on(desk.caller, {taak->werk.id, versie}, {**naar, words(request, "reden")});
    return finish(s, request, desk, *aanzet, done, {"taak_door", done ? done->ongedaan : std::nullopt, Tabblad::taken});
}

Response open_taak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Zaaktaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaaktaak id", {}, {}});
    const auto taak = s.store.read([&](store::Tx& tx) { return s.zaken.taak(tx, desk.caller, *id_); });
    if (!taak) return desk.fail(taak.error());
    return Response::redirect(url_van(taak->taak.zaak, "?blad=taken&taak=" + id_->text() + "#taak-" + id_->text()));
}

Response aanvaard_taak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Zaaktaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaaktaak id", {}, {}});
    const auto taak = s.store.read([&](store::Tx& tx) { return s.zaken.taak(tx, desk.caller, *id_); });
    if (!taak) return desk.fail(taak.error());
    const std::int64_t versie = std::strtoll(std::string(request.form.get("werkversie")).c_str(), nullptr, 10);
    const auto done = s.werk.accept(desk.caller, taak->werk.id, versie);
    if (!done) return desk.fail(done.error());
    return Response::redirect(werk::with_undo(url_van(taak->taak.zaak, Tabblad::taken), done->ongedaan, "zaakgedaan.aanvaard"));
}

}  // namespace dichtbij::zaak
