#pragma once
// For tests of src/mijn: Mijn Dichtbij with all that a resident reads there.

#include <doctest/doctest.h>

#include "mijn/mijn_routes.h"
#include "support/mijn.h"
#include "zaak/zaak_portaal.h"

namespace dichtbij::mijn::testing {

struct Mijnscherm : dichtbij::testing::MijnWereld {
    explicit Mijnscherm(store::Store& opened)
        : MijnWereld(opened), vragen({store, clock, contacten, taken, werk}), gegevens(store, partijen, berichten), inzagen(store, clock, log),
          volgen(store, clock, {zaken, werk, contacten, taken, berichten, documenten}), bedrijven(clock, partijen, zaken, volgen), onderdeel(vragen), zaakonderdeel(volgen) {
        add_routes(site, {store, vragen, gegevens, inzagen, bedrijven, volgen, zaken, berichten, partijen}, onderdeel);
        zaak::add_zaak_portaal(site, {store, volgen, documenten});
        site.add(zaakonderdeel);
    }

    VraagService vragen;
    GegevensService gegevens;
    InzageService inzagen;
    zaak::ZaakVolgService volgen;
    BedrijfService bedrijven;
    VraagOnderdeel onderdeel;
    zaak::ZaakOnderdeel zaakonderdeel;
};

template <class World, class F>
void in_each(F test) {
    dichtbij::testing::in_each_with<World>(migrations(), test);
}

}  // namespace dichtbij::mijn::testing
