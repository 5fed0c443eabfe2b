#include "overleg/bewaring.h"
#include "overleg/verdelen_store.h"

namespace dichtbij::overleg {
namespace {

constexpr int left_days = 92;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"capaciteit", {"capaciteit"}, "own choice: three months after leaving", left_days, access::Vernietig(delete_capaciteit_of_who_left)},
        {"lijstvorm", {"lijstvorm"}, "own choice: three months after leaving", left_days, access::Vernietig(delete_vormen_of_who_left)},
        {"lijstkeuze", {"lijstkeuze"}, "own choice: three months after leaving", left_days, access::Vernietig(delete_keuzes_of_who_left)},
    };
}

}  // namespace dichtbij::overleg
