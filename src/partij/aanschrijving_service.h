#pragma once
// What whoever writes to a person must know of him. For services inside their transaction: nobody sees it, so
// it is no reading in detail; the caller has asked his own right.

#include <optional>
#include <string>
#include <vector>

#include "partij/partij.h"
#include "store/store.h"

namespace dichtbij::partij {

struct Aanschrijving {
    PartijId partij;          // the survivor of a double
    GemeenteId gemeente;
    std::string naam;         // empty: none known
    std::string taal;         // ISO 639-2/B; empty: unknown
    std::string kanaal;       // preferred; empty: none
    bool overleden = false;
    bool geheim = false;      // the address is confidential
    bool gewist = false;
};

std::optional<Aanschrijving> aanschrijving(store::Tx&, PartijId);

// The e-mail addresses of a person, the one to write to first: preferred, then standard, then what was confirmed last. Of
// the survivor of a double.
std::vector<std::string> mailadressen(store::Tx&, PartijId);

}  // namespace dichtbij::partij
