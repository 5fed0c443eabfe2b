#pragma once
// Whether a store is whole: what `dichtbij check` prints.

#include <string>
#include <vector>

#include "base/time.h"
#include "document/document_service.h"
#include "store/store.h"

namespace dichtbij::app {

struct CheckResult {
    std::string what;                   // "every open werk has an owner in service"
    std::vector<std::string> problems;  // one sentence each; empty: it holds
};

// Reads on one snapshot, and the files after it; beside a running server too.
std::vector<CheckResult> check_store(store::Store& store, document::FileStore& files, const Clock& clock,
                                     document::Grondigheid = document::Grondigheid::snel);

}  // namespace dichtbij::app
