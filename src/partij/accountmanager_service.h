#pragma once
// Who is the account manager of a company. By employees who handle cases, lead or manage; kept with the company, and as
// long as the employee works there.

#include <optional>

#include "access/caller.h"
#include "partij/accountmanager.h"
#include "partij/partij_service.h"

namespace dichtbij::partij {

class AccountmanagerService {
  public:
    AccountmanagerService(store::Store& store, const Clock& clock, const PartijService& partijen) : store_(store), clock_(clock), partijen_(partijen) {}

    // None takes away. invalid "accountmanager" for who does not work there (any more); conflict for what is no company.
    Result<Done> set(const access::Caller&, PartijId, std::optional<Id<dichtbij::Medewerker>>);
    Result<Done> set(store::Tx&, const access::Caller&, PartijId, std::optional<Id<dichtbij::Medewerker>>);

  private:
    store::Store& store_;
    const Clock& clock_;
    const PartijService& partijen_;
};

bool mag_accountmanager_kiezen(const access::Caller&, GemeenteId);

// For other services: no rights checked. Of the company or a double of it; nothing when he left.
std::optional<Accountmanager> accountmanager_van(store::Tx&, const PartijService&, PartijId, Day today);

}  // namespace dichtbij::partij
