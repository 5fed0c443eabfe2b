#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::zaaktype {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::zaaktype
