#pragma once
// The rows of decisions, and of tasks inside cases.

#include <optional>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "zaak/besluit.h"
#include "zaak/zaaktaak.h"

namespace dichtbij::zaak {

void insert_besluit(store::Tx&, const Besluit&);
void save_besluit(store::Tx&, const Besluit&);  // sent, and taken back
std::optional<Besluit> find_besluit(store::Tx&, Id<dichtbij::Besluit>);
std::vector<Besluit> besluiten_of(store::Tx&, Id<dichtbij::Zaak>);  // oldest first

void insert_zaaktaak(store::Tx&, const Zaaktaak&);
void save_zaaktaak(store::Tx&, const Zaaktaak&);
std::optional<Zaaktaak> find_zaaktaak(store::Tx&, Id<dichtbij::Zaaktaak>);
std::optional<Zaaktaak> find_zaaktaak_of_werk(store::Tx&, Id<Werk>);
std::vector<Zaaktaak> zaaktaken_of(store::Tx&, Id<dichtbij::Zaak>);  // oldest first
bool zaaktaak_nummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
// Questions to applicants, open and not reminded of, that are due on the day or before.
std::vector<Zaaktaak> vragen_to_remind(store::Tx&, Day, int limit);

}  // namespace dichtbij::zaak
