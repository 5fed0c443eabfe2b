#pragma once
// How often an account may be tried, over all addresses. Internal to access.

#include <optional>
#include <string>
#include <string_view>

#include "access/account_store.h"

namespace dichtbij::access {

// Nothing personal in it: the table can be read without knowing who was tried.
std::string attempt_key(std::string_view what, std::string_view account);

// Counts an attempt before it is made, so that attempts at the same time count all. The moment until
// which no attempt is allowed, when that is now.
std::optional<Instant> start_attempt(store::Tx&, std::string_view key, Instant now);

// The failure of having to wait, at a field.
Failure wait_failure(std::string field, seconds wait);

}  // namespace dichtbij::access
