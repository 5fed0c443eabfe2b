#pragma once
#include <optional>
#include <string>
#include <vector>

#include "klantcontact/actor.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

void insert_actor(store::Tx&, const Actor&);
void save_actor(store::Tx&, const Actor&);
void delete_actor(store::Tx&, const Uuid& id);  // with its links to klantcontacten
std::optional<Actor> find_actor(store::Tx&, const Uuid& id);
std::vector<Actor> find_actors(store::Tx&, Id<Gemeente>, const Actorvraag&);

void insert_link(store::Tx&, const ActorKlantcontact&);
bool delete_link(store::Tx&, const Uuid& id);
std::optional<ActorKlantcontact> find_link(store::Tx&, const Uuid& id);
std::vector<ActorKlantcontact> links_of(store::Tx&, Id<dichtbij::Klantcontact>);
std::vector<Actor> actors_of(store::Tx&, Id<dichtbij::Klantcontact>);

}  // namespace dichtbij::klantcontact
