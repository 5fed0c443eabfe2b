#pragma once
// The rows of what happened to the legal term of a case.

#include <optional>
#include <vector>

#include "store/store.h"
#include "zaak/termijn.h"

namespace dichtbij::zaak {

void insert_opschorting(store::Tx&, const Opschorting&);
void save_opschorting(store::Tx&, const Opschorting&);  // its end, come or given
std::vector<Opschorting> opschortingen_of(store::Tx&, Id<dichtbij::Zaak>);  // in the order they were made
// That run, while the time that was given is over on the day.
std::vector<Opschorting> lapsed_opschortingen(store::Tx&, Day, int limit);

void insert_verlenging(store::Tx&, const Verlenging&);
std::vector<Verlenging> verlengingen_of(store::Tx&, Id<dichtbij::Zaak>);

void insert_ingebrekestelling(store::Tx&, const Ingebrekestelling&);
std::optional<Ingebrekestelling> ingebrekestelling_of(store::Tx&, Id<dichtbij::Zaak>);

}  // namespace dichtbij::zaak
