#pragma once
// Whether a store is whole: what `dichtbij check` prints.

#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::app {

struct CheckResult {
    std::string what;                   // "every open werk has an owner in service"
    std::vector<std::string> problems;  // one sentence each; empty: it holds
};

// Reads on one snapshot; beside a running server too.
std::vector<CheckResult> check_store(store::Store& store, std::span<const store::Migration> migrations, const Clock& clock);

}  // namespace dichtbij::app
