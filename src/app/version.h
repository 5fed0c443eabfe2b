#pragma once
#include <string_view>

namespace dichtbij::app {

inline constexpr std::string_view version = "0.1.0";

}  // namespace dichtbij::app
