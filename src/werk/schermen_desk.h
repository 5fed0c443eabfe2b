#pragma once
// What the screens of this folder work with.

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "partij/partij_service.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werklijst_service.h"

namespace dichtbij::werk {

// What the screens use; all outlive the routes.
struct Schermen {
    store::Store& store;
    WerkService& werk;
    WerklijstService& lijsten;
    AttentieService& attenties;
    partij::PartijService& partijen;
    organisatie::OrganisatieService& organisatie;
};

}  // namespace dichtbij::werk
