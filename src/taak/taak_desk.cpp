#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "taak/taakbeeld_render.h"
#include "werk/lijst_desk.h"
#include "werk/regels_render.h"

namespace dichtbij::taak {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;

Response show(const TaakSchermen& s, const Request& request, Desk& desk, Id<dichtbij::Taak> id, const Paneel& paneel) {
    const auto blad = read_blad(s, desk, id);
    if (!blad) return desk.fail(blad.error());
    const bool is_error = !paneel.errors.empty();
    const std::string topic = "werk:" + blad->beeld.werk.id.text();
    desk.frame.live_topics = topic;
    const Html panel = blad->mag ? panel_part(desk, *blad, paneel) : Html();
    // The course of the work is asked again when a colleague does something; a form in hand stays.
    const Html work = div(attr("data-live-src", "/taken/" + id.text() + "/deel"), attr("data-live-topic", topic), head_part(desk, *blad), promise_part(desk, *blad),
                          calls_part(desk, *blad), colleagues_part(desk, *blad));
    const Html main_ = join(werk::undo_bar_of(request, desk), back_link("/werk?wie=van_mij", desk.t("lijst.titel.van_mij")),
                            div(cls("desk-split"), div(work, course_part(desk, *blad), when(static_cast<bool>(s.na_verloop), [&] { return s.na_verloop(desk, blad->beeld.werk.id); })), panel));
    return desk.page({blad->beeld.werk.titel, is_error}, main_, is_error ? 422 : 200);
}

Response open(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Taak>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "taak id", {}, {}});
    return show(s, request, desk, *id, {std::string(request.query.get("paneel")), request.form});
}

Response part(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<dichtbij::Taak>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "taak id", {}, {}});
    const auto blad = read_blad(s, desk, *id);
    if (!blad) return desk.fail(blad.error());
    return desk.fragment(div(head_part(desk, *blad), promise_part(desk, *blad), calls_part(desk, *blad), colleagues_part(desk, *blad)));
}

// What every act starts from: the taak, and its work in the version that the page showed.
struct Aanzet {
    Id<dichtbij::Taak> taak;
    werk::Keuze bij;
};

Result<Aanzet> read_aanzet(const TaakSchermen& s, const Request& request) {
    const auto id = Id<dichtbij::Taak>::parse(request.param("id"));
    if (!id) return not_found("taak id");
    const auto found = s.store.read([&](store::Tx& tx) { return s.taken.stored(tx, *id); });
    if (!found) return not_found("taak " + id->text());
    return Aanzet{*id, {found->werk, std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10)}};
}

// After an act: back to the taak with the way to undo it; wrong input shows the panel again.
template <class T>
Response finish(const TaakSchermen& s, const Request& request, Desk& desk, const Aanzet& aanzet, const Result<T>& done, const std::string& act,
                const std::optional<Uuid>& ongedaan = std::nullopt) {
    if (done) return Response::redirect(werk::with_undo("/taken/" + aanzet.taak.text(), ongedaan, "taak.gedaan." + act));
    if (done.error().reason != Reason::invalid) return desk.fail(done.error());
    return show(s, request, desk, aanzet.taak, {act, request.form, done.error().fields});
}

Response accept(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto done = s.werk.accept(desk.caller, aanzet->bij.werk, aanzet->bij.versie);
    return finish(s, request, desk, *aanzet, done, "aanvaard", done ? done->ongedaan : std::nullopt);
}

Response call(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    NieuweBelpoging poging{aanzet->bij, Belresultaat::geen_gehoor, std::nullopt};
    if (!boost::describe::enum_from_string(std::string(request.form.get("resultaat")).c_str(), poging.resultaat))
        return desk.fail({Reason::invalid, "belresultaat", {}, {}});
    const auto done = s.taken.record_belpoging(desk.caller, poging);
    if (done && poging.resultaat == Belresultaat::gesproken) return Response::redirect("/taken/" + aanzet->taak.text() + "?paneel=afronden#h-paneel");
    return finish(s, request, desk, *aanzet, done, "belpoging");
}

Response close(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    Afronding afronding;
    afronding.bij = aanzet->bij;
    if (!boost::describe::enum_from_string(std::string(request.form.get("uitkomst")).c_str(), afronding.uitkomst))
        return show(s, request, desk, aanzet->taak, {"afronden", request.form, {{"uitkomst", "taak.fout.uitkomst", {}}}});
    afronding.antwoord = cleaned(request.form.get("antwoord"));
    if (request.form.get("inwoner_weet_het") == "ja") afronding.inwoner_weet_het = true;
    if (request.form.get("inwoner_weet_het") == "nee") afronding.inwoner_weet_het = false;
    const auto done = s.taken.close(desk.caller, afronding);
    return finish(s, request, desk, *aanzet, done, "afronden", done ? done->ongedaan : std::nullopt);
}

Result<werk::Bestemming> read_bestemming(const TaakSchermen& s, const Request& request, const werk::Keuze& bij, const access::Caller& caller) {
    const auto naar = request.form.get("naar");
    if (naar == "medewerker") {
        const auto medewerker = Id<Medewerker>::parse(request.form.get("medewerker"));
        if (!medewerker) return invalid("medewerker", "taak.fout.collega");
        const auto teams = s.store.read([&](store::Tx& tx) { return organisatie::teams_of_medewerker(tx, *medewerker); });
        if (teams.empty()) return invalid("medewerker", "taak.fout.collega");
        return werk::NaarMedewerker{*medewerker, teams.front().id};
    }
    if (naar == "regels") {
        TRY(const werk::Werk w, s.werk.get(caller, bij.werk));
        return werk::NaarRoutering{w.onderwerp, w.product};
    }
    const auto team = Id<Team>::parse(request.form.get("team"));
    if (!team) return invalid("team", "taak.fout.team");
    return werk::NaarTeam{*team};
}

Response hand_on(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto naar = read_bestemming(s, request, aanzet->bij, desk.caller);
    if (!naar) return finish(s, request, desk, *aanzet, naar, "geef_door");
    const auto done = s.werk.hand_on(desk.caller, aanzet->bij, {*naar, cleaned(request.form.get("reden"))});
    return finish(s, request, desk, *aanzet, done, "geef_door", done ? done->ongedaan : std::nullopt);
}

Response move(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto day = parse_day(request.form.get("datum"));
    if (!day) return show(s, request, desk, aanzet->taak, {"verzet", request.form, {{"datum", "taak.fout.datum", {}}}});
    werk::Verzetting verzetting;
    verzetting.beloofd_op = start_of(*day + days(1)) - seconds(1);
    verzetting.reden = cleaned(request.form.get("reden"));
    const std::string woorden = cleaned(request.form.get("woorden"));
    const auto how = request.form.get("verteld");
    if (how == "bericht") verzetting.verteld = werk::PerBericht{"email", woorden};
    else if (how == "op_verzoek") verzetting.verteld = werk::OpVerzoek{};
    else if (how == "niet_te_bereiken") verzetting.verteld = werk::NietTeBereiken{woorden};
    else return show(s, request, desk, aanzet->taak, {"verzet", request.form, {{"verteld", "taak.fout.verteld", {}}}});
    return finish(s, request, desk, *aanzet, s.werk.move_toezegging(desk.caller, aanzet->bij, verzetting), "verzet");
}

Response ask(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto collega = Id<Medewerker>::parse(request.form.get("medewerker"));
    if (!collega) return show(s, request, desk, aanzet->taak, {"vraag", request.form, {{"medewerker", "taak.fout.collega", {}}}});
    return finish(s, request, desk, *aanzet, s.taken.ask_colleague(desk.caller, {aanzet->bij, *collega, cleaned(request.form.get("vraag"))}), "vraag");
}

Response note(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    werk::Notitie notitie{cleaned(request.form.get("tekst")), {}};
    if (const auto collega = Id<Medewerker>::parse(request.form.get("medewerker"))) notitie.genoemd.push_back(*collega);
    return finish(s, request, desk, *aanzet, s.werk.note(desk.caller, aanzet->bij.werk, notitie), "notitie");
}

Response wait(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    werk::Wachtreden reden{};
    if (!boost::describe::enum_from_string(std::string(request.form.get("reden")).c_str(), reden)) reden = werk::Wachtreden::inwoner;
    return finish(s, request, desk, *aanzet, s.werk.pause(desk.caller, aanzet->bij, reden, cleaned(request.form.get("toelichting"))), "wacht");
}

Response go_on(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return finish(s, request, desk, *aanzet, s.werk.resume(desk.caller, aanzet->bij), "verder");
}

Response reopen(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return finish(s, request, desk, *aanzet, s.taken.reopen(desk.caller, aanzet->bij, cleaned(request.form.get("reden"))), "heropen");
}

Response undo(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto act = parse_uuid(request.param("id"));
    if (!act) return desk.fail({Reason::not_found, "act", {}, {}});
    const auto done = s.taken.undo(desk.caller, *act);
    if (!done) return desk.fail(done.error());
    const auto& first = done->werk.front();
    const std::string back = done->werk.size() == 1 && first.soort != werk::Soort::klantcontact ? werk::url_of(first) : "/werk";
    return Response::redirect(werk::with_undo(back, std::nullopt, "taak.gedaan.ongedaan"));
}

Response question(const TaakSchermen& s, Request& request, Desk& desk) {
    const auto id = Id<Klantcontact>::parse(request.param("id"));
    if (!id) return desk.fail({Reason::not_found, "klantcontact id", {}, {}});
    const auto beeld = s.contacten.get(desk.caller, *id);
    if (!beeld) return desk.fail(beeld.error());
    const Texts& t = desk.t;
    const auto& k = beeld->klantcontact;
    const auto werk = s.store.read([&](store::Tx& tx) { return s.werk.get_masked(tx, desk.caller, k.werk); });
    const bool is_zaak = werk && werk->soort == werk::Soort::zaak;
    const std::string outcome = t("balie.afloop." + std::string(boost::describe::enum_to_string(k.afloop, "")));
    return desk.page(k.inhoud.onderwerp,
                     join(div(cls("page-head"), h1(k.inhoud.onderwerp), span(cls("soft"), k.nummer)),
                          facts({{t("balie.kanaal"), text(t("kanaal." + k.inhoud.kanaal))}, {t("taak.wanneer"), text(moment(t, k.inhoud.plaatsgevonden_op, desk.now))},
                                 {t("balie.afloop"), text(outcome)}, {t("balie.verwezen_naar"), text(k.inhoud.verwezen_naar)}}),
                          when(!k.inhoud.inhoud.empty(), [&] { return section(cls("section"), h2(t("taak.de_vraag")), p(cls("quote"), k.inhoud.inhoud)); }),
                          when(!k.inhoud.reactie.empty(), [&] { return section(cls("section"), h2(t("taak.het_antwoord")), p(cls("quote"), k.inhoud.reactie)); }),
                          when(s.na_verloop && !is_zaak, [&] { return s.na_verloop(desk, k.werk); }),
                          p(cls("below"), a(href("/gesprekken/" + k.gesprek.text()), t("taak.heel_gesprek"))),
                          is_zaak ? p(a(href(werk::url_of(*werk)), icon("folder"), " ", t("zaaknieuw.naar_zaak")))
                                  : div(cls("row below"), a(cls("btn"), href("/zaken/nieuw?klantcontact=" + id->text()), icon("folder-plus"), t("zaaknieuw.van_vraag")))));
}

}  // namespace

void add_taak_routes(access::DeskRoutes& routes, const TaakSchermen& s) {
    routes.get("/taken/{id}", [s](Request& request, Desk& desk) { return open(s, request, desk); });
    routes.get("/taken/{id}/deel", [s](Request& request, Desk& desk) { return part(s, request, desk); });
    using Act = Response (*)(const TaakSchermen&, Request&, Desk&);
    const std::pair<const char*, Act> acts[] = {{"aanvaard", accept}, {"belpoging", call}, {"afronden", close}, {"geef_door", hand_on}, {"verzet", move},
                                                {"vraag", ask},       {"notitie", note},   {"wacht", wait},     {"verder", go_on},      {"heropen", reopen}};
    for (const auto& [name_, act] : acts)
        routes.post("/taken/{id}/" + std::string(name_), [s, act = act](Request& request, Desk& desk) { return act(s, request, desk); });
    routes.post("/ongedaan/{id}", [s](Request& request, Desk& desk) { return undo(s, request, desk); });
    routes.get("/klantcontacten/{id}", [s](Request& request, Desk& desk) { return question(s, request, desk); });
}

}  // namespace dichtbij::taak
