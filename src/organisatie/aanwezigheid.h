#pragma once
// Whether someone can be reached now: what he says himself, on top of absence and working days. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::organisatie {

enum class Staat { aanwezig, in_gesprek, pauze, afwezig };
BOOST_DESCRIBE_ENUM(Staat, aanwezig, in_gesprek, pauze, afwezig)

// What someone said of himself. Holds for the rest of that day, a conversation or a break not longer
// than the limits below.
struct Aanwezigheid {
    Id<dichtbij::Medewerker> medewerker;
    Staat staat = Staat::aanwezig;
    Instant sinds;
    bool operator==(const Aanwezigheid&) const = default;
};
BOOST_DESCRIBE_STRUCT(Aanwezigheid, (), (medewerker, staat, sinds))

inline constexpr minutes in_gesprek_limit{120};
inline constexpr minutes pauze_limit{90};

// What counts now; nothing when what was said no longer holds.
std::optional<Staat> staat_now(const std::optional<Aanwezigheid>&, Instant now);

}  // namespace dichtbij::organisatie
