#pragma once

#include <optional>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::klantcontact {

std::vector<Id<dichtbij::Klantcontact>> all_of_werk(store::Tx&, Id<Werk>);
// Gives the gesprek when this was its last klantcontact: then that is gone too.
std::optional<Id<dichtbij::Gesprek>> delete_klantcontact(store::Tx&, Id<dichtbij::Klantcontact>);
// That stand with no klantcontact.
std::vector<access::Vernietigd> delete_loose_objects(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::klantcontact
