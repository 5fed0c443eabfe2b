#pragma once
// The tables of look-ups: what was asked, which source is switched off where, and our own addresses.

#include <span>

#include "store/dialect.h"

namespace dichtbij::opzoek {

std::span<const store::Migration> migrations();

}  // namespace dichtbij::opzoek
