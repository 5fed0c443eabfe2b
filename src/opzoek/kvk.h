#pragma once
// KvK Zoeken 2 and Basisprofiel 1: the questions that go out and the answers that come back.

#include "opzoek/bevraging.h"

namespace dichtbij::opzoek {

inline constexpr int bedrijven_per_keer = 20;

// meer: there are more than these.
Uitkomst lees_zoeken(const json::Value&, Antwoord<Bedrijf>&);
Uitkomst lees_basisprofiel(const json::Value&, Antwoord<Bedrijf>&);

class KvkBron {
  public:
    KvkBron(client::Web& web, const Clock& clock, const KvkInstelling& instelling) : instelling_(instelling), bevraging_(web, clock, instelling.bron) {}
    Antwoord<Bedrijf> zoek(const Bedrijfsvraag&);
    Antwoord<Bedrijf> profiel(const std::string& kvk_nummer);
    Brontoestand toestand() const { return bevraging_.toestand(); }

  private:
    using Lees = Uitkomst (*)(const json::Value&, Antwoord<Bedrijf>&);
    Antwoord<Bedrijf> vraag(const std::string& pad, Lees lees);

    const KvkInstelling& instelling_;
    Bevraging bevraging_;
};

}  // namespace dichtbij::opzoek
