#include "bericht/zending.h"

#include <array>

namespace dichtbij::bericht {

std::optional<seconds> wacht_na(int pogingen) {
    static constexpr std::array<seconds, 10> waits{minutes(1), minutes(5), minutes(15), minutes(30), hours(1), hours(2), hours(4),
                                                  hours(8), hours(16), hours(16)};
    if (pogingen < 1 || pogingen > static_cast<int>(waits.size())) return std::nullopt;
    return waits[static_cast<std::size_t>(pogingen - 1)];
}

}  // namespace dichtbij::bericht
