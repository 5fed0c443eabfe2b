// Words to the resident that go with an act.

#include <algorithm>

#include "base/text.h"
#include "bericht/bericht_render.h"
#include "norm/dwangsom.h"
#include "zaak/zaak_acties_desk.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaak {

using access::Desk;
using bericht::Waarden;
using http::Request;

namespace {

bool asks_promise(std::string_view paneel) {
    static constexpr std::string_view all[] = {"opschorten", "hervatten", "verlengen", "vraag", "verzet", "heropenen"};
    return std::find(std::begin(all), std::end(all), paneel) != std::end(all);
}

std::string brace(std::string_view naam) { return "{" + std::string(naam) + "}"; }

bericht::Tweetalig both(const zaaktype::Tweetalig& words) { return {words.nl, words.en}; }

void add_day(Waarden& waarden, const char* naam, const Request& request, std::string_view veld, days shift = days(0)) {
    if (const auto day = parse_day(request.form.get(veld))) waarden.insert_or_assign(naam, *day + shift);
}

void add_words(Waarden& waarden, const char* naam, const Request& request, std::string_view veld) {
    if (const std::string words = cleaned(request.form.get(veld)); !words.empty()) waarden.insert_or_assign(naam, words);
}

// When a notice of default that came today begins to cost money.
void add_penalty(Waarden& waarden, const Request& request, const Aanzet& aanzet) {
    const auto received = parse_day(request.form.get("ontvangen_datum"));
    if (!received || !aanzet.zaak.laatste_datum) return;
    const auto d = norm::dwangsom({*aanzet.zaak.laatste_datum, *received, std::nullopt, std::nullopt});
    if (d) waarden.insert_or_assign("datum_dwangsom", d->eerste_datum);
}

void add_result(const ZaakSchermen& s, Waarden& waarden, const Request& request, const Aanzet& aanzet) {
    const auto code = request.form.get("resultaat");
    if (code.empty()) return;
    const auto versie = s.store.read([&](store::Tx& tx) { return zaaktype::versie(tx, aanzet.zaak.zaaktype_versie); });
    if (!versie) return;
    for (const auto& one : versie->inhoud.resultaten)
        if (one.code == code) waarden.insert_or_assign("resultaat", both(one.naam));
}

// The decision that is sent: chosen from those that are there, or in this form.
void add_decision(const ZaakSchermen& s, Waarden& waarden, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    add_words(waarden, "besluit", request, "omschrijving");
    if (!request.form.has("besluit")) return;
    const auto beeld = s.zaken.get(desk.caller, aanzet.zaak.id);
    if (!beeld) return;
    for (const auto& one : beeld->besluiten) {
        if (one.besluit.id.text() != request.form.get("besluit")) continue;
        waarden.insert_or_assign("besluit", one.besluit.omschrijving);
        if (!waarden.contains("reden")) waarden.insert_or_assign("reden", one.besluit.toelichting);
    }
}

// When a case that is opened again today will be done.
void add_new_promise(const ZaakSchermen& s, Waarden& waarden, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    if (!request.path.ends_with("/heropenen")) return;
    s.store.read([&](store::Tx& tx) {
        const auto versie = zaaktype::versie(tx, aanzet.zaak.zaaktype_versie);
        const auto kalender = s.werk.normbron().kalender(tx, aanzet.zaak.gemeente);
        if (!versie || !kalender) return;
        const auto belofte = s.zaken.first_promise(versie->inhoud, desk.today(), desk.today(), **kalender);
        if (belofte && *belofte) waarden.insert_or_assign("datum_belofte", day_of((*belofte)->beloofd_op));
    });
}

Waarden of_form(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    Waarden waarden;
    add_words(waarden, "reden", request, "toelichting");
    add_words(waarden, "reden", request, "reden");
    add_words(waarden, "vraag", request, "vraag");
    add_day(waarden, "opgeschort_tot", request, "tot_uiterlijk");
    add_day(waarden, "datum_antwoord", request, "antwoord_voor", days(-1));
    add_day(waarden, "datum_ontvangst", request, "ontvangen_datum");
    if (aanzet.werk.beloofd_op) waarden.insert_or_assign("datum_belofte", day_of(*aanzet.werk.beloofd_op));
    add_day(waarden, "datum_belofte", request, "beloofd_datum");
    if (request.form.has("verteld")) add_day(waarden, "datum_belofte", request, "datum");
    if (const auto sent = parse_day(request.form.get("verzonden_datum")))
        if (const auto last = reactietermijn(*sent)) waarden.insert_or_assign("datum_bezwaar", last->datum);
    add_new_promise(s, waarden, request, desk, aanzet);
    add_penalty(waarden, request, aanzet);
    add_result(s, waarden, request, aanzet);
    add_decision(s, waarden, request, desk, aanzet);
    return waarden;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
}

// Paragraphs about something that is not the case here.
void leave_out(std::string& text, const std::string& what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
        const auto before = text.rfind("\n\n", at);
        const auto begin = before == std::string::npos ? 0 : before + 2;
        const auto end = text.find("\n\n", at);
        text.erase(begin, end == std::string::npos ? std::string::npos : end + 2 - begin);
    }
}

}  // namespace

std::optional<bericht::Voorstel> woorden_voorstel(const ZaakSchermen& s, const Zaakblad& blad, const Request& request, std::string_view paneel) {
    const std::string_view own = sjabloon_van(paneel);
    if (own.empty()) return std::nullopt;
    // Someone may have chosen to begin from another.
    const auto* chosen = s.voorstellen.beheer().standaard().sjabloon(request.query.get("sjabloon"));
    const std::string_view code = chosen ? std::string_view(chosen->code) : own;
    Waarden eigen;
    if (asks_promise(paneel)) {
        // The form asks for another day: filled in when it is sent.
        eigen.insert_or_assign("datum_belofte", brace("datum_belofte"));
        if (blad.werk().beloofd_op) eigen.insert_or_assign("datum_belofte_oud", day_of(*blad.werk().beloofd_op));
    }
    // Of the letter, not of the application: the form asks for it.
    if (paneel == "ingebreke") eigen.insert_or_assign("datum_ontvangst", brace("datum_ontvangst"));
    if (const auto* besluit = blad.besluit(request.query.get("besluit"))) {
        eigen.insert_or_assign("besluit", besluit->besluit.omschrijving);
        eigen.insert_or_assign("reden", besluit->besluit.toelichting);
    }
    return s.store.read([&](store::Tx& tx) { return s.voorstellen.concept_(tx, blad.werk().id, code, eigen); });
}

Result<std::optional<Inwonerbericht>> lees_bericht(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    const bool is_moved = request.form.has("verteld");
    if (!request.form.has("bericht") && !is_moved) return std::optional<Inwonerbericht>();
    if (request.form.get("bericht") == "niet") return std::optional(Inwonerbericht{"", "", cleaned(request.form.get("bericht_niet_omdat"))});
    const auto typed = bericht::woorden_uit(request.form);
    Inwonerbericht words{typed.onderwerp, typed.tekst};
    const html::Texts& t = s.texts.of(aanzet.werk.taal == "eng" ? html::Taal::en : html::Taal::nl);
    for (const auto& [naam, waarde] : of_form(s, request, desk, aanzet)) {
        const std::string filled = bericht::in_woorden(t, waarde, desk.today());
        replace_all(words.tekst, brace(naam), filled);
        replace_all(words.onderwerp, brace(naam), filled);
    }
    for (const auto& variabele : s.voorstellen.beheer().standaard().variabelen) {
        if (variabele.mag_leeg) leave_out(words.tekst, brace(variabele.code));
        if (words.tekst.find(brace(variabele.code)) != std::string::npos) return invalid("bericht_tekst", "zaakbericht.fout.haken", {brace(variabele.code)});
        if (words.onderwerp.find(brace(variabele.code)) != std::string::npos) return invalid("bericht_onderwerp", "zaakbericht.fout.haken", {brace(variabele.code)});
    }
    return std::optional(words);
}

}  // namespace dichtbij::zaak
