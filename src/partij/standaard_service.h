#pragma once
// Writing partijen and what belongs to them over Klantinteracties: for other systems, by their right to write partijen, in
// the transaction of who calls. It is the same partij as on our own screens: each change is a new version of it, and
// stands in its timeline. Doubles stand as they are; a warned partij needs no opening, as it needs none to be read here.
//
// Names of fields in failures are those of the standard, in snake_case.

#include "access/caller.h"
#include "base/result.h"
#include "journal/journal.h"
#include "partij/standaard.h"
#include "partij/verband.h"
#include "store/store.h"

namespace dichtbij::partij {

struct Bewerking;
struct Werkplek;

class StandaardService {
  public:
    using Caller = access::Caller;

    // Both outlive it.
    StandaardService(const Clock& clock, IdSource& ids) : clock_(clock), ids_(ids) {}

    Result<PartijId> create(store::Tx&, const Caller&, GemeenteId, const Standaardpartij&);
    Result<Done> change(store::Tx&, const Caller&, GemeenteId, PartijId, const Standaardpartij&);
    // Erases it, with its addresses, identifiers, accounts and relations; the empty row stays as a record.
    Result<Done> remove(store::Tx&, const Caller&, GemeenteId, PartijId);

    // Of a partij, or of none. A standard address takes that place from the others of its kind. The betrokkene is checked
    // by who calls (klantcontact/digitaal_adres_service.h).
    Result<Uuid> create_adres(store::Tx&, const Caller&, GemeenteId, DigitaalAdresregel);
    Result<Done> change_adres(store::Tx&, const Caller&, GemeenteId, DigitaalAdresregel);
    Result<Done> remove_adres(store::Tx&, const Caller&, GemeenteId, const Uuid&);
    std::optional<DigitaalAdresregel> stored_adres(store::Tx&, GemeenteId, const Uuid&) const;

    Result<Uuid> create_identificator(store::Tx&, const Caller&, GemeenteId, PartijIdentificatorregel);
    Result<Done> change_identificator(store::Tx&, const Caller&, GemeenteId, const PartijIdentificatorregel&);
    Result<Done> remove_identificator(store::Tx&, const Caller&, GemeenteId, const Uuid&);

    Result<Uuid> create_rekeningnummer(store::Tx&, const Caller&, GemeenteId, Rekeningnummerregel);
    Result<Done> change_rekeningnummer(store::Tx&, const Caller&, GemeenteId, Rekeningnummerregel);
    Result<Done> remove_rekeningnummer(store::Tx&, const Caller&, GemeenteId, const Uuid&);

    // Without a first day it is today. The name of the category in the line is not read.
    Result<Uuid> create_relatie(store::Tx&, const Caller&, GemeenteId, CategorieRelatieregel);
    Result<Done> change_relatie(store::Tx&, const Caller&, GemeenteId, CategorieRelatieregel);
    Result<Done> remove_relatie(store::Tx&, const Caller&, GemeenteId, const Uuid&);

    Result<Uuid> create_categorie(store::Tx&, const Caller&, Categorie);
    Result<Done> change_categorie(store::Tx&, const Caller&, Categorie);
    // With its relations; conflict when these are more than categorie_relaties_max.
    Result<Done> remove_categorie(store::Tx&, const Caller&, GemeenteId, const Uuid&);

    Result<Uuid> create_vertegenwoordiging(store::Tx&, const Caller&, Vertegenwoordiging);
    Result<Done> change_vertegenwoordiging(store::Tx&, const Caller&, const Vertegenwoordiging&);
    Result<Done> remove_vertegenwoordiging(store::Tx&, const Caller&, GemeenteId, const Uuid&);

  private:
    // What it becomes, and what is wrong with it.
    Result<Done> fill(const Werkplek&, Bewerking&, const Standaardpartij&);
    std::string draw_nummer(const Werkplek&, PartijId);
    void take_identificatoren(const Werkplek&, Bewerking&, const std::vector<Identificator>&, std::vector<FieldError>& wrong);
    // With the right to write in it.
    Result<Werkplek> werkplek(store::Tx&, const Caller&, GemeenteId) const;

    const Clock& clock_;
    IdSource& ids_;
};

}  // namespace dichtbij::partij
