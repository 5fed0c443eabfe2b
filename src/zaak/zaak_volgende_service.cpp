#include "zaak/zaak_volgende_service.h"

#include <algorithm>

namespace dichtbij::zaak {
namespace {

const ZaaktaakBeeld* open_task(const ZaakBeeld& beeld, auto is_wanted) {
    const auto found = std::find_if(beeld.taken.begin(), beeld.taken.end(), [&](const ZaaktaakBeeld& one) { return one.taak.is_open() && is_wanted(one); });
    return found == beeld.taken.end() ? nullptr : &*found;
}

const BesluitBeeld* decision(const ZaakBeeld& beeld, auto is_wanted) {
    const auto found = std::find_if(beeld.besluiten.begin(), beeld.besluiten.end(), [&](const BesluitBeeld& one) { return one.besluit.geldt() && is_wanted(one.besluit); });
    return found == beeld.besluiten.end() ? nullptr : &*found;
}

// The answer to a question that came in after the last act on the case.
const ZaaktaakBeeld* fresh_answer(const ZaakBeeld& beeld) {
    const ZaaktaakBeeld* last = nullptr;
    for (const auto& one : beeld.taken)
        if (one.taak.uitkomst == Taakuitkomst::beantwoord && (!last || one.taak.afgerond_op > last->taak.afgerond_op)) last = &one;
    if (!last) return nullptr;
    const Instant op = *last->taak.afgerond_op;
    const bool is_acted_on = std::any_of(beeld.statussen.begin(), beeld.statussen.end(), [&](const Statusregel& one) { return one.op > op; }) ||
                             std::any_of(beeld.besluiten.begin(), beeld.besluiten.end(), [&](const BesluitBeeld& one) { return one.besluit.vastgelegd_op > op; }) ||
                             std::any_of(beeld.taken.begin(), beeld.taken.end(), [&](const ZaaktaakBeeld& one) { return one.werk.geopend_op > op; });
    return is_acted_on ? nullptr : last;
}

bool next_step_ends(const ZaakBeeld& beeld) {
    const auto& all = beeld.zaaktype.statussen;
    const auto now = std::find_if(all.begin(), all.end(), [&](const zaaktype::Statustype& one) { return one.code == beeld.zaak.status; });
    return now == all.end() ? all.size() <= 1 : (now + 1 == all.end() || (now + 1)->eind);
}

Volgende of_task(Nu_te_doen what, const ZaaktaakBeeld& task) { return {what, task.taak.id, std::nullopt}; }

}  // namespace

bool vraagt_besluit(const zaaktype::Zaaktype& type) {
    return type.dwangsom || type.aanleiding == zaaktype::Aanleiding::bezwaar;
}

bool is_decided(const ZaakBeeld& beeld) {
    return std::any_of(beeld.besluiten.begin(), beeld.besluiten.end(), [](const auto& one) { return one.besluit.verzonden_datum && one.besluit.geldt(); });
}

bool is_van_vraag(const Zaak& zaak, const std::vector<werk::Toezegging>& all) { return !all.empty() && all.back().gedaan_op < zaak.geregistreerd_op; }

Volgende nu_te_doen(const ZaakBeeld& beeld, Id<Medewerker> lezer, Instant now) {
    const Zaak& zaak = beeld.zaak;
    if (!zaak.is_open()) return {zaak.zonder_archiefdatum == Zonder_archiefdatum::met_de_hand && beeld.mag_handelen ? Nu_te_doen::archiefdatum : Nu_te_doen::niets_gesloten, {}, {}};
    const bool is_owner = beeld.werk.eigenaar == lezer;
    const auto* own = open_task(beeld, [&](const ZaaktaakBeeld& one) { return one.werk.eigenaar == lezer && one.taak.soort != Taaksoort::vraag_aan_aanvrager; });
    if (own && !is_owner) return of_task(Nu_te_doen::eigen_taak, *own);
    if (!beeld.mag_handelen) return {Nu_te_doen::meekijken, {}, {}};
    if (!beeld.werk.aanvaard_op) return {Nu_te_doen::aanvaarden, {}, {}};
    if (beeld.dwangsom && beeld.dwangsom->loopt) return {Nu_te_doen::besluiten_dwangsom, {}, {}};
    if (beeld.werk.beloofd_op && *beeld.werk.beloofd_op < now) return {Nu_te_doen::belofte_voorbij, {}, {}};
    if (const auto* unsent = decision(beeld, [](const Besluit& one) { return !one.verzonden_datum; })) return {Nu_te_doen::bekendmaken, {}, unsent->besluit.id};
    if (const auto* answer = fresh_answer(beeld)) return of_task(Nu_te_doen::antwoord_lezen, *answer);
    if (const auto* asked = open_task(beeld, [](const ZaaktaakBeeld& one) { return one.taak.gesteld_op.has_value(); })) return of_task(Nu_te_doen::wacht_op_aanvrager, *asked);
    if (zaak.opgeschort) return {Nu_te_doen::hervatten, {}, {}};
    if (own) return of_task(Nu_te_doen::eigen_taak, *own);
    if (const auto* other = open_task(beeld, [](const ZaaktaakBeeld&) { return true; })) return of_task(Nu_te_doen::taken_afwachten, *other);
    if (!next_step_ends(beeld)) return {Nu_te_doen::volgende_status, {}, {}};
    const bool has_decision = decision(beeld, [](const Besluit&) { return true; }) != nullptr;
    return {vraagt_besluit(beeld.zaaktype) && !has_decision ? Nu_te_doen::besluit_vastleggen : Nu_te_doen::sluiten, {}, {}};
}

}  // namespace dichtbij::zaak
