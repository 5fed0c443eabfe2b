#include "journal/journal_service.h"
#include "waardering/bewaring.h"
#include "waardering/waardering_store.h"

namespace dichtbij::waardering {

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"waardering", {"waardering"}, "as long as the case or question it is about", 0, access::Volgt{"werk"}}};
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant now) {
    std::vector<access::Vernietigd> destroyed;
    for (const Waardering& one : waarderingen_of_werk(tx, werk)) {
        if (one.journaal) journal::destroy_toelichting(tx, *one.journaal, now);
        delete_waardering(tx, one.id);
        destroyed.push_back({"waardering", one.id.bytes});
    }
    return destroyed;
}

}  // namespace dichtbij::waardering
