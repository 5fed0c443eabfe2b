#pragma once
// Each destroys at most `limit` things from before the moment.

#include <optional>
#include <vector>

#include "access/bewaring.h"

namespace dichtbij::werk {

// Work that was no part of other work, closed before with all that was part of it. Not that of cases, which have a
// term of their own.
std::vector<Uuid> werk_closed_before(store::Tx&, Instant voor, int limit);
// The work with all that is part of it, the deepest first. Nothing when any of it is open or closed later.
std::vector<Id<dichtbij::Werk>> familie_closed_before(store::Tx&, Id<dichtbij::Werk>, Instant voor);
void delete_werk(store::Tx&, Id<dichtbij::Werk>);

std::vector<access::Vernietigd> delete_old_attenties(store::Tx&, Instant voor, int limit);         // read
std::vector<access::Vernietigd> delete_unread_attenties(store::Tx&, Instant voor, int limit);      // never read
std::vector<access::Vernietigd> delete_weergaven_of_who_left(store::Tx&, Instant voor, int limit);  // not those of a team

}  // namespace dichtbij::werk
