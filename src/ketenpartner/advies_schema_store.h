#pragma once

#include <span>

#include "store/dialect.h"

namespace dichtbij::ketenpartner {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::ketenpartner
