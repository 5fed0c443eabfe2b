#include "ketenpartner/bewaring.h"

#include "ketenpartner/advies_store.h"

namespace dichtbij::ketenpartner {

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"adviesvraag", {"adviesvraag"}, "as long as the case it is about", 0, access::Volgt{"zaak"}},
        {"adviesbezoek", {"adviesbezoek"}, "own choice: who gave the right code may look for two hours", 0, access::Vernietig(delete_old_adviesbezoeken)},
    };
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant) {
    std::vector<access::Vernietigd> destroyed;
    for (const Uuid& id : adviesvragen_of_werk(tx, werk)) {
        delete_adviesvraag(tx, id);
        destroyed.push_back({"adviesvraag", id});
    }
    return destroyed;
}

}  // namespace dichtbij::ketenpartner
