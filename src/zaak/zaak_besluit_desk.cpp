// Acts on decisions.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "zaak/zaak_acties_desk.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;
using http::Response;

namespace {

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

Result<NieuwBesluit> read_decision(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    NieuwBesluit act;
    act.bij = aanzet.bij;
    act.omschrijving = words(request, "omschrijving");
    act.toelichting = words(request, "toelichting");
    act.ontbreekt_omdat = words(request, "ontbreekt_omdat");
    std::vector<FieldError> errors;
    if (act.omschrijving.empty()) errors.push_back({"omschrijving", "fout.veld.verplicht", {}});
    if (act.toelichting.empty()) errors.push_back({"toelichting", "fout.veld.verplicht", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    TRY(act.datum, lees_dag(request, "datum"));
    TRY(act.ingang_datum, lees_dag(request, "ingang_datum"));
    TRY(act.verval_datum, lees_dag(request, "verval_datum"));
    Rechtsmiddel middel{};
    if (boost::describe::enum_from_string(std::string(request.form.get("rechtsmiddel")).c_str(), middel)) act.rechtsmiddel = middel;
    if (request.form.get("bekend") == "later") return act;
    TRY(act.verzonden_datum, lees_dag(request, "verzonden_datum"));
    if (!act.verzonden_datum) return invalid("verzonden_datum", "zaakveld.fout.datum");
    TRY(act.bericht, lees_bericht(s, request, desk, aanzet));
    return act;
}

// The decision that a form names.
Result<Id<dichtbij::Besluit>> chosen(const Request& request) {
    const auto id_ = Id<dichtbij::Besluit>::parse(request.form.get("besluit"));
    if (!id_) return not_found("besluit id");
    return *id_;
}

}  // namespace

Response leg_besluit_vast(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto act = read_decision(s, request, desk, *aanzet);
    if (!act) return niet_gedaan(s, request, desk, *aanzet, "besluit", act.error());
    return finish(s, request, desk, *aanzet, s.zaken.add_besluit(desk.caller, *act), {"besluit", {}, Tabblad::besluiten});
}

Response maak_bekend(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto besluit = chosen(request);
    if (!besluit) return desk.fail(besluit.error());
    const auto day = lees_dag(request, "verzonden_datum");
    if (!day) return niet_gedaan(s, request, desk, *aanzet, "bekendmaken", day.error());
    const auto bericht = lees_bericht(s, request, desk, *aanzet);
    if (!bericht) return niet_gedaan(s, request, desk, *aanzet, "bekendmaken", bericht.error());
    return finish(s, request, desk, *aanzet, s.zaken.publish_besluit(desk.caller, {aanzet->bij, *besluit, *day, *bericht, words(request, "ontbreekt_omdat")}), {"bekendmaken", {}, Tabblad::besluiten});
}

Response trek_besluit_in(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto besluit = chosen(request);
    if (!besluit) return desk.fail(besluit.error());
    const auto bericht = lees_bericht(s, request, desk, *aanzet);
    if (!bericht) return niet_gedaan(s, request, desk, *aanzet, "besluit_intrekken", bericht.error());
    const auto done = s.zaken.withdraw_besluit(desk.caller, {aanzet->bij, *besluit, words(request, "reden"), *bericht});
    return finish(s, request, desk, *aanzet, done, {"besluit_intrekken", {}, Tabblad::besluiten});
}

}  // namespace dichtbij::zaak
