#include "zaak/typefilter_service.h"

#include <algorithm>
#include <set>

#include "zaak/lijst_store.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaak {
namespace {

using Versies = std::set<Id<dichtbij::ZaaktypeVersie>>;

std::vector<zaaktype::Statustype> statuses_of(store::Tx& tx, Id<dichtbij::Zaaktype> id, const Versies* in_use, Day today) {
    std::vector<zaaktype::Statustype> found;
    for (const auto& versie_id : zaaktype::gepubliceerde_versies(tx, id)) {
        const auto versie = zaaktype::versie(tx, versie_id);
        if (!versie || (in_use && !in_use->contains(versie_id) && !zaaktype::geldt_op(versie->versie, today))) continue;
        for (const auto& status : versie->inhoud.statussen)
            if (std::none_of(found.begin(), found.end(), [&](const auto& one) { return one.code == status.code; })) found.push_back(status);
    }
    return found;
}

}  // namespace

Typefilter typefilter(store::Tx& tx, Id<Gemeente> gemeente, Loopt loopt, const std::optional<Id<dichtbij::Zaaktype>>& gekozen, Day today) {
    Versies in_use;
    std::set<Id<dichtbij::Zaaktype>> types;
    for (const Versiegebruik& one : versies_met_open_zaken(tx, gemeente)) {
        in_use.insert(one.versie);
        types.insert(one.zaaktype);
    }
    Typefilter filter;
    for (const auto& one : zaaktype::ooit_begonnen(tx, gemeente, today))
        if (loopt == Loopt::gesloten || one.staat == zaaktype::Staat::gepubliceerd || types.contains(one.id)) filter.typen.push_back({one.id, one.naam});
    const bool is_known = gekozen && std::any_of(filter.typen.begin(), filter.typen.end(), [&](const Typekeuze& one) { return one.id == *gekozen; });
    if (is_known) filter.statussen = statuses_of(tx, *gekozen, loopt == Loopt::open ? &in_use : nullptr, today);
    return filter;
}

}  // namespace dichtbij::zaak
