#pragma once
// Addresses by postcode and house number, of the PDOK Locatieserver 3.1 or the BAG individuele bevragingen 2.

#include "opzoek/bevraging.h"

namespace dichtbij::opzoek {

Uitkomst lees_locatieserver(const json::Value&, std::vector<Vondstadres>&);
Uitkomst lees_bag(const json::Value&, std::vector<Vondstadres>&);
// Those with that letter and addition when there are such; else all of the house number, to choose from.
void beperk_tot(const MetAdres&, std::vector<Vondstadres>&);

class AdresBron {
  public:
    AdresBron(client::Web& web, const Clock& clock, const AdresInstelling& instelling) : instelling_(instelling), bevraging_(web, clock, instelling.bron) {}
    // All of the house number, whatever the letter and addition.
    Antwoord<Vondstadres> zoek(const MetAdres&);
    Brontoestand toestand() const { return bevraging_.toestand(); }

  private:
    const AdresInstelling& instelling_;
    Bevraging bevraging_;
};

}  // namespace dichtbij::opzoek
