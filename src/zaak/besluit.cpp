#include "zaak/besluit.h"

#include "norm/legal_rules.h"

namespace dichtbij::zaak {

// Whoever disagrees with a decision on his objection goes to court.
Rechtsmiddel rechtsmiddel_van(const zaaktype::Zaaktype& type) {
    switch (type.aanleiding) {
        case zaaktype::Aanleiding::bezwaar: return Rechtsmiddel::beroep;
        case zaaktype::Aanleiding::klacht:  // Awb 9:3
        case zaaktype::Aanleiding::melding: return Rechtsmiddel::geen;
        default: return Rechtsmiddel::bezwaar;
    }
}

Result<norm::Einde> reactietermijn(Day verzonden_datum) { return norm::last_day_of(norm::WettelijkeTermijn::awb_6_7, verzonden_datum); }

}  // namespace dichtbij::zaak
