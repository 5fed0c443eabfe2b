#pragma once
// When a gemeente leaves people in peace: quiet hours of the civil day, and quiet days of the week.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace dichtbij::bericht {

// Minutes of the civil day, [van, tot), around midnight when van > tot; equal: no quiet hours.
struct Stilte {
    int van = 20 * 60;
    int tot = 8 * 60;
    int stille_dagen = 1 << 6;  // bit 0 is Monday, bit 6 Sunday
    bool operator==(const Stilte&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stilte, (), (van, tot, stille_dagen))

bool is_stil(const Stilte&, LocalTime);
// The moment itself, or the first one after it that is not quiet. CHECKs that there is one (problems).
Instant eerste_luid(const Stilte&, Instant);
std::vector<FieldError> problems(const Stilte&);

}  // namespace dichtbij::bericht
