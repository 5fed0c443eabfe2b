#pragma once

#include <span>

#include "store/dialect.h"

namespace dichtbij::bericht {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::bericht
