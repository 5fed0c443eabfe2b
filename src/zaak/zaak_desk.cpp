// The page of a case.

#include "base/text.h"
#include "bericht/bericht_render.h"
#include "html/dates.h"
#include "organisatie/organisatie_service.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_acties_desk.h"
#include "zaak/zaak_blad_render.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;

namespace {

std::optional<std::int64_t> number_in(const http::Params& params, std::string_view name_) {
    const auto text_ = params.get(name_);
    if (text_.empty() || !std::all_of(text_.begin(), text_.end(), [](char c) { return c >= '0' && c <= '9'; }) || text_.size() > 18) return std::nullopt;
    return std::strtoll(std::string(text_).c_str(), nullptr, 10);
}

Response show_masked(const ZaakSchermen& s, Desk& desk, Id<dichtbij::Zaak> zaak, const Failure& why) {
    const auto regel = s.zaken.get_masked(desk.caller, zaak);
    if (!regel || !regel->afgeschermd) return desk.fail(why);
    const auto one = s.store.read([&](store::Tx& tx) {
        Afgeschermd found{*regel, "", "", "", "", ""};
        if (const auto medewerker = organisatie::medewerker(tx, regel->werk.eigenaar)) {
            found.casemanager = medewerker->naam;
            found.telefoon = medewerker->telefoon;
            found.email = medewerker->email;
        }
        if (const auto team = organisatie::team(tx, regel->werk.team)) found.team = team->naam;
        if (const auto gemeente = organisatie::gemeente(tx, regel->werk.gemeente)) found.gemeente = gemeente->naam;
        return found;
    });
    return desk.page(desk.t("zaakblad.er_loopt_een_zaak"), join(back_link("/zaken", desk.t("zaaklijst.titel")), afgeschermd_part(desk, one)));
}

Html head_parts(const Desk& desk, const Zaakblad& blad) { return join(kop_part(desk, blad), nu_te_doen_part(desk, blad), stappen_part(desk, blad), belofte_part(desk, blad)); }

Paneel panel_of(const ZaakSchermen& s, const Request& request, const Desk& desk, const Zaakblad& blad, const Toon& wat) {
    Paneel paneel{wat.paneel, wat.getypt ? *wat.getypt : request.query, wat.errors, wat.bezwaar, wat.anders, std::nullopt, {}, {}, &s.documenten.grenzen()};
    if (blad.beeld.schrijft_inwoner) paneel.voorstel = woorden_voorstel(s, blad, request, wat.paneel);
    if (paneel.voorstel)
        for (const bericht::Sjabloon& one : s.voorstellen.beheer().standaard().sjablonen) paneel.sjablonen.push_back({one.code, desk.t.taal() == html::Taal::en ? one.naam.en : one.naam.nl});
    if (wat.paneel == "rol" && paneel.typed.has("q")) paneel.gevonden = zoek_personen(s, desk, paneel.typed.get("q"));
    return paneel;
}

}  // namespace

Result<Aanzet> read_aanzet(const ZaakSchermen& s, const Request& request) {
    const auto id_ = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!id_) return not_found("zaak id");
    return s.store.read([&](store::Tx& tx) -> Result<Aanzet> {
        const auto zaak = s.zaken.stored(tx, *id_);
        const auto werk = zaak ? s.werk.stored(tx, zaak->werk) : std::nullopt;
        if (!werk) return not_found("zaak " + id_->text());
        return Aanzet{*zaak, *werk, {*id_, number_in(request.form, "versie").value_or(-1)}, {zaak->werk, number_in(request.form, "werkversie").value_or(-1)}, tabblad_van(request.form.get("blad"))};
    });
}

Result<std::optional<Day>> lees_dag(const Request& request, std::string_view veld) {
    const auto typed = request.form.get(veld);
    if (typed.empty()) return std::optional<Day>();
    const auto day = parse_day(typed);
    if (!day) return invalid(std::string(veld), "zaakveld.fout.datum");
    return day;
}

namespace {

// An act that can no longer be done, because someone else was first: why, and what was typed for it.
Html too_late(const Desk& desk, const Toon& wat) {
    const Texts& t = desk.t;
    std::vector<Html> typed;
    if (wat.getypt)
        for (const char* veld : {"reden", "toelichting", "vraag", "antwoord", "ontbreekt_omdat", "bericht_onderwerp", "bericht_tekst"})
            if (const std::string words = cleaned(wat.getypt->get(veld)); !words.empty()) typed.push_back(p(cls("quote"), words));
    return div(cls("section"), attr("role", "alert"), attr("tabindex", "-1"), attr("data-focus", ""),
               alert("alert-triangle",
                     join(p(t(wat.bezwaar == "fout.gewijzigd" ? std::string_view("zaakpaneel.kan_niet_meer") : std::string_view(wat.bezwaar))),
                          when(!typed.empty(), [&] { return join(p(t("zaakpaneel.getypt")), typed); })),
                     Tone::late));
}

Html beside(const ZaakSchermen& s, const Desk& desk, const Zaakblad& blad) {
    const Html acts = handelingen_part(desk, blad);
    return s.naast_zaak ? div(cls("stack"), acts, s.naast_zaak(desk, blad.zaak())) : acts;
}

}  // namespace

Response toon(const ZaakSchermen& s, const Request& request, Desk& desk, const Toon& wat) {
    const auto blad = read_blad(s, desk, {wat.zaak, wat.tab, number_in(request.query, "voor")});
    if (!blad && blad.error().reason == Reason::forbidden) return show_masked(s, desk, wat.zaak, blad.error());
    if (!blad) return desk.fail(blad.error());
    const std::string topic = "werk:" + blad->werk().id.text();
    desk.frame.live_topics = topic;
    const Paneel paneel = panel_of(s, request, desk, *blad, wat);
    const Html panel = paneel_part(desk, *blad, paneel);
    // Asked again when a colleague does something; a form in hand stays.
    const Html head_ = div(cls("stack-live"), attr("data-live-src", url_van(wat.zaak, "/deel?blad=" + woord(wat.tab))), attr("data-live-topic", topic), head_parts(desk, *blad));
    const Html refused = when(panel.empty() && !wat.bezwaar.empty(), [&] { return too_late(desk, wat); });
    const Html main_ = join(werk::undo_bar_of(request, desk), refused, back_link("/zaken", desk.t("zaaklijst.titel")),
                            div(cls("desk-split"), div(head_, tabs_part(desk, *blad), tab_part(desk, *blad)), panel.empty() ? beside(s, desk, *blad) : panel));
    return desk.page({blad->zaak().omschrijving, wat.status != 200}, main_, wat.status);
}

Response open_zaak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaak id", {}, {}});
    const std::string paneel(request.query.get("paneel"));
    return toon(s, request, desk, {*id_, tabblad_van(request.query.get("blad")), is_paneel(paneel) ? paneel : ""});
}

Response zaak_deel(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto id_ = Id<dichtbij::Zaak>::parse(request.param("id"));
    if (!id_) return desk.fail({Reason::not_found, "zaak id", {}, {}});
    const auto blad = read_blad(s, desk, {*id_, tabblad_van(request.query.get("blad")), std::nullopt});
    if (!blad) return desk.fail(blad.error());
    return desk.fragment(head_parts(desk, *blad));
}

Response gedaan(const Aanzet& aanzet, const Uitslag& uitslag) {
    const std::string words = "zaakgedaan." + (uitslag.paneel.empty() ? std::string("aanvaard") : uitslag.paneel);
    return Response::redirect(werk::with_undo(url_van(aanzet.zaak.id, uitslag.naar.value_or(aanzet.blad)), uitslag.ongedaan, words));
}

Response niet_gedaan(const ZaakSchermen& s, const Request& request, Desk& desk, const Aanzet& aanzet, const std::string& paneel, const Failure& why) {
    if (paneel.empty() || (why.reason != Reason::invalid && (why.reason != Reason::conflict || why.key.empty()))) return desk.fail(why);
    Toon wat{aanzet.zaak.id, aanzet.blad, paneel, why.fields, why.reason == Reason::conflict ? why.key : "", {}, why.reason == Reason::conflict ? 409 : 422, &request.form};
    for (FieldError& one : wat.errors) {
        // The name of a document comes in Dutch and in English.
        if (one.key == document_ontbreekt && one.args.size() == 2) one.args = {one.args[desk.t.taal() == html::Taal::en ? 1 : 0]};
        for (std::string& arg : one.args)
            if (const auto day = parse_day(arg)) arg = full_date(desk.t, *day);
        if (one.field.starts_with("bericht.")) one.field = "bericht_" + one.field.substr(8);
    }
    return toon(s, request, desk, wat);
}

}  // namespace dichtbij::zaak
