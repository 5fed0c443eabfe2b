#include "portaal/bewaring.h"

#include "portaal/bedrijf_store.h"
#include "portaal/sessie_store.h"

namespace dichtbij::portaal {

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"portaal_sessie", {"portaal_sessie"}, "own choice: gone the day after the session ended", 0, access::Vernietig(delete_old_sessies)},
        {"portaal_aanmelding", {"portaal_aanmelding"}, "own choice: an attempt to sign in lasts ten minutes", 0, access::Vernietig(delete_old_aanmeldingen)},
        {"bedrijf_medewerker", {"bedrijf_medewerker", "bedrijf_eigen"}, "own choice: two years after an employee of a company signed in last", 730,
         access::Vernietig(delete_old_bedrijfsmedewerkers)},
        {"portaal_code", {"portaal_code"}, "own choice: a code lasts ten minutes", 0, access::Vernietig(delete_old_codes)},
    };
}

}  // namespace dichtbij::portaal
