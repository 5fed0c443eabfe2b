#pragma once
// What stands around every page of the desk: where to go, how much waits there, who is on the line.

#include "access/desk.h"
#include "app/installation.h"

namespace dichtbij::app {

access::FrameFiller frame_filler(Installation& installation);

}  // namespace dichtbij::app
