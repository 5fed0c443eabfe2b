#pragma once
// Who may read and who may act on work.

#include <string>

#include "access/caller.h"
#include "store/store.h"
#include "werk/werk.h"

namespace dichtbij::werk {

// not_found in another gemeente, forbidden without a role that works with residents.
Result<Done> may_know(const access::Caller&, Id<Gemeente>);
// The same, and forbidden in a confidential domain the caller may not read.
Result<Done> may_read(const access::Caller&, const Werk&);
// Owner, who acts for the owner today, someone of the team, or a manager of the gemeente.
bool may_work_on(store::Tx&, const access::Caller&, const Werk&, Day today);
// Giving it to someone: the owner or who acts for him, the team's lead, a manager.
bool may_give(store::Tx&, const access::Caller&, const Werk&, Day today);
bool acts_as_owner(store::Tx&, const access::Caller&, const Werk&, Day today);
// Masked when the domain may not be read.
Werk seen_by(const access::Caller&, const Werk&);

// Until someone accepts: who acts for the person that was named, else for the team's lead.
Id<Medewerker> owner_until_accepted(store::Tx&, Id<Team>, std::optional<Id<Medewerker>> named, Day today);

}  // namespace dichtbij::werk
