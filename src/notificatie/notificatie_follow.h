#pragma once
// The follower that tells what happened. An effect: it writes notificaties with their leveringen and moves its cursor in one
// transaction, and is never rebuilt. What an import brought in is not told.

#include <memory>
#include <span>
#include <string>

#include "journal/follower.h"
#include "klantcontact/klantcontact_service.h"
#include "notificatie/abonnement_service.h"
#include "partij/lijst_service.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::notificatie {

class Uitreiker;
struct Vertelling;

class Notificeerder {
  public:
    struct Bronnen {
        klantcontact::KlantcontactService& contacten;
        taak::TaakService& taken;
        werk::WerkService& werk;
        partij::LijstService partijen = {};
    };
    Notificeerder(const Clock& clock, IdSource& ids, AbonnementService& abonnementen, const Bronnen& bronnen)
        : clock_(clock), ids_(ids), abonnementen_(abonnementen), bronnen_(bronnen) {}

    // In the given transaction only; may run more than once for the same rows until that commits.
    void apply(store::Tx&, std::span<const journal::Line>);

  private:
    void tell(store::Tx&, const journal::Line&, const Vertelling&, Uitreiker&);

    const Clock& clock_;
    IdSource& ids_;
    AbonnementService& abonnementen_;
    const Bronnen bronnen_;
};

// `holder` names this process in the lease. `notificeerder` outlives the follower.
std::unique_ptr<journal::SharedFollower> notificatie_follower(store::Store&, std::string holder, Notificeerder& notificeerder);

}  // namespace dichtbij::notificatie
