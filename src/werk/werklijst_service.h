#pragma once
// Worklists, saved views and the overview of a team's lead. Work in a confidential domain the caller may
// not read stands in them masked: that it runs, whose, and what was promised.

#include <vector>

#include "access/caller.h"
#include "store/store.h"
#include "werk/werklijst.h"

namespace dichtbij::werk {

class WerklijstService {
  public:
    WerklijstService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    Result<Werkpagina> page(const access::Caller&, const WerklijstVraag&);
    Result<Werkpagina> page(store::Tx&, const access::Caller&, const WerklijstVraag&);
    // Per bucket, whatever bucket, bookmark and limit the question names.
    Result<Tellingen> counts(const access::Caller&, const WerklijstVraag&);
    Result<Tellingen> counts(store::Tx&, const access::Caller&, const WerklijstVraag&);

    // For who leads the team, and managers of a gemeente.
    Result<Teamoverzicht> team_overview(const access::Caller&, Id<Team>);
    Result<Teamoverzicht> team_overview(store::Tx&, const access::Caller&, Id<Team>);

    // The caller's own, and those shared with a team of his.
    std::vector<Weergave> views(const access::Caller&);
    Result<Weergave> save_view(const access::Caller&, std::string_view naam, const WerklijstVraag&, std::optional<Id<Team>> shared_with);
    Result<Done> delete_view(const access::Caller&, const Uuid& id);  // who made it, or leads the team

  private:
    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
};

}  // namespace dichtbij::werk
