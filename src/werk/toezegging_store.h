#pragma once
// The rows of toezegging: one per promise, the last of a werk is the one that runs.

#include <optional>
#include <vector>

#include "store/store.h"
#include "werk/toezegging.h"

namespace dichtbij::werk {

void insert_toezegging(store::Tx&, const Toezegging&);
// How it ended: stand, missed, ended.
void save_stand(store::Tx&, const Toezegging&);
std::optional<Toezegging> last_toezegging(store::Tx&, Id<dichtbij::Werk>);
std::vector<Toezegging> toezeggingen_of(store::Tx&, Id<dichtbij::Werk>);  // oldest first

}  // namespace dichtbij::werk
