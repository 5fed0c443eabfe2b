#pragma once
// The demo's own table of addresses: every house of its streets.

#include <cstdint>

#include "store/store.h"

namespace dichtbij::app::demo {

// How many there are now.
std::int64_t maak_adressen(store::Store&);

}  // namespace dichtbij::app::demo
