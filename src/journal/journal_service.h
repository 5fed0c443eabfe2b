#pragma once
// What is done with the journal as a whole, beside appending and reading.

#include <cstdint>
#include <string>
#include <vector>

#include "access/bewaring.h"
#include "journal/journal.h"

namespace dichtbij::journal {

// Replaces the words at a journal row by those of `correction`, which becomes a row of its own: the old
// words are destroyed, and both rows show the new ones. Rows and hash chain stay whole.
// not_found when the row has no words (any more).
Result<std::int64_t> correct_toelichting(store::Tx&, std::int64_t nummer, Entry correction);

// Destroys the words of one row; the row and the hash chain stay whole.
void destroy_toelichting(store::Tx&, std::int64_t nummer, Instant now);

// Words go with what they are about; the capability that destroys it calls destroy_toelichtingen.
std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::journal
