#pragma once
// A date of birth of which month or day may be unknown, as the population register has them.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace dichtbij::partij {

// 0 is unknown; an unknown month has an unknown day.
struct Geboortedatum {
    int jaar = 0;
    int maand = 0;
    int dag = 0;
    auto operator<=>(const Geboortedatum&) const = default;

    int number() const { return jaar * 10'000 + maand * 100 + dag; }  // 19840314; 19840000: only the year
    static Geboortedatum of_number(int number) { return {number / 10'000, number / 100 % 100, number % 100}; }
    bool is_whole() const { return dag > 0; }
};

bool exists(const Geboortedatum&);  // a year from 1850, and a month and day that can be
bool is_after(const Geboortedatum&, Day today);

// Any Dutch notation: 14-3-1984, 14/03/84, 14.3.1984, 14 maart 1984, 14 mrt '84, 14031984, 1984-03-14,
// 19840314, maart 1984, 3-1984, 1984. A year of two digits is the last such year that is not after `today`.
// nullopt for what is no date, or one after `today`.
std::optional<Geboortedatum> parse_geboortedatum(std::string_view typed, Day today);

std::string to_iso(const Geboortedatum&);  // 1984-03-14, 1984-03, 1984
// Full years on `today`; nullopt when month or day are unknown and decide it.
std::optional<int> leeftijd(const Geboortedatum&, Day today);

}  // namespace dichtbij::partij
