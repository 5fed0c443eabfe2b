#pragma once
// Where each reading of persons is recorded.

#include <vector>

#include "access/caller.h"
#include "base/id.h"

namespace dichtbij::partij {

class Leeslog {
  public:
    virtual ~Leeslog() = default;
    // One row: who, role, purpose, screen, and the persons shown in detail (none for a list of hits).
    virtual void record(const access::Caller&, const std::vector<Id<dichtbij::Partij>>& in_detail) = 0;
};

}  // namespace dichtbij::partij
