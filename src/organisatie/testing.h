#pragma once
// A small organisation for tests of this folder and of those below it.

#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "journal/journal.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::organisatie::testing {

// Two gemeenten served by one organisation. Teams: KCC (Sanne leads; Tom, Priya) for both gemeenten,
// Vergunningen (Marleen leads; Ruben, Ilse) for Oeverland, Jeugd (Noor leads) for Heidedal.
struct Voorbeeld {
    Id<dichtbij::Gemeente> oeverland, heidedal;
    Id<dichtbij::Afdeling> dienstverlening, wonen;
    Id<dichtbij::Team> kcc, vergunningen, jeugd;
    Id<dichtbij::Medewerker> sanne, tom, priya, marleen, ruben, ilse, noor;
    Id<dichtbij::Product> kapvergunning;     // of Oeverland, team Vergunningen
    Id<dichtbij::Onderwerp> bomen, paspoort; // of Oeverland: bomen has the product, paspoort goes to the KCC
};

// The schema of journal and organisatie, in order.
std::vector<store::Migration> schema();

Voorbeeld build(store::Tx&, IdSource&);

access::Caller caller(Id<dichtbij::Medewerker>, std::vector<access::Grant>);

}  // namespace dichtbij::organisatie::testing
