#pragma once
// The channels of a gemeente, and telling in them. In our own channels only Dichtbij tells; other systems make channels of
// their own and publish there, so that Dichtbij can be the Notificaties component of a gemeente.

#include <string_view>
#include <vector>

#include "access/caller.h"
#include "notificatie/notificatie.h"
#include "store/store.h"

namespace dichtbij::notificatie {

// Our own and those of others, by name.
std::vector<Kanaal> alle_kanalen(store::Tx&, Id<Gemeente>);

class KanaalService {
  public:
    KanaalService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    // An application with the right to hear or to tell; a beheerder. With a name: that one, or none.
    Result<std::vector<Kanaal>> kanalen(const access::Caller&, Id<Gemeente>, std::string_view naam = "") const;
    Result<Kanaal> kanaal(const access::Caller&, Id<Gemeente>, Id<dichtbij::NotificatieKanaal>) const;

    // An application with the right to tell. invalid ("notificatie.fout.kanaal_bestaat") for a name that is taken.
    Result<Kanaal> add_kanaal(const access::Caller&, Id<Gemeente>, Kanaal);
    // To everyone who hears this channel, before it returns. invalid for a channel that is not there or is our own.
    Result<Notificatie> publish(const access::Caller&, Id<Gemeente>, Notificatie);

  private:
    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
};

}  // namespace dichtbij::notificatie
