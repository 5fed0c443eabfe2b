#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::taak {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::taak
