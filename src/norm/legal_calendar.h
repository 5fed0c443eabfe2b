#pragma once
// The days on which a legal term does not end: Algemene termijnenwet art. 3 (BWBR0002448). No setting
// changes it; the opening days of a gemeente are in service_calendar.h.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace dichtbij::norm {

Day easter(int year);  // Easter Sunday, Gregorian

struct FreeDay {
    Day datum;
    std::string_view key;  // its name in the catalogue
    bool operator==(const FreeDay&) const = default;
};

// Art. 3 lid 1 and lid 2 (Goede Vrijdag), in order of date. Sundays among them included.
std::vector<FreeDay> feestdagen(int year);

// Art. 3 lid 3: days made equal to a feestdag by royal decree. A dated table, renewed every few years.
std::span<const Day> equated_days();
// The last year for which the decree is known to this program.
int equated_days_known_to();

// Why a legal term does not end on this day: a feestdag, an equated day, Saturday or Sunday.
std::optional<std::string_view> free_reason(Day);
bool is_free(Day);
// The first day from `end` on that is not free (art. 1 lid 1).
Day shift_end(Day end);
// How many days in [van, tot) are not free.
int working_days_in(Day van, Day tot);

}  // namespace dichtbij::norm
