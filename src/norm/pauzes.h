#pragma once
// What pauses give back to a term. Used by klok.cpp.

#include <optional>
#include <vector>

#include "norm/klok.h"

namespace dichtbij::norm {

struct Block {  // pauses that overlap or touch, as one
    Instant van_op;
    std::optional<Instant> tot_op;
};

// In order and apart. Nothing before `start`; only the last can be open.
std::vector<Block> blocks_of(const std::vector<Pauze>& pauzes, Instant start);

// The due moment of a term with pauses. An open pause gives nothing yet. Adds a step per pause that
// moved it when `steps` is given.
Result<Instant> due_with(const Klok& klok, const ServiceCalendar& calendar, Explanation* steps);

// Working days whose closing time lies in (van, tot], after the day of `start`.
Result<int> closings_between(Instant start, Instant van, Instant tot, const ServiceCalendar& calendar);

}  // namespace dichtbij::norm
