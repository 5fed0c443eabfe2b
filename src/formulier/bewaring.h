#pragma once
// How long is kept what residents fill in: a draft 30 days after it was changed last, what was sent as long as the work.

#include <vector>

#include "access/bewaring.h"
#include "document/document_service.h"

namespace dichtbij::formulier {

// `documenten` outlives the rules.
std::vector<access::BewaarRegel> bewaar_regels(document::DocumentService& documenten);
// What was sent for this work, with its files; before the work itself goes (werk::Meevernietiging).
std::vector<access::Vernietigd> destroy_of_werk(store::Tx&, document::DocumentService&, Id<Werk>, Instant now);
// His drafts go, and what he answered; that something was sent stays.
void forget_partij(store::Tx&, document::DocumentService&, Id<Partij>, Instant now);

}  // namespace dichtbij::formulier
