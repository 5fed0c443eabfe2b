#include "partij/aanschrijving_service.h"

#include <algorithm>
#include <tuple>

#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr int doubles_limit = 16;

std::optional<Partij> survivor_of(store::Tx& tx, PartijId id) {
    const PartijStore store(tx);
    auto partij = store.find(id);
    for (int step = 0; partij && partij->opgegaan_in && step < doubles_limit; ++step) partij = store.find(*partij->opgegaan_in);
    return partij;
}

}  // namespace

std::optional<Aanschrijving> aanschrijving(store::Tx& tx, PartijId id) {
    const auto partij = survivor_of(tx, id);
    if (!partij) return std::nullopt;
    const Gegevens& gegevens = partij->gegevens;
    return Aanschrijving{.partij = partij->id,
                         .gemeente = partij->gemeente,
                         .naam = volledige_naam(gegevens),
                         .taal = gegevens.voorkeuren.taal,
                         .kanaal = gegevens.voorkeuren.kanaal,
                         .overleden = gegevens.indicaties.overleden,
                         .geheim = gegevens.indicaties.geheimhouding.value_or(false),
                         .gewist = partij->gewist_op.has_value()};
}

std::vector<std::string> mailadressen(store::Tx& tx, PartijId id) {
    const auto partij = survivor_of(tx, id);
    if (!partij) return {};
    std::vector<DigitaalAdres> found;
    for (const DigitaalAdres& one : partij->gegevens.digitale_adressen)
        if (one.soort == SoortDigitaalAdres::email) found.push_back(one);
    const auto preferred = partij->gegevens.voorkeuren.digitaal_adres;
    const auto rank = [&](const DigitaalAdres& one) { return std::tuple(preferred != one.id, !one.is_standaard, one.verificatie_datum ? -one.verificatie_datum->time_since_epoch().count() : 1); };
    std::stable_sort(found.begin(), found.end(), [&](const DigitaalAdres& a, const DigitaalAdres& b) { return rank(a) < rank(b); });
    std::vector<std::string> list;
    for (DigitaalAdres& one : found) list.push_back(std::move(one.adres));
    return list;
}

}  // namespace dichtbij::partij
