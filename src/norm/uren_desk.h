#pragma once
// Opening hours as a person types and reads them: "8.30-12.30, 13.30-17.00".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "norm/opening_hours.h"
#include "norm/service_calendar.h"

namespace dichtbij::norm {

inline constexpr std::size_t hours_limit_characters = 200;

// Ranges with a comma, a semicolon or a line end between them; times as 8, 8.30 or 08:30; "-" or "tot".
// After midnight the hours count on: 22.00-26.00. Empty, "dicht" and "closed" are no ranges. Invalid at
// `field`, with the words that could not be read, or what is wrong with the ranges (range_errors).
Result<std::vector<TimeRange>> parse_hours(std::string_view typed, const std::string& field);

// "8", "8.30" or "08:30" as minutes after midnight, up to 47.59; nullopt for what is no time.
std::optional<int> parse_time(std::string_view text);

// What parse_hours reads back; empty without ranges.
std::string hours_text(const std::vector<TimeRange>&);
// The same of what a day of the calendar is open.
std::string hours_text(const std::vector<OpenInterval>&, Day day);

}  // namespace dichtbij::norm
