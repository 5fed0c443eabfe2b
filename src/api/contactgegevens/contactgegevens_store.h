#pragma once
// All SQL of contact data.

#include <optional>
#include <span>
#include <vector>

#include "api/contactgegevens/contactgegevens.h"
#include "store/store.h"

namespace dichtbij::contactgegevens {

std::optional<Organisatie> find_organisatie(store::Tx&, Id<Organisatie>);
Lijst<Organisatie> organisaties(store::Tx&, Id<Gemeente>, const Venster&);  // the newest first
void insert(store::Tx&, const Organisatie&, Instant now);
void save(store::Tx&, const Organisatie&, Instant now);
void remove(store::Tx&, Id<Organisatie>);

std::optional<Persoon> find_persoon(store::Tx&, Id<Persoon>);
Lijst<Persoon> personen(store::Tx&, Id<Gemeente>, const Venster&);
void insert(store::Tx&, const Persoon&, Instant now);
void save(store::Tx&, const Persoon&, Instant now);
void remove(store::Tx&, Id<Persoon>);

}  // namespace dichtbij::contactgegevens
