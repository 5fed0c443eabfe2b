#pragma once
// The mark in a store that is being filled in many transactions, and is not whole before the last.

#include "store/store.h"

namespace dichtbij::app {

// All need a store that has its schema.
void mark_unfinished(store::Store&);
void mark_finished(store::Store&);
bool is_marked_unfinished(store::Store&);

}  // namespace dichtbij::app
