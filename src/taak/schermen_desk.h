#pragma once
// What the screens of this folder work with.

#include <functional>

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "partij/partij_service.h"
#include "taak/taak_service.h"
#include "werk/attentie_service.h"

namespace dichtbij::taak {

// What the screens use; all outlive the routes.
struct TaakSchermen {
    store::Store& store;
    TaakService& taken;
    werk::WerkService& werk;
    werk::AttentieService& attenties;
    klantcontact::KlantcontactService& contacten;
    partij::PartijService& partijen;
    // What a folder above this one puts below a task or a question; empty: nothing.
    std::function<html::Html(const access::Desk&, Id<Werk>)> na_verloop = {};
};

void add_taak_routes(access::DeskRoutes&, const TaakSchermen&);

}  // namespace dichtbij::taak
