#include "aanmelding/bewaring.h"

#include "aanmelding/aanmelding_store.h"

namespace dichtbij::aanmelding {

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"aanmelding_sessie", {"aanmelding_sessie"}, "own choice: no session lasts longer than a day", 1, access::Vernietig(delete_old_sessies)},
        {"aanmelding_poging", {"aanmelding_poging"}, "own choice: an attempt to sign in lasts ten minutes", 0, access::Vernietig(delete_old_pogingen)},
        {"aanmelding_afgewezen", {"aanmelding_afgewezen"}, "own choice: a month, so that a beheerder can mend what is missing", 30,
         access::Vernietig(delete_old_afgewezenen)},
        {"aanmelding_koppeling", {"aanmelding_koppeling", "aanmelding_gegeven"}, "own choice: as long as the account", 0, access::Vernietig(delete_lost_koppelingen)},
    };
}

}  // namespace dichtbij::aanmelding
