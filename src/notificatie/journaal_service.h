#pragma once
// What is done with abonnementen, in the journal.

#include <string>
#include <utility>
#include <vector>

#include "access/caller.h"
#include "journal/journal.h"
#include "notificatie/notificatie.h"

namespace dichtbij::notificatie {

using Bijzonderheden = std::vector<std::pair<std::string, std::string>>;
inline void append_abonnement(store::Tx& tx, const access::Caller& caller, Instant now, std::string gebeurtenis, const Abonnement& one, Bijzonderheden kenmerken = {}) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), one.gemeente, journal::Object::systeem, one.id.bytes);
    entry.kenmerken = std::move(kenmerken);
    journal::append(tx, entry);
}

}  // namespace dichtbij::notificatie
