#pragma once
// Partijen and what belongs to them, as Klantinteracties lists them: for other systems, by their rights. Newest first.
// Each look adds the persons it shows to the Raadpleging. Erased partijen are left out; doubles stand as they are.

#include "access/raadpleging.h"
#include "partij/lijst.h"
#include "store/list_query.h"

namespace dichtbij::partij {

class LijstService {
  public:
    using Raadpleging = access::Raadpleging;

    Result<store::Listed<Partijregel>> partijen(store::Tx&, Raadpleging&, const Partijvraag&, const store::Page&) const;
    Result<store::Listed<PartijIdentificatorregel>> identificatoren(store::Tx&, Raadpleging&, const PartijIdentificatorvraag&, const store::Page&) const;
    Result<store::Listed<Rekeningnummerregel>> rekeningnummers(store::Tx&, Raadpleging&, const Rekeningnummervraag&, const store::Page&) const;
    Result<store::Listed<Categorie>> categorieen(store::Tx&, Raadpleging&, const store::Page&) const;
    Result<store::Listed<CategorieRelatieregel>> categorie_relaties(store::Tx&, Raadpleging&, const CategorieRelatievraag&, const store::Page&) const;
    Result<store::Listed<Vertegenwoordiging>> vertegenwoordigingen(store::Tx&, Raadpleging&, const Vertegenwoordigingvraag&, const store::Page&) const;

    Result<Partijregel> partij(store::Tx&, Raadpleging&, PartijId) const;
    Result<PartijIdentificatorregel> identificator(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<Rekeningnummerregel> rekeningnummer(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<Categorie> categorie(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<CategorieRelatieregel> categorie_relatie(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<Vertegenwoordiging> vertegenwoordiging(store::Tx&, Raadpleging&, const Uuid&) const;

    // Several at once, in any order; those that are not there (any more) are left out.
    Result<std::vector<Partijregel>> partijen_by_id(store::Tx&, Raadpleging&, const std::vector<PartijId>&) const;
};

}  // namespace dichtbij::partij
