#pragma once
// Used by the files of Zaakbehandeling: one step that someone takes.

#include "app/demo_zaken_stap.h"

namespace dichtbij::app::demo {

struct Zaakbehandeling::Beurt {
    const Zaakmoment& moment;
    const GeplandeZet& zet;
    const DemoZaaktype& soort;
    const zaak::Zaak& zaak;
    const werk::Werk& werk;
    std::size_t wie;
    const access::Caller& caller;
    Toeval& toeval;
    Tekstplek plek;
    std::optional<Instant> wacht_tot;       // it cannot be done yet
    std::optional<LopendeZaak> deelzaak;    // that was made

    zaak::Bij bij() const { return {zaak.id, zaak.versie}; }
    Day today() const { return day_of(moment.nu); }
};

}  // namespace dichtbij::app::demo
