#pragma once
// What happens in one capability when something changes in another that may not know it.

#include "access/account.h"
#include "base/time.h"
#include "bericht/werkbron_service.h"
#include "bezorging/bezorg_service.h"
#include "klantcontact/klantcontact_service.h"
#include "norm/norm_service.h"
#include "organisatie/organisatie_beheer.h"
#include "partij/partij_service.h"
#include "taak/taak_service.h"
#include "waardering/waardering_service.h"
#include "werk/werk_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::app {

// On the same store; all outlive each other's requests.
struct Capabilities {
    const Clock& clock;
    norm::NormService& norms;
    werk::WerkService& werk;
    organisatie::OrganisatieService& organisatie;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    bericht::BerichtService& berichten;
    document::DocumentService& documenten;
    zaak::ZaakService& zaken;
    bericht::WerkBron& berichtbron;
    waardering::WaarderingService& waarderingen;
    bezorging::BezorgService& postbezorging;
};

// Once, before the first request.
void connect(const Capabilities&);

// For the accounts, which are made before werk. `werk` is first used by the first request.
access::Hooks account_hooks(werk::WerkService& werk);

}  // namespace dichtbij::app
