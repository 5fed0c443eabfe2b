#pragma once
// Contact data that another system keeps here: it reads and writes what it has the right to, in its own gemeente.

#include <span>

#include "access/caller.h"
#include "api/contactgegevens/contactgegevens.h"
#include "store/dialect.h"

namespace dichtbij::contactgegevens {

std::span<const store::Migration> migrations();

class ContactgegevensService {
  public:
    ContactgegevensService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    Result<Lijst<Organisatie>> list_organisaties(const access::Caller&, Id<Gemeente>, const Venster&);
    Result<Organisatie> get_organisatie(const access::Caller&, Id<Organisatie>);
    // As it is stored, for who changes it.
    Result<Organisatie> stored_organisatie(const access::Caller&, Id<Organisatie>);
    // Fills in id, gemeente and version.
    Result<Organisatie> add_organisatie(const access::Caller&, Id<Gemeente>, Organisatie);
    // conflict "fout.gewijzigd" when its version is another than the stored one.
    Result<Organisatie> change_organisatie(const access::Caller&, Organisatie);
    Result<Done> remove_organisatie(const access::Caller&, Id<Organisatie>, std::int64_t versie);

    Result<Lijst<Persoon>> list_personen(const access::Caller&, Id<Gemeente>, const Venster&);
    Result<Persoon> get_persoon(const access::Caller&, Id<Persoon>);
    Result<Persoon> stored_persoon(const access::Caller&, Id<Persoon>);
    Result<Persoon> add_persoon(const access::Caller&, Id<Gemeente>, Persoon);
    Result<Persoon> change_persoon(const access::Caller&, Persoon);
    Result<Done> remove_persoon(const access::Caller&, Id<Persoon>, std::int64_t versie);

  private:
    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
};

}  // namespace dichtbij::contactgegevens
