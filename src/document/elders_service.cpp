#include "document/elders_service.h"

#include "document/elders_store.h"

namespace dichtbij::document {

void houd_bestand(store::Tx& tx, Id<Bestand> id, std::string_view waar) { insert_elders(tx, id, waar); }

void laat_bestand(store::Tx& tx, Id<Bestand> id) { delete_elders(tx, id); }

}  // namespace dichtbij::document
