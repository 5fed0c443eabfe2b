#pragma once
// Dividing cases over the people of a team: who has room. And lists of cases that someone keeps under a name. Pure.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace dichtbij {
struct Lijstkeuze;
}

namespace dichtbij::overleg {

inline constexpr int capaciteit_hoogste = 1000;
inline constexpr std::size_t keuzenaam_limit = 80;
inline constexpr std::size_t keuzevraag_limit = 2000;
inline constexpr std::size_t lijstvorm_limit = 500;
inline constexpr std::size_t keuzes_limit = 50;   // per employee
inline constexpr int export_limit = 10'000;       // rows of a file

struct Bezetting {  // of one employee in one team
    Id<Medewerker> medewerker;
    int zaken = 0;                     // open ones of the team that are his
    std::optional<int> capaciteit;     // how many he can have; none: no limit
    bool aanwezig = true;              // nobody acts for him today
    bool operator==(const Bezetting&) const = default;

    bool is_vol() const { return capaciteit && zaken >= *capaciteit; }
};

enum class Vol { weigeren, toegestaan };  // toegestaan: someone confirmed it

// Who of those present gets the next case: who has most room, then who has fewest. Who has no limit counts as having
// the largest of the others. Nothing when nobody is there, or (Vol::weigeren) when all are full.
std::optional<std::size_t> vrijste(const std::vector<Bezetting>&, Vol);

enum class Lijstplek { zaken, verdelen, werk };
BOOST_DESCRIBE_ENUM(Lijstplek, zaken, verdelen, werk)

struct Lijstkeuze {  // filter, order and columns of a list, under a name
    Id<dichtbij::Lijstkeuze> id;
    Id<Medewerker> medewerker;
    Lijstplek plek = Lijstplek::zaken;
    std::string naam;
    std::string vraag;                 // as behind the question mark of the address
    std::optional<Id<Team>> team;      // whose members see it too
    bool operator==(const Lijstkeuze&) const = default;
};
BOOST_DESCRIBE_STRUCT(Lijstkeuze, (), (id, medewerker, plek, naam, vraag, team))

}  // namespace dichtbij::overleg
