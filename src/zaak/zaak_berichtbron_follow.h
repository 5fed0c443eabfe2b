#pragma once
// What messages must know of a case: which case type, who is written to, and the words of what happened.

#include "bericht/werkbron_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

// For bericht::WerkBron. A deelzaak stays silent; who has a mandate is written to instead of the applicant. Both
// outlive it.
bericht::WerkBron::Aanvulling bericht_aanvulling(ZaakService&, const Clock&);

}  // namespace dichtbij::zaak
