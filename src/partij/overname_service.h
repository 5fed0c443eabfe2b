#pragma once
// Taking over what a register answered: the one who is known here under that number is completed, else someone is made.

#include <optional>
#include <string_view>
#include <vector>

#include "partij/overname.h"
#include "partij/partij_service.h"

namespace dichtbij::partij {

class OvernameService {
  public:
    OvernameService(store::Store& store, PartijService& partijen) : store_(store), partijen_(partijen) {}

    // Which partij it became. conflict for one that must be opened ("partij.eerst_openen") or identified first
    // ("partij.eerst_identificeren"), as with every change.
    Result<PartijId> take_persoon(const access::Caller&, GemeenteId, const opzoek::BrpPersoon&, std::optional<Id<Gesprek>> gesprek = std::nullopt);
    Result<PartijId> take_bedrijf(const access::Caller&, GemeenteId, const opzoek::Bedrijf&, std::optional<Id<Gesprek>> gesprek = std::nullopt);

    // Who of the gemeente has this number; doubles as their survivor. No reading: nothing of them is told.
    std::vector<PartijId> bekend(store::Tx&, GemeenteId, std::string_view soort, std::string_view nummer) const;

  private:
    struct Sleutel {
        std::string_view soort;
        const std::string& nummer;
        std::optional<Id<Gesprek>> gesprek;
    };
    template <class T>
    Result<PartijId> take(const access::Caller&, GemeenteId, const T&, const Sleutel&);

    store::Store& store_;
    PartijService& partijen_;
};

}  // namespace dichtbij::partij
