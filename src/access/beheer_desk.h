#pragma once
// Screens of a beheerder: who has an account with which roles, and who looked at whom.

#include <functional>
#include <string>
#include <vector>

#include "access/access_log.h"
#include "access/desk_site.h"

namespace dichtbij::access {

// Names that layers above access know. Each in the transaction it is given.
struct Directory {
    struct GemeenteNaam {
        Id<Gemeente> id;
        std::string naam;
    };
    struct TeamNaam {
        Id<Team> id;
        Id<Gemeente> gemeente;  // a team that serves two stands here twice
        std::string naam;
    };
    struct MedewerkerNaam {
        Id<Medewerker> id;
        std::string naam;
        std::string email;
    };
    std::function<std::vector<GemeenteNaam>(store::Tx&)> gemeenten;
    std::function<std::vector<TeamNaam>(store::Tx&)> teams;
    // Employees in service without an account, by name.
    std::function<std::vector<MedewerkerNaam>(store::Tx&, const Caller&)> zonder_account;
    // Of an application that looked.
    std::function<std::string(store::Tx&, Id<Applicatie>)> applicatie;
};

// `directory` and `log` outlive the site.
void add_account_screens(DeskSite& site, const Directory& directory);
void add_access_log_screens(DeskSite& site, const Directory& directory, AccessLog& log);

}  // namespace dichtbij::access
