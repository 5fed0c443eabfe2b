#pragma once
// Who is told when a promise comes near or passes: owner, team lead, manager. The ladder is data, per
// gemeente; the steps of one without rows of its own are the default.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::werk {

enum class Ontvanger { eigenaar, teamleider, manager };
BOOST_DESCRIBE_ENUM(Ontvanger, eigenaar, teamleider, manager)

enum class Anker { waarschuwing, belofte };
BOOST_DESCRIBE_ENUM(Anker, waarschuwing, belofte)

inline constexpr int ladder_steps_limit = 6;
inline constexpr int ladder_working_days_limit = 60;

// Step `stap` (from 1) is taken `werkdagen` working days after its anchor; one that hangs on the warning
// never later than the promise itself.
struct Escalatiestap {
    int stap = 1;
    Ontvanger ontvanger = Ontvanger::eigenaar;
    Anker anker = Anker::waarschuwing;
    int werkdagen = 0;
    bool operator==(const Escalatiestap&) const = default;
};
BOOST_DESCRIBE_STRUCT(Escalatiestap, (), (stap, ontvanger, anker, werkdagen))

using Ladder = std::vector<Escalatiestap>;  // in order of `stap`

// The owner at the warning, the lead a working day later, the manager when the promise has passed.
Ladder default_ladder();

struct Beloftemomenten {
    Instant waarschuwing_op;
    Instant beloofd_op;
};
// Adds working days of the service calendar.
using AddWorkingDays = std::function<Instant(Instant, int)>;

// When the step after `taken` steps is due; nothing when the ladder ends there. Not before the step
// before it.
std::optional<Instant> next_step_op(std::span<const Escalatiestap> ladder, int taken, const Beloftemomenten&, const AddWorkingDays&);

}  // namespace dichtbij::werk
