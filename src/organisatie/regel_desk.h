#pragma once
// A row of the routing table in words.

#include <map>
#include <string>
#include <vector>

#include "access/desk.h"
#include "html/form.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::organisatie {

// Names of what rows point at, read once for a page.
class Regelwoorden {
  public:
    Regelwoorden(const OrganisatieService&, const access::Desk&, Id<dichtbij::Gemeente>);

    std::string voorwaarden(const Routeringsregel&) const;  // "Kapvergunning, per e-mail"
    std::string doel(const Routeringsregel&) const;         // "Vergunningen, wie Engels spreekt"
    std::string naam(Id<dichtbij::Medewerker>) const;
    std::string team(Id<dichtbij::Team>) const;
    const std::vector<html::Choice>& onderwerpen() const { return onderwerpen_; }
    const std::vector<html::Choice>& producten() const { return producten_; }
    const std::vector<html::Choice>& teams() const { return teams_; }
    const std::vector<html::Choice>& mensen() const { return mensen_; }
    const std::vector<html::Choice>& vaardigheden() const { return vaardigheden_; }

  private:
    std::string naam_van(const std::vector<html::Choice>&, const std::string& value) const;

    const html::Texts& t_;
    std::vector<html::Choice> onderwerpen_, producten_, teams_, mensen_, vaardigheden_;
};

std::vector<html::Choice> kanaal_keuzes(const html::Texts&);
std::vector<html::Choice> taal_keuzes(const html::Texts&);

}  // namespace dichtbij::organisatie
