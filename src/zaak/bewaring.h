#pragma once
// How long cases are kept: until the day of archiving that their result gives, with their work and all that hangs
// on it. What is kept for ever, or has no day yet, stays.

#include <vector>

#include "access/bewaring.h"
#include "werk/bewaring.h"

namespace dichtbij::document {
class DocumentService;
}

namespace dichtbij::zaak {

// `mee`: what hangs on the work, as werk::bewaar_regels takes it. Documents go along; the service outlives the rules.
std::vector<access::BewaarRegel> bewaar_regels(document::DocumentService&, std::vector<werk::Meevernietiging> mee);

}  // namespace dichtbij::zaak
