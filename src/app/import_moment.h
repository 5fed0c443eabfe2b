#pragma once
// A date as old systems write it, with or without a time. Pure.

#include <optional>
#include <string_view>

#include "base/time.h"

namespace dichtbij::app::contactimport {

struct Moment {
    enum class Soort { dag, tijdstip };
    Instant op;  // of a date without a time: its begin
    Soort soort = Soort::tijdstip;
    bool operator==(const Moment&) const = default;
};

// 2026-11-22 or 22-11-2026, also 2-1-2026; behind it 9:05, 09:05 or 09:05:30, in Amsterdam, or with an
// offset (Z, +01:00) as written there. nullopt for anything else.
std::optional<Moment> read_moment(std::string_view text);

}  // namespace dichtbij::app::contactimport
