#include "klantcontact/betrokkenheid_store.h"

namespace dichtbij::klantcontact {

std::vector<Verwijzing> betrokkenen_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<Verwijzing>("select klantcontact, id from betrokkene where partij = ?1 order by id", partij);
}

}  // namespace dichtbij::klantcontact
