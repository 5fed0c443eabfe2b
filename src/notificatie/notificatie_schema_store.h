#pragma once

#include <span>

#include "store/dialect.h"

namespace dichtbij::notificatie {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::notificatie
