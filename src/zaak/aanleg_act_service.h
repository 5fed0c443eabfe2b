#pragma once
// Used by the files of ZaakService that make a case: all that it is made of, before anything is written.

#include "zaak/zaak_act_service.h"

namespace dichtbij::zaak {

struct Aanleg {
    NieuweZaak nieuw;
    zaaktype::Versieblad type;
    zaaktype::Inrichting inrichting;
    Zaak zaak;
    std::optional<werk::Werk> bron;     // work that it takes over
    std::optional<Id<Partij>> initiator;
    Instant op;                         // when it came in
    Instant now;
    norm::Kalender kalender;
};

// Of "zaak.geopend"; "import" when it was taken over from another system.
werk::Kenmerken begin_kenmerken(const Zaak&, const std::optional<Overgenomen>&);

}  // namespace dichtbij::zaak
