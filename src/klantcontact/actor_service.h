#pragma once
// Actoren as other systems send them, and which klantcontact they had a part in.

#include <vector>

#include "access/caller.h"
#include "klantcontact/actor.h"
#include "klantcontact/klantcontact_service.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

inline constexpr int actoren_limit = 500;

class ActorService {
  public:
    ActorService(store::Store& store, const Clock& clock, IdSource& ids, KlantcontactService& contacten)
        : store_(store), clock_(clock), ids_(ids), contacten_(contacten) {}

    Result<Actor> create(const access::Caller&, Actor);  // its id is filled in
    Result<Actor> create(store::Tx&, const access::Caller&, Actor);
    Result<Actor> change(const access::Caller&, const Actor&);  // gemeente stays
    Result<Actor> change(store::Tx&, const access::Caller&, const Actor&);
    Result<Done> remove(const access::Caller&, const Uuid& actor);
    Result<Done> remove(store::Tx&, const access::Caller&, const Uuid& actor);
    Result<Actor> get(store::Tx&, const access::Caller&, const Uuid& actor);
    Result<std::vector<Actor>> find(store::Tx&, const access::Caller&, Id<Gemeente>, Actorvraag);

    // conflict "klantcontact.fout.actor_al_gekoppeld" when they are linked.
    Result<ActorKlantcontact> link(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, const Uuid& actor);
    Result<Done> unlink(store::Tx&, const access::Caller&, const Uuid& link);
    Result<std::vector<Actor>> of_klantcontact(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>);

  private:
    void record(store::Tx&, const access::Caller&, std::string gebeurtenis, const Actor&);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    KlantcontactService& contacten_;
};

}  // namespace dichtbij::klantcontact
