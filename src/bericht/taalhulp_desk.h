#pragma once
// POST /berichten/taalhulp: what makes a text hard to read. ?veld= names the field of the form that holds it, ?taal= is
// nld or eng; with ?deel=1 the answer is a part of a page.

#include "access/desk.h"

namespace dichtbij::bericht {

void add_taalhulp_routes(access::DeskRoutes&);

}  // namespace dichtbij::bericht
