#pragma once
// A template filled in for a work: what a rule sends, and what an employee starts from who writes himself.

#include "bericht/beheer_service.h"
#include "bericht/bericht_service.h"
#include "bericht/bron.h"

namespace dichtbij::bericht {

struct Voorstel {
    std::string sjabloon;
    std::string taal;
    std::string onderwerp;
    std::string tekst;
    bool spoed = false;
};

class VoorstelService {
  public:
    VoorstelService(const BeheerService& beheer, const Bron& bron, const html::Catalogue& texts, const Clock& clock)
        : beheer_(beheer), bron_(bron), texts_(texts), clock_(clock) {}

    // invalid when a value is missing: no rule sends a message with a hole in it.
    Result<Voorstel> strikt(store::Tx&, const Geadresseerde&, std::string_view sjabloon) const;
    // For an edit form: what is not known yet stands as "{datum_antwoord}", for the employee to fill in.
    // `eigen` goes before what the Bron knows. nullopt: no such work or template.
    std::optional<Voorstel> concept_(store::Tx&, Id<Werk>, std::string_view sjabloon, const Waarden& eigen = {}) const;

    const Bron& bron() const { return bron_; }
    const BeheerService& beheer() const { return beheer_; }

  private:
    const html::Texts& texts(std::string_view taal) const { return texts_.of(taal == "eng" ? html::Taal::en : html::Taal::nl); }

    const BeheerService& beheer_;
    const Bron& bron_;
    const html::Catalogue& texts_;
    const Clock& clock_;
};

}  // namespace dichtbij::bericht
