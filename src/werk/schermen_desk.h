#pragma once
// What the screens of this folder work with.

#include <functional>
#include <string>

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "partij/partij_service.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werklijst_service.h"

namespace dichtbij::werk {

// Columns of the worklist as an employee last had them, as in the address; kept by a folder above this one.
struct Lijstvorm {
    std::function<std::string(const access::Desk&)> gegeven = {};
    std::function<void(const access::Caller&, const std::string& vorm)> onthoud = {};
};

// What the screens use; all outlive the routes.
struct Schermen {
    store::Store& store;
    WerkService& werk;
    WerklijstService& lijsten;
    AttentieService& attenties;
    partij::PartijService& partijen;
    organisatie::OrganisatieService& organisatie;
    Lijstvorm vorm = {};
};

}  // namespace dichtbij::werk
