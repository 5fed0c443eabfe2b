#pragma once
// When the messages that wait for one person go out, and which of them together.

#include <optional>
#include <span>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "bericht/stilte.h"

namespace dichtbij::bericht {

inline constexpr seconds bundel_termijn{3600};  // a person hears from us at most once in this time
// A message waits this long for an older one that may go a little later, so that they keep their order.
inline constexpr seconds samen_termijn{120};

struct Wachtend {
    Uuid id{};
    Instant ontstaan_op;
    Instant niet_voor_op;
    bool spoed = false;
    bool operator==(const Wachtend&) const = default;
};

struct Vertrek {
    Instant op;
    std::vector<Uuid> berichten;  // in the order in which they were written
    bool spoed = false;
    bool operator==(const Vertrek&) const = default;
};

// `laatste`: when the person last heard from us, urgent messages not counted. Urgent messages go alone, at
// once, at any hour. The others never in quiet hours, never two departures within bundel_termijn, and all
// that may go by a departure goes with it. Nothing goes before its niet_voor_op or before `now`; nothing is
// left out. In order of departure.
std::vector<Vertrek> zendplan(std::span<const Wachtend>, std::optional<Instant> laatste, const Stilte&, Instant now);

}  // namespace dichtbij::bericht
