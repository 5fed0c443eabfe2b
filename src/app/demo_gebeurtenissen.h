#pragma once
// Days of the demo year on which something happens that makes people call: ice, storm, the assessments in
// the post, a lorry that broke down.

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace dichtbij::app::demo {

// By what factor the subject is asked more on that day; 1 on most.
double event_factor(std::uint64_t zaad, std::string_view onderwerp, Day);

// The day on which the tax assessments of the year fall on the mat: the last Friday of February.
Day aanslagdag(int year);

}  // namespace dichtbij::app::demo
