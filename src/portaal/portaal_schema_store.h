#pragma once
#include <span>

#include "store/dialect.h"

namespace dichtbij::portaal {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::portaal
