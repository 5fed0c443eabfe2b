#pragma once
// Service norms of a gemeente: the list, one norm to add, change or end, and a box to try a question.

#include "norm/scherm_desk.h"

namespace dichtbij::norm {

void add_normen_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::norm
