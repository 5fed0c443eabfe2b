#pragma once
// The screens of a contact in hand.
//   GET  /contact/nieuw?partij=&kanaal=   begins one          GET /balie/oproep?nummer=  a telephone system rings
//   GET  /contact/{id}                    in hand             POST the same: save, another question, leave it
//   POST /contact/{id}/concept            keep what is typed  POST /contact/{id}/voorstel: who gets it, and when
//   POST /contact/{id}/partij, /identificatie, /weg           GET /gesprekken/{id}: what was recorded

#include "access/desk.h"
#include "balie/balie_service.h"
#include "opzoek/opzoek_service.h"
#include "organisatie/organisatie_beheer.h"
#include "search/index.h"

namespace dichtbij::balie {

struct BalieSchermen {
    store::Store& store;
    BalieService& balie;
    werk::WerkService& werk;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    partij::PartijService& partijen;
    organisatie::OrganisatieService& organisatie;
    const search::Index* index = nullptr;  // names with typing errors; nullptr: exact keys only
    opzoek::OpzoekService* opzoeken = nullptr;  // other registers; nullptr: none are asked
};

void add_routes(access::DeskRoutes&, const BalieSchermen&);

}  // namespace dichtbij::balie
