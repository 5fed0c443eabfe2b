#pragma once
// Who was involved in a klantcontact, with the addresses they gave for it.

#include <optional>
#include <vector>

#include "klantcontact/klantcontact.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

// Where a betrokkene belongs; `op` is when the contact took place, for lists by partij.
struct Bij {
    Id<dichtbij::Klantcontact> klantcontact;
    Id<Gemeente> gemeente;
    Instant op;
};
void insert_betrokkene(store::Tx&, IdSource&, const Bij&, const Betrokkene&);
void delete_betrokkene(store::Tx&, const Uuid& id);
// Those to visit and to write to, of `betrokkene`; digital ones stay.
void replace_addresses(store::Tx&, const Betrokkene& betrokkene);
std::vector<Betrokkene> betrokkenen_of(store::Tx&, Id<dichtbij::Klantcontact>);
std::optional<Id<dichtbij::Klantcontact>> klantcontact_of_betrokkene(store::Tx&, const Uuid& id);
// The initiators of a gesprek who are not known yet get this partij.
std::int64_t link_initiators(store::Tx&, Id<dichtbij::Gesprek>, Id<Partij>);
// Names and addresses go; that someone was involved stays.
void wipe_betrokkenen(store::Tx&, Id<Partij>);

}  // namespace dichtbij::klantcontact
