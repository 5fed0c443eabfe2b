#pragma once
// Each destroys at most `limit` things from before the moment.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::partij {

std::vector<access::Vernietigd> delete_old_identificaties(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_openingen(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_afspraken(store::Tx&, Instant voor, int limit);
// Addresses, identifiers, account numbers and categories that belong to no partij.
std::vector<access::Vernietigd> delete_loose(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::partij
