#pragma once
// Merging doubles of one gemeente is a link from the double to the partij that survives. Nothing moves:
// who reads one of them reads the survivor, with the contacts of all. Undo removes the link.

#include <boost/describe/class.hpp>

#include <optional>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::partij {

struct Samenvoeging {
    Id<dichtbij::Partij> dubbel;
    Id<dichtbij::Partij> overlevend;
    Id<dichtbij::Gemeente> gemeente;
    std::optional<Id<dichtbij::Medewerker>> door;
    Instant op;
    bool operator==(const Samenvoeging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Samenvoeging, (), (dubbel, overlevend, gemeente, door, op))

// Within this time the one who merged undoes without a reason, unless someone else acted since.
inline constexpr seconds ongedaan_zonder_reden{60};

// Links to a survivor that was itself merged are followed this deep at most.
inline constexpr int samenvoeging_max_depth = 16;

}  // namespace dichtbij::partij
