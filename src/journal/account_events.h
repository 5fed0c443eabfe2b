#pragma once
// What happens to accounts, in the journal: access lies below it and tells through a hook.

#include "access/account.h"
#include "journal/journal.h"

namespace dichtbij::journal {

// For access::Hooks::journal.
void append_account_event(store::Tx&, const access::Caller&, const access::AccountEvent&);

}  // namespace dichtbij::journal
