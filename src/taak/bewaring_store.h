#pragma once

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::taak {

std::vector<Id<dichtbij::Taak>> all_of_werk(store::Tx&, Id<Werk>);
void delete_taak(store::Tx&, Id<dichtbij::Taak>);
// That no klantcontact and no taak names. Here and not with klantcontact, which does not know taken.
std::vector<access::Vernietigd> delete_unnamed_actoren(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::taak
