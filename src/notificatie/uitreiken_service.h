#pragma once
// Gives a notificatie to whoever hears its channel: one levering each, in the transaction of who tells.

#include <map>
#include <vector>

#include "notificatie/notificatie.h"
#include "store/store.h"
#include "toepassing/toepassing.h"

namespace dichtbij::notificatie {

// Of a resource of our own: who may read it may hear of it.
struct Zicht {
    access::Groep groep = access::Groep::partijen;
    bool vertrouwelijk = false;
    std::string domein;  // "" is none
};

// For one run of notificaties in one transaction: subscriptions are read once.
class Uitreiker {
  public:
    Uitreiker(store::Tx& tx, IdSource& ids, Instant now) : tx_(tx), ids_(ids), now_(now) {}

    // Whether anyone in the gemeente hears anything that happened at this moment.
    bool has_hearers(Id<Gemeente>, Instant op);
    // `zicht`: none for channels of others. Nothing is kept when nobody hears it. How many do.
    int hand_out(Notificatie, const std::optional<Zicht>& zicht);

  private:
    const std::vector<Abonnement>& abonnementen(Id<Gemeente>);
    bool may_hear(const Abonnement&, const std::optional<Zicht>&);

    store::Tx& tx_;
    IdSource& ids_;
    const Instant now_;
    std::map<Id<Gemeente>, std::vector<Abonnement>> abonnementen_;
    std::map<Id<Applicatie>, std::optional<toepassing::Applicatie>> applicaties_;
};

}  // namespace dichtbij::notificatie
