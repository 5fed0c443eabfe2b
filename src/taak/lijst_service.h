#pragma once
// Internetaken as Klantinteracties lists them: for other systems, by their rights. A taak is seen when its klantcontact
// is, and the domain of its work may be read. What a colleague asked another is not an internetaak of the standard: it
// came of no klantcontact.

#include "access/raadpleging.h"
#include "klantcontact/lijst.h"
#include "store/list_query.h"
#include "taak/lijst.h"

namespace dichtbij::taak {

class LijstService {
  public:
    using Raadpleging = access::Raadpleging;

    Result<store::Listed<Taakregel>> taken(store::Tx&, Raadpleging&, const Taakvraag&, const store::Page&) const;
    Result<Taakregel> taak(store::Tx&, Raadpleging&, Id<dichtbij::Taak>) const;
    // Of klantcontacten that were got from klantcontact::LijstService: in full by the rights of the reader, or their ids.
    Result<std::vector<Taakregel>> taken_of(store::Tx&, Raadpleging&, const std::vector<Id<Klantcontact>>&) const;
    std::vector<partij::Verwijzing> taak_ids_of(store::Tx&, const Raadpleging&, const std::vector<Id<Klantcontact>>&) const;
};

}  // namespace dichtbij::taak
