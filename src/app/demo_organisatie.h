#pragma once
// The organisation of the demo year, stored: gemeenten, calendars, norms, teams, employees with their
// accounts, products, subjects and routing.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"
#include "app/demo_inhoud.h"
#include "base/id.h"
#include "base/result.h"
#include "norm/norm_service.h"
#include "organisatie/organisatie_beheer.h"
#include "store/store.h"

namespace dichtbij::app::demo {

// The password of every demo account.
inline constexpr std::string_view demo_wachtwoord = "welkom bij dichtbij";

struct DemoGemeente {
    Id<Gemeente> id;
    const GemeenteInhoud* inhoud = nullptr;
    std::vector<Id<Onderwerp>> onderwerpen;  // beside onderwerpen()
};

struct DemoTeam {
    Id<Team> id;
    const TeamInhoud* inhoud = nullptr;
    std::vector<std::size_t> leden;  // in medewerkers
    std::size_t leider = 0;
};

struct DemoMedewerker {
    Id<Medewerker> id;
    const MedewerkerInhoud* inhoud = nullptr;
    std::string email;
    access::Caller caller;
    std::optional<std::size_t> team;
    std::optional<std::size_t> vervanger;
};

struct DemoOrganisatie {
    std::vector<DemoGemeente> gemeenten;
    std::vector<DemoTeam> teams;
    std::vector<DemoMedewerker> medewerkers;

    std::size_t team(std::string_view code) const;            // CHECKs that it is there
    std::size_t medewerker(std::string_view mailnaam) const;  // CHECKs that it is there
    std::size_t medewerker(Id<Medewerker>) const;             // CHECKs that it is there
};

// "Gülay Aksoy" is "gulay.aksoy".
std::string mail_name(std::string_view naam);

struct OpbouwDiensten {
    store::Store& store;
    const Clock& clock;
    IdSource& ids;
    access::Accounts& accounts;
    organisatie::OrganisatieService& organisatie;
    norm::NormService& norms;
};

// Into an empty store, as of the clock. `tot` is the last day that the year must know the closing days of.
// Every account gets demo_wachtwoord, hashed once.
Result<DemoOrganisatie> build_organisatie(const OpbouwDiensten&, int gemeenten, Day tot);

}  // namespace dichtbij::app::demo
