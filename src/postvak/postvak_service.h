#pragma once
// The mailboxes of a gemeente, for its administrator.

#include <vector>

#include "access/caller.h"
#include "postvak/postvak.h"
#include "store/store.h"

namespace dichtbij::postvak {

class PostvakService {
  public:
    PostvakService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    // A beheerder. By name.
    Result<std::vector<Postvak>> list(const access::Caller&, Id<Gemeente>);
    Result<Postvak> get(const access::Caller&, Id<dichtbij::Postvak>);
    // invalid "postvak.fout.adres_bezet" for an address that another mailbox has, of any gemeente: an address says whose
    // mail it is.
    Result<Postvak> add(const access::Caller&, Id<Gemeente>, Postvak);
    // `versie`: that was seen; another one is a conflict ("fout.gewijzigd").
    Result<Postvak> change(const access::Caller&, Id<dichtbij::Postvak>, std::int64_t versie, Postvak);

  private:
    Result<Done> check(store::Tx&, const Postvak&) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
};

}  // namespace dichtbij::postvak
