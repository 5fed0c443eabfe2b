#pragma once
// What other systems change of a contact and of what hangs on it.

#include <optional>
#include <string_view>

#include "klantcontact/betrokkene_store.h"
#include "klantcontact/lijst.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

bool referentienummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
void save_nummers(store::Tx&, Id<dichtbij::Klantcontact>, std::string_view standaardnummer, std::string_view referentienummer);
void save_werk_of(store::Tx&, Id<dichtbij::Klantcontact>, Id<Werk>);

// All but its digital addresses, perhaps at another contact.
void save_betrokkene(store::Tx&, const Bij&, const Betrokkene&);
// The digital addresses it gave stay, of nobody.
void release_betrokkene(store::Tx&, const Uuid& id);

struct Objecthouder {
    Id<Gemeente> gemeente;
    std::optional<Id<dichtbij::Klantcontact>> klantcontact;
};
BOOST_DESCRIBE_STRUCT(Objecthouder, (), (gemeente, klantcontact))
std::optional<Objecthouder> find_object(store::Tx&, const Uuid& id);
void save_object(store::Tx&, const std::optional<Id<dichtbij::Klantcontact>>&, const Objectverwijzing&);
void delete_object(store::Tx&, const Uuid& id);
// Whether another onderwerpobject than `object` is about this contact, or was it.
bool has_other_onderwerpobject(store::Tx&, Id<dichtbij::Klantcontact>, const Uuid& object);

void save_link(store::Tx&, const ActorKlantcontact&);

}  // namespace dichtbij::klantcontact
