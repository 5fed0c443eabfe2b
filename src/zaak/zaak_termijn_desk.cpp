// Acts on the term of a case and on its promise.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "zaak/zaak_acties_desk.h"
#include "zaak/zaak_toezegging_service.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;
using http::Response;

namespace {

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

template <class E>
Result<E> choice(const Request& request, std::string_view veld) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(request.form.get(veld)).c_str(), value)) return invalid(std::string(veld), "zaakveld.fout.kies");
    return value;
}

Result<Opschorten> read_suspension(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    Opschorten act;
    act.bij = aanzet.bij;
    TRY(act.grond, choice<Opschortingsgrond>(request, "grond"));
    act.reden = words(request, "reden");
    TRY(act.medegedeeld_datum, lees_dag(request, "medegedeeld_datum"));
    TRY(act.tot_uiterlijk, lees_dag(request, "tot_uiterlijk"));
    act.wachten_op = words(request, "wachten_op");
    TRY(act.beloofd_datum, lees_dag(request, "beloofd_datum"));
    if (act.reden.empty()) return invalid("reden", "fout.veld.verplicht");
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

Result<Hervatten> read_resumption(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    Hervatten act;
    act.bij = aanzet.bij;
    TRY(act.grond, choice<Opschortingsgrond>(request, "grond"));
    TRY(act.hervat_datum, lees_dag(request, "hervat_datum"));
    act.toelichting = words(request, "toelichting");
    TRY(act.beloofd_datum, lees_dag(request, "beloofd_datum"));
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

Result<Verlengen> read_extension(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    Verlengen act;
    act.bij = aanzet.bij;
    TRY(act.grond, choice<Verlengingsgrond>(request, "grond"));
    const auto typed = request.form.get("aantal");
    if (typed.empty() || typed.size() > 3 || !all_digits(typed)) return invalid("aantal", "zaakveld.fout.aantal");
    act.aantal = std::atoi(std::string(typed).c_str());
    act.reden = words(request, "reden");
    if (act.reden.empty()) return invalid("reden", "fout.veld.verplicht");
    TRY(act.beloofd_datum, lees_dag(request, "beloofd_datum"));
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

Result<NieuweIngebrekestelling> read_default(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    NieuweIngebrekestelling act;
    act.bij = aanzet.bij;
    TRY(act.ontvangen_datum, lees_dag(request, "ontvangen_datum"));
    act.toelichting = words(request, "toelichting");
    // Before the words: what lateness costs cannot be written as long as nobody is late.
    const auto& law = aanzet.zaak.laatste_datum;
    if (act.ontvangen_datum && law && *act.ontvangen_datum <= *law) return invalid("ontvangen_datum", "zaak.fout.in_gebreke_te_vroeg", {to_iso(*law + days(1))});
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

Result<Belofteverzetting> read_move(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    Belofteverzetting act;
    act.zaak = aanzet.zaak.id;
    act.keuze = aanzet.keuze;
    TRY(const std::optional<Day> day, lees_dag(request, "datum"));
    if (!day) return invalid("datum", "taak.fout.datum");
    act.datum = *day;
    act.reden = words(request, "reden");
    const auto how = request.form.get("verteld");
    if (how == "op_verzoek") act.verteld = werk::OpVerzoek{};
    else if (how == "niet_te_bereiken") act.verteld = werk::NietTeBereiken{words(request, "poging")};
    else if (how != "bericht") return invalid("verteld", "taak.fout.verteld");
    else {
        TRY(const std::optional<Inwonerbericht> bericht, lees_bericht(s, request, desk, aanzet));
        act.bericht = bericht;
    }
    return act;
}

// The same way for each: read the form, do it, show what came of it.
template <class Read, class Do>
Response act_on(const ZaakSchermen& s, Request& request, Desk& desk, const char* paneel, Read read, Do act) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto wanted = read(s, request, desk, *aanzet);
    if (!wanted) return niet_gedaan(s, request, desk, *aanzet, paneel, wanted.error());
    return finish(s, request, desk, *aanzet, act(*wanted), {paneel});
}

}  // namespace

Response schort_op(const ZaakSchermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, "opschorten", read_suspension, [&](const Opschorten& act) { return s.zaken.suspend(desk.caller, act); });
}

Response hervat(const ZaakSchermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, "hervatten", read_resumption, [&](const Hervatten& act) { return s.zaken.resume(desk.caller, act); });
}

Response verleng(const ZaakSchermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, "verlengen", read_extension, [&](const Verlengen& act) { return s.zaken.extend(desk.caller, act); });
}

Response stel_in_gebreke(const ZaakSchermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, "ingebreke", read_default, [&](const NieuweIngebrekestelling& act) { return s.zaken.record_ingebrekestelling(desk.caller, act); });
}

Response verzet(const ZaakSchermen& s, Request& request, Desk& desk) {
    return act_on(s, request, desk, "verzet", read_move, [&](const Belofteverzetting& act) { return verzet_belofte({s.store, s.zaken, s.werk, s.berichten}, desk.caller, act); });
}

}  // namespace dichtbij::zaak
