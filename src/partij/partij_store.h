#pragma once
// All SQL about partijen. No rights are checked here; lists take a condition that says what may be seen.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "partij/partij.h"
#include "partij/samenvoeging.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::partij {

// Where a list may look: the gemeenten of a caller. Empty: nowhere; none: everywhere (the system).
using Gemeenten = std::optional<std::vector<GemeenteId>>;

std::span<const store::Migration> migrations();

class PartijStore {
  public:
    explicit PartijStore(store::Tx& tx) : tx_(tx) {}

    std::optional<Partij> find(PartijId) const;  // with all that hangs on it
    std::optional<GemeenteId> gemeente_of(PartijId) const;
    std::optional<MedewerkerId> last_changed_by(PartijId) const;  // none also when the system did

    void insert(const Partij&, std::optional<MedewerkerId> door) const;
    // Replaces all of it when the stored version is `partij.versie - 1`; false when it is not.
    bool update(const Partij&, std::optional<MedewerkerId> door) const;
    // Leaves the row with its id, gemeente, kind and the moment, and nothing else.
    void erase(PartijId, Instant now) const;

    // Where an identifier that may exist once is taken already.
    std::optional<Uuid> taken_identificator(GemeenteId, const Identificator&) const;

    // Whether identifiers of other partijen (or of none) stand under this one.
    bool has_children_elsewhere(const Uuid& identificator, PartijId) const;

    bool has_categorie(GemeenteId, const Uuid& categorie) const;

    // What is found by exact keys, without what hangs on it (addresses, identifiers, ...); erased ones
    // left out, at most `limit`, in order of name.
    std::vector<Partij> by_identificator(const Gemeenten&, std::string_view soort, std::string_view object_id, int limit) const;
    std::vector<Partij> by_digitaal_adres(const Gemeenten&, SoortDigitaalAdres, std::string_view zoekvorm, int limit) const;
    std::vector<Partij> by_postcode(const Gemeenten&, std::string_view postcode, std::optional<int> huisnummer, int limit) const;
    // Finds all that can be it: of a date without month or day every date in it, of a whole date also
    // those of which only the year or month are known.
    std::vector<Partij> by_geboortedatum(const Gemeenten&, const Geboortedatum&, int limit) const;
    // How many have the address, over all gemeenten, counted up to `limit`.
    std::int64_t count_digitaal_adres(SoortDigitaalAdres, std::string_view zoekvorm, int limit) const;
    std::int64_t count_postcode(std::string_view postcode, int huisnummer, int limit) const;
    std::vector<Partij> by_id(const Gemeenten&, const std::vector<PartijId>&) const;  // in the order given
    std::string naam(PartijId) const;  // as volledige_naam; "" when erased or not there
    // In order of id, from behind `after`: for rebuilding what is made from partijen.
    std::vector<PartijId> page(std::optional<PartijId> after, int limit) const;

    // Samenvoegingen.
    std::optional<Samenvoeging> samenvoeging(PartijId dubbel) const;
    void insert(const Samenvoeging&) const;
    bool remove_samenvoeging(PartijId dubbel) const;
    std::vector<Samenvoeging> samenvoegingen_in(PartijId overlevend) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::partij
