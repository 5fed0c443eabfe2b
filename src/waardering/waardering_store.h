#pragma once
// The rows of what residents gave. Their words stand in the journal.

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"
#include "waardering/waardering.h"

namespace dichtbij::waardering {

std::optional<Waardering> find_waardering(store::Tx&, const Waarover&);
void insert_waardering(store::Tx&, const Waardering&);
void save_waardering(store::Tx&, const Waardering&);
std::vector<Waardering> waarderingen_door(store::Tx&, Id<Partij>);
std::vector<Waardering> waarderingen_of_werk(store::Tx&, Id<Werk>);  // newest last
void delete_waardering(store::Tx&, Id<dichtbij::Waardering>);
// What was written under this number, when it still exists.
std::string woorden(store::Tx&, std::int64_t journaal);

}  // namespace dichtbij::waardering
