#pragma once
// What must be done next in a case, for who looks at it. Pure.

#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

enum class Nu_te_doen {
    niets_gesloten,       // it is closed
    archiefdatum,         // closed, and an employee must give the day of archiving
    eigen_taak,           // a task of the reader himself
    meekijken,            // the reader may not act: who does
    aanvaarden,
    belofte_voorbij,      // promise passed: tell a new day
    besluiten_dwangsom,   // every day costs money
    antwoord_lezen,       // the applicant answered; nobody did anything since
    wacht_op_aanvrager,
    hervatten,            // it stands still for another reason
    bekendmaken,          // a decision waits to be sent
    taken_afwachten,
    volgende_status,
    besluit_vastleggen,   // the next step ends it, and there is no decision
    sluiten,
};
BOOST_DESCRIBE_ENUM(Nu_te_doen, niets_gesloten, archiefdatum, eigen_taak, meekijken, aanvaarden, belofte_voorbij, besluiten_dwangsom, antwoord_lezen,
                    wacht_op_aanvrager, hervatten, bekendmaken, taken_afwachten, volgende_status, besluit_vastleggen, sluiten)

struct Volgende {
    Nu_te_doen wat = Nu_te_doen::volgende_status;
    std::optional<Id<dichtbij::Zaaktaak>> taak;       // it is about
    std::optional<Id<dichtbij::Besluit>> besluit;
};

// In this order: what costs money or breaks a promise goes before what is merely next.
Volgende nu_te_doen(const ZaakBeeld&, Id<Medewerker> lezer, Instant now);

// Whether cases of this kind end with a decision: closing asks for it too.
bool vraagt_besluit(const zaaktype::Zaaktype&);
// Whether a decision that still holds was sent.
bool is_decided(const ZaakBeeld&);
// Whether the promise that runs was given with the question, before there was a case: it promises to be heard of.
bool is_van_vraag(const Zaak&, const std::vector<werk::Toezegging>&);

}  // namespace dichtbij::zaak
