#pragma once
// Tables of mailboxes and of the mail that came in.

#include <span>

#include "store/dialect.h"

namespace dichtbij::postvak {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::postvak
