#pragma once
// For a company: who may act for it and what each may see. Only by who is signed in for that company; what an employee
// sees is changed by a colleague who manages.

#include <optional>
#include <string>
#include <vector>

#include "partij/partij_service.h"
#include "portaal/bedrijfsrecht_service.h"
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

struct Bedrijfscollega {  // who signed in for the company by pseudonym
    portaal::Bedrijfsmedewerker medewerker;
    std::vector<Id<dichtbij::Zaaktype>> zaaktypen;
    bool ben_ik = false;
};

struct Bedrijfszaaktype {
    Id<dichtbij::Zaaktype> id;
    zaaktype::Tweetalig naam;
};

struct Accountcontact {  // an employee whom the company turns to
    std::string naam;
    std::string telefoon;               // his, else that of the gemeente
    bool operator==(const Accountcontact&) const = default;
};

struct Bedrijfsbeeld {
    std::string naam;
    std::vector<Accountcontact> accountmanagers;  // of the gemeente; of the company itself first
    std::vector<Bedrijfsmens> mensen;          // by name
    std::optional<portaal::Bedrijfsmedewerker> ik;
    bool mag_beheren = false;
    // For who manages: all who signed in, the first first; and the kinds of cases that the company has or had.
    std::vector<Bedrijfscollega> collegas;
    std::vector<Bedrijfszaaktype> zaaktypen;
};

struct Rechtwijziging {
    Uuid medewerker{};
    std::int64_t versie = 0;
    portaal::Bedrijfszicht zicht = portaal::Bedrijfszicht::eigen;
    std::vector<Id<dichtbij::Zaaktype>> zaaktypen;
    bool beheert = false;
    bool geblokkeerd = false;
};

class BedrijfService {
  public:
    BedrijfService(const Clock& clock, partij::PartijService& partijen, zaak::ZaakService& zaken, zaak::ZaakVolgService& volgen)
        : clock_(clock), partijen_(partijen), zaken_(zaken), volgen_(volgen) {}

    // not_found when he does not act for a company that is known here.
    Result<Bedrijfsbeeld> get(store::Tx&, const portaal::Inwoner&);
    // The name by which colleagues know him. not_found for who is no employee.
    Result<Done> set_naam(store::Tx&, const access::Caller&, const portaal::Inwoner&, std::string_view naam);
    // By who manages, of an employee of the same company; else not_found. conflict "fout.gewijzigd" for another version,
    // "mijn.bedrijf.fout.zelf" for taking his own rights away.
    Result<Done> set_recht(store::Tx&, const access::Caller&, const portaal::Inwoner&, const Rechtwijziging&);

  private:
    Result<partij::Partij> bedrijf_of(store::Tx&, const portaal::Inwoner&);
    std::vector<Bedrijfszaaktype> zaaktypen_of(store::Tx&, const portaal::Inwoner&);
    void tell(store::Tx&, const access::Caller&, const portaal::Inwoner&, std::string gebeurtenis);

    const Clock& clock_;
    partij::PartijService& partijen_;
    zaak::ZaakService& zaken_;
    zaak::ZaakVolgService& volgen_;
};

}  // namespace dichtbij::mijn
