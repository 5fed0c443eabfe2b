#pragma once
// What screens show of the organisation, put together.

#include <optional>
#include <string>
#include <vector>

#include "organisatie/aanwezigheid.h"
#include "organisatie/organisatie.h"

namespace dichtbij::organisatie {

struct Naam {  // of an employee, with what is needed to link to him
    Id<dichtbij::Medewerker> id;
    std::string naam;
    bool operator==(const Naam&) const = default;
};

// Whether someone can be reached today, without the reason why not.
struct Beschikbaarheid {
    bool works_today = true;            // by his working days
    std::optional<Day> absent_until;    // first day back
    std::optional<Staat> staat;         // what he says himself, while it holds
    std::optional<Naam> vervanger;      // who acts for him, when absent
    bool operator==(const Beschikbaarheid&) const = default;
};

struct Collega {  // one line of the directory
    Medewerker medewerker;
    std::vector<Team> teams;
    std::vector<std::string> vaardigheden;
    Beschikbaarheid beschikbaarheid;
};

struct Gids {
    std::vector<Collega> collegas;
    bool has_more = false;  // ask again behind the last one
};

struct Gidsvraag {
    std::string zoek;
    std::optional<Id<dichtbij::Gemeente>> gemeente;
    std::optional<Id<dichtbij::Team>> team;
    std::string vaardigheid;
    std::optional<Id<dichtbij::Medewerker>> after;
};
inline constexpr int gids_limit = 50;
inline constexpr int collegas_limit = 2000;

enum class Mag { kijken, plannen, beheren };  // plannen: absence and substitutes; beheren: everything

struct Persoon {  // one employee, as far as the caller may see
    Collega collega;
    std::vector<Id<dichtbij::Gemeente>> gemeenten;
    // Only who may plan sees absence and its reason, from today on.
    std::vector<Afwezigheid> afwezigheid;
    std::vector<Vervanging> vervanging;
    std::vector<Naam> namen;            // of the substitutes named above
    std::vector<Naam> mogelijke_vervangers;  // members of his teams, in service
    Mag mag = Mag::kijken;
};

struct Teamblad {
    Team team;
    std::string afdeling;
    Naam leider;
    std::vector<Gemeente> gemeenten;
    std::vector<Collega> leden;
    Mag mag = Mag::kijken;
};

struct Teamregel {  // one line of the list of departments and teams
    Team team;
    std::string afdeling;
    std::string leider;
    std::vector<std::string> gemeenten;
    std::int64_t leden = 0;
};

}  // namespace dichtbij::organisatie
