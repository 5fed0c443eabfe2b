#pragma once
// Chance that repeats: the same seed gives the same draws on every machine and compiler.

#include <cstdint>
#include <initializer_list>
#include <span>

#include "base/result.h"

namespace dichtbij::app::demo {

class Toeval {
  public:
    explicit Toeval(std::uint64_t zaad) : stand_(zaad) {}

    // A source of its own for what `a` and `b` name (a day and a purpose), not shifted by other draws.
    static Toeval voor(std::uint64_t zaad, std::uint64_t a, std::uint64_t b = 0) { return Toeval(mix(mix(mix(zaad) ^ a) + b)); }

    std::uint64_t next() { return mix(stand_ += 0x9e3779b97f4a7c15ULL); }
    int below(int count);                       // 0 to count - 1; count at least 1
    int between(int low, int high) { return low + below(high - low + 1); }  // both included
    bool chance(int percent) { return below(100) < percent; }
    bool per_mille(int thousandths) { return below(1000) < thousandths; }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // [0, 1)
    // How many of something that comes `mean` times on average (Poisson).
    int count(double mean);

    template <class T>
    const T& pick(std::span<const T> from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }
    template <class C>
    const auto& pick(const C& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(std::size(from))))];
    }
    // An index, drawn by weight. CHECKs that one of them is positive.
    std::size_t weighted(std::span<const int> gewichten);

  private:
    static std::uint64_t mix(std::uint64_t value);
    std::uint64_t stand_;
};

}  // namespace dichtbij::app::demo
