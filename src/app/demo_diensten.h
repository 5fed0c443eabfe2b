#pragma once
// What the demo year works through: the services of an installation whose clock is simulated.

#include <functional>

#include "app/demo_organisatie.h"
#include "belofte/belofte_service.h"
#include "bericht/verzend_service.h"
#include "bericht/voorstel_service.h"
#include "klantcontact/klantcontact_service.h"
#include "overleg/overleg_service.h"
#include "partij/partij_service.h"
#include "taak/taak_service.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werk_timer_service.h"
#include "zaak/zaak_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::app::demo {

// All on the same store, ids and clock. Nobody else may read the clock while the demo runs.
struct Diensten {
    store::Store& store;
    SimulatedClock& clock;
    IdSource& ids;
    access::Accounts& accounts;
    organisatie::OrganisatieService& organisatie;
    zaaktype::ZaaktypeService& zaaktypen;
    norm::NormService& norms;
    partij::PartijService& partijen;
    werk::WerkService& werk;
    werk::WerkTimer& werktimer;
    werk::AttentieService& attenties;
    klantcontact::KlantcontactService& klantcontacten;
    taak::TaakService& taken;
    zaak::ZaakService& zaken;
    belofte::BelofteService& beloften;
    overleg::OverlegService& overleg;
    document::DocumentService& documenten;
    bericht::BerichtService& berichten;
    bericht::VoorstelService& voorstellen;
    bericht::VerzendService& verzenden;
    // Lets rules write their messages; may be empty. Called on the thread of the demo.
    std::function<void(Instant)> berichtregels;
    // Brings them up to date; may be empty. Called on a thread of its own, one call at a time.
    std::function<void(Instant)> followers;
};

// What the demo knows beside the store, for all of its parts.
struct Wereld {
    const DemoOrganisatie& organisatie;
    std::vector<norm::Kalender> kalenders;  // beside the gemeenten
};

}  // namespace dichtbij::app::demo
