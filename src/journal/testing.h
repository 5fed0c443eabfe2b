#pragma once
// For tests of everything that writes or follows the journal.

#include "journal/journal.h"

namespace dichtbij::journal::testing {

inline constexpr Instant moment{seconds(1'795'000'000)};  // 2026-11-18

inline Uuid uuid(int n) {
    Uuid made{};
    made[14] = static_cast<std::uint8_t>(n >> 8);
    made[15] = static_cast<std::uint8_t>(n);
    return made;
}

inline Entry an_entry(std::string gebeurtenis, int object) {
    Entry entry;
    entry.gebeurtenis = std::move(gebeurtenis);
    entry.gemeente = Id<Gemeente>{uuid(100)};
    entry.object_soort = Object::taak;
    entry.object = uuid(object);
    entry.op = moment;
    return entry;
}

}  // namespace dichtbij::journal::testing
