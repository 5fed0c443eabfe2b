#pragma once
// The page of the first start: shown until there is a gemeente.

#include "access/desk_site.h"
#include "app/installation.h"

namespace dichtbij::app {

void add_start_screens(access::DeskSite& site, Installation& installation);

}  // namespace dichtbij::app
