#include "zaaktype/zaaktype_versie.h"

namespace dichtbij::zaaktype {

Staat staat_van(const Versie& versie, Day day) {
    if (versie.status == Status::ontwerp) return Staat::ontwerp;
    return versie.geldig_tot && *versie.geldig_tot <= day ? Staat::beeindigd : Staat::gepubliceerd;
}

bool geldt_op(const Versie& versie, Day day) {
    return versie.status == Status::gepubliceerd && versie.geldig_van && *versie.geldig_van <= day && staat_van(versie, day) == Staat::gepubliceerd;
}

}  // namespace dichtbij::zaaktype
