#pragma once
// The screens of case types, by file; zaaktype_routes.cpp gives each its address.

#include "access/desk.h"
#include "organisatie/organisatie_beheer.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaaktype {

struct Schermen {  // the services outlive the routes
    const ZaaktypeService& zaaktypen;
    const organisatie::OrganisatieService& organisatie;
};

// lijst_desk.cpp
http::Response zaaktypen_lijst(const Schermen&, http::Request&, access::Desk&);
http::Response nieuw_formulier(const Schermen&, http::Request&, access::Desk&);
http::Response maak_zaaktype(const Schermen&, http::Request&, access::Desk&);

// zaaktype_desk.cpp
http::Response zaaktype_blad(const Schermen&, http::Request&, access::Desk&);
http::Response bewaar_inrichting(const Schermen&, http::Request&, access::Desk&);
http::Response begin_ontwerp(const Schermen&, http::Request&, access::Desk&);
http::Response beeindig(const Schermen&, http::Request&, access::Desk&);
http::Response trek_einde_in(const Schermen&, http::Request&, access::Desk&);

// ontwerp_desk.cpp
http::Response versie_blad(const Schermen&, http::Request&, access::Desk&);  // the editor of a draft, else versie_lezen
http::Response bewaar_ontwerp(const Schermen&, http::Request&, access::Desk&);

// versie_desk.cpp
http::Response versie_lezen(const Schermen&, http::Request&, access::Desk&, const Versieblad&);
http::Response voorbeeld(const Schermen&, http::Request&, access::Desk&);
http::Response vergelijk(const Schermen&, http::Request&, access::Desk&);

// publiceren_desk.cpp
http::Response publiceer_vraag(const Schermen&, http::Request&, access::Desk&);
http::Response publiceer(const Schermen&, http::Request&, access::Desk&);
http::Response weggooi_vraag(const Schermen&, http::Request&, access::Desk&);
http::Response gooi_weg(const Schermen&, http::Request&, access::Desk&);

// bestand_desk.cpp
http::Response bestand_formulier(const Schermen&, http::Request&, access::Desk&);
http::Response lees_in(const Schermen&, http::Request&, access::Desk&);
http::Response geef_bestand(const Schermen&, http::Request&, access::Desk&);

}  // namespace dichtbij::zaaktype
