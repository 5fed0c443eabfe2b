#include "journal/journal.h"
#include "klantcontact/klantcontact_service.h"
#include "taak/bewaring.h"
#include "taak/aanlever_store.h"
#include "taak/bewaring_store.h"
#include "taak/taak_store.h"

namespace dichtbij::taak {
namespace {

constexpr int unnamed_days = 365;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"taak", {"taak", "belpoging"}, "as long as its work", 0, access::Volgt{"werk"}},
        {"actor", {"actor"}, "own choice: a year, and as long as a klantcontact or taak names it", unnamed_days,
         access::Vernietig(delete_unnamed_actoren)},
    };
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant now) {
    std::vector<access::Vernietigd> destroyed;
    for (const auto& id : all_of_werk(tx, werk)) {
        journal::destroy_toelichtingen(tx, journal::Object::taak, id.bytes, now);
        if (const auto taak = find_taak(tx, id); taak && taak->klantcontact && !is_hidden(tx, id)) klantcontact::note_taken(tx, *taak->klantcontact, -1);
        delete_taak(tx, id);
        destroyed.push_back({"taak", id.bytes});
    }
    return destroyed;
}

}  // namespace dichtbij::taak
