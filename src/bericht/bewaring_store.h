#pragma once

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::bericht {

// At most `limit`, from before the moment.
std::vector<access::Vernietigd> delete_without_werk(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_zendingen(store::Tx&, Instant voor, int limit);
std::vector<Uuid> ids_of_werk(store::Tx&, Id<Werk>);
void delete_of_werk(store::Tx&, Id<Werk>);

}  // namespace dichtbij::bericht
