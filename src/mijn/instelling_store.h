#pragma once
// All SQL of this folder: what a gemeente chose about Mijn Dichtbij.

#include "base/id.h"
#include "store/store.h"

namespace dichtbij::mijn {

bool toon_namen(store::Tx&, Id<Gemeente>);
void set_toon_namen(store::Tx&, Id<Gemeente>, bool);

}  // namespace dichtbij::mijn
