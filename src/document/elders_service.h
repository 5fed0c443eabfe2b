#pragma once
// Files in the same place that are no documents: another capability names them, in its own transaction, so that the
// sweep and `check` leave them alone.

#include <string_view>

#include "base/id.h"
#include "store/store.h"

namespace dichtbij {
struct Bestand;
}

namespace dichtbij::document {

// `waar`: the capability that names it.
void houd_bestand(store::Tx&, Id<Bestand>, std::string_view waar);
// The sweep takes it away within a day.
void laat_bestand(store::Tx&, Id<Bestand>);

}  // namespace dichtbij::document
