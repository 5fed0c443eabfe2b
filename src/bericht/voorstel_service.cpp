#include "bericht/voorstel_service.h"

namespace dichtbij::bericht {
namespace {

// A subject stands in a mail and on a lock screen: of a confidential domain it does not say what it is about.
Waarden for_subject(const html::Texts& t, const Geadresseerde& naar) {
    Waarden waarden = naar.waarden;
    if (naar.vertrouwelijk) waarden["zaaktype"] = t("bericht.uw_vraag");
    return waarden;
}

}  // namespace

Result<Voorstel> VoorstelService::strikt(store::Tx& tx, const Geadresseerde& naar, std::string_view code) const {
    const auto geldend = beheer_.geldend(tx, naar.gemeente, code);
    if (!geldend) return not_found("template " + std::string(code));
    const html::Texts& t = texts(naar.taal);
    const Day today = day_of(clock_.now());
    const auto& variabelen = beheer_.standaard().variabelen;
    TRY(const Ingevuld ingevuld, vul_in(t, geldend->inhoud, variabelen, naar.waarden, today));
    Voorstel voorstel{std::string(code), naar.taal, ingevuld.onderwerp, ingevuld.tekst, beheer_.standaard().sjabloon(code)->spoed};
    if (naar.vertrouwelijk) {
        TRY(const Ingevuld neutraal, vul_in(t, geldend->inhoud, variabelen, for_subject(t, naar), today));
        voorstel.onderwerp = neutraal.onderwerp;
    }
    return voorstel;
}

std::optional<Voorstel> VoorstelService::concept_(store::Tx& tx, Id<Werk> werk, std::string_view code, const Waarden& eigen) const {
    auto naar = bron_.bij_werk(tx, werk);
    if (!naar) return std::nullopt;
    const auto geldend = beheer_.geldend(tx, naar->gemeente, code);
    if (!geldend) return std::nullopt;
    for (const auto& [naam, waarde] : eigen) naar->waarden.insert_or_assign(naam, waarde);
    const html::Texts& t = texts(naar->taal);
    const auto& variabelen = beheer_.standaard().variabelen;
    const Day today = day_of(clock_.now());
    return Voorstel{std::string(code), naar->taal, vul_concept_in(t, geldend->inhoud, variabelen, for_subject(t, *naar), today).onderwerp,
                    vul_concept_in(t, geldend->inhoud, variabelen, naar->waarden, today).tekst, beheer_.standaard().sjabloon(code)->spoed};
}

}  // namespace dichtbij::bericht
