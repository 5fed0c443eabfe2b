#pragma once
// For capabilities that let other systems deliver questions and taken: what was closed while it came in turns out to need
// more, and which object a werk is about changes. In the transaction of who combines.

#include "werk/werk_service.h"

namespace dichtbij::werk {

// It was opened and closed in one act, and nothing was promised to anybody since.
bool closed_at_intake(store::Tx&, const Werk&);

struct Hervatting {
    std::optional<Bestemming> naar;  // none: as routing says
    norm::Aanleiding aanleiding = norm::Aanleiding::vraag;
    Gereageerd gereageerd = Gereageerd::nog_niet;
    std::string reden;               // required
};

// Opens what was closed at intake, as if it had stayed open: promise and clocks count from when it came in, acceptance from
// now. CHECKs that it was closed at intake.
Result<Werk> resume_from_start(store::Tx&, WerkService&, IdSource&, const access::Caller&, const Werk&, const Hervatting&);

// It is about another object from now on, open or closed; of what it is and was stands in the journal.
Werk become(store::Tx&, WerkService&, const access::Caller&, Werk, const Overname&);

// Two open werken each take the object of the other: `of_one` is what `one` becomes.
void change_places(store::Tx&, WerkService&, IdSource&, const access::Caller&, const Werk& one, const Overname& of_one, const Werk& other, const Overname& of_other);

}  // namespace dichtbij::werk
