#pragma once
// What the passing of time does to work: warns, escalates, tells the lead what nobody accepted. Called by
// the shell, the demo and tests with `now`; nothing here waits.

#include "store/store.h"
#include "werk/werk_service.h"

namespace dichtbij::werk {

struct Verwerkt {
    int bekeken = 0;
    int herinnerd = 0;
    int aanvaarding_verlopen = 0;
    int klokken_te_laat = 0;
    int beloften_gemist = 0;
    int geescaleerd = 0;
    int eigenaren_herzien = 0;
    int overgeslagen = 0;   // no calendar for their gemeente: looked at again an hour later
    bool meer = false;      // there is more than `limit`
    bool operator==(const Verwerkt&) const = default;
};
Verwerkt& operator+=(Verwerkt&, const Verwerkt&);

class WerkTimer {
  public:
    WerkTimer(store::Store& store, const Clock& clock, IdSource& ids, const Normbron& normbron)
        : store_(store), ids_(ids), normbron_(normbron), werk_(store, clock, ids, normbron) {}

    // Looks at most at `limit` werk whose moment has come, in transactions of at most `batch`; at the first
    // call of a day also at who owns what nobody accepted. Calling it again changes nothing.
    Verwerkt due_work(Instant now, int limit);
    static constexpr int batch = 50;

  private:
    void begin_day(store::Tx&, Instant now, Verwerkt&);
    Result<Done> look_at(store::Tx&, Werk, Instant now, Verwerkt&);
    void mark_late_clocks(store::Tx&, const Werk&, Instant now, Verwerkt&);
    void mark_missed(store::Tx&, const Werk&, Instant now, Verwerkt&);
    void climb(store::Tx&, Werk&, Instant now, const norm::ServiceCalendar&, Verwerkt&);
    void tell(store::Tx&, const Werk&, Id<Medewerker>, Attentiesoort, Instant now);

    store::Store& store_;
    IdSource& ids_;
    const Normbron& normbron_;
    WerkService werk_;
};

}  // namespace dichtbij::werk
