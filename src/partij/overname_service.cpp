#include "partij/overname_service.h"

#include <algorithm>

#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr int bekend_limit = 20;

}  // namespace

Result<PartijId> OvernameService::take_persoon(const access::Caller& caller, GemeenteId gemeente, const opzoek::BrpPersoon& vondst, std::optional<Id<Gesprek>> gesprek) {
    return take(caller, gemeente, vondst, {soort_bsn, vondst.bsn, gesprek});
}

Result<PartijId> OvernameService::take_bedrijf(const access::Caller& caller, GemeenteId gemeente, const opzoek::Bedrijf& vondst, std::optional<Id<Gesprek>> gesprek) {
    return take(caller, gemeente, vondst, {soort_kvk_nummer, vondst.kvk_nummer, gesprek});
}

template <class T>
Result<PartijId> OvernameService::take(const access::Caller& caller, GemeenteId gemeente, const T& vondst, const Sleutel& sleutel) {
    return store_.write([&](store::Tx& tx) -> Result<PartijId> {
        // Another gemeente does not exist for the caller, before anything of it is looked at.
        if (!access::is_active_in(caller, gemeente)) return not_found("no role in gemeente " + gemeente.text());
        const auto known = bekend(tx, gemeente, sleutel.soort, sleutel.nummer);
        if (known.empty()) return partijen_.create(tx, caller, gemeente, overgenomen(Gegevens{}, vondst));
        TRY(const Inzage seen, partijen_.read(tx, caller, known.front(), sleutel.gesprek));
        const auto* beeld = std::get_if<PartijBeeld>(&seen);
        if (beeld == nullptr) return conflict("a warned partij is opened first", "partij.eerst_openen");
        if (beeld->zicht == Zicht::beperkt) return conflict("only part of it may be seen", "partij.eerst_identificeren");
        TRY_DONE(partijen_.change(tx, caller, {beeld->partij.id, beeld->partij.versie, overgenomen(beeld->partij.gegevens, vondst), sleutel.gesprek}));
        return beeld->partij.id;
    });
}

std::vector<PartijId> OvernameService::bekend(store::Tx& tx, GemeenteId gemeente, std::string_view soort, std::string_view nummer) const {
    std::vector<PartijId> found;
    if (nummer.empty()) return found;
    for (const Partij& one : PartijStore(tx).by_identificator(std::vector<GemeenteId>{gemeente}, soort, nummer, bekend_limit)) {
        const PartijId survivor = partijen_.survivor(tx, one.id);
        if (std::find(found.begin(), found.end(), survivor) == found.end()) found.push_back(survivor);
    }
    return found;
}

}  // namespace dichtbij::partij
