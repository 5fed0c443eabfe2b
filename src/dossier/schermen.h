#pragma once
// What the screens that read across work with.

#include <functional>

#include "access/desk.h"
#include "html/writer.h"
#include "klantcontact/klantcontact_service.h"
#include "partij/partij_service.h"
#include "search/index.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werklijst_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::dossier {

// The contact that is going on, beside the overview of a person.
using ContactPanel = std::function<html::Html(http::Request&, access::Desk&, Id<Gesprek>)>;

// What the screens use; all outlive the routes.
struct DossierSchermen {
    store::Store& store;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& klantcontacten;
    werk::WerkService& werk;
    werk::WerklijstService& lijsten;
    werk::AttentieService& attenties;
    // Names with typing errors, fed by partij::ZoekProjectie. nullptr: exact keys only.
    const search::Index* index = nullptr;
    ContactPanel contact_panel = {};  // without: a button to begin a contact
    zaak::ZaakService* zaken = nullptr;  // without: cases are found by number only
    // Below who it is: what senders know about reaching this person. Without: nothing.
    std::function<html::Html(const access::Desk&, Id<Partij>)> bereik = {};
};

}  // namespace dichtbij::dossier
