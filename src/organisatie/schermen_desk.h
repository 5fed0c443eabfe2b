#pragma once
// The screens of the organisation, by file; organisatie_routes.cpp gives each its address.

#include <string_view>
#include <vector>

#include "access/desk.h"
#include "html/writer.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::organisatie {

// gids_desk.cpp
http::Response gids(const OrganisatieService&, http::Request&, access::Desk&);
http::Response teamblad(const OrganisatieService&, http::Request&, access::Desk&);
html::Html collega_tabel(const access::Desk&, std::string_view caption, const std::vector<Collega>&);
html::Html persoon_kop(const access::Desk&, const Persoon&);

// afwezigheid_desk.cpp: one's own absence, and that of a colleague
http::Response mijn_afwezigheid(const OrganisatieService&, http::Request&, access::Desk&);
http::Response persoon(const OrganisatieService&, http::Request&, access::Desk&);
http::Response meld_afwezig(const OrganisatieService&, http::Request&, access::Desk&);
http::Response trek_afwezigheid_in(const OrganisatieService&, http::Request&, access::Desk&);
http::Response wijs_vervanger_aan(const OrganisatieService&, http::Request&, access::Desk&);
http::Response neem_vervanger_weg(const OrganisatieService&, http::Request&, access::Desk&);
http::Response meld_aanwezigheid(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_start_desk.cpp, beheer_gemeente_desk.cpp
http::Response beheer_start(const OrganisatieService&, http::Request&, access::Desk&);
http::Response gemeente_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_gemeente(const OrganisatieService&, http::Request&, access::Desk&);
http::Response stijl_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_stijl(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_managers(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_team_desk.cpp
http::Response teams_lijst(const OrganisatieService&, http::Request&, access::Desk&);
http::Response maak_afdeling(const OrganisatieService&, http::Request&, access::Desk&);
http::Response afdeling_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_afdeling(const OrganisatieService&, http::Request&, access::Desk&);
http::Response team_formulier(const OrganisatieService&, http::Request&, access::Desk&);  // {id} or "nieuw"
http::Response bewaar_team(const OrganisatieService&, http::Request&, access::Desk&);
http::Response hef_team_op(const OrganisatieService&, http::Request&, access::Desk&);
http::Response voeg_lid_toe(const OrganisatieService&, http::Request&, access::Desk&);
http::Response neem_lid_weg(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_medewerker_desk.cpp
http::Response medewerkers_lijst(const OrganisatieService&, http::Request&, access::Desk&);
http::Response medewerker_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_medewerker(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_vaardigheden(const OrganisatieService&, http::Request&, access::Desk&);
http::Response meld_uit_dienst(const OrganisatieService&, http::Request&, access::Desk&);
http::Response meld_in_dienst(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_onderwerp_desk.cpp
http::Response onderwerpen_lijst(const OrganisatieService&, http::Request&, access::Desk&);
http::Response onderwerp_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_onderwerp(const OrganisatieService&, http::Request&, access::Desk&);
http::Response producten_lijst(const OrganisatieService&, http::Request&, access::Desk&);
http::Response product_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_product(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_routering_desk.cpp, beheer_regel_desk.cpp
http::Response routering(const OrganisatieService&, http::Request&, access::Desk&);
http::Response verplaats_regel(const OrganisatieService&, http::Request&, access::Desk&, Richting);
http::Response regel_formulier(const OrganisatieService&, http::Request&, access::Desk&);
http::Response bewaar_regel(const OrganisatieService&, http::Request&, access::Desk&);
http::Response verwijder_regel(const OrganisatieService&, http::Request&, access::Desk&);

// beheer_import_desk.cpp
http::Response import_formulier(OrganisatieService&, http::Request&, access::Desk&);
http::Response importeer_organisatie(OrganisatieService&, http::Request&, access::Desk&);
http::Response importeer_producten(OrganisatieService&, http::Request&, access::Desk&);

}  // namespace dichtbij::organisatie
