#pragma once
// How long work is kept, and how it goes: with its clocks, promises and notices, and with what others hang on it.

#include <functional>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::werk {

// Destroys what another capability keeps with this work, in the same transaction, and says what.
using Meevernietiging = std::function<std::vector<access::Vernietigd>(store::Tx&, Id<dichtbij::Werk>, Instant now)>;

// `mee` in the order in which rows may go: what names something before what is named.
std::vector<access::BewaarRegel> bewaar_regels(std::vector<Meevernietiging> mee);

}  // namespace dichtbij::werk
