#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "access/bewaring.h"
#include "base/id.h"
#include "store/store.h"

namespace dichtbij::partij {

extern const std::string_view accountmanager_sql;  // of the migration

std::optional<Id<dichtbij::Medewerker>> accountmanager_of(store::Tx&, Id<dichtbij::Partij>);
void save_accountmanager(store::Tx&, Id<dichtbij::Partij>, std::optional<Id<dichtbij::Medewerker>>);
// Of who left before the moment, and of companies that were erased.
std::vector<access::Vernietigd> delete_old_accountmanagers(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::partij
