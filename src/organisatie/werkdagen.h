#pragma once
// Working days as people write them: "ma-vr", "ma di do", "maandag, woensdag". Pure.

#include <optional>
#include <string_view>

namespace dichtbij::organisatie {

inline constexpr int monday_to_friday = 0x1f;

// Bit 0 is Monday. nullopt for what is not a list of weekdays; empty is Monday to Friday.
std::optional<int> parse_werkdagen(std::string_view text);

}  // namespace dichtbij::organisatie
