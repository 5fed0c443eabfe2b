#pragma once

#include <vector>

#include "klantcontact/lijst.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

// Its betrokkenen (`id`) with their contacts (`van`), hidden ones too.
std::vector<Verwijzing> betrokkenen_of_partij(store::Tx&, Id<Partij>);

}  // namespace dichtbij::klantcontact
