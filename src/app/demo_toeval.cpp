#include "app/demo_toeval.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dichtbij::app::demo {

// splitmix64 (public domain, Sebastiano Vigna).
std::uint64_t Toeval::mix(std::uint64_t value) {
    value ^= value >> 30;
    value *= 0xbf58476d1ce4e5b9ULL;
    value ^= value >> 27;
    value *= 0x94d049bb133111ebULL;
    return value ^ value >> 31;
}

int Toeval::below(int count) {
    CHECK_THAT(count > 0);
    return static_cast<int>(static_cast<std::uint64_t>(static_cast<std::uint32_t>(next() >> 32)) * static_cast<std::uint32_t>(count) >> 32);
}

int Toeval::count(double mean) {
    if (mean <= 0) return 0;
    if (mean > 30) {  // close enough to a normal distribution
        double sum = 0;
        for (int i = 0; i < 12; ++i) sum += unit();
        return std::max(0, static_cast<int>(std::lround(mean + (sum - 6) * std::sqrt(mean))));
    }
    const double limit = std::exp(-mean);
    int found = 0;
    for (double product = unit(); product > limit; product *= unit()) ++found;
    return found;
}

std::size_t Toeval::weighted(std::span<const int> gewichten) {
    const int total = std::accumulate(gewichten.begin(), gewichten.end(), 0);
    CHECK_THAT(total > 0);
    int at = below(total);
    for (std::size_t i = 0; i < gewichten.size(); ++i) {
        if (at < gewichten[i]) return i;
        at -= gewichten[i];
    }
    return gewichten.size() - 1;
}

}  // namespace dichtbij::app::demo
