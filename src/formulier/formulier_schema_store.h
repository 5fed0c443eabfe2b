#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::formulier {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::formulier
