#pragma once
// How long mail that came in is kept, and what goes with a person.

#include <vector>

#include "access/bewaring.h"
#include "document/document_service.h"
#include "werk/bewaring.h"

namespace dichtbij::postvak {

std::vector<access::BewaarRegel> bewaar_regels();
// Before the contact and the work go: the mail, the raw one too, and the files that came with it.
std::vector<access::Vernietigd> destroy_of_werk(document::DocumentService&, store::Tx&, Id<Werk>, Instant now);
// For PartijService::on_wissen, before the contacts are forgotten.
void forget_partij(document::DocumentService&, store::Tx&, Id<Partij>, Instant now);

}  // namespace dichtbij::postvak
