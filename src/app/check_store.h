#pragma once
// The SQL of `dichtbij check` that belongs to no capability alone.

#include <string>
#include <vector>

#include "store/store.h"

namespace dichtbij::app {

// Journal rows that name an object which is not there, and was not destroyed with a record.
std::vector<std::string> missing_objects(store::Tx&);

}  // namespace dichtbij::app
