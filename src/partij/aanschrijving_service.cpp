#include "partij/aanschrijving_service.h"

#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr int doubles_limit = 16;

}  // namespace

std::optional<Aanschrijving> aanschrijving(store::Tx& tx, PartijId id) {
    const PartijStore store(tx);
    auto partij = store.find(id);
    for (int step = 0; partij && partij->opgegaan_in && step < doubles_limit; ++step) partij = store.find(*partij->opgegaan_in);
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

}  // namespace dichtbij::partij
