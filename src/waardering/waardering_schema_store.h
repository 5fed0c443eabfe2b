#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::waardering {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::waardering
