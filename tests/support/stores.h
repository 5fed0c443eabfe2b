#pragma once
// Fresh and failing stores for tests: `for (const auto& fresh : fresh_stores(schema)) ...(*fresh->store)`.

#include "store/testing.h"

namespace dichtbij {

using store::testing::FailingStore;
using store::testing::failing_at;
using store::testing::fresh_postgres;
using store::testing::fresh_sqlite;
using store::testing::fresh_stores;
using store::testing::FreshStore;
using store::testing::TempDir;

}  // namespace dichtbij
