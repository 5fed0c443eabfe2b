#pragma once
// Another promise of a case: the move, and the message that tells it, in one transaction.

#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

struct Belofteverzetting {
    Id<dichtbij::Zaak> zaak;
    werk::Keuze keuze;                                  // its werk, in the version that was seen
    Day datum{};                                        // kept until the end of it
    std::string reden;
    std::optional<Inwonerbericht> bericht;              // tells the resident; or one of these:
    werk::Verteld verteld = werk::OpVerzoek{};
};

struct Belofteburen {
    store::Store& store;
    ZaakService& zaken;
    werk::WerkService& werk;
    bericht::BerichtService& berichten;
};

// invalid on "bericht" when words were given and there is nobody to write to.
Result<werk::Werk> verzet_belofte(const Belofteburen&, const access::Caller&, const Belofteverzetting&);
Result<werk::Werk> verzet_belofte(store::Tx&, const Belofteburen&, const access::Caller&, const Belofteverzetting&);

// To whom messages about the case go on that day: the gemachtigde, else the initiator.
std::optional<Id<Partij>> ontvanger_van(const std::vector<Rol>&, Day);

}  // namespace dichtbij::zaak
