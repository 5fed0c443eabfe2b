#pragma once
// The rows of notificaties and of their leveringen. Of the open leveringen of one abonnement about one object the oldest is
// klaar and the others wacht: so nothing overtakes.

#include <optional>
#include <vector>

#include "notificatie/notificatie.h"
#include "store/store.h"

namespace dichtbij::notificatie {

void insert_notificatie(store::Tx&, const Notificatie&);
bool is_verteld(store::Tx&, std::int64_t oorzaak);  // of this journal row there is one
std::optional<Notificatie> find_notificatie(store::Tx&, Id<dichtbij::Notificatie>);

void insert_levering(store::Tx&, const Levering&);
std::optional<Levering> find_levering(store::Tx&, Id<dichtbij::Levering>);
void save_levering(store::Tx&, const Levering&);  // how far it is
// Behind all others, under the same id.
void requeue_levering(store::Tx&, const Levering&);
bool has_open(store::Tx&, Id<dichtbij::Abonnement>, const Uuid& object);
// The oldest that waits behind what was just finished becomes klaar.
void promote_next(store::Tx&, Id<dichtbij::Abonnement>, const Uuid& object, Instant now);
// Those that may go, the longest due first.
std::vector<Levering> leveringen_due(store::Tx&, Id<dichtbij::Abonnement>, Instant now, int limit);
// Whatever is open becomes vervallen; how many.
std::int64_t drop_open(store::Tx&, Id<dichtbij::Abonnement>, Leverfout, Instant now);
// Open ones that are so since before `voor`, oldest first.
std::vector<Levering> open_before(store::Tx&, Instant voor, int limit);

struct Tellingen {
    std::int64_t wachtend = 0;
    std::int64_t dood = 0;
};
Tellingen tellingen_of(store::Tx&, Id<dichtbij::Abonnement>);

// A dead one with its place in the list, newest first, older than `voor`.
struct Plaats {
    std::int64_t nummer = 0;
    Id<dichtbij::Levering> id;
};
BOOST_DESCRIBE_STRUCT(Plaats, (), (nummer, id))
std::vector<Plaats> dode_of(store::Tx&, Id<Gemeente>, std::optional<std::int64_t> voor, int limit);
std::vector<Plaats> dode_of(store::Tx&, Id<dichtbij::Abonnement>, std::optional<std::int64_t> voor, int limit);

// For the check: faults in the order of one object.
std::vector<Id<dichtbij::Levering>> stuck_leveringen(store::Tx&, int limit);

}  // namespace dichtbij::notificatie
