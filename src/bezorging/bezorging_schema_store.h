#pragma once

#include <span>

#include "store/dialect.h"

namespace dichtbij::bezorging {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::bezorging
