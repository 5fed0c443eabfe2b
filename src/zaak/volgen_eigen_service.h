#pragma once
// Used by the files of ZaakVolgService: a case that is his and how much of it; a question about a case.

#include "zaak/volgen_service.h"

namespace dichtbij::zaak {

struct ZaakVolgService::Eigen {
    ZaakBeeld beeld;
    Volgzicht zicht = Volgzicht::nummer;
};

// A question about a case that becomes work of its casemanager.
struct ZaakVolgService::Gevraagd {
    const ZaakBeeld& zaak;
    const Inzending& wat;
    std::optional<Id<Partij>> van;  // none: he did not say who he is
    std::string taal;
    const portaal::Inwoner* inwoner = nullptr;
};

}  // namespace dichtbij::zaak
