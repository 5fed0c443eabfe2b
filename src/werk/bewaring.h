#pragma once
// How long work is kept, and how it goes: with its clocks, promises and notices, and with what others hang on it.

#include <functional>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::werk {

// Destroys what another capability keeps with this work, in the same transaction, and says what.
using Meevernietiging = std::function<std::vector<access::Vernietigd>(store::Tx&, Id<dichtbij::Werk>, Instant now)>;

// The work with all that is part of it, when it closed before `voor`; nothing when any of it must stay. For what has a
// term of its own and takes its work along (zaak).
std::vector<access::Vernietigd> destroy_familie(store::Tx&, Id<dichtbij::Werk>, const access::Termijn&, const std::vector<Meevernietiging>& mee);

// `mee` in the order in which rows may go: what names something before what is named.
std::vector<access::BewaarRegel> bewaar_regels(std::vector<Meevernietiging> mee);

}  // namespace dichtbij::werk
