#include "balie/bewaring.h"

#include "balie/concept_store.h"

namespace dichtbij::balie {
namespace {

constexpr int concept_days = 7;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"concept", {"concept"}, "own choice: a contact that nobody touched for a week was not one", concept_days,
             access::Vernietig([](store::Tx& tx, Instant voor, int limit) -> std::vector<access::Vernietigd> {
                 const auto rows = delete_concepten_before(tx, voor, limit);
                 if (rows == 0) return {};
                 return {{"concept", std::nullopt, rows}};
             })}};
}

}  // namespace dichtbij::balie
