#pragma once
// Mail of the last days of the demo year, with a mailbox for each gemeente.

#include "app/installation.h"

namespace dichtbij::app::demo {

void maak_post(Installation&);

}  // namespace dichtbij::app::demo
