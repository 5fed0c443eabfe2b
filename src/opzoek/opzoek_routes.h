#pragma once
// The administrator's page on other registers.
//   GET /beheer/opzoeken   how each does, and what was asked      POST /beheer/opzoeken   switches one off or on

#include "access/desk.h"
#include "opzoek/opzoek_service.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::opzoek {

struct Schermen {
    OpzoekService& service;
    const organisatie::OrganisatieService& organisatie;
};

void add_routes(access::DeskRoutes&, const Schermen&);

}  // namespace dichtbij::opzoek
