#pragma once
// Rows that belong to a partij, or to none: as Klantinteracties lets them stand alone and move.

#include <optional>
#include <string_view>

#include "partij/lijst.h"
#include "store/store.h"

namespace dichtbij::partij {

enum class Deel { digitaal_adres, partij_identificator, rekeningnummer, categorie_relatie };
BOOST_DESCRIBE_ENUM(Deel, digitaal_adres, partij_identificator, rekeningnummer, categorie_relatie)

class StandaardStore {
  public:
    StandaardStore(store::Tx& tx, GemeenteId gemeente) : tx_(tx), gemeente_(gemeente) {}

    bool is_nummer_taken(std::string_view nummer, PartijId by_other_than) const;
    bool has_contactpersonen(PartijId organisatie) const;
    // Its contactpersonen work for nobody any more.
    void forget_werkgever(PartijId organisatie, Instant now) const;

    std::optional<DigitaalAdresregel> digitaal_adres(const Uuid&) const;
    // As rows of no partij.
    void insert(const DigitaalAdresregel&) const;
    void insert(const Identificator&) const;
    void insert(const Rekeningnummer&) const;
    void insert(const CategorieRelatie&) const;
    // Of a row that belongs to no partij.
    void update(const DigitaalAdres&) const;
    void update(const Identificator&) const;
    void update(const Rekeningnummer&) const;
    void update(const CategorieRelatie&) const;
    void set_betrokkene(const Uuid& digitaal_adres, const std::optional<Uuid>& betrokkene) const;
    // Behind what the partij has; none: it stands alone, and is no standard address.
    void link(Deel, const Uuid& row, const std::optional<PartijId>&) const;
    void remove(Deel, const Uuid& row) const;

    bool has_children(const Uuid& identificator) const;
    bool has_children_of_others(PartijId) const;  // under its identifiers
    std::optional<Uuid> other_with_referentie(PartijId, SoortDigitaalAdres, std::string_view referentie, const Uuid& than) const;

    void update(const Categorie&) const;
    void remove_categorie(const Uuid&) const;
    std::vector<Uuid> relaties_of_categorie(const Uuid&, int limit) const;
    void update(const Vertegenwoordiging&) const;

  private:
    store::Tx& tx_;
    GemeenteId gemeente_;
};

}  // namespace dichtbij::partij
