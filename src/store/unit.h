#pragma once
// What both stores do around a unit of work. Internal to store/.

#include <functional>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace dichtbij::store {

using UnitOfWork = std::function<Outcome(Tx&)>;
using AfterCommit = std::vector<std::function<void()>>;

// Marks this thread as being inside a unit of work, of any store.
class InsideUnit {
  public:
    InsideUnit();
    ~InsideUnit();
    InsideUnit(const InsideUnit&) = delete;
};

// Throws Bug when this thread is inside a unit of work: it would wait for itself.
void refuse_nested_unit();

void run_after_commit(const AfterCommit& acts);

// Throws BadText. PostgreSQL cannot hold such text, so SQLite may not either.
void refuse_bad_text(std::string_view text);

}  // namespace dichtbij::store
