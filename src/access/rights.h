#pragma once
// Who may change which roles, and changing them. Internal to access.

#include <vector>

#include "access/account_beheer.h"

namespace dichtbij::access {

std::vector<Id<Gemeente>> managed_gemeenten(const Caller&);  // where he is beheerder; empty for the system
bool manages(const Caller&, Id<Gemeente>);
bool manages_all(const Caller&, const std::vector<Grant>&);
Result<Done> require_beheerder(const Caller&);  // of any gemeente

// not_found for an account that has roles, but none in the caller's gemeenten.
Result<AccountInfo> visible_account(store::Tx&, const Caller&, Id<Medewerker>);

// Only gemeenten that the caller manages; a beheerder is so of the whole gemeente.
Result<Done> check_grants(const Caller&, const std::vector<Grant>&);
Result<Done> check_domeinen(const std::vector<std::string>&);
// conflict when a gemeente of these grants of beheerder has no beheerder (any more).
Result<Done> check_beheerders_left(store::Tx&, const std::vector<Grant>&);

// Makes the grants in the caller's gemeenten, and the domains, what `change` says; each difference is told.
Result<Done> apply_rights(const Accounts&, store::Tx&, const Caller&, const RightsChange& change);

}  // namespace dichtbij::access
