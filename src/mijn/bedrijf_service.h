#pragma once
// For a company: who may act for it and what each may see. Only by who is signed in for that company.

#include <optional>
#include <string>
#include <vector>

#include "partij/partij_service.h"
#include "portaal/inwoner.h"
#include "zaak/volgen_service.h"

namespace dichtbij::mijn {

struct Bedrijfszaak {
    Id<dichtbij::Zaak> zaak;
    std::string nummer;
    zaaktype::Tweetalig soort;
    std::optional<Day> tot;             // first day without the mandate
};

struct Bedrijfsmens {
    Id<Partij> partij;
    std::string naam;
    bool vertegenwoordigt = false;      // registered as who may speak for the company
    std::vector<Bedrijfszaak> zaken;    // in which he has a mandate now
};

struct Bedrijfsbeeld {
    std::string naam;
    std::vector<std::string> accountmanagers;  // of the gemeente
    std::vector<Bedrijfsmens> mensen;          // by name
};

class BedrijfService {
  public:
    BedrijfService(const Clock& clock, partij::PartijService& partijen, zaak::ZaakService& zaken, zaak::ZaakVolgService& volgen)
        : clock_(clock), partijen_(partijen), zaken_(zaken), volgen_(volgen) {}

    // not_found when he does not act for a company that is known here.
    Result<Bedrijfsbeeld> get(store::Tx&, const portaal::Inwoner&);

  private:
    const Clock& clock_;
    partij::PartijService& partijen_;
    zaak::ZaakService& zaken_;
    zaak::ZaakVolgService& volgen_;
};

}  // namespace dichtbij::mijn
