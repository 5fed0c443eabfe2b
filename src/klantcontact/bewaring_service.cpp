#include "journal/journal.h"
#include "klantcontact/bewaring.h"
#include "klantcontact/bewaring_store.h"

namespace dichtbij::klantcontact {
namespace {

constexpr int loose_days = 365;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"klantcontact",
         {"klantcontact", "klantcontact_versie", "klantcontact_metadata", "klantcontact_object", "betrokkene", "betrokkene_adres",
          "betrokkene_digitaal_adres", "digitaal_adres"},
         "as long as the work the question came to", 0, access::Volgt{"werk"}},
        {"onderwerpobject_los", {"klantcontact_object"}, "own choice: a year without a klantcontact", loose_days,
         access::Vernietig(delete_loose_objects)},
    };
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant now) {
    std::vector<access::Vernietigd> destroyed;
    for (const auto& id : all_of_werk(tx, werk)) {
        journal::destroy_toelichtingen(tx, journal::Object::klantcontact, id.bytes, now);
        const auto gesprek = delete_klantcontact(tx, id);
        destroyed.push_back({"klantcontact", id.bytes});
        if (gesprek) destroyed.push_back({"gesprek", gesprek->bytes});
    }
    return destroyed;
}

}  // namespace dichtbij::klantcontact
