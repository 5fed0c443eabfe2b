#pragma once
// Control questions, identifications and openings of warned partijen.

#include <optional>
#include <vector>

#include "partij/identificatie.h"
#include "store/store.h"

namespace dichtbij::partij {

class IdentificatieStore {
  public:
    explicit IdentificatieStore(store::Tx& tx) : tx_(tx) {}

    Controlevragen controlevragen(GemeenteId) const;  // the shipped ones when the gemeente chose none
    // False when the stored choice is not version `chosen.versie`.
    bool replace(GemeenteId, const Controlevragen& chosen) const;

    void insert(const Identificatie&, const std::vector<BeoordeeldAntwoord>&) const;
    bool is_geidentificeerd(Id<Gesprek>, PartijId) const;
    int failed_attempts(Id<Gesprek>, PartijId) const;
    std::vector<Identificatie> identificaties(PartijId) const;  // newest first
    std::vector<BeoordeeldAntwoord> antwoorden(const Uuid& identificatie) const;

    void insert(const Opening&) const;
    bool is_opened(PartijId, MedewerkerId, Instant since) const;
    std::vector<Opening> openingen(PartijId) const;  // newest first

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::partij
