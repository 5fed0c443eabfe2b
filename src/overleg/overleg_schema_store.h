#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::overleg {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::overleg
