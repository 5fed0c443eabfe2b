#pragma once
// The number people read aloud: "T-2026-048291". Drawn, not counted, so that a resident cannot guess
// his neighbour's; whoever stores it holds it unique per gemeente.

#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::werk {

inline constexpr std::size_t nummer_limit = 20;
// Draws before giving up. The first few have six digits, later ones eight: a year in which a gemeente
// has used most of the short ones still finds a number.
inline constexpr int nummer_attempts = 12;
inline constexpr int short_nummer_attempts = 6;

// `attempt` counts from 0. The year is that of `op` in Amsterdam.
std::string draw_nummer(char reeks, Instant op, int attempt, IdSource&);

// The `nummer` that Klantinteracties gives a contact or taak: the digits of the one for people, "2026048291" for
// "K-2026-048291". When these are more than ten it is drawn from a range that no year comes into.
std::string standaardnummer_for(std::string_view nummer, IdSource&);

// As typed by people: any case, spaces or points for hyphens, the hyphens left out. Empty when it
// cannot be a number: "t 2026 048291" and "T2026048291" become "T-2026-048291".
std::string nummer_from(std::string_view typed);

}  // namespace dichtbij::werk
