#pragma once
// The screens of cases.
//   GET  /zaken?lijst=van_mij|team|alles|wet, /zaken/export.csv
//   GET  /zaken/nieuw?klantcontact=|taak=|partij=|hoofdzaak=&zaaktype=; POST makes the case
//   GET  /zaken/{id}?blad=TAB&paneel=PANEL; POST /zaken/{id}/PANEL does what the panel asks
//   GET  /zaken/{id}/documenten/{document}, /zaken/{id}/bestanden/{versie}: a document, and its bytes
//   GET  /zaaktaken/{id}: to its case

#include "access/desk_site.h"
#include "zaak/zaak_schermen_desk.h"

namespace dichtbij::zaak {

void add_routes(access::DeskSite&, const ZaakSchermen&);

}  // namespace dichtbij::zaak
