#pragma once
// Routing inside a transaction: weighing the table, noting what is broken.

#include <vector>

#include "organisatie/organisatie_service.h"
#include "organisatie/routering.h"
#include "organisatie/routering_store.h"

namespace dichtbij::organisatie {

// Every row of the gemeente against one question, which one decides, and where the question goes.
struct Afweging {
    std::vector<Routeringsregel> regels;
    std::vector<Oordeel> oordelen;         // beside `regels`
    std::optional<std::size_t> winnaar;    // nullopt: no row decided
    Route route;
    bool asked_calendar = false;           // false: what stands about opening hours was not judged, so not noted
    bool saw_all = true;                   // false: only rows without `verschillen` were held against the tables
};

// Whether rows whose conditions do not hold are looked at too, for what they point at: what shows the table
// does, what only needs the answer does not.
enum class Blik { alle_regels, wat_past };

Result<Afweging> weigh(store::Tx&, const Vraag&, const Omgeving&, Blik = Blik::alle_regels);

// What is wrong with one row now, as it stands (it need not be stored).
std::vector<Oorzaak> oorzaken_now(store::Tx&, const Routeringsregel&, Instant now, const Omgeving&);

// Brings the noted storingen of the gemeente in line with what is broken now; each is journalled once,
// when it appears and when it is mended.
void note_storingen(store::Tx&, Id<dichtbij::Gemeente>, Instant now, const Afweging&);
void note_storingen(store::Tx&, Id<dichtbij::Gemeente>, Instant now, const Omgeving&);

}  // namespace dichtbij::organisatie
