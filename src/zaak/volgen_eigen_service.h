#pragma once
// Used by the files of ZaakVolgService: a case that is his, and how much of it.

#include "zaak/volgen_service.h"

namespace dichtbij::zaak {

struct ZaakVolgService::Eigen {
    ZaakBeeld beeld;
    Volgzicht zicht = Volgzicht::nummer;
};

}  // namespace dichtbij::zaak
