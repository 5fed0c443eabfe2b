#pragma once
// Who works on which day of the demo year: working days, holidays, days off and illness. Nobody plans a
// holiday while too many of his team are away.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/demo_organisatie.h"
#include "app/demo_toeval.h"
#include "base/time.h"

namespace dichtbij::app::demo {

struct Afwezig {  // [van, tot)
    std::size_t medewerker = 0;
    Day van{};
    Day tot{};
    std::string reden;  // "verlof", "ziekte"
    Day gemeld{};       // the morning on which it is entered
};

class Rooster {
  public:
    // From `van` until two months after `vandaag`. On `vandaag` Tom Baars and Ruben Tjon-A-Fat are away.
    Rooster(std::uint64_t zaad, const DemoOrganisatie&, Day van, Day vandaag);

    // Entered that morning, in the order of the employees.
    std::vector<Afwezig> gemeld_op(Day) const;
    bool is_absent(std::size_t medewerker, Day) const;
    bool works(std::size_t medewerker, Day) const;  // a working day of his, and not absent
    std::vector<std::size_t> working(std::size_t team, Day) const;

  private:
    class Planner;

    const DemoOrganisatie& organisatie_;
    Day van_;
    std::vector<Afwezig> alle_;                  // by the day they were entered
    std::vector<std::vector<bool>> afwezig_;     // by employee, by day since van_
};

}  // namespace dichtbij::app::demo
