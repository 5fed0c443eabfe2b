#pragma once
// Fills the texts of the demo with days, amounts and names that fit the moment.

#include <optional>

#include "app/demo_personen.h"
#include "base/time.h"

namespace dichtbij::app::demo {

// Who, where and when a text is about. Without a person: someone who did not say his name.
struct Tekstplek {
    std::size_t gemeente = 0;
    std::optional<std::size_t> persoon;
    Instant nu;
};

class Tekstvuller {
  public:
    Tekstvuller(const DemoOrganisatie& organisatie, const Bevolking& bevolking) : organisatie_(organisatie), bevolking_(bevolking) {}

    std::string fill(std::string_view sjabloon, const Tekstplek&, Toeval&) const;
    // With now and then a slip of the keys.
    std::string typed(std::string_view sjabloon, const Tekstplek&, Toeval&) const;

  private:
    Invulling values(const Tekstplek&, Toeval&) const;

    const DemoOrganisatie& organisatie_;
    const Bevolking& bevolking_;
};

// All names that texts may use.
bool is_known_name(std::string_view name);

std::string dag_in_woorden(Day);  // "donderdag 26 november"

}  // namespace dichtbij::app::demo
