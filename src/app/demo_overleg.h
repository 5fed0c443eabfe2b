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
    struct Afgesproken {
        Id<dichtbij::Zaak> zaak;
        Instant op;  // when it will have been done
    };
    // What they decide, the longest waiting first; the steps that will be kept. Changes nothing but the store.
    Result<std::vector<Afgesproken>> meet(store::Tx&, std::size_t gemeente, Instant nu) const;
    // The casemanager did what was agreed; nothing when he is not there or the case ended.
    Result<Done> keep(store::Tx&, Id<dichtbij::Zaak>, Instant nu) const;

  private:
    struct Geval;
    Result<std::optional<Instant>> treat(store::Tx&, const Geval&, Toeval&) const;
    Result<std::optional<Instant>> give_away(store::Tx&, const Geval&, Toeval&) const;
    Result<std::optional<Instant>> agree(store::Tx&, const Geval&, Toeval&) const;
    Result<Done> settle(store::Tx&, const Geval&, const overleg::Behandeling&) const;
    Result<overleg::Bij> now(store::Tx&, const Geval&) const;

    const std::uint64_t zaad_;
    const Diensten& diensten_;
    const Wereld& wereld_;
    const Rooster& rooster_;
    Tekstvuller vuller_;
};

}  // namespace dichtbij::app::demo
