#pragma once
// The names that an old system used, as what they are here: subjects, teams, employees of a gemeente.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "store/store.h"

namespace dichtbij::app::contactimport {

class Wegwijzer {
  public:
    Wegwijzer(store::Tx&, Id<Gemeente>);

    // By name, in any spelling of capitals and accents. Nothing when it is not there, or when two bear it.
    std::optional<Id<Onderwerp>> onderwerp(std::string_view naam) const { return find(onderwerpen_, naam); }
    std::optional<Id<Product>> product(std::string_view naam) const { return find(producten_, naam); }
    // A team that serves the gemeente, or the only one of a department that does.
    std::optional<Id<Team>> team(std::string_view naam) const;
    // Of one of those teams, by name or e-mail address.
    std::optional<Id<Medewerker>> medewerker(std::string_view naam) const { return find(medewerkers_, naam); }

  private:
    template <class T>
    using Namen = std::map<std::string, std::optional<Id<T>>, std::less<>>;
    template <class T>
    static void add(Namen<T>&, std::string_view naam, Id<T>);
    template <class T>
    static std::optional<Id<T>> find(const Namen<T>&, std::string_view naam);

    Namen<Onderwerp> onderwerpen_;
    Namen<Product> producten_;
    Namen<Team> teams_;
    Namen<Team> afdelingen_;
    Namen<Medewerker> medewerkers_;
};

}  // namespace dichtbij::app::contactimport
