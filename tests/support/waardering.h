#pragma once
// For tests of src/waardering: Mijn Dichtbij with cases, questions and rating, and the desk beside it.

#include <doctest/doctest.h>

#include "support/mijn.h"
#include "waardering/waardering_portaal.h"
#include "zaak/zaak_portaal.h"

namespace dichtbij::waardering::testing {

struct Waardeerwereld : dichtbij::testing::MijnWereld {
    explicit Waardeerwereld(store::Store& opened)
        : MijnWereld(opened), volgen(store, clock, {zaken, werk, contacten, taken, berichten, documenten}), waarderingen(store, clock, ids, {zaken, contacten, werk}),
          delen{store, waarderingen, volgen} {}

    zaak::Zaak closed(const zaak::Gemaakt& made) {
        zaak::Sluiting end{bij(made.zaak.id), "verleend", "", "Volgt later.", words()};
        return zaken.close(ruben(), end).value();
    }
    zaak::Zaak closed() { return closed(made()); }
    void forget(Id<Partij> partij) {
        store.write([&](store::Tx& tx) { waarderingen.forget_partij(tx, partij, clock.now()); });
    }
    access::Caller manager() const { return organisatie::testing::caller(v.sanne, {{access::Rol::manager, v.oeverland, {}}}); }
    access::Caller lead_of(Id<Team> team) const { return organisatie::testing::caller(v.marleen, {{access::Rol::teamleider, v.oeverland, team}}); }

    zaak::ZaakVolgService volgen;
    WaarderingService waarderingen;
    WaarderingPortaal delen;
};

template <class World, class F>
void in_each(F test) {
    dichtbij::testing::in_each_with<World>(migrations(), test);
}

}  // namespace dichtbij::waardering::testing
