#pragma once

#include <span>

#include "store/dialect.h"

namespace dichtbij::document {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::document
