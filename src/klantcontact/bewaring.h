#pragma once
// How long klantcontacten are kept: as long as the work they came to.

#include <vector>

#include "access/bewaring.h"

namespace dichtbij::klantcontact {

std::vector<access::BewaarRegel> bewaar_regels();
// The klantcontacten of this work with all that hangs on them, hidden ones too, and a gesprek that is left
// without any. No taak may name them any more.
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, Id<Werk>, Instant now);

}  // namespace dichtbij::klantcontact
