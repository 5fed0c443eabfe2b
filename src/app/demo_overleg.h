#pragma once
// The multidisciplinary team of the demo year: the leads, around the list of stuck cases, on two mornings a week.

#include "app/demo_rooster.h"
#include "app/demo_zaken.h"

namespace dichtbij::app::demo {

class Overlegtafel {
  public:
    Overlegtafel(std::uint64_t zaad, const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking, const Rooster& rooster)
        : zaad_(zaad), diensten_(diensten), wereld_(wereld), rooster_(rooster), vuller_(wereld.organisatie, bevolking) {}

    // When they meet on this day, of that gemeente; none: not today.
    std::optional<Instant> expect(Day, std::size_t gemeente) const;
    // What they decide, the longest waiting first. Changes nothing but the store.
    Result<Done> meet(store::Tx&, std::size_t gemeente, Instant nu) const;

  private:
    struct Geval;
    Result<Done> treat(store::Tx&, const Geval&, Toeval&) const;
    Result<Done> give_away(store::Tx&, const Geval&, Toeval&) const;
    Result<Done> agree(store::Tx&, const Geval&, Toeval&) const;
    Result<Done> settle(store::Tx&, const Geval&, const overleg::Behandeling&) const;
    Result<overleg::Bij> now(store::Tx&, const Geval&) const;

    const std::uint64_t zaad_;
    const Diensten& diensten_;
    const Wereld& wereld_;
    const Rooster& rooster_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
