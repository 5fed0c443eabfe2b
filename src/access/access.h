#pragma once
// What access asks of the store, and what others ask of access inside their own transaction.

#include <span>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "store/dialect.h"

namespace dichtbij::access {

std::span<const store::Migration> migrations();

// Keeps the copy of name and e-mail of an employee who has an account; nothing when he has none. Without
// an e-mail he goes on signing in with the old one.
// invalid at field "email" when another account has it.
Result<Done> rename(store::Tx&, Id<Medewerker>, std::string_view naam, std::string_view email);

// Who has the role in the gemeente (in any team of it), disabled accounts not counted.
std::vector<Id<Medewerker>> with_role(store::Tx&, Rol, Id<Gemeente>);

// The caller that an employee is, with grants and domains: for acting in his name by rule.
// not_found when there is no account, or a disabled one.
Result<Caller> caller_of(store::Tx&, Id<Medewerker>);

}  // namespace dichtbij::access
