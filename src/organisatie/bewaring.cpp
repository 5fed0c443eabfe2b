#include "organisatie/bewaring.h"

#include "organisatie/bewaring_store.h"

namespace dichtbij::organisatie {
namespace {

constexpr int planning_days = 730;
constexpr int presence_days = 1;
constexpr int contact_days = 90;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"afwezigheid", {"afwezigheid"}, "own choice: two years, for questions about who replaced whom", planning_days,
         access::Vernietig(delete_old_absences)},
        {"vervanging", {"vervanging"}, "own choice: two years, for questions about who replaced whom", planning_days,
         access::Vernietig(delete_old_substitutions)},
        {"aanwezigheid", {"aanwezigheid"}, "own choice: what someone said of a day is nobody's business the next", presence_days,
         access::Vernietig(delete_old_presence)},
        // The name stays: work, journal and timelines of residents say who did what (Archiefwet, selection list).
        {"medewerker", {"medewerker", "medewerker_gemeente", "medewerker_vaardigheid", "gemeente_manager", "team_lid"},
         "own choice: address, phone, position and skills three months after leaving; the name as long as work names him", contact_days,
         access::Vernietig(forget_who_left)},
        {"verwijzing", {"team", "product", "onderwerp", "routeringsregel"}, "names an employee until someone else takes over", 0,
         access::Volgt{"medewerker"}},
    };
}

}  // namespace dichtbij::organisatie
