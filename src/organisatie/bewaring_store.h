#pragma once
// Each destroys at most `limit` things from before the moment.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::organisatie {

std::vector<access::Vernietigd> delete_old_absences(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_substitutions(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_presence(store::Tx&, Instant voor, int limit);
// Everything but the name of who left service before.
std::vector<access::Vernietigd> forget_who_left(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::organisatie
