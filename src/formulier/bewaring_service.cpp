#include "formulier/bewaring.h"
#include "formulier/formulier_store.h"
#include "formulier/invul_service.h"

namespace dichtbij::formulier {
namespace {

void destroy_concept(store::Tx& tx, document::DocumentService& documenten, const ConceptRij& row, Instant now) {
    documenten.destroy_of_object(tx, documentobject(row.id), now);
    delete_concept(tx, row.id);
}

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels(document::DocumentService& documenten) {
    const auto expired = [&documenten](store::Tx& tx, Instant voor, int limit) {
        std::vector<access::Vernietigd> gone;
        for (const ConceptRij& row : concepten_verlopen(tx, voor, limit)) {
            if (!row.inzending) tel(tx, row.gemeente, row.code, "verlaten", row.pagina);
            destroy_concept(tx, documenten, row, voor);
            gone.push_back({"formulier_concept", row.id.bytes});
        }
        return gone;
    };
    return {
        {"formulier_concept", {"formulier_concept"}, "own choice: a draft is kept for 30 days after it was changed last", 0, access::Vernietig(expired)},
        {"formulier_inzending", {"formulier_inzending", "formulier_antwoord"}, "as long as the task or case it became", 0, access::Volgt{"werk"}},
    };
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, document::DocumentService& documenten, Id<Werk> werk, Instant now) {
    std::vector<access::Vernietigd> gone;
    for (const Inzending& one : inzendingen_van_werk(tx, werk)) {
        for (auto& file : documenten.destroy_of_object(tx, documentobject(one.id), now)) gone.push_back(std::move(file));
        delete_inzending(tx, one.id);
        gone.push_back({"formulier_inzending", one.id.bytes});
    }
    return gone;
}

void forget_partij(store::Tx& tx, document::DocumentService& documenten, Id<Partij> partij, Instant now) {
    for (const ConceptRij& row : concepten_van(tx, partij)) destroy_concept(tx, documenten, row, now);
    for (const Inzending& one : inzendingen_van(tx, partij)) {
        documenten.destroy_of_object(tx, documentobject(one.id), now);
        clear_inzending(tx, one.id);
    }
}

}  // namespace dichtbij::formulier
