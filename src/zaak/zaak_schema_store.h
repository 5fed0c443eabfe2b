#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::zaak {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::zaak
