#include "werk/escalatie.h"

#include <algorithm>

namespace dichtbij::werk {
namespace {

Instant moment_of(const Escalatiestap& stap, const Beloftemomenten& belofte, const AddWorkingDays& add) {
    // Kept until the promised second itself: passed is a second later.
    const Instant anker = stap.anker == Anker::waarschuwing ? belofte.waarschuwing_op : belofte.beloofd_op + seconds(1);
    const Instant moment = stap.werkdagen == 0 ? anker : add(anker, stap.werkdagen);
    return stap.anker == Anker::waarschuwing ? std::min(moment, belofte.beloofd_op) : moment;
}

}  // namespace

Ladder default_ladder() {
    return {{1, Ontvanger::eigenaar, Anker::waarschuwing, 0},
            {2, Ontvanger::teamleider, Anker::waarschuwing, 1},
            {3, Ontvanger::manager, Anker::belofte, 0}};
}

std::optional<Instant> next_step_op(std::span<const Escalatiestap> ladder, int taken, const Beloftemomenten& belofte,
                                    const AddWorkingDays& add) {
    if (taken < 0 || static_cast<std::size_t>(taken) >= ladder.size()) return std::nullopt;
    Instant moment = belofte.waarschuwing_op;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(taken); ++i) moment = std::max(moment, moment_of(ladder[i], belofte, add));
    return moment;
}

}  // namespace dichtbij::werk
