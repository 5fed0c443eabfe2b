#include "bezorging/bewaring.h"
#include "bezorging/bezorging_store.h"

namespace dichtbij::bezorging {
namespace {

constexpr int bezorging_days = 730;

std::vector<access::Vernietigd> old_bezorgingen(store::Tx& tx, Instant voor, int limit) { return access::counted("mailbezorging", delete_old_bezorgingen(tx, voor, limit)); }
std::vector<access::Vernietigd> old_defecten(store::Tx& tx, Instant voor, int limit) { return access::counted("mailadres_defect", delete_old_defecten(tx, voor, limit)); }

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"mailbezorging", {"mailbezorging"}, "own choice: two years, to answer what became of a message", bezorging_days, access::Vernietig(old_bezorgingen)},
            {"mailadres_defect", {"mailadres_defect"}, "own choice: two years; after that an address is given another chance", bezorging_days, access::Vernietig(old_defecten)},
            {"mailgesprek", {"mailgesprek"}, "as long as the work it is about", 0, access::Volgt{"werk"}}};
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant) { return access::counted("mailgesprek", delete_gesprek_of_werk(tx, werk)); }

}  // namespace dichtbij::bezorging
