#pragma once
// Lists of partijen and of what belongs to them, for one gemeente, in a fixed number of statements. Newest first.

#include <span>

#include "partij/lijst.h"
#include "store/list_query.h"
#include "store/store.h"

namespace dichtbij::partij {

class LijstStore {
  public:
    LijstStore(store::Tx& tx, GemeenteId gemeente) : tx_(tx), gemeente_(gemeente) {}

    store::Listed<Partijregel> partijen(const Partijvraag&, const store::Page&) const;
    store::Listed<PartijIdentificatorregel> identificatoren(const PartijIdentificatorvraag&, const store::Page&) const;
    store::Listed<Rekeningnummerregel> rekeningnummers(const Rekeningnummervraag&, const store::Page&) const;
    store::Listed<Categorie> categorieen(const store::Page&) const;
    store::Listed<CategorieRelatieregel> categorie_relaties(const CategorieRelatievraag&, const store::Page&) const;
    store::Listed<Vertegenwoordiging> vertegenwoordigingen(const Vertegenwoordigingvraag&, const store::Page&) const;

    // Of these ids, in any order; foreign and erased ones are left out.
    std::vector<Partijregel> partijen_by_id(const std::vector<PartijId>&) const;
    std::optional<PartijIdentificatorregel> identificator(const Uuid&) const;
    std::optional<Rekeningnummerregel> rekeningnummer(const Uuid&) const;
    std::optional<Categorie> categorie(const Uuid&) const;
    std::optional<CategorieRelatieregel> categorie_relatie(const Uuid&) const;
    std::optional<Vertegenwoordiging> vertegenwoordiging(const Uuid&) const;

  private:
    std::vector<Partijregel> complete(std::vector<Partij>) const;

    store::Tx& tx_;
    GemeenteId gemeente_;
};

}  // namespace dichtbij::partij
