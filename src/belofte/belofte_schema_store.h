#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::belofte {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::belofte
