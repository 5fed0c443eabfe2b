#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::werk {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::werk
